#!/usr/bin/env python3
"""Builds data/starter/ and data/measures/ from the reference files. The same files give the same bytes.

    tools/starter/build.py --shared ../shared/data
"""

import argparse
import pathlib
import sys

import agencies
import agreements
import census
import factbook
import foreign_assistance
import historian_people
import historian_relations
import imf_dots
import measures
import provenance
import typed
import world_bank
from names import Names
from tables import Fact, Observation, Source, Vintage, write_table

ROOT = pathlib.Path(__file__).resolve().parents[2]
FAMILIES = [agencies, agreements, census, factbook, foreign_assistance, historian_people, historian_relations, imf_dots,
            typed, world_bank]
OBSERVATIONS = {  # table: the modules that fill it
    "observations-agencies": [census, agencies],
    "observations-foreign-assistance": [foreign_assistance],
    "observations-imf-dots": [imf_dots],
    "observations-world-bank": [world_bank],
}
FACTS = {
    "facts-agreements": [agreements],
    "facts-factbook": [factbook],
    "facts-historian": [historian_relations, historian_people],
    "facts-typed": [typed],
}
PLAIN = {"facts-typed"}  # small enough to be read as it is


def collect(modules, producer, shared):
    return [row for module in modules for row in getattr(module, producer)(shared)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=pathlib.Path, required=True, help="folder of the reference files")
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / "data", help="where starter/ and measures/ are written")
    parser.add_argument("--only", nargs="*", help="write these tables alone, by the beginning of their names")
    options = parser.parse_args()
    if not options.shared.is_dir():
        sys.exit(f"{options.shared}: no such folder; give the folder that holds trade_aid/ and diplomacy/")

    starter = options.out / "starter"
    starter.mkdir(parents=True, exist_ok=True)
    plan = {"sources.tsv": (Source, [source for module in FAMILIES for source in module.sources()]),
            "vintages.tsv": (Vintage, [vintage for module in FAMILIES for vintage in module.vintages(options.shared)])}
    for tables, producer, row_type in ((OBSERVATIONS, "observations", Observation), (FACTS, "facts", Fact)):
        for name, modules in tables.items():
            suffix = ".tsv" if name in PLAIN else ".tsv.zst"
            plan[name + suffix] = (row_type, collect(modules, producer, options.shared))

    if Names.unresolved:
        for scheme, name, year in sorted(set(Names.unresolved)):
            print(f"{scheme}: {name!r} {year} is in no table of names; add it to data/names/{scheme}.tsv or, with a reason, "
                  "to data/names/ignored.tsv", file=sys.stderr)
        sys.exit(1)

    counts = {}
    for name, (row_type, rows) in plan.items():
        if options.only and not any(name.startswith(prefix) for prefix in options.only):
            continue
        counts[name] = write_table(starter / name, row_type, rows)
        print(f"{name}: {counts[name][0]} rows, {counts[name][1]} bytes")
    measures.write(options.out / "measures" / "measures.tsv")
    if not options.only:
        provenance.write(starter / "PROVENANCE.md", plan, counts, starter)


if __name__ == "__main__":
    main()
