"""Counts the origin files by a plain path of its own (no table of names, no module of the builder) and compares."""

import collections
import csv
import re

from sheets import read_cells

EARLY = [*"CDEFGHIJKLMNOPQRSTUVWXYZ", *("A" + letter for letter in "ABCDEFGH")]  # 1960-1991
REGION = re.compile(r"Econom|Emerging|^Africa$|^Euro Area$|^Middle East( and Central Asia)?$|^Sub-Saharan Africa$|"
                    r"^Western Hemisphere$")


def plain(path, delimiter=","):
    quoting = csv.QUOTE_NONE if delimiter == "\t" else csv.QUOTE_MINIMAL
    csv.field_size_limit(10**8)
    with open(path, encoding="utf-8-sig", newline="") as lines:
        yield from csv.reader(lines, delimiter=delimiter, quoting=quoting)


def filled(cells):
    return sum(1 for cell in cells if cell.strip() not in ("", ".."))


def wanted_counts(shared):
    """{(vintage, measure or kind): rows} that the origin files call for."""
    # "Salvador" stands beside "El Salvador" in the Kyrgyz imports and gives its figures to the same rows.
    trade, wanted = shared / "trade_aid", collections.Counter()
    closed = {"5080": 0, "4350": 1993, "4610": 1993, "4790": 1993, "7740": 1994}
    for row in list(plain(trade / "census/us_census_country_annual.csv"))[1:]:
        if int(row[0]) < closed.get(row[1], 9999):
            wanted["us-census-country@2023-01", "imports"] += filled(row[3:4])
            wanted["us-census-country@2023-01", "exports"] += filled(row[4:5])
    for flow, table in (("exports", "1105_exports"), ("imports", "1176_imports")):
        rows = list(plain(trade / f"uzstat/uzstat_sdmx_{table}_by_country_2010_2023.csv"))[1:]
        wanted["uzstat-1105@2010-2023", flow] = sum(filled(row[4:]) for row in rows)
    for flow, table in (("exports", "18_exports"), ("imports", "20_imports")):
        for cells in list(read_cells(trade / f"kgstat/kg_4.03.00.{table}_by_country_1994_2023.xlsx").values())[3:]:
            if cells.get("C", "").strip() and cells["C"].strip() != "Salvador":
                wanted["kgstat@2024-10", flow] += filled(text for column, text in cells.items() if column not in ("A", "B", "C"))
    for row in plain(trade / "amstat/armstat_trade_by_country_monthly.csv"):
        if len(row) > 5 and row[4] == "Year" and row[5] < "2023":
            wanted["armstat@2017-2022", "exports"] += filled(row[1:2])
            wanted["armstat@2017-2022", "imports"] += filled(row[3:4])
    for row in plain(trade / "derived/national_reporters_bilateral_kusd.csv"):
        if row[0] == "KAZ":
            vintage = "kzstat@" + re.search(r"file (\d+)", row[7])[1]
            wanted[vintage, "exports"] += filled(row[5:6])
            wanted[vintage, "imports"] += filled(row[6:7])
    unions = ("Belgium-Luxembourg", "South African Common Customs Area (SACCA)", "Other Countries not included elsewhere")
    for part in (1, 2, 3):
        for row in list(plain(trade / f"imf_dots/imf_dots_annual_1992_2020_part0{part}.csv"))[1:]:
            if row[0] not in unions:
                wanted["imf-dots@2020", {"X": "exports", "M": "imports"}[row[1]]] += filled(row[3:])
    for sheet, flow in (("1", "exports"), ("2", "imports")):
        seen = set()
        for cells in list(read_cells(trade / "imf_dots/raw_xlsx/DOTS_208.xlsx", f"xl/worksheets/sheet{sheet}.xml").values())[7:]:
            if cells.get("B") and cells["B"] not in seen and not REGION.search(cells["B"]):
                seen.add(cells["B"])
                wanted["imf-dots@2020", flow] += sum(1 for column in cells if column in EARLY)
    for row in list(plain(trade / "imf_dots/imf_dots_us_reporter_1995_2022.csv"))[1:]:
        wanted["imf-dots@2022", "exports"] += filled(row[5:6])
        wanted["imf-dots@2022", "imports"] += filled(row[7:8])
    kinds = {"1": "aid-appropriated", "2": "aid-obligations", "3": "aid-disbursements", "18": "aid-requested", "19": "aid-allocated"}
    for vintage in ("2023-10", "fy2024", "2025-12"):
        for row in list(plain(trade / f"us_foreign_assistance/us_foreign_aid_country_{vintage}.csv"))[1:]:
            if row[1] != "Vietnam (former South)":
                wanted[f"us-foreign-assistance@{vintage}", kinds[row[6]]] += filled(row[9:11])
    people = shared / "diplomacy/hsg"
    wanted["hsg-visits@2024-11", "visit"] = sum(
        len([slug for slug in re.split(r"[|,; ]+", row[4]) if slug and slug != "hawaii"])
        for row in list(plain(people / "visits.tsv", "\t"))[1:])
    wanted["hsg-travels@2025-02", "visit"] = sum(1 for row in list(plain(people / "travels.tsv", "\t"))[1:] if row[6])
    return wanted


def compare(tables, shared, failures):
    found = collections.Counter((cells[0], cells[1]) for _, cells in tables["observations"])
    found.update((row["vintage"], row["kind"]) for _, row in tables["facts"])
    for key, count in sorted(wanted_counts(shared).items()):
        if found[key] != count:
            failures.add("/".join(key), f"{found[key]} rows in the tables, {count} in the origin file")
