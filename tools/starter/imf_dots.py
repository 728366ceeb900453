"""IMF Direction of Trade Statistics: every reporter with every partner 1992-2020, and the United States 1960-2022."""

import csv
from decimal import Decimal

from figures import shifted
from names import Names
from sheets import read_cells
from tables import Observation, Source, Vintage, sha256_of

PARTS = [f"trade_aid/imf_dots/imf_dots_annual_1992_2020_part0{part}.csv" for part in (1, 2, 3)]
UNITED_STATES = "trade_aid/imf_dots/imf_dots_us_reporter_1995_2022.csv"
WORKBOOK = "trade_aid/imf_dots/raw_xlsx/DOTS_208.xlsx"  # the United States as reporter, from 1960
EARLY = range(1960, 1992)
FLOWS = {"X": ("exports", "FOB"), "M": ("imports", "CIF")}


def sources():
    return [Source(
        "imf-dots", "Direction of Trade Statistics", "International Monetary Fund", "https://data.imf.org/dot",
        "IMF terms: use and redistribution with attribution, unaltered", "B",
        "International Monetary Fund, Direction of Trade Statistics (DOTS)",
        "Goods; exports FOB, imports CIF. Regional totals are not carried, \"World\" and residuals are.")]


def vintages(shared):
    return [
        Vintage("imf-dots@2020", "imf-dots", "", "No date in the files; the last year is 2020.",
                "; ".join((shared / part).name for part in [*PARTS, WORKBOOK]),
                "; ".join(sha256_of(shared / part) for part in [*PARTS, WORKBOOK]),
                "line = part:line; for the United States 1960-1991 sheet!cell of DOTS_208.xlsx."),
        Vintage("imf-dots@2022", "imf-dots", "", "No date in the file; the last year is 2022.", "dots_us.csv",
                sha256_of(shared / UNITED_STATES), "The United States as reporter, 1995-2022."),
    ]


def all_reporters(shared):
    reporters, partners = Names("imf_dots"), Names("imf_dots")
    partners.ignored = set()
    for part, path in enumerate(PARTS, start=1):
        with open(shared / path, encoding="utf-8", newline="") as lines:
            reader = csv.reader(lines)
            years = next(reader)[3:]
            for cells in reader:
                reporter, found = reporters.reporter(cells[0]), partners.find(cells[2])
                if not reporter or not found:
                    continue
                measure, basis = FLOWS[cells[1]]
                for year, text in zip(years, cells[3:]):
                    if text != "":
                        yield Observation("imf-dots@2020", measure, reporter, found[0], year, shifted(text, 6), "USD",
                                          basis, "goods", "", found[1], cells[2], f"{part}:{reader.line_num}")


def early_united_states(shared):
    """1960-1991 from the workbook; a country stands once under its region and may stand again at the top."""
    partners = Names("imf_dots")
    for sheet, (measure, basis) in enumerate(FLOWS.values(), start=1):
        cells = read_cells(shared / WORKBOOK, f"xl/worksheets/sheet{sheet}.xml")
        years = {column: year for column, year in cells[7].items() if year.isdigit() and int(year) in EARLY}
        seen = set()
        for index in sorted(index for index in cells if index > 7 and "B" in cells[index]):
            label = cells[index]["B"].strip()
            found = partners.find(label)
            if not found or label in seen:
                continue
            seen.add(label)
            for column, year in years.items():
                if column in cells[index]:
                    exact = str(Decimal(cells[index][column]).quantize(Decimal("0.001")))
                    yield Observation("imf-dots@2020", measure, "US", found[0], year, shifted(exact, 6), "USD", basis,
                                      "goods", "", found[1], label, f"{sheet}!{column}{index}")


def united_states(shared):
    partners = Names("imf_dots")
    partners.ignored = set()
    with open(shared / UNITED_STATES, encoding="utf-8-sig", newline="") as lines:
        reader = csv.reader(lines)
        next(reader)
        for cells in reader:
            found = partners.find(cells[2])
            for (measure, basis), text in zip(FLOWS.values(), (cells[5], cells[7])):
                if found and text != "":
                    yield Observation("imf-dots@2022", measure, "US", found[0], cells[4], shifted(text, 0), "USD", basis,
                                      "goods", "", found[1], cells[2], str(reader.line_num))


def observations(shared):
    yield from all_reporters(shared)
    yield from early_united_states(shared)
    yield from united_states(shared)
