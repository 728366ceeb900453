#!/usr/bin/env python3
"""Writes the lexicon's tables under data/gazetteer and data/units.

    tools/lexicon/build.py --shared ../shared/data          rewrites the tables, then checks them
    tools/lexicon/build.py --check                          checks the tables that are there

The same inputs give the same bytes. Sources and licences: data/gazetteer/PROVENANCE.md, data/units/PROVENANCE.md.
"""

import argparse
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))

import actors
import check
import measures
import organisations
import places

ROOT = Path(__file__).resolve().parents[2]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, help="folder of the reference data (diplomacy/, trade_aid/)")
    parser.add_argument("--data", type=Path, default=ROOT / "data", help="folder that holds gazetteer/ and units/")
    parser.add_argument("--check", action="store_true", help="only check the tables")
    arguments = parser.parse_args()
    if not arguments.check:
        if not arguments.shared or not arguments.shared.is_dir():
            parser.error("--shared names no folder: the tables are rebuilt from the reference data")
        _, name_rows = actors.build(arguments.shared, arguments.data)
        organisations.build(arguments.shared, arguments.data)
        places.build(arguments.shared, arguments.data, name_rows)
        measures.build(arguments.shared, arguments.data, name_rows)
    return check.report(check.check_all(arguments.data))


if __name__ == "__main__":
    sys.exit(main())
