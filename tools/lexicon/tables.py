"""Tables of the lexicon: reading hand-written input, writing tab-separated output."""

import csv
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

INPUT = Path(__file__).resolve().parent / "input"
ITEM = re.compile(r"^(?P<name>.*?)(?:\s*\[(?P<from>[\d-]*)\.\.(?P<to>[\d-]*)\])?(?:\s*!(?P<flags>[a-z]+))?$")
APOSTROPHES = str.maketrans("ʻʼ’‘", "''''")  # one spelling in every table; the tokens read all of them alike
FLAGS = {"h": "homonym", "a": "ambiguous", "c": "caps", "f": "former"}


@dataclass(frozen=True)
class Item:
    """One hand-written name: "Zaire [1971..1997] !h"."""

    name: str
    valid_from: str = ""
    valid_to: str = ""
    flags: frozenset = field(default_factory=frozenset)

    def flag_text(self):
        return ",".join(sorted(self.flags - {"former"}))


def parse_item(text):
    text = text.strip()
    # Flags and validity may come in either order.
    match = re.match(r"^(.*?)\s*!([a-z]+)\s*(\[.*\])$", text)
    if match:
        text = f"{match[1]} {match[3]} !{match[2]}"
    match = ITEM.match(text)
    flags = match["flags"] or ""
    unknown = set(flags) - set(FLAGS)
    if unknown:
        raise SystemExit(f"unknown flag in '{text}'")
    return Item(match["name"].strip(), match["from"] or "", match["to"] or "", frozenset(FLAGS[f] for f in flags))


def parse_items(text):
    return [parse_item(part) for part in text.split(";") if part.strip()]


def read_input(name, columns):
    """Rows of a hand-written table: "|" between columns, "#" starts a comment line."""
    path = INPUT / name
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("|")]
        if len(cells) > columns:
            raise SystemExit(f"{path}:{number}: {len(cells)} columns, {columns} expected")
        rows.append(cells + [""] * (columns - len(cells)))
    return rows


def read_delimited(path, delimiter, encoding="utf-8-sig"):
    with open(path, encoding=encoding, newline="") as stream:
        quoting = csv.QUOTE_NONE if delimiter == "\t" else csv.QUOTE_MINIMAL
        return list(csv.DictReader(stream, delimiter=delimiter, quoting=quoting))


def unique(rows, key):
    """The first row of each key, in order."""
    seen = {}
    for row in rows:
        seen.setdefault(key(row), row)
    return list(seen.values())


def write_table(path, columns, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = ["\t".join(columns)]
    for row in rows:
        cells = [str(cell).translate(APOSTROPHES) for cell in row]
        if len(cells) != len(columns) or any("\t" in cell or "\n" in cell for cell in cells):
            raise SystemExit(f"{path}: bad row {cells}")
        lines.append("\t".join(cells))
    lines = list(dict.fromkeys(lines))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{path.parent.name}/{path.name}: {len(lines) - 1} rows", file=sys.stderr)
