"""What the compile-time benchmarks share: crates in a temporary folder, and what they cost rustc."""
import os, pathlib, re, resource, statistics, subprocess, time

ROOT = pathlib.Path(__file__).resolve().parent.parent
# As cargo builds what comes from a registry: not incrementally, and with the lints capped.
ENVIRONMENT = os.environ | {"CARGO_INCREMENTAL": "0", "RUSTFLAGS": "--cap-lints=allow"}


def crate(folder, dependencies, source, files=None):
    """Writes a library crate of its own workspace."""
    (folder / "src").mkdir(parents=True)
    (folder / "Cargo.toml").write_text(
        f'[package]\nname = "user"\nversion = "0.0.0"\nedition = "2024"\n[workspace]\n[dependencies]\n{dependencies}\n')
    (folder / "src/lib.rs").write_text(source)
    for name, text in (files or {}).items():
        (folder / name).write_text(text)


def amo_codes():
    return f'amo-codes = {{ path = "{ROOT}" }}'


def seconds(folder, *command, target, environment=ENVIRONMENT):
    """CPU time (user and system) of a cargo command, all compilers included, and its wall time."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(["cargo", "--quiet", "--offline", *command], cwd=folder, check=True, stdout=subprocess.DEVNULL,
                   env=environment | {"CARGO_TARGET_DIR": str(target)})
    after, end = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, end - start


def last_crate(folder, *command, target):
    """CPU time of only this crate, if its dependencies have been built before."""
    os.utime(folder / "src/lib.rs")
    return seconds(folder, *command, target=target)[0]


def callgrind(*command, **options):
    """The instructions of a program, by callgrind: they do not depend on the load of the machine."""
    run = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command],
                         check=True, text=True, capture_output=True, **options)
    # Processes that the program forks have reported before.
    return int(re.findall(r"Collected : (\d+)", run.stderr)[-1])


def instructions(*rustc, **options):
    """Instructions of a rustc call in millions."""
    compiler = subprocess.run(["rustup", "which", "rustc"], check=True, text=True, capture_output=True).stdout.strip()
    return callgrind(compiler, *rustc, **options) / 1e6


def spread(costs):
    return f"{statistics.median(costs):.2f} ({min(costs):.2f} to {max(costs):.2f})"


def markdown(title, head, rows):
    print(f"### {title}\n\n| {' | '.join(head)} |\n|{'---|' * len(head)}")
    for row in rows:
        print(f"| {' | '.join(map(str, row))} |")
    print(flush=True)
