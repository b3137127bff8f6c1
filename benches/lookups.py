"""Every lookup next to its alternatives: instructions by callgrind, and time by criterion."""
import json, re, subprocess, tempfile

from harness import ROOT, markdown

HERE = ROOT / "benches/lookup"
KINDS = ["hits", "misses", "mix"]


def call(*command):
    return subprocess.run(command, cwd=HERE, check=True, text=True, capture_output=True).stdout


def counted():
    """Instructions per lookup, including those of the loop: {(group, case): {kind: count}}."""
    call("cargo", "build", "--release", "--quiet", "--bin", "count")
    counts = {}
    for kind in KINDS:
        with tempfile.NamedTemporaryFile() as out:
            lengths = call("valgrind", "--tool=callgrind", f"--callgrind-out-file={out.name}", "target/release/count", kind)
            report = call("callgrind_annotate", "--inclusive=yes", "--threshold=100", "--auto=no", out.name)
        loops = {}
        for line in report.splitlines():
            if found := re.match(r"\s*([\d,]+) .*?cases::(\w+)::(\w+)::run\b", line):
                loops[found[2], found[3]] = int(found[1].replace(",", ""))
        for line in lengths.splitlines():
            group, case, length = line.split()
            counts.setdefault((group, case), {})[kind] = loops[group, case] / int(length)
    return counts


def timed():
    """Nanoseconds of a lookup, the median and its deviation: {(group, case): {kind: (ns, deviation)}}."""
    subprocess.run(["cargo", "bench", "--quiet", "--bench", "time", "--", "--quiet", "--noplot", "--warm-up-time", "0.2",
                    "--measurement-time", "0.6", "--sample-size", "20"], cwd=HERE, check=True, stdout=subprocess.DEVNULL)
    times = {}
    for file in (HERE / "target/criterion").glob("*/*/new/benchmark.json"):
        about = json.loads(file.read_text())
        group, kind = about["group_id"].rsplit("/", 1)
        median = json.loads((file.parent / "estimates.json").read_text())
        length = about["throughput"]["Elements"]
        times.setdefault((group, about["function_id"]), {})[kind] = (
            median["median"]["point_estimate"] / length, median["median_abs_dev"]["point_estimate"] / length)
    return times


def main():
    counts, times = counted(), timed()
    for group in dict.fromkeys(group for group, _ in counts):
        floor = counts[group, "floor"]["mix"]
        rows = []
        for case in [case for of, case in counts if of == group]:
            instructions = counts[group, case]
            rows.append([case if case == "num_enum" else case.replace("_", " "), *(f"{instructions[kind]:.0f}" for kind in KINDS), f"{instructions['mix'] / floor:.1f}",
                         *("{:.1f} ± {:.1f}".format(*times[group, case][kind]) for kind in KINDS)])
        markdown(f"`{group}`", ["case", *(f"instructions, {kind}" for kind in KINDS), "× floor", *(f"ns, {kind}" for kind in KINDS)], rows)


if __name__ == "__main__":
    main()
