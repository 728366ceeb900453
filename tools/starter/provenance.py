"""Writes PROVENANCE.md: what each table holds, from what it was made, and the traps that its makers met."""

import collections
import pathlib

from tables import sha256_of

TRAPS = pathlib.Path(__file__).resolve().parent / "traps.md"
HEAD = """# Where the starter tables come from

Facts and figures only, in the project's own schema (docs/reference.md); every row names its vintage, every vintage its source.
Made by `tools/starter/build.py --shared <folder of the reference files>`, checked by `tools/starter/check.py`. The same
reference files give the same bytes (zstd level 19, one thread, zstd 1.5). Names are resolved by the tables in
`data/names/`; what is left out stands with its reason in `data/names/ignored.tsv`.

## Tables
| table | rows | bytes | sha256 |
|---|---:|---:|---|
"""


def write(path, plan, counts, folder):
    lines = [HEAD.rstrip("\n")]
    for name, (rows, size) in counts.items():
        lines.append(f"| {name} | {rows} | {size} | `{sha256_of(folder / name)}` |")
    lines += ["", "## Rows by vintage", "| vintage | kind of row | rows |", "|---|---|---:|"]
    tally = collections.Counter()
    for rows in (rows for _, rows in plan.values()):
        for row in rows:
            if hasattr(row, "measure"):
                tally[row.vintage, row.measure] += 1
            elif hasattr(row, "kind"):
                tally[row.vintage, row.kind] += 1
    lines += [f"| {vintage} | {kind} | {count} |" for (vintage, kind), count in sorted(tally.items())]
    path.write_text("\n".join(lines) + "\n\n" + TRAPS.read_text(encoding="utf-8"), encoding="utf-8")
