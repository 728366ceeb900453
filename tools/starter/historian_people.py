"""Office of the Historian: chiefs of mission (pocom), leaders' visits and travels, and US posts abroad (gsh)."""

import re

from names import Names, read_tsv
from tables import Fact, Source, Vintage, sha256_of, shortened

FOLDER = "diplomacy/hsg"
OFFICE = "Office of the Historian, U.S. Department of State"
LISTS = {  # source: (title, address, table, archive, recorded, how, note)
    "hsg-pocom": ("Principal Officers and Chiefs of Mission", "https://history.state.gov/departmenthistory/people",
                  "pocom_chiefs.tsv", "pocom_missions_raw.tar.gz", "2026-06-20", "Date of the origin's commit 44d2226d.",
                  "Stale after October 2020."),
    "hsg-visits": ("Visits by Foreign Leaders", "https://history.state.gov/departmenthistory/visits", "visits.tsv",
                   "visits_raw.tar.gz", "", "Commit 869ca4f, date not recorded; the list ends in November 2024.", ""),
    "hsg-travels": ("Travels Abroad of the President and of the Secretary of State",
                    "https://history.state.gov/departmenthistory/travels", "travels.tsv", "travels_raw.tar.gz", "",
                    "Commit 3170c77, date not recorded; the list ends in February 2025.", ""),
    "hsg-gsh": ("Geography of the States and Historical posts (draft)", "https://github.com/HistoryAtState/gsh",
                "gsh_posts.tsv", "gsh_data_raw.tar.gz", "2026-02-23", "Date of the origin's commit c8aea3f.",
                "Years only; the publisher calls it draft work."),
}
ROLES = [("ambassador", r"^ambassador|^representative-to|^representative-un|^personal-rep"), ("charge", r"^(acting-)?charge"),
         ("consul-general", r"^consul-general"), ("envoy", r"envoy|minister|commissioner|agent"),
         ("principal-officer", r"principal-officer|^chief|^director|^representative$")]


def role_of(title):
    """The claim's word for a title of the list: "ambassador-e-p" is an ambassador, a minister resident an envoy."""
    return next(role for role, pattern in ROLES if re.search(pattern, title))


def vintage_of(source):
    recorded = LISTS[source][4]
    return f"{source}@{recorded}" if recorded else f"{source}@{'2024-11' if source == 'hsg-visits' else '2025-02'}"


def sources():
    return [Source(source, title, OFFICE, url, "CC0 1.0; work of the U.S. government", "A", OFFICE, note)
            for source, (title, url, _, _, _, _, note) in LISTS.items()]


def vintages(shared):
    return [Vintage(vintage_of(source), source, recorded, how, archive, sha256_of(shared / FOLDER / archive),
                    "ref = id in the origin; sha256 of the archive of its XML files.")
            for source, (_, _, _, archive, recorded, how, _) in LISTS.items()]


def rows(shared, source):
    return enumerate(read_tsv(shared / FOLDER / LISTS[source][2]), start=2)


def actor_on(found, slug, date):
    """The slug of Russia also means the Soviet Union of its years."""
    return "SU" if slug == "russia" and "1917-11-07" <= date < "1991-12-26" else found[0]


def chiefs(shared):
    names = Names("historian")
    for _, row in rows(shared, "hsg-pocom"):
        found = names.find(row["mission"])
        if not found:
            continue
        host = actor_on(found, row["mission"], row["started"] or row["appointed"] or row["ended"])
        common = {"title": row["role"], "name": row["person"], "status": role_of(row["role"]), "ref": row["id"]}
        pair = (vintage_of("hsg-pocom"), "official", "US", host)
        if row["appointed"]:
            yield Fact(*pair, "appointed", row["appointed"], "", **common)
        if row["started"] or row["ended"]:
            yield Fact(*pair, "serving", row["started"], row["ended"], **common)
        if not (row["appointed"] or row["started"] or row["ended"]):
            yield Fact(*pair, "named", "", "", **common)


def visits(shared):
    names = Names("historian")
    for _, row in rows(shared, "hsg-visits"):
        for slug in filter(None, re.split(r"[|,; ]+", row["from_ids"])):
            found = names.find(slug)
            if found:
                yield Fact(vintage_of("hsg-visits"), "visit", actor_on(found, slug, row["start"]), "US", "visited", row["start"], row["end"],
                           name=row["visitor"], as_published=shortened(row["from"]), ref=row["id"])


def travels(shared):
    names = Names("historian")
    for _, row in rows(shared, "hsg-travels"):
        found = names.find(row["country_id"])
        if found:
            title = {"president": "President", "secretary": "Secretary of State"}[row["role"]]
            host = actor_on(found, row["country_id"], row["start"])
            yield Fact(vintage_of("hsg-travels"), "visit", "US", host, "visited", row["start"], row["end"], title,
                       row["name"], row["locale"], as_published=shortened(row["country"]),
                       ref=f"{row['role']}:{row['id']}")


def posts(shared):
    names = Names("historian")
    places = {row["id"]: row["name"] for row in read_tsv(shared / FOLDER / "gsh_locales.tsv")}
    for line, row in rows(shared, "hsg-gsh"):
        found = names.find(row["territory"])
        if not found:
            continue
        place = places.get(row["locale"]) or row["locale"].replace("-", " ").title()
        for event in filter(None, row["events"].split("|")):
            verb, _, year = event.partition(":")
            if re.fullmatch(r"\d{4}", year) and year != "9999":
                yield Fact(vintage_of("hsg-gsh"), "mission", "US", found[0], verb, year, "", name=row["post_type"],
                           place=place, as_published=shortened(event), ref=f"{row['locale']}:{line}")


def facts(shared):
    yield from chiefs(shared)
    yield from visits(shared)
    yield from travels(shared)
    yield from posts(shared)
