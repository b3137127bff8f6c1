"""The cold build of a crate that depends on amo-codes, in turn with crates that use its alternatives: CPU and wall time."""
import pathlib, shutil, statistics, subprocess, tempfile

from harness import amo_codes, crate, markdown, seconds, spread

SERDE = 'serde = { version = "1", features = ["derive"] }\nthiserror = "2"'
CRATES = {
    "amo-codes": (amo_codes(), "pub use amo_codes::code;"),
    "thiserror": ('thiserror = "2"', '#[derive(Debug, thiserror::Error)] pub enum E { #[error("a")] A, #[error("b")] B }'),
    "strum and num_enum": ('strum = { version = "0.27", features = ["derive"] }\nnum_enum = "0.7"',
                           "#[derive(strum::IntoStaticStr, num_enum::TryFromPrimitive)] #[repr(u16)] pub enum E { A = 1, B = 2 }"),
    "phf": ('phf = { version = "0.13", features = ["macros"] }',
            'pub static M: phf::Map<u16, &str> = phf::phf_map! { 1u16 => "a", 2u16 => "b" };'),
    "serde and thiserror": (SERDE, ""),
    "serde, thiserror and amo-codes": (f"{SERDE}\n{amo_codes()}", "pub use amo_codes::code;"),
}


def main(rounds=5):
    costs = {name: [] for name in CRATES}
    with tempfile.TemporaryDirectory() as temporary:
        folder = lambda name: pathlib.Path(temporary) / name.replace(" ", "-")
        for name, (dependencies, source) in CRATES.items():
            crate(folder(name), dependencies, source)
            subprocess.run(["cargo", "fetch", "--quiet"], cwd=folder(name), check=True)
        for _ in range(rounds):
            for name in CRATES:
                costs[name].append(seconds(folder(name), "build", target=folder(name) / "target"))
                shutil.rmtree(folder(name) / "target")
    lines = []
    for name, found in costs.items():
        line = [name]
        for kind in (0, 1):
            ours, theirs = ([cost[kind] for cost in costs[crate]] for crate in ("amo-codes", name))
            line += [spread(theirs), f"{statistics.median(ours) / statistics.median(theirs):.2f}"]
        lines.append(line)
    markdown("Cold build of a crate that depends on", ["crate", "CPU s (spread)", "amo-codes, relative to it", "wall s (spread)", "relative"],
             lines)
    without, with_ours = (statistics.median(cost[0] for cost in costs[name]) for name in list(CRATES)[-2:])
    print(f"To serde and thiserror, amo-codes adds {with_ours - without:.1f} CPU s.\n")


if __name__ == "__main__":
    main()
