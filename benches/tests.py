"""`cargo test` and `cargo run -- 244` from nothing, in fresh clones of a revision and, with `BASE=REVISION`, of another one in turn."""
import os, pathlib, shutil, subprocess, tempfile

from harness import ROOT, markdown, seconds, spread

COMMANDS = {"cargo run -- 244": ("run", "--", "244"), "cargo test": ("test",)}


def main(rounds=3):
    revisions = ["HEAD", os.environ["BASE"]] if "BASE" in os.environ else ["HEAD"]
    costs = {}
    with tempfile.TemporaryDirectory() as temporary:
        for revision in revisions:
            clone = pathlib.Path(temporary) / revision
            subprocess.run(["git", "clone", "--quiet", "--no-checkout", ROOT, clone], check=True)
            subprocess.run(["git", "checkout", "--quiet", revision], cwd=clone, check=True)
            subprocess.run(["cargo", "fetch", "--quiet"], cwd=clone, check=True)
        for _ in range(rounds):
            for name, command in COMMANDS.items():
                for revision in revisions:
                    clone = pathlib.Path(temporary) / revision
                    costs.setdefault((name, revision), []).append(seconds(clone, *command, target=clone / "target", environment=os.environ))
                    shutil.rmtree(clone / "target")
    markdown("From nothing", ["command", "revision", "CPU s (spread)", "wall s (spread)"],
             [[f"`{name}`", revision, *(spread([cost[kind] for cost in found]) for kind in (0, 1))] for (name, revision), found in costs.items()])
