#!/usr/bin/env python3
"""Holds the annotations of one or more folders to the claims page and to the gazetteer, without running the program.

Every quote stands at its span, every kind, member and value is one of docs/claims.md, every actor is in data/gazetteer or is named in the
document, and nothing annotated as no claim overlaps a claim. Prints file:line for each fault and exits 1 when there is one."""

import argparse
import csv
import re
import sys

import annotations
import score

ROOT = annotations.HERE.parent
PERIOD = re.compile(r"(FY\d{4}|\d{4}(-\d\d(-\d\d)?)?|\d{3}0s)|(\.\.|FY\d{4}|\d{4}(-\d\d(-\d\d)?)?)/(\.\.|FY\d{4}|\d{4}(-\d\d(-\d\d)?)?)")
COMPARATORS = {"=", "~", "<", "<=", ">", ">=", ".."}
MODALITIES = {"asserted", "planned", "conditional", "negated", "reported"}
NUMBERS = {"value", "low", "high", "from_value", "to_value", "digits"}
OF_ALL = {"type", "kind", "span", "quote", "subject", "object", "value", "low", "high", "unit", "comparator", "digits", "period", "fiscal_year_of",
          "modality", "attributed_to", "implicit", "ambiguous", "why"}


def rows_of_table(page, heading):
    """The cells of the table under a heading of the page, row by row, without the head."""
    section = page.split(heading, 1)[1].split("\n#", 1)[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in section.splitlines() if line.startswith("|")]
    return rows[2:]


class Schema:
    """Kinds, their members and the values of these, as docs/claims.md lists them."""

    def __init__(self, page):
        self.members, self.values = {}, {}
        before = set()
        for kind, _, own in rows_of_table(page, "## Kinds"):
            name = re.fullmatch("`([a-z_]+)`", kind)
            if name:
                named = set(re.findall("`([a-z_]+)`", own))
                before = self.members[name.group(1)] = named | (before if re.search(r"\b(those|the same)\b", own) else set())
        for member, values in rows_of_table(page, "### Values of their members"):
            name, *kind = re.findall("`([a-z_]+)`", member)
            self.values[name, kind[0] if kind else None] = set(re.findall("`([^`]+)`", values.split(";")[0]))

    def allowed(self, kind, member):
        return self.values.get((member, kind)) or self.values.get((member, None))


def column(name, head):
    with open(ROOT / "data/gazetteer" / name, encoding="utf-8", newline="") as file:
        return {row[head] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}


class Checker:
    def __init__(self):
        self.schema = Schema((ROOT / "docs/claims.md").read_text(encoding="utf-8"))
        self.states = column("actors.tsv", "id")
        self.actors = self.states | column("organisations.tsv", "id") | column("groups.tsv", "id")
        self.faults = []

    def say(self, document, number, text):
        self.faults.append(f"{document.annotation}:{number}: {text}")

    def check(self, document):
        raw = document.raw()
        for member in ("source", "pair", "published"):
            if member not in document.head:
                self.say(document, 1, f"the document line has no {member}")
        for actor in document.head.get("pair", []):
            if actor not in self.actors:
                self.say(document, 1, f"no actor is called {actor}")
        for number, line in enumerate(document.lines, 2):
            first, last = line["span"]
            quote = raw[first:last].decode("utf-8", "replace")
            if not quote or quote != line.get("quote"):
                self.say(document, number, f"the bytes {first}..{last} are «{quote}», not «{line.get('quote')}»")
            if line["type"] == "claim":
                self.claim(document, number, line, raw)
            elif line["type"] != "not-a-claim":
                self.say(document, number, f"a line is a claim or not-a-claim, not {line['type']}")
            elif not line.get("why"):
                self.say(document, number, "what is no claim needs its reason")
        self.overlaps(document)

    def claim(self, document, number, line, raw):
        kind = line["kind"]
        if kind not in score.CORE:
            self.say(document, number, f"{kind} is not a kind that is scored")
            return
        for member, value in line.items():
            allowed = self.schema.allowed(kind, member) if member in self.schema.members[kind] else None
            if member not in OF_ALL | self.schema.members[kind]:
                self.say(document, number, f"{kind} has no member {member}")
            elif allowed and value not in allowed:
                self.say(document, number, f"{member} of {kind} is {value}: none of {', '.join(sorted(allowed))}")
            elif member in NUMBERS and score.number(value) is None:
                self.say(document, number, f"{member} is {value}, not a number")
            elif member in ("period", "from_period", "to_period") and not PERIOD.fullmatch(value):
                self.say(document, number, f"{member} is {value}, not a period")
            elif member in ("subject", "object", "from", "fiscal_year_of"):
                self.actor(document, number, value, raw)
        if line.get("comparator", "=") not in COMPARATORS:
            self.say(document, number, f"no comparator is written {line['comparator']}")
        if line.get("modality", "asserted") not in MODALITIES:
            self.say(document, number, f"no modality is called {line['modality']}")
        if str(line.get("period", "")).startswith("FY") and "fiscal_year_of" not in line:
            self.say(document, number, "a fiscal year needs fiscal_year_of")
        if line.get("ambiguous") and not line.get("why"):
            self.say(document, number, "what is ambiguous needs its reason")
        if "value" in line and "unit" not in line:
            self.say(document, number, "a value needs its unit")

    def actor(self, document, number, actor, raw):
        if actor not in self.actors and actor.encode("utf-8") not in raw:
            self.say(document, number, f"{actor} is neither in data/gazetteer nor in the document")

    def overlaps(self, document):
        claims = [line["span"] for line in document.lines if line["type"] == "claim"]
        for number, line in enumerate(document.lines, 2):
            if line["type"] == "not-a-claim" and any(first < line["span"][1] and line["span"][0] < last for first, last in claims):
                self.say(document, number, f"«{line.get('quote')}» is annotated as no claim, and overlaps a claim")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", default=annotations.OURS)
    chosen = parser.parse_args()
    checker, count = Checker(), 0
    for name in chosen.sets:
        for document in annotations.documents(name):
            checker.check(document)
            count += 1
            if document.path.suffix not in (".txt", ".md", ".html"):
                checker.say(document, 1, "a document is text, Markdown or HTML")
    numbered = [(name, int(document.path.name[:2])) for name in chosen.sets if name != "sheets" for document in annotations.documents(name)]
    checker.faults += [f"eval/{name}: document {number}: odd numbers are worked on, even ones stand apart" for name, number in numbered
                       if (name == "worked") != (number % 2 == 1)]
    print("\n".join(checker.faults + [f"{count} documents, {len(checker.faults)} faults"]))
    sys.exit(1 if checker.faults or not count else 0)


if __name__ == "__main__":
    main()
