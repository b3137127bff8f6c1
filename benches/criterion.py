"""The benches lookups.rs and replies.rs: time by criterion, and instructions by callgrind, each per lookup or list of bodies."""
import json, os, pathlib, subprocess, tempfile

from harness import ROOT, callgrind, markdown


def measure(bench):
    """Times and counts every case: {group: {case: {kind: (ns, deviation, instructions)}}}."""
    build = subprocess.run(["cargo", "bench", "--quiet", "--package", "amo-codes-benches", "--bench", bench, "--no-run",
                            "--message-format=json"], cwd=ROOT, check=True, text=True, stdout=subprocess.PIPE)
    program = next(message["executable"] for message in map(json.loads, build.stdout.splitlines()) if message.get("executable"))
    results = {}
    with tempfile.TemporaryDirectory() as folder:
        options = ["--noplot", "--warm-up-time=0.3", "--measurement-time=1", "--sample-size=30"]
        subprocess.run([program, "--bench", "--quiet", *options], env=os.environ | {"CRITERION_HOME": folder}, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for file in sorted(pathlib.Path(folder).glob("**/new/benchmark.json"), key=lambda file: file.stat().st_mtime_ns):
            about, estimates = (json.loads((file.parent / name).read_text()) for name in ("benchmark.json", "estimates.json"))
            count = (about["throughput"] or {"Elements": 1})["Elements"]
            # `--test` runs one iteration.
            instructions = callgrind("--toggle-collect=*::each*", program, "--bench", "--test", "--exact", about["full_id"])
            group, _, kind = about["group_id"].partition("/")
            ns = (estimates[name]["point_estimate"] / count for name in ("median", "median_abs_dev"))
            results.setdefault(group, {}).setdefault(about["function_id"], {})[kind] = (*ns, instructions / count)
    return results


def main():
    for group, cases in measure("lookups").items():
        kinds = list(cases["floor"])
        floor = cases["floor"][kinds[-1]][2]
        rows = [[case, f"{of[kinds[-1]][2]:.0f}", f"{of[kinds[-1]][2] / floor:.1f}",
                 *(f"{of[kind][0]:.1f} ± {of[kind][1]:.1f}" for kind in kinds)] for case, of in cases.items()]
        markdown(f"`{group}`", ["case", f"instructions, {kinds[-1]}", "× floor", *(f"ns, {kind}" for kind in kinds)], rows)
    rows = []
    for bodies, cases in measure("replies").items():
        (ours, our_spread, our_count), (theirs, their_spread, their_count) = (cases[case][""] for case in ("Reply", "Value"))
        rows.append([bodies, f"{our_count / 1e3:,.0f}", f"{their_count / 1e3:,.0f}", f"{our_count / their_count:.2f}",
                     f"{ours / 1e3:,.0f} ± {our_spread / 1e3:.0f}", f"{theirs / 1e3:,.0f} ± {their_spread / 1e3:.0f}", f"{ours / theirs:.2f}"])
    markdown("Reading a reply, compared with parsing it to a `Value`",
             ["bodies", "thousand instructions", "`Value`", "ratio", "µs", "`Value`", "ratio"], rows)
