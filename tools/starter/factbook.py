"""CIA World Factbook: who was listed in which organisation, with which status, in which editions; and independence."""

import re

from names import Names, read_tsv
from tables import Fact, Source, Vintage, sha256_of, shortened

FOLDER = "diplomacy/factbook"
PARTICIPATION = f"{FOLDER}/factbook_io_participation_runs.tsv"
INDEPENDENCE = f"{FOLDER}/factbook_independence_runs.tsv"
ORGANISATIONS = f"{FOLDER}/factbook2020_appendix_b.tsv"
MONTHS = "January February March April May June July August September October November December".split()
DATE = re.compile(r"(?:(?:(\d{1,2}) )?(" + "|".join(MONTHS) + r") )?\b(\d{4})\b")
PIECES = re.compile(r"[,;|]\s*(?![^()]*\))")
FOUNDED = re.compile(r"(established|formed|founded|signed|effective)?( -)? ?\d{1,2} [A-Z][a-z]+ \d{4}")
QUALIFIED = re.compile(r"^\s*(.*?)\s*(?:\(([^)]*)\)?)?\s*$")


def sources():
    return [Source("cia-factbook", "The World Factbook", "Central Intelligence Agency",
                   "https://www.cia.gov/the-world-factbook/", "Public domain (work of the U.S. government)", "A",
                   "Central Intelligence Agency, The World Factbook",
                   "Membership years are editions that list it, not dates of accession. Ended in February 2026.")]


def vintages(shared):
    return [Vintage(f"cia-factbook@{name}", "cia-factbook", "", how, path.rsplit("/", 1)[1], sha256_of(shared / path), note)
            for name, path, how, note in (
                ("1990-2025", PARTICIPATION, "36 editions; an entry could be read from its first edition on.",
                 "ref = GEC code:line."),
                ("independence-1990-2025", INDEPENDENCE, "36 editions; the last text of each entity is taken.",
                 "ref = GEC code:line."),
                ("appendix-b-2020", ORGANISATIONS, "Edition of 2020, day not recorded.", "Founding dates of organisations."))]


def actor_of(names, row, year):
    """A successor keeps the code of its predecessor, so the name of the edition is asked first."""
    code = row["gec"] or row["name_in_edition"]
    special = f"{code}/{row['name_in_edition']}"
    return names.find(special if special in names.rows else code, year)


def cleaned(text):
    """The list alone: without notes, without the labels of the European Union's bodies, "A (observer) B" cut in two."""
    text = re.sub(r"\bnote\b\s*(:|--?).*", "", text, flags=re.I)
    text = re.sub(r"European (Central|Investment) Bank:.*", "", text)
    text = re.sub(r"\s*European (Union|Commission|Community):\s*", ", ", text)
    text = re.sub(r"^Afghanistan (is|was) [^:]*: |^member of the following [^:]*: |.*organizations: ", "", text)
    return re.sub(r"\)\s+(?=[A-Z])", "), ", text)


def entries(text, organisations):
    """(acronym, qualifier) of every item; two acronyms without a comma between them are two items."""
    for piece in PIECES.split(cleaned(text)):
        token, qualifier = QUALIFIED.match(piece).groups()
        if token.endswith(")"):
            token = token.rstrip(") ")
        parts = token.split()
        if token not in organisations.rows and len(parts) > 1 and all(part in organisations.rows for part in parts):
            yield from ((part, "") for part in parts[:-1])
            token = parts[-1]
        if token:
            yield token, (qualifier or "").strip()


def runs(years, present):
    """Consecutive editions of those in which the entity has an entry at all."""
    run = []
    for year in sorted(present):
        if year in years:
            run.append(year)
        elif run:
            yield run
            run = []
    if run:
        yield run


def memberships(shared):
    entities, organisations, statuses = Names("factbook"), Names("organisations"), Names("membership_status")
    present, listed = {}, {}
    for line, row in enumerate(read_tsv(shared / PARTICIPATION), start=2):
        for year in range(int(row["first_edition"]), int(row["last_edition"]) + 1):
            entity = actor_of(entities, row, year)
            if not entity:
                continue
            actor = entity[0]
            present.setdefault(actor, set()).add(year)
            for token, qualifier in entries(row["text"], organisations):
                organisation = organisations.find(token, year)
                status = statuses.find(qualifier or "member")
                if not organisation or not organisation[0] or not status:
                    continue
                written = f"{token} ({qualifier})" if qualifier else token
                targets = [organisation[0]] + (["WB"] if organisation[0] == "IBRD" else [])
                for target in targets:
                    listed.setdefault((actor, target, status[0]), {}).setdefault(year, (written, f"{row['gec']}:{line}"))
    for (actor, organisation, status), years in listed.items():
        for run in runs(years, present[actor]):
            written, ref = years[run[0]]
            yield Fact("cia-factbook@1990-2025", "membership", actor, organisation, "listed", str(run[0]), str(run[-1]),
                       f"editions {run[0]}-{run[-1]}", status=status, as_published=shortened(written), ref=ref)


def iso_date(match):
    day, month, year = match.groups()
    text = year
    if month:
        text += f"-{MONTHS.index(month) + 1:02d}"
    if day:
        text += f"-{int(day):02d}"
    return text


def independence(shared):
    entities, rulers = Names("factbook"), Names("former_rulers")
    last = {}
    for line, row in enumerate(read_tsv(shared / INDEPENDENCE), start=2):
        entity = actor_of(entities, row, int(row["last_edition"]))
        if entity and int(row["last_edition"]) >= last.get(entity[0], (0,))[0]:
            last[entity[0]] = (int(row["last_edition"]), line, row)
    for actor, (_, line, row) in last.items():
        text = re.split(r"\bnote\b\s*(?::|--?)|notable earlier", row["text"])[0]
        for clause in re.split(r";\s*(?![^()]*\))", text):
            match = DATE.search(clause)
            from_whom = re.search(r"\bfrom (?:the )?([^;)(,]+)", clause)
            if not match or not (from_whom or re.search("independen", clause)) or clause.strip().startswith("none"):
                continue
            ruler = rulers.find(from_whom[1].strip()) if from_whom else None
            yield Fact("cia-factbook@independence-1990-2025", "independence", actor, ruler[0] if ruler else "",
                       "independence", iso_date(match), "", as_published=shortened(clause), ref=f"{row['gec']}:{line}")


def foundings(shared):
    organisations = Names("organisations")
    for line, row in enumerate(read_tsv(shared / ORGANISATIONS), start=2):
        acronym = re.search(r"\(([^()]+)\)\s*$", row["name"])
        if not acronym or acronym[1] not in organisations.rows:
            continue
        segment = next((part for part in row["text"].split(" | ")[:3] if FOUNDED.match(part)), "")
        match = DATE.search(segment)
        if match:
            yield Fact("cia-factbook@appendix-b-2020", "organisation", organisations.find(acronym[1], 2020)[0], "",
                       "founded", iso_date(match), "", row["name"], as_published=shortened(segment), ref=str(line))


def facts(shared):
    yield from memberships(shared)
    yield from independence(shared)
    yield from foundings(shared)
