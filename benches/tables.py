"""What your own table costs rustc as it grows: CPU seconds over an empty crate, compared with the same enums written by hand."""
import pathlib, statistics, tempfile

from harness import ROOT, amo_codes, crate, last_crate, markdown

CHECK, RELEASE = ("check",), ("build", "--release")


def numbers(sections, rows):
    """The section, the row and the number of each code; neighbors share every tenth number."""
    each = rows // sections
    for section in range(sections):
        for row in range(each + (section < rows - sections * each)):
            yield section, row, row if row % 10 == 0 and rows < 60_000 else (row + section * each) % 65_536


def table(sections, rows, step=1):
    """A table whose numbers are multiples of `step`."""
    lines = []
    for section in range(sections):
        lines.append(f'[section_{section}]\ntitle = "Responses about part {section}"\n')
    for section, row, number in numbers(sections, rows):
        lines.append(f'[section_{section}.{number * step}]\nname = "Error{row}Of{section}"\n'
                     f'description = "The request {row} of part {section} cannot be answered."\n')
    return "\n".join(lines)


def catalog(sorted_by_name):
    """3,134 rows in one section. Their names are in another order than their numbers, which have gaps."""
    rows = [(f"Error{number * 7_919 % 16_001}", number) for number in (row * 5 + row % 3 for row in range(3_134))]
    rows.sort(key=lambda row: row[not sorted_by_name])
    return '[api]\ntitle = "Responses"\n' + "\n".join(
        f'[api.{number}]\nname = "{name}"\ndescription = "The request {number} cannot be answered."\n' for name, number in rows)


def bare(sections, rows):
    """The same enums with the same docs."""
    derives = "#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]"
    variants = [[] for _ in range(sections)]
    for section, row, number in numbers(sections, rows):
        variants[section].append(
            f"/// The request {row} of part {section} cannot be answered.\n///\n/// - address: `section_{section}.{number}`\n"
            f'/// - advice: fix the request\n#[doc(alias = "{number}")]\nError{row}Of{section} = {number},')
    return "\n".join(f"/// Responses about part {section}.\n{derives}\n#[repr(u16)]\npub enum Section{section} {{\n"
                     + "\n".join(lines) + "\n}" for section, lines in enumerate(variants))


class Cases:
    """Crates that are built in turn, so that the load of the machine is the same for all."""

    def __init__(self, folder):
        self.folder, self.costs, self.cases = pathlib.Path(folder), {}, {}

    def add(self, name, command, source="", files=None):
        folder = self.folder / f"{'-'.join(map(str, name))}-{command[0]}"
        crate(folder, amo_codes(), source, files)
        self.cases[name, command] = folder

    def add_table(self, sections, rows, command):
        self.add(("table", sections, rows), command, "amo_codes::amo_codes!();", {"codes.toml": table(sections, rows)})

    def add_bare(self, sections, rows, command):
        self.add(("bare", sections, rows), command, bare(sections, rows))

    def run(self, rounds):
        target = self.folder / "target"
        for command in {command for _, command in self.cases}:
            self.add(("empty",), command)
        for (_, command), folder in self.cases.items():
            last_crate(folder, *command, target=target)
        for _ in range(rounds):
            for case, folder in self.cases.items():
                self.costs.setdefault(case, []).append(last_crate(folder, *case[1], target=target))

    def over_empty(self, name, command):
        return statistics.median(self.costs[name, command]) - statistics.median(self.costs[("empty",), command])

    def cells(self, sections, rows, command):
        ours = self.over_empty(("table", sections, rows), command)
        costs = self.costs[("table", sections, rows), command]
        return ours, f"{ours:.2f} ({max(costs) - min(costs):.2f})"


def main(rounds=3, sizes=(500, 5_000, 20_000)):
    with tempfile.TemporaryDirectory() as temporary:
        cases = Cases(temporary)
        for rows in sizes:
            for command in (CHECK, RELEASE):
                cases.add_table(10, rows, command)
                cases.add_bare(10, rows, command)
        for sections in (250, 500, 1_000):
            cases.add_table(sections, sections * 5, CHECK)
        cases.add_bare(1_000, 5_000, CHECK)
        cases.add_table(10, 65_535, CHECK)
        cases.add(("sparse",), CHECK, "amo_codes::amo_codes!();", {"codes.toml": table(10, 20_000, step=1_000)})
        for order in ("number", "name"):
            cases.add(("catalog", order), CHECK, "amo_codes::amo_codes!();", {"codes.toml": catalog(order == "name")})
        cases.run(rounds)

        lines = []
        for rows in sizes:
            line = [f"{rows:,}"]
            for command in (CHECK, RELEASE):
                ours, cell = cases.cells(10, rows, command)
                line += [cell, f"{ours / cases.over_empty(('bare', 10, rows), command):.1f}"]
            lines.append(line)
        markdown("Rows in ten sections, CPU s over an empty crate (spread)",
                 ["rows", "check", "× bare enums", "release", "× bare enums"], lines)
        growth = [(f"{small:,} to {large:,} rows", *(f"{cases.cells(10, large, command)[0] / cases.cells(10, small, command)[0]:.1f}"
                                                    for command in (CHECK, RELEASE))) for small, large in zip(sizes, sizes[1:])]
        markdown("Growth", ["from", "check", "release"], growth)
        base = cases.cells(10, 5_000, CHECK)[0]
        lines = [(f"{sections:,} sections of five", (cell := cases.cells(sections, sections * 5, CHECK))[1], f"{cell[0] / base:.1f}")
                 for sections in (250, 500, 1_000)]
        lines.append(("the bare enums of 1,000 sections", f"{cases.over_empty(('bare', 1_000, 5_000), CHECK):.2f}",
                      f"{cases.over_empty(('bare', 1_000, 5_000), CHECK) / base:.1f}"))
        lines.append(("65,535 rows in ten sections", (cell := cases.cells(10, 65_535, CHECK))[1], f"{cell[0] / base:.1f}"))
        sparse, dense = cases.over_empty(("sparse",), CHECK), cases.cells(10, 20_000, CHECK)[0]
        lines.append((f"20,000 rows whose numbers are multiples of 1,000; {sparse / dense:.2f} × those above", f"{sparse:.2f}", f"{sparse / base:.1f}"))
        by_number, by_name = (cases.over_empty(("catalog", order), CHECK) for order in ("number", "name"))
        lines.append(("3,134 rows in one section, sorted by number", f"{by_number:.2f}", f"{by_number / base:.1f}"))
        lines.append(("the same, sorted by name", f"{by_name:.2f}", f"{by_name / base:.1f}"))
        markdown("Check of other tables, CPU s over an empty crate (spread)", ["table", "check", "of 5,000 rows in ten sections"], lines)


if __name__ == "__main__":
    main()
