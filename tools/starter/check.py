#!/usr/bin/env python3
"""Checks data/starter/: schema, references, counts against the origin files by another path, and known figures.

    tools/starter/check.py [--shared ../shared/data]

Without the reference files the counts are skipped, saying so. Stops at the first class of failures, naming file:line.
"""

import argparse
import collections
import csv
import pathlib
import re
import subprocess
import sys
from decimal import Decimal

import check_counts

ROOT = pathlib.Path(__file__).resolve().parents[2]
COLUMNS = {
    "sources": "id title publisher url licence grade attribution note",
    "vintages": "id source recorded basis_note file sha256 note",
    "observations": "vintage measure reporter partner period value unit basis coverage price_basis row_class "
                    "partner_as_published line",
    "facts": "vintage kind subject object event from to title name place status as_published ref",
}
FORMS = {
    "grade": r"A|B", "url": r"https://\S+", "recorded": r"|\d{4}-\d\d(-\d\d)?", "sha256": r"[0-9a-f]{64}(; [0-9a-f]{64})*",
    "reporter": r"[A-Z]{2}|CSHH|W00", "partner": r"|[A-Z]{2}|CSHH|W00", "value": r"-?(0|[1-9]\d*)(\.\d*[1-9])?",
    "period": r"\d{4}(-\d\d(/\d{4}-\d\d)?)?|FY\d{4}", "unit": r"USD|people", "basis": r"|FOB|CIF|customs", "coverage": r"|goods|goods-services",
    "price_basis": r"|current|constant-FY\d{4}", "row_class": r"country|world|aggregate|residual", "line": r"\S+",
    "from": r"|\d{4}(-\d\d(-\d\d)?)?", "to": r"|\d{4}(-\d\d(-\d\d)?)?", "subject": r"[A-Z0-9][A-Z0-9+-]*",
    "object": r"|[A-Z0-9][A-Z0-9+-]*", "as_published": r".{0,120}", "ref": r"\S.*",
    "kind": r"relations|mission|official|visit|membership|independence|agreement|agreement-party|organisation",
}


class Failures:
    """Collects the failures of one class and ends the run with them."""

    def __init__(self, what):
        self.what = what
        self.lines = []

    def add(self, where, message):
        self.lines.append(f"{where}: {message}")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.lines:
            sys.exit("\n".join(self.lines[:20] + [f"{self.what}: {len(self.lines)} failures"]))
        print(f"ok  {self.what}")


def rows_of(path):
    """(line number, row) of a table, read by the column names of its first line."""
    data = path.read_bytes()
    if path.suffix == ".zst":
        data = subprocess.run(["zstd", "-dqc", str(path)], check=True, stdout=subprocess.PIPE).stdout
    lines = data.decode("utf-8").split("\n")
    header = lines[0].split("\t")
    for number, line in enumerate(lines[1:], start=2):
        if line:
            yield number, header, line.split("\t")


def load(folder):
    tables = collections.defaultdict(list)
    with Failures("every row has the columns and forms of the schema") as failures:
        for path in sorted(folder.glob("*.tsv*")):
            kind = path.name.split(".")[0].split("-")[0]
            columns = COLUMNS[kind].split()
            forms = [(index, name, re.compile(FORMS[name])) for index, name in enumerate(columns)
                     if name in FORMS and not (kind == "vintages" and name == "line")]
            for number, header, cells in rows_of(path):
                where = f"{path.name}:{number}"
                if header != columns or len(cells) != len(columns):
                    failures.add(where, f"{len(cells)} cells under {header}, wanted {columns}")
                    continue
                for index, name, form in forms:
                    if not form.fullmatch(cells[index]):
                        failures.add(where, f"{name} is {cells[index]!r}")
                tables[kind].append((where, dict(zip(columns, cells)) if kind != "observations" else tuple(cells)))
    return tables


def check_references(tables, measures):
    sources = {row["id"] for _, row in tables["sources"]}
    vintages = {row["id"] for _, row in tables["vintages"]}
    with Failures("every vintage has a source, every row a vintage and a measure") as failures:
        for where, row in tables["vintages"]:
            if row["source"] not in sources:
                failures.add(where, f"no source {row['source']}")
        for where, cells in tables["observations"]:
            if cells[0] not in vintages or cells[1] not in measures:
                failures.add(where, f"no vintage {cells[0]} or no measure {cells[1]}")
        for where, row in tables["facts"]:
            if row["vintage"] not in vintages:
                failures.add(where, f"no vintage {row['vintage']}")
        for vintage in vintages - {cells[0] for _, cells in tables["observations"]} - {row["vintage"] for _, row in tables["facts"]}:
            failures.add("vintages.tsv", f"{vintage} has no row")


def check_classes(tables):
    seen = {}
    with Failures("one figure for one pair, flow, period and price; partners agree with their class") as failures:
        for where, cells in tables["observations"]:
            vintage, measure, reporter, partner, period, _, _, _, _, price, row_class, _, _ = cells
            bilateral = measure not in ("gdp", "population")
            if bilateral and row_class == "country" and not re.fullmatch(r"[A-Z]{2}|CSHH", partner):
                failures.add(where, f"a country row with partner {partner!r}")
            if bilateral and (row_class == "world") != (partner == "W00"):
                failures.add(where, f"{row_class} row with partner {partner!r}")
            if row_class in ("aggregate", "residual") and bilateral and partner not in ("", "EU"):
                failures.add(where, f"{row_class} row with partner {partner!r}")
            if row_class == "country":
                key = (vintage, measure, reporter, partner, period, price)
                if key in seen:
                    failures.add(where, f"second row of {key}, first at {seen[key]}")
                seen[key] = where


class Figures:
    def __init__(self, tables):
        self.values = {}
        for _, cells in tables["observations"]:
            if cells[10] == "country":
                self.values[cells[0], cells[1], cells[2], cells[3], cells[4], cells[9]] = Decimal(cells[5])
        self.rows = [cells for _, cells in tables["observations"]]

    def total(self, vintage, reporter, partner, year):
        return [self.values[vintage, flow, reporter, partner, year, ""] for flow in ("exports", "imports")]

    def rank(self, vintage, reporter, partner, year):
        """Place of `partner` by exports + imports, group, world and residual rows left out."""
        totals = collections.Counter()
        for cells in self.rows:
            if cells[0] == vintage and cells[2] == reporter and cells[4] == year and cells[10] == "country":
                totals[cells[3]] += Decimal(cells[5])
        return 1 + sum(1 for value in totals.values() if value > totals[partner])


def check_figures(figures):
    with Failures("known figures and ranks") as failures:
        def same(what, found, wanted):
            if found != wanted:
                failures.add("observations", f"{what}: {found}, wanted {wanted}")

        def in_millions(values):
            return [str((value / 1000000).quantize(Decimal("0.01"))) for value in values + [sum(values)]]

        for vintage, reporter, partner, year, wanted in (
                ("uzstat-1105@2010-2023", "UZ", "US", "2020", ["28.50", "248.48", "276.97"]),
                ("uzstat-1105@2010-2023", "UZ", "US", "2021", ["60.79", "365.48", "426.28"]),
                ("us-census-country@2023-01", "US", "UZ", "2020", ["181.08", "80.71", "261.79"]),
                ("us-census-country@2023-01", "US", "UZ", "2021", ["401.26", "187.35", "588.61"]),
                ("us-census-country@2026-10", "US", "UZ", "2021", ["401.30", "187.40", "588.70"])):
            same(f"{vintage} {reporter}-{partner} {year}", in_millions(figures.total(vintage, reporter, partner, year)), wanted)
        same("DOTS, Uzbek reporter 2020", in_millions(figures.total("imf-dots@2020", "UZ", "US", "2020"))[2], "220.29")
        for vintage, reporter, year, wanted in (
                ("uzstat-1105@2010-2023", "UZ", "2021", 16), ("uzstat-1105@2010-2023", "UZ", "2022", 16),
                ("uzstat-1105@2010-2023", "UZ", "2023", 11), ("kzstat@2021", "KZ", "2021", 9),
                ("kgstat@2024-10", "KG", "2021", 7), ("armstat@2017-2022", "AM", "2021", 10)):
            same(f"rank of the US in {reporter} {year}", figures.rank(vintage, reporter, "US", year), wanted)
        for price, wanted in (("current", "1.29"), ("constant-FY2022", "1.76")):
            total = sum(figures.values.get(("us-foreign-assistance@fy2024", "aid-obligations", "US", "UZ", f"FY{year}", price), 0)
                        for year in range(1992, 2023))
            same(f"obligations to Uzbekistan FY1992-FY2022, {price}", str((total / 10**9).quantize(Decimal("0.01"))), wanted)
        for cells in figures.rows:
            if cells[0] == "us-census-country@2023-01" and cells[4] == "2023":
                failures.add("observations", f"the partial year 2023 stands as a year: {cells}")
                break


def check_known_facts(tables):
    facts = collections.defaultdict(list)
    for _, row in tables["facts"]:
        facts[row["kind"], row["subject"], row["object"], row["event"]].append(row)
    with Failures("known facts") as failures:
        for key, wanted in ((("relations", "US", "UZ", "established"), "1992-02-19"),
                            (("relations", "US", "UZ", "recognized"), "1991-12-25"),
                            (("mission", "US", "UZ", "opened"), "1992-03-16"),
                            (("independence", "UZ", "SU", "independence"), "1991-09-01"),
                            (("agreement", "US", "UZ", "signed"), "2004-06-01")):
            if wanted not in [row["from"] for row in facts[key]]:
                failures.add("facts", f"{key} not on {wanted}: {facts[key]}")
        for organisation, wanted in (("UN", "1992-03-02"), ("PFP", "1994-07-13")):
            joined = [row["from"] for row in facts["membership", "UZ", organisation, "joined"]]
            if joined != [wanted]:
                failures.add("facts", f"Uzbekistan joined {organisation} on {joined}, wanted {wanted}")
        spans = [(row["status"], row["from"], row["to"]) for row in facts["membership", "UZ", "WTO", "listed"]]
        if sorted(spans) != [("applicant", "1996", "2000"), ("observer", "2001", "2025")]:
            failures.add("facts", f"Uzbekistan and the WTO: {spans}")
        for organisation in ("UN", "OSCE", "IMF", "WB", "PFP"):
            if not any(row["status"] == "member" and row["to"] == "2025" for row in facts["membership", "UZ", organisation, "listed"]):
                failures.add("facts", f"Uzbekistan is no member of {organisation} in the edition of 2025")
        for row in (row for rows in facts.values() for row in rows):
            if row["event"] == "listed" and row["object"] == "WTO" and int(row["from"]) < 1996:
                failures.add("facts", f"a member of the WTO before it stood in the Factbook: {row}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=pathlib.Path, default=ROOT / "data")
    parser.add_argument("--shared", type=pathlib.Path, default=ROOT.parent / "shared" / "data")
    options = parser.parse_args()
    with open(options.data / "measures" / "measures.tsv", encoding="utf-8") as lines:
        measures = {row["id"] for row in csv.DictReader(lines, delimiter="\t")}
    tables = load(options.data / "starter")
    check_references(tables, measures)
    check_classes(tables)
    check_figures(Figures(tables))
    check_known_facts(tables)
    with Failures("at most 12 MB") as failures:
        size = sum(path.stat().st_size for path in (options.data / "starter").iterdir())
        if size > 12_000_000:
            failures.add("data/starter", f"{size} bytes")
    if not options.shared.is_dir():
        print(f"skipped  counts against the origin files: {options.shared} is not there")
        return
    with Failures("counts against the origin files") as failures:
        check_counts.compare(tables, options.shared, failures)


if __name__ == "__main__":
    main()
