#!/usr/bin/env python3
"""Scores a program's claims against the annotated sheets: score.py PROGRAM [--sheets DIR]"""

import argparse
import json
import pathlib
import re
import subprocess
import sys
from decimal import Decimal

SHEETS = pathlib.Path(__file__).resolve().parent / "sheets"
TRACKED = {"support", "cooperation", "threat", "stance"}
PLACE = {"type", "span", "sentence", "quote"}
WORDED = {"title", "place", "visitor", "products", "sector", "channel"}


def words(value):
    text = " ".join(value) if isinstance(value, list) else str(value or "")
    return set(re.findall(r"\w+", text.lower())) - {"the", "of", "and", "a"}


def agrees(member, wanted, found):
    if found is None:
        return False
    if member in WORDED:
        return 2 * len(words(wanted) & words(found)) >= len(words(wanted))
    if member in {"value", "low", "high", "from_value", "to_value"}:
        return Decimal(str(wanted)) == Decimal(str(found))
    return wanted == found


def symmetric(claim):
    return claim["kind"] in {"relations", "agreement", "dialogue", "military"} or claim.get("flow") in {"total", "balance"}


def matches(wanted, found):
    """The annotated claim and the claim that was read say the same, as far as the annotation goes."""
    if wanted["kind"] != found["kind"]:
        return False
    first, last = found.get("sentence") or found["span"]
    if not (first < wanted["span"][1] and wanted["span"][0] < last):
        return False
    actors = wanted.get("subject"), wanted.get("object")
    read = found.get("subject"), found.get("object")
    fits = [all(want is None or want == have for want, have in zip(actors, way)) for way in (read, read[::-1] if symmetric(wanted) else read)]
    rest = {member: value for member, value in wanted.items() if member not in PLACE | {"kind", "subject", "object"}}
    modality = wanted.get("modality", "asserted") == found.get("modality", "asserted")
    return any(fits) and modality and all(agrees(member, value, found.get(member)) for member, value in rest.items())


def assigned(wanted, found):
    """The largest assignment of annotated claims to read ones: {index in wanted: index in found}."""
    taken = {}

    def place(index, tried):
        for other, claim in enumerate(found):
            if other not in tried and matches(wanted[index], claim):
                tried.add(other)
                if other not in taken or place(taken[other], tried):
                    taken[other] = index
                    return True
        return False

    for index in range(len(wanted)):
        place(index, set())
    return {index: other for other, index in taken.items()}


class Score:
    def __init__(self):
        self.found, self.missed, self.false, self.notes = 0, 0, 0, []

    def add(self, name, wanted, read):
        read = [claim for claim in read if claim["kind"] not in TRACKED]
        pairs = assigned(wanted, read)
        self.found += len(pairs)
        self.missed += len(wanted) - len(pairs)
        self.false += len(read) - len(pairs)
        self.notes += [f"missed  {name}: {claim['kind']}: {claim['quote']}" for index, claim in enumerate(wanted) if index not in pairs]
        self.notes += [f"false   {name}: {json.dumps({k: v for k, v in claim.items() if k not in ('type', 'id', 'prefix', 'suffix', 'sentence')}, ensure_ascii=False)}"
                       for index, claim in enumerate(read) if index not in pairs.values()]

    def precision(self):
        return self.found / (self.found + self.false) if self.found + self.false else 0.0

    def recall(self):
        return self.found / (self.found + self.missed) if self.found + self.missed else 0.0

    def f1(self):
        both = self.precision() + self.recall()
        return 2 * self.precision() * self.recall() / both if both else 0.0

    def line(self):
        return f"{self.found} found, {self.missed} missed, {self.false} false: P={self.precision():.3f} R={self.recall():.3f} F1={self.f1():.3f}"


def score(program, sheets=SHEETS):
    """Runs the program on every annotated sheet. Also checks the annotation itself: each quote stands at its span."""
    total = Score()
    for path in sorted(pathlib.Path(sheets).glob("*.jsonl")):
        head, *wanted = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        raw = (path.parent / head["source"]).read_bytes()
        for claim in wanted:
            first, last = claim["span"]
            if raw[first:last].decode("utf-8") != claim["quote"]:
                sys.exit(f"{path}: the bytes {first}..{last} are not \"{claim['quote']}\"")
        run = subprocess.run([str(program), "extract", head["source"], "--format", "jsonl"], cwd=path.parent, stdout=subprocess.PIPE, check=True)
        rows = [json.loads(line) for line in run.stdout.decode("utf-8").splitlines()]
        if sorted(rows[0]["pair"]) != sorted(head["pair"]) or rows[0]["published"] != head["published"]:
            total.notes.append(f"{head['source']}: pair {rows[0]['pair']}, published {rows[0]['published']}; annotated {head['pair']}, {head['published']}")
        total.add(head["source"], wanted, [row for row in rows if row["type"] == "claim"])
    return total


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=lambda name: pathlib.Path(name).resolve())
    parser.add_argument("--sheets", type=pathlib.Path, default=SHEETS)
    options = parser.parse_args()
    total = score(options.program, options.sheets)
    print("\n".join(total.notes + [total.line()]))


if __name__ == "__main__":
    main()
