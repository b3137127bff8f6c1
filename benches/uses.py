"""What `code!` costs rustc, compared with the same paths written by hand: instructions of a check."""
import pathlib, subprocess, tempfile

from harness import ROOT, amo_codes, crate, instructions, last_crate, markdown
from tables import table, toml

COUNT = 1_000
USE = "#![allow(unused)] use amo_codes::{Code, Leads, code};"
PATH, CODE = "Code::Leads(Leads::UpdateLeadsParametersRequired)", "code!(217)"

SHAPES = {
    "constants": lambda item: "".join(f"pub const C{index}: Code = {item};" for index in range(COUNT)),
    "functions": lambda item: "".join(f"pub fn f{index}() -> Code {{ {item} }}" for index in range(COUNT)),
    "one array": lambda item: f"pub fn all() -> [Code; {COUNT}] {{ [{(item + ', ') * COUNT}] }}",
}


def built_in(folder):
    subprocess.run(["cargo", "build", "--quiet", "--lib", "--target-dir", folder], cwd=ROOT, check=True)
    deps = folder / "debug/deps"
    library = next(deps.glob("libamo_codes-*.rlib"))

    def check(source):
        file = folder / "user.rs"
        file.write_text(source)
        return instructions("--edition=2024", "--crate-type=rlib", "--emit=metadata", f"--extern=amo_codes={library}",
                            "-L", deps, "-o", folder / "user.rmeta", file)

    empty = check("pub fn f(c: amo_codes::Code) -> i64 { c.number() }")
    lines = []
    for name, shape in SHAPES.items():
        plain, ours = check(USE + shape(PATH)) - empty, check(USE + shape(CODE)) - empty
        lines.append((name, f"{plain:.0f}", f"{ours:.0f}", f"{ours / plain:.1f}"))
    markdown(f"{COUNT:,} uses, million instructions over an empty crate", ["as", "plain paths", "`code!`", "ratio"], lines)


def large_table(folder, rounds):
    """CPU time of a use with a table of 5,000 rows, over the same crate without uses."""
    costs = {}
    for uses in (0, COUNT):
        source = "pub mod table { amo_codes::amo_codes!(); }\n" + "".join(
            f"pub const C{index}: table::Code = amo_codes::code!({4_001 + index % 9} in table::Code);" for index in range(uses))
        crate(folder / str(uses), amo_codes(), source, {"codes.toml": toml(table(10, 5_000))})
        last_crate(folder / str(uses), "check", target=folder / "target")
    for _ in range(rounds):
        for uses in (0, COUNT):
            costs.setdefault(uses, []).append(last_crate(folder / str(uses), "check", target=folder / "target"))
    each = sorted((ours - none) / COUNT * 1_000 for none, ours in zip(costs[0], costs[COUNT]))
    markdown("A table of 5,000 rows, CPU ms per use", ["median", "least", "most"],
             [(f"{each[len(each) // 2]:.2f}", f"{each[0]:.2f}", f"{each[-1]:.2f}")])


def main(rounds=5):
    with tempfile.TemporaryDirectory() as temporary:
        built_in(pathlib.Path(temporary) / "built-in")
        large_table(pathlib.Path(temporary) / "large", rounds)


if __name__ == "__main__":
    main()
