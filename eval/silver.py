#!/usr/bin/env python3
"""Reads the Office of the Historian's articles and compares what comes out with its time line: silver.py --program paraph [--list] [--floors floors.json]

The articles are the guide to the United States' history of recognition, diplomatic and consular relations: one an article for each state, so that the
pair is known. The time line gives each event as a headline and the passage below it: what kind it is comes from the headline, its date is one that the
passage gives in the headline's year. Nothing here is annotated by hand, hence silver: the headline may say more, or another year, than the passage.
"""

import argparse
import collections
import json
import os
import pathlib
import re
import subprocess
import sys
import tarfile
import tempfile
import xml.etree.ElementTree as ElementTree

SKIP = 77
GAZETTEER = pathlib.Path(__file__).resolve().parents[1] / "data" / "gazetteer"
TEI_DROPPED = {"figure", "note", "listBibl"}
# What a headline says, in this order: (the headline, kind, event); the first that fits each kind counts.
HEADLINES = [
    (re.compile(r"non-recognition|withdrawal of recognition|recognition of consul", re.I), None, None),
    (re.compile(r"\brecogni[sz](ed|es|tion)|\brecognition\b", re.I), "relations", "recognized"),
    (re.compile(r"(re-?establish\w*|resum\w*|restor\w*|normali[sz]\w*|renew\w*)[^.]*\brelations|relations[^.]*\b(re-?establish\w*|resum\w*|restor\w*|normali[sz]\w*|renew\w*)", re.I), "relations", "restored"),
    (re.compile(r"\b(establish\w*|open\w*|began)[^.]*\bdiplomatic relations|diplomatic relations[^.]*\b(established|opened|began)", re.I), "relations", "established"),
    (re.compile(r"(sever\w*|broken?|terminat\w*|rupture|break)[^.]*\brelations|relations[^.]*\b(sever\w*|broken?|terminat\w*|ended)", re.I), "relations", "severed"),
    (re.compile(r"(interrupt\w*|suspen\w*)[^.]*\brelations|relations[^.]*\b(interrupt\w*|suspen\w*)", re.I), "relations", "severed|suspended"),
    (re.compile(r"\bembass(y|ies)\b[^.]*\b(closed|closes|evacuated)|(clos(ure|ing|ed)|evacuation)[^.]*\bembassy", re.I), "mission", "closed"),
    (re.compile(r"\bembassy\b[^.]*\b(moved?|relocat\w*|transferred|returns?)|(move|relocation|transfer)[^.]*\bembassy", re.I), "mission", "moved"),
    (re.compile(r"(establish\w*|elevat\w*|rais\w*|open\w*|upgrad\w*|reopen\w*|re-?establish\w*|resum\w*)[^.]*\bembass|\bembass\w*\b[^.]*\b(established|opened|reopened|raised)", re.I), "mission", "opened"),
]


def rows(path):
    with open(path, encoding="utf-8") as table:
        names = table.readline().rstrip("\n").split("\t")
        for line in table:
            yield dict(zip(names, line.rstrip("\n").split("\t")))


def expected(event):
    """[(kind, event)] that a headline announces."""
    found = {}
    for pattern, kind, what in HEADLINES:
        if pattern.search(event["head"]):
            if kind is None:
                return []
            found.setdefault(kind, what)
    return sorted(found.items())


def year_of(event):
    said = re.search(r"(\d{4})\s*\.?\s*$", event["head"]) or re.search(r"\d{4}", event["head_date"])
    return said.group(0)[:4] if said else None


MONTHS = "January February March April May June July August September October November December".split()
MONTH = re.compile(r"\b(" + "|".join(MONTHS) + r")( \d{1,2})?(?:,? (\d{4}))?\b")


def dates(event):
    """The dates of the passage that stand in the headline's year: those that the time line lists, months, and days whose year goes without saying."""
    year = year_of(event)
    given = {date for date in event["dates_in_text"].split("|") if date and (year is None or date.startswith(year))}
    for month, day, stated in MONTH.findall(event["text"]):
        if year is not None and stated in ("", year) and (day or stated):
            given.add(f"{year}-{MONTHS.index(month) + 1:02d}" + (f"-{int(day):02d}" if day else ""))
    return sorted(given)


# What a passage must say for its headline to be more than a headline.
SAYS = {
    "recognized": r"recogni[sz]",
    "established": r"(establish|open|began|entered into)\w*[^.]*\b(relations|ties)|\b(relations|ties)\b[^.]*(establish|open|began)",
    "restored": r"(restor|resum|re-?establish|renew|normali[sz])\w*[^.]*\brelations|\brelations\b[^.]*(restor|resum|re-?establish|renew|normali[sz])",
    "severed": r"(sever|br[eo]k|cut|terminat|end)\w*[^.]*\brelations|\brelations\b[^.]*(sever|broken|cut|terminat|ended)",
    "severed|suspended": r"(sever|br[eo]k|suspen|interrupt)\w*[^.]*\brelations|\brelations\b[^.]*(sever|broken|suspend|interrupt)",
    "opened": r"(establish|elevat|rais|open|upgrad|resum)\w*[^.]*\bembass|\bembass\w*\b[^.]*(establish|open|resum)",
    "closed": r"clos\w*[^.]*\bembass|\bembass\w*\b[^.]*clos",
    "moved": r"(mov|relocat|transfer)\w*[^.]*\bembass|\bembass\w*\b[^.]*(mov|relocat|transfer)",
}


def actor_codes():
    """Name of a state, lower case → its code; names in use before former ones."""
    codes = {}
    names = list(rows(GAZETTEER / "actor_names.tsv"))
    for forms in (("name", "official"), ("alias", "former", "short")):
        for name in names:
            if name["form"] in forms:
                codes.setdefault(name["name"].lower(), name["actor"])
    return codes


def code_of(title, slug, codes):
    name = re.sub(r"[*†]| \(.*?\)", "", title).replace("’", "'").lower()
    for tried in (name, re.sub(r"^(the )", "", name), slug.replace("-", " "), name.split("/")[-1], name.replace("cote d'", "côte d'")):
        if tried in codes:
            return codes[tried]
    return None


def words_of(element):
    text = [element.text or ""]
    for child in element:
        if child.tag not in TEI_DROPPED:
            text.append(words_of(child))
        text.append(child.tail or "")
    return "".join(text)


def level(text):
    return re.sub(r"\s+", " ", text).strip()


def as_markdown(article):
    """Headings and paragraphs of a TEI article."""
    root = ElementTree.fromstring(article)
    for element in root.iter():
        element.tag = element.tag.split("}")[-1] if isinstance(element.tag, str) else ""
    title = next((level(words_of(e)) for e in root.iter("title") if e.get("type") == "short"), "")
    lines = [f"# {title}"]

    def walk(element, depth):
        for child in element:
            tag = child.tag
            if tag in TEI_DROPPED or child.get("type") == "appendix":
                continue
            if tag == "head":
                lines.append("#" * min(depth, 6) + " " + level(words_of(child)))
            elif tag == "p":
                lines.append(level(words_of(child)))
            elif tag == "item":
                lines.append("- " + level(words_of(child)))
            else:
                walk(child, depth + (tag == "div"))

    body = root.find(".//body")
    if body is not None:
        walk(body, 1)
    return title, "\n\n".join(line for line in lines if line.strip("# -")) + "\n"


def read(program, path, code):
    run = subprocess.run([program, "extract", "--format", "jsonl", "--pair", f"US-{code}", path], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    lines = [json.loads(line) for line in run.stdout.decode("utf-8").splitlines() if line.strip()]
    return [line for line in lines if line.get("type") == "claim" and line["kind"] in ("relations", "mission")]


def cause(event, kind, what, days, code, claims):
    """None where the event came out; else what is wrong with the best claim for it."""
    kinds = [claim for claim in claims if claim["kind"] == kind]
    of_pair = [claim for claim in kinds if {claim.get("subject"), claim.get("object")} == {"US", code}]
    of_event = [claim for claim in of_pair if claim["event"] in what.split("|") and (kind != "mission" or claim["mission"] == "embassy")]
    if any(claim.get("period") in days for claim in of_event):
        return None
    if of_event:
        return "other date" if any(claim.get("period") for claim in of_event) else "no date"
    if of_pair:
        return "other event"
    return "other pair" if kinds else "nothing read"


def score(program, folder, verbose):
    codes = actor_codes()
    events = list(rows(folder / "rdcr_timeline.tsv"))
    tally, causes, skipped = collections.Counter(), collections.Counter(), collections.Counter()
    claims, states, texts = {}, {}, {}
    with tempfile.TemporaryDirectory() as scratch, tarfile.open(folder / "rdcr_articles_raw.tar.gz") as articles:
        for member in sorted(articles.getmembers(), key=lambda one: one.name):
            if not member.name.endswith(".xml"):
                continue
            slug = pathlib.Path(member.name).stem
            title, text = as_markdown(articles.extractfile(member).read())
            code = code_of(title, slug, codes)
            path = pathlib.Path(scratch) / f"{slug}.md"
            path.write_text(text, encoding="utf-8")
            states[slug], texts[slug] = code, text
            claims[slug] = read(program, path, code) if code else []
    for event in events:
        for kind, what in expected(event):
            slug = event["slug"]
            days = dates(event)
            if slug not in states or states[slug] is None:
                skipped["state without a code in today's or former lists"] += 1
                continue
            if not days:
                skipped["passage gives no date in the headline's year"] += 1
                continue
            if not re.search(SAYS[what], event["text"], re.I):
                skipped["the headline alone says it, not the passage"] += 1
                continue
            wrong = cause(event, kind, what, days, states[slug], claims[slug])
            tally[kind, what, wrong is None] += 1
            if wrong is not None:
                causes[kind, what, wrong] += 1
                if verbose:
                    print(f"{wrong:13} {kind} {what} {'|'.join(days)} {slug} US-{states[slug]}: {event['head']} :: {event['text']}")
    print(f"{len(texts)} articles, {len(events)} events of the time line")
    for reason, count in sorted(skipped.items()):
        print(f"{count:5} not scored: {reason}")
    for kind, what in sorted({key[:2] for key in tally}):
        found, missed = tally[kind, what, True], tally[kind, what, False]
        told = ", ".join(f"{name} {causes[kind, what, name]}" for name in sorted({key[2] for key in causes if key[:2] == (kind, what)}))
        print(f"{kind:10} {what:18} {found:4} of {found + missed:4}  {found / (found + missed):.3f}  {told}")
    found, all_events = sum(n for key, n in tally.items() if key[2]), sum(tally.values())
    print(f"all {found} of {all_events}  recall {found / all_events:.3f}")
    return {"recall": found / all_events}


def silver(program, verbose=False):
    shared = os.environ.get("PARAPH_SHARED")
    folder = pathlib.Path(shared) / "data" / "diplomacy" / "hsg" if shared else None
    if folder is None or not (folder / "rdcr_timeline.tsv").is_file():
        print("$PARAPH_SHARED names no folder with data/diplomacy/hsg/rdcr_timeline.tsv: the articles are not read here")
        sys.exit(SKIP)
    return score(program, folder, verbose)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=lambda name: pathlib.Path(name).resolve(), required=True)
    parser.add_argument("--list", action="store_true", help="also list every event that did not come out, with its cause")
    parser.add_argument("--floors", type=pathlib.Path, help="fail where the recall is below the floor under \"silver\" of this file")
    options = parser.parse_args()
    reached = silver(options.program, options.list)
    floors = json.loads(options.floors.read_text(encoding="utf-8"))["silver"] if options.floors else {}
    below = [f"{name} {reached[name]:.3f} is below its floor {floor:.3f}" for name, floor in floors.items() if reached[name] < floor]
    print("\n".join(below))
    sys.exit(1 if below else 0)
