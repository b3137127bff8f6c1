"""Reading a reply next to parsing the same body to a `serde_json::Value`: instructions by callgrind, and time."""
import re, subprocess, tempfile

from harness import ROOT, markdown

BODIES = ["small", "leads", "errors"]


def call(*command):
    return subprocess.run(command, cwd=ROOT, check=True, text=True, capture_output=True).stdout


def main():
    call("cargo", "build", "--release", "--quiet", "-p", "amo-codes-bench-reply")
    program = ROOT / "target/release/amo-codes-bench-reply"
    rows = []
    for body in BODIES:
        with tempfile.NamedTemporaryFile() as out:
            call("valgrind", "--tool=callgrind", f"--callgrind-out-file={out.name}", program, "count", body)
            report = call("callgrind_annotate", "--inclusive=yes", "--threshold=100", "--auto=no", out.name)
        counts = {}
        for line in report.splitlines():
            if found := re.match(r"\s*([\d,]+) .*amo_codes_bench_reply::(\w+)", line):
                counts[found[2]] = int(found[1].replace(",", ""))
        times = dict(line.split() for line in call(program, "time", body).splitlines())
        reply, value = counts["reply"], counts["value"]
        rows.append([body, f"{reply / 1e3:,.0f}", f"{value / 1e3:,.0f}", f"{reply / value:.2f}",
                     f"{float(times['reply']) / float(times['value']):.2f}"])
    markdown("Reading a reply", ["bodies", "thousand instructions", "of `Value`", "ratio", "ratio in time"], rows)


if __name__ == "__main__":
    main()
