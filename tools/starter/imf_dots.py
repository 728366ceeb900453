"""IMF Direction of Trade Statistics: every reporter with every partner 1992-2020, and the United States to 2022."""

import csv

from figures import shifted
from names import Names
from tables import Observation, Source, Vintage, sha256_of

PARTS = [f"trade_aid/imf_dots/imf_dots_annual_1992_2020_part0{part}.csv" for part in (1, 2, 3)]
UNITED_STATES = "trade_aid/imf_dots/imf_dots_us_reporter_1995_2022.csv"
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
                "; ".join((shared / part).name for part in PARTS),
                "; ".join(sha256_of(shared / part) for part in PARTS), "line = part:line."),
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
    yield from united_states(shared)
