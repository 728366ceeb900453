"""organisations.tsv, organisation_names.tsv, agencies.tsv, groups.tsv, look_alikes.tsv."""

import re

from actors import plain
from tables import Item, parse_item, parse_items, read_delimited, read_input, unique, write_table

SPELLINGS = [("Organization", "Organisation"), ("Centre", "Center"), ("Programme", "Program"), ("Labour", "Labor"),
             ("Co-operation", "Cooperation"), ("Defence", "Defense"), ("Stabilization", "Stabilisation"),
             ("Organization of the ", "Organization of "), (" and ", " & "), ("Co-operative", "Cooperative")]


def spellings(name):
    """British and American spellings of one name; the given one first."""
    found = [name]
    for one, other in SPELLINGS:
        for known in list(found):
            for old, new in ((one, other), (other, one)):
                if new == "Organization of the " or old == " & " or new == " & ":
                    continue
                if re.search(rf"\b{re.escape(old.strip())}\b", known) and old in known:
                    found.append(known.replace(old, new))
    return list(dict.fromkeys(found))


def factbook_names(shared):
    """Names and abbreviations that Factbook appendices A and B give, for the source column."""
    factbook = shared / "diplomacy" / "factbook"
    said = set()
    for row in read_delimited(factbook / "factbook2020_appendix_a.tsv", "\t"):
        said |= {row["name"], row["text"].split(";")[0]}
    for row in read_delimited(factbook / "factbook2020_appendix_b.tsv", "\t"):
        said |= {row["name"], re.sub(r" \(.*", "", row["name"])}
    return said


def build_organisations(shared, data):
    said = factbook_names(shared)
    organisations, names = [], []
    for org, name, valid_from, valid_to, members, acronyms, others in read_input("organisations.txt", 7):
        organisations.append([org, name, valid_from, valid_to, members, "factbook-2020" if name in said else "paraph"])
        items = [("name", Item(name))]
        items += [("former" if "former" in item.flags else "acronym", item) for item in parse_items(acronyms)]
        items += [("former" if "former" in item.flags else "alias", item) for item in parse_items(others)]
        given = {item.name for _, item in items}
        for form, item in items:
            variants = [item.name] if form == "acronym" else spellings(item.name)
            variants += [plain(variant) for variant in variants]
            for variant in variants:
                if variant != item.name and variant in given:
                    continue
                names.append([org, variant, form, item.valid_from, item.valid_to, item.flag_text(),
                              "factbook-2020" if variant in said else "paraph"])
    names = unique(names, lambda row: (row[0], row[1]))
    order = ["name", "acronym", "alias", "former"]
    write_table(data / "gazetteer" / "organisations.tsv", ["id", "name", "valid_from", "valid_to", "members_open", "source"],
                sorted(organisations))
    write_table(data / "gazetteer" / "organisation_names.tsv",
                ["organisation", "name", "form", "valid_from", "valid_to", "flags", "source"],
                sorted(names, key=lambda row: (row[0], order.index(row[2]), row[1])))


def build_agencies(shared, data):
    gsa = {row["name"] for row in read_delimited(shared / "diplomacy" / "gazetteer" / "us_agencies_gsa.tsv", "\t")}
    gsa |= {f"U.S. {name}" for name in gsa}
    rows = []
    for actor, kind, acronym, names in read_input("agencies.txt", 4):
        short = parse_item(acronym) if acronym else None
        items = parse_items(names)
        given = {item.name for item in items}
        for number, item in enumerate(items):
            own_acronym = short.name if short and number == 0 and not short.flags else ""
            for variant in spellings(item.name) + [plain(item.name)]:
                if variant != item.name and variant in given:
                    continue
                source = "gsa-agencies" if actor == "US" and variant in gsa else "paraph"
                rows.append([variant, actor, own_acronym if variant == item.name else "", kind, item.flag_text(), source])
        if short and short.flags:  # a flagged acronym is a row of its own, so that the flag is about the acronym alone
            rows.append([short.name, actor, "", kind, short.flag_text(), "paraph"])
        elif short and not plain(short.name) == short.name and plain(short.name) not in given:
            rows.append([plain(short.name), actor, "", kind, "", "paraph"])
    rows = unique(rows, lambda row: (row[0], row[1]))
    write_table(data / "gazetteer" / "agencies.tsv", ["name", "acts_for", "acronym", "kind", "flags", "source"],
                sorted(rows, key=lambda row: (row[1], row[0])))


def build_groups(data):
    rows = []
    for group, names, members, valid_from, valid_to in read_input("groups.txt", 5):
        for item in parse_items(names):
            rows.append([group, item.name, members, valid_from, valid_to, "paraph"])
    write_table(data / "gazetteer" / "groups.tsv", ["id", "name", "members", "valid_from", "valid_to", "source"], sorted(rows))


def build_look_alikes(data):
    names = {item.name for row in read_input("look_alikes.txt", 1) for item in parse_items(row[0])}
    write_table(data / "gazetteer" / "look_alikes.tsv", ["name", "source"], [[name, "paraph"] for name in sorted(names)])


def build_settled(data):
    rows = sorted([row[0], "paraph"] for row in read_input("settled_organisations.txt", 1))
    write_table(data / "gazetteer" / "settled_organisations.tsv", ["organisation", "source"], rows)


def build(shared, data):
    build_organisations(shared, data)
    build_settled(data)
    build_agencies(shared, data)
    build_groups(data)
    build_look_alikes(data)
