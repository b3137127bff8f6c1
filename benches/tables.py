"""What your own table costs rustc as it grows: CPU seconds over an empty crate, compared with the same enums written by hand."""
import pathlib, statistics, tempfile

from harness import amo_codes, crate, last_crate, markdown

CHECK, RELEASE = ("check",), ("build", "--release")


def table(sections, rows):
    """Rows of numbers; neighboring sections share every tenth number."""
    each = rows // sections
    return [[(row if row % 10 == 0 and rows < 60_000 else (row + section * each) % 65_536, f"Error{row}Of{section}")
             for row in range(each + (section < rows - sections * each))] for section in range(sections)]


def distinct(rows, code):
    """Rows in ten sections, none of which share a code."""
    return [[(code(row), f"Error{row}Of{section}") for row in range(section * rows // 10, (section + 1) * rows // 10)]
            for section in range(10)]


def catalog(by):
    """3,134 rows in one section. Their names are in another order than their numbers, which have gaps."""
    rows = [(number, f"Error{number * 7_919 % 16_001}") for number in (row * 5 + row % 3 for row in range(3_134))]
    return [sorted(rows, key=lambda row: row[by])]


def toml(sections):
    is_words = isinstance(sections[0][0][0], str)
    lines = ["words = true"] * is_words
    for section, rows in enumerate(sections):
        lines.append(f'[section_{section}]\ntitle = "Responses about part {section}"\n')
        for code, name in rows:
            lines.append(f'[section_{section}.{code}]\nname = "{name}"\ndescription = "The request {code} of part {section} cannot be answered."\n')
    return "\n".join(lines)


def bare(sections):
    """The same enums with the same docs."""
    derives = "#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]"
    lines = []
    for section, rows in enumerate(sections):
        lines.append(f"/// Responses about part {section}.\n{derives}\n#[repr(u16)]\npub enum Section{section} {{")
        for code, name in rows:
            lines.append(f"/// The request {code} of part {section} cannot be answered.\n///\n/// - address: `section_{section}.{code}`\n"
                         f'/// - advice: fix the request\n#[doc(alias = "{code}")]\n{name} = {code},')
        lines.append("}")
    return "\n".join(lines)


class Cases:
    """Crates that are built in turn, so that the load of the machine is the same for all."""

    def __init__(self, folder):
        self.folder, self.costs, self.crates = pathlib.Path(folder), {}, {}
        for command in (CHECK, RELEASE):
            self.add("empty", "", {}, command)

    def add(self, name, source, files, command):
        self.crates[name, command] = self.folder / f"{name}-{command[0]}".replace(" ", "-")
        crate(self.crates[name, command], amo_codes(), source, files)

    def add_table(self, name, sections, commands=(CHECK,), with_bare=False):
        for command in commands:
            self.add(name, "amo_codes::amo_codes!();", {"codes.toml": toml(sections)}, command)
            if with_bare:
                self.add(f"bare {name}", bare(sections), {}, command)

    def run(self, rounds):
        for turn in range(rounds + 1):
            for (name, command), folder in self.crates.items():
                cost = last_crate(folder, *command, target=self.folder / "target")
                # The first round builds the dependencies, too.
                if turn:
                    self.costs.setdefault((name, command), []).append(cost)

    def median(self, name, command=CHECK):
        return statistics.median(self.costs[name, command]) - statistics.median(self.costs["empty", command])

    def cell(self, name, command=CHECK):
        costs = self.costs[name, command]
        return f"{self.median(name, command):.2f} ({max(costs) - min(costs):.2f})"

    def ratio(self, name, other, command=CHECK):
        return f"{self.median(name, command) / self.median(other, command):.1f}"


def main(rounds=3):
    with tempfile.TemporaryDirectory() as temporary:
        cases = Cases(temporary)
        sizes = ["500 rows", "5,000 rows", "20,000 rows"]
        for size in sizes:
            cases.add_table(size, table(10, int(size.split()[0].replace(",", ""))), (CHECK, RELEASE), with_bare=True)
        sections = {f"{count:,} sections of five rows": count for count in (250, 500, 1_000)}
        for name, count in sections.items():
            cases.add_table(name, table(count, count * 5), with_bare=count == 1_000)
        cases.add_table("65,535 rows", table(10, 65_535))
        pairs = [("20,000 rows numbered 0, 1000, 2000, …", distinct(20_000, lambda row: row * 1_000),
                  "20,000 rows numbered 0, 1, 2, …", distinct(20_000, lambda row: row)),
                 ("3,000 rows whose codes are words", distinct(3_000, lambda row: f"error_{row}"),
                  "3,000 rows whose codes are numbers", distinct(3_000, lambda row: row)),
                 ("3,134 rows in one section, sorted by name", catalog(1), "the same, sorted by number", catalog(0))]
        for name, ours, other, theirs in pairs:
            cases.add_table(name, ours)
            cases.add_table(other, theirs)
        cases.run(rounds)

        markdown("Rows in ten sections, CPU s over an empty crate (spread)",
                 ["table", "check", "× bare enums", "release", "× bare enums"],
                 [[size, *(part for command in (CHECK, RELEASE)
                           for part in (cases.cell(size, command), cases.ratio(size, f"bare {size}", command)))] for size in sizes])
        rows = [*sections, "bare 1,000 sections of five rows", "65,535 rows"]
        markdown("Check of other tables, CPU s over an empty crate (spread)", ["table", "check", "× 5,000 rows in ten sections"],
                 [[name, cases.cell(name), cases.ratio(name, "5,000 rows")] for name in rows])
        markdown("Tables of the same size, CPU s over an empty crate (spread)", ["table", "check", "compared with", "check", "ratio"],
                 [[name, cases.cell(name), other, cases.cell(other), cases.ratio(name, other)] for name, _, other, _ in pairs])
