"""Explaining a log of 100 MB on standard input: lines per second, memory, and how soon an answer is there."""
import json, pathlib, re, subprocess, tempfile, threading, time

from harness import ROOT, markdown, spread

BODY = json.dumps({"validation-errors": [], "title": "Bad Request", "type": "https://httpstatus.es/400", "status": 400,
                   "detail": "Код ошибки 244"}, ensure_ascii=False)


def line(number):
    """One line of a log; each hundredth has a reply of amoCRM."""
    when = f"2026-11-30T{number // 3600 % 24:02}:{number // 60 % 60:02}:{number % 60:02}Z"
    if number % 100 == 0:
        return f"{when} ERROR POST /api/v4/leads/{number} 400 {BODY}\n"
    return f'{when} INFO  worker-{number % 8} request_id={number:012x} GET /api/v4/contacts?page={number % 50} 200 in {number % 900} ms\n'


def explain(program, log):
    """Seconds, and the most memory in MB."""
    start, memory = time.monotonic(), None
    with open(log) as text, subprocess.Popen([program, "-"], stdin=text, stdout=subprocess.DEVNULL) as process:
        # `wait4` would count the memory that Python had before it started the program.
        while process.poll() is None:
            memory = re.search(r"VmHWM:\s+(\d+) kB", pathlib.Path(f"/proc/{process.pid}/status").read_text()) or memory
            time.sleep(0.02)
    return time.monotonic() - start, int(memory[1]) / 1024


def answer_at_once(program):
    """Milliseconds from a line with a reply to the first line of its answer, while the input stays open."""
    with subprocess.Popen([program, "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        start = time.monotonic()
        # An answer that waits for the end of the input comes after ten seconds.
        watchdog = threading.Timer(10, process.stdin.close)
        watchdog.start()
        process.stdin.write((line(100) + line(101)).encode())
        process.stdin.flush()
        process.stdout.readline()
        waited = (time.monotonic() - start) * 1e3
        watchdog.cancel()
        process.stdin.close()
        process.stdout.read()
    return waited


def main(rounds=5):
    subprocess.run(["cargo", "build", "--release", "--quiet", "--package", "amo-codes-cli"], cwd=ROOT, check=True)
    program = ROOT / "target/release/amo-codes"
    with tempfile.NamedTemporaryFile() as log:
        size = lines = 0
        while size < 100_000_000:
            size += log.write(line(lines).encode())
            lines += 1
        log.flush()
        costs = [explain(program, log.name) for _ in range(rounds)]
    markdown("A log of 100 MB", ["lines", "s (spread)", "thousand lines per second (spread)", "most memory, MB (spread)",
                                 "ms to an answer (spread)"],
             [[f"{lines:,}", spread([seconds for seconds, _ in costs]), spread([lines / seconds / 1e3 for seconds, _ in costs]),
               spread([memory for _, memory in costs]),
               spread([answer_at_once(program) for _ in range(rounds)])]])
