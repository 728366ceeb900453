#!/usr/bin/env python3
"""Turns notes about a document into its annotation: annotate.py NOTES… writes NAME.jsonl beside each document that the notes name.

Notes are written from the text alone, one claim a line, the quote last; the spans are found here:

    = eval/worked/13-us-malawi.txt US,MW 2019-07-15
    relations US MW e=established p=1964 | established diplomatic relations in 1964
    trade_value US MW flow=exports v=41.2m u=USD p=2018 i=subject | exports to Malawi were $41.2 million in 2018
    mission US MW e=exists mission=embassy place=Lilongwe ?="a letterhead" | Embassy, Lilongwe
    no "the population of a town" | Zomba (pop. 105,000)

After the kind stand subject and object, "-" for none, then members. Short names: e event, p period, v value, u unit, c comparator, d digits,
m modality, i implicit, fy fiscal_year_of, by attributed_to, and ? for the reason of an ambiguous one. A value may end in k, m, b, t, l (lakh)
or cr; digits are counted from the value as noted unless d= says otherwise (d=- for words). A list is written a;b;c. White space and tags
between the quote's words may differ from the text; "## 2" after the quote is its second occurrence."""

import json
import pathlib
import re
import shlex
import sys
from decimal import Decimal

SHORT = {"e": "event", "p": "period", "v": "value", "u": "unit", "c": "comparator", "d": "digits", "m": "modality", "i": "implicit",
         "fy": "fiscal_year_of", "by": "attributed_to", "?": "why"}
SCALE = {"": 1, "k": 10**3, "m": 10**6, "b": 10**9, "t": 10**12, "l": 10**5, "cr": 10**7}
LISTS = {"implicit": ",", "parties": ",", "products": ";", "means": ";", "purpose": ";", "areas": ";", "threats": ";"}
UNITS = {"trade_rank": "rank", "trade_share": "percent", "people_count": "people", "assistance_rank": "rank"}
AMOUNTS = {"value", "low", "high", "from_value", "to_value"}
GAP = rb"(?:\s|<[^>]*>|&nbsp;|\*\*|\|)+"


def place_of(quote, raw):
    """The bytes at which the quote stands; a quote that stands nowhere, or more than once without a number, is a fault."""
    quote, _, which = quote.partition(" ## ")
    pattern = GAP.join(re.escape(word.encode("utf-8")) for word in quote.split())
    found = [match.span() for match in re.finditer(pattern, raw)]
    if not found or (len(found) > 1 and not which):
        raise ValueError(f"«{quote}» stands {len(found)} times in the document")
    return found[int(which or 1) - 1]


def amount(text):
    figure, scale = re.fullmatch(r"(-?[\d.]+)(k|m|b|t|l|cr|)", text).groups()
    exact = Decimal(figure) * SCALE[scale]
    return int(exact) if exact == exact.to_integral_value() else float(exact)


def claim_of(kind, words):
    claim = {"kind": kind}
    for member, actor in zip(("subject", "object"), words):
        if actor != "-":
            claim[member] = actor
    noted = None
    for word in words[2:]:
        member, _, text = word.partition("=")
        member = SHORT.get(member, member)
        if member in AMOUNTS:
            claim[member] = amount(text)
            noted = text if member == "value" else noted
        elif member in LISTS:
            claim[member] = [one.strip() for one in text.split(LISTS[member])]
        elif member == "digits":
            claim[member] = None if text == "-" else int(text)
        else:
            claim[member] = True if member == "provisional" else text
        if member == "why":
            claim["ambiguous"] = True
    if noted is not None or "low" in claim:
        claim.setdefault("unit", UNITS.get(kind))
        claim.setdefault("comparator", ".." if "low" in claim else "=")
    if noted is not None and claim["unit"] not in ("rank", None) and "digits" not in claim:
        claim["digits"] = len(re.sub(r"\D", "", noted).lstrip("0"))
    return {member: value for member, value in claim.items() if value is not None}


class Notes:
    def __init__(self):
        self.path, self.raw, self.head, self.lines = None, b"", None, []

    def open(self, words):
        self.close()
        self.path = pathlib.Path(words[0])
        self.raw, self.lines = self.path.read_bytes(), []
        self.head = {"type": "document", "source": self.path.name, "pair": [] if words[1] == "-" else words[1].split(","),
                     "published": None if words[2] == "-" else words[2]}

    def read(self, line):
        members, _, quote = line.partition(" | ")
        first, *words = shlex.split(members)
        if first == "=":
            self.open(words)
            return
        span = place_of(quote.strip(), self.raw)
        line = {"type": "not-a-claim", "why": words[0]} if first == "no" else {"type": "claim"} | claim_of(first, words)
        self.lines.append({"type": line.pop("type"), "span": list(span), "quote": self.raw[slice(*span)].decode("utf-8")} | line)

    def close(self):
        if self.path is None:
            return
        claims = sorted((line for line in self.lines if line["type"] == "claim"), key=lambda line: line["span"])
        rest = sorted((line for line in self.lines if line["type"] != "claim"), key=lambda line: line["span"])
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in [self.head, *claims, *rest])
        self.path.with_suffix(".jsonl").write_text(text, encoding="utf-8")


def main():
    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    faults = 0
    for name in sys.argv[1:]:
        notes = Notes()
        for number, line in enumerate(pathlib.Path(name).read_text(encoding="utf-8").splitlines(), 1):
            if line.strip() and not line.startswith("#"):
                try:
                    notes.read(line)
                except (ValueError, IndexError, AttributeError, OSError) as error:
                    print(f"{name}:{number}: {error}: {line}", file=sys.stderr)
                    faults += 1
        notes.close()
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
