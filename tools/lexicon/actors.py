"""actors.tsv and actor_names.tsv: states, territories, former states and the European Union, by every name."""

import re
import tarfile
import unicodedata

from tables import Item, parse_items, read_delimited, read_input, unique, write_table

FORM_ORDER = ["name", "official", "alias", "adjective", "demonym", "demonym-plural", "capital", "metonym"]


def plain(text):
    """Without accents, for the second spelling of a name; letters that do not decompose are spelled out."""
    spelled = text.translate(str.maketrans({"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae"}))
    return "".join(c for c in unicodedata.normalize("NFD", spelled) if not unicodedata.combining(c))


def straight(text):
    return text.replace("’", "'").replace("‘", "'").replace("ʻ", "'").strip()


class Sources:
    """What published lists say of each actor: decides which source a hand-curated row can name."""

    def __init__(self, shared):
        gazetteer = shared / "diplomacy" / "gazetteer"
        factbook = shared / "diplomacy" / "factbook"
        self.countries = {row["ISO3166-1-Alpha-2"]: row for row in read_delimited(gazetteer / "country-codes.csv", ",")}
        self.said = {}
        for code, row in self.countries.items():
            for column in ("UNTERM English Short", "UNTERM English Formal", "official_name_en", "CLDR display name", "Capital"):
                self.note(code, row[column], "country-codes")
        gec = {}
        for row in read_delimited(factbook / "factbook2020_appendix_d.tsv", "\t"):
            gec[row["gec"].lower()] = row["iso_a2"]
        for row in read_delimited(factbook / "factbook2020_selected_fields.tsv", "\t"):
            code = gec.get(row["gec"], "")
            code = "XK" if row["gec"] == "kv" else "EU" if row["gec"] == "ee" else code
            if row["field"] in ("country-name", "nationality", "capital") and code:
                text = row["text"].replace("&#39;", "'")
                for part in re.split(r"[;,/(]| or ", text):
                    self.note(code, re.sub(r"\(.*|note.*|\)", "", part), "factbook-2020")
                    self.note(code, re.sub(r"\(.*|\)", "", part).strip() + "s", "factbook-2020")
        for row in read_delimited(gazetteer / "uk_fcdo_geographical_names.csv", ",", "cp1252"):
            code = row["The two-letter ISO 3166-1 code"]
            for column in ("Country", "Official Name", "Name for Citizen", "Adjectival Name"):
                for part in re.split(r"[;,/(]", row[column] or ""):
                    self.note(code, part, "fcdo")
        with tarfile.open(gazetteer / "rigour_territories.tar.gz") as archive:
            for member in archive.getmembers():
                stem = member.name.rsplit("/", 1)[-1].removesuffix(".yml").upper()
                if stem in self.countries or stem == "XK":
                    text = archive.extractfile(member).read().decode("utf-8")
                    for line in re.findall(r"^(?:  - |(?:full_)?name: )(.*?)(?: +#.*)?$", text, re.M):
                        self.note(stem, line.strip("\"'"), "rigour")

    def note(self, code, name, source):
        name = re.sub(r"^the ", "", straight(name or ""), flags=re.I).removesuffix(" **").removesuffix(" *").strip()
        if name:
            self.said.setdefault((code, name), source)

    def of(self, code, name):
        return self.said.get((code, straight(name)), "paraph")


def actor_rows(sources, names):
    known = {}
    for code, row in sources.countries.items():
        formal = re.sub(r"^the ", "", row["UNTERM English Formal"]).replace(" **", "").replace(" *", "").strip()
        kind = "state" if row["is_independent"] == "Yes" else "territory"
        known[code] = [code, kind, names[code], straight(formal) or names[code], "", "", "", row["ISO3166-1-Alpha-3"],
                       row["ISO3166-1-numeric"].zfill(3), "country-codes"]
    for code, kind, official, valid_from, valid_to, successors, alpha3, numeric in read_input("actors.txt", 8):
        row = known.setdefault(code, [code, kind, names[code], names[code], "", "", "", "", "", "paraph"])
        if kind not in ("", "-"):
            row[1] = kind
        for column, value in ((3, official), (4, valid_from), (5, valid_to), (6, successors), (7, alpha3), (8, numeric)):
            if value:
                row[column] = value
        if official or valid_from or kind not in ("", "-"):
            row[9] = "paraph" if row[9] == "paraph" else "country-codes,paraph"
    return [known[code] for code in sorted(known)]


def demonym_items(text, adjectives):
    """(form, Item) of a demonym cell: "Dane/Danes"; "+" is every adjective with an s."""
    spoken = {item.name for item in adjectives}
    for item in parse_items(text):
        if item.name == "+":
            for adjective in adjectives:
                yield "demonym-plural", Item(adjective.name + "s", adjective.valid_from, adjective.valid_to, adjective.flags)
            continue
        singular, _, plural = item.name.partition("/")
        if singular not in spoken:
            yield "demonym", Item(singular, item.valid_from, item.valid_to, item.flags)
        if plural and plural not in spoken and plural != singular:
            yield "demonym-plural", Item(plural, item.valid_from, item.valid_to, item.flags)


def name_rows(sources, actors):
    official = {row[0]: row[3] for row in actors}
    rows = []
    for code, name, aliases, adjectives, demonyms, capitals, metonyms in read_input("actor_names.txt", 7):
        display = parse_items(name)[0]
        adjective_items = parse_items(adjectives)
        items = [("name", display)]
        if official[code] != display.name and not any(item.name == official[code] for item in parse_items(aliases)):
            items.append(("official", Item(official[code])))
        items += [("official" if item.name == official[code] else "alias", item) for item in parse_items(aliases)]
        items += [("adjective", item) for item in adjective_items]
        items += list(demonym_items(demonyms, adjective_items))
        items += [("capital", item) for item in parse_items(capitals)]
        items += [("metonym", item) for item in parse_items(metonyms)]
        own = {(form, item.name) for form, item in items}
        for form, item in items:
            rows.append([code, item.name, form, item.valid_from, item.valid_to, item.flag_text(), sources.of(code, item.name)])
            bare = plain(item.name)
            if bare != item.name and (form, bare) not in own and not re.search(r"[ʻʼ]", item.name):
                rows.append([code, bare, form, item.valid_from, item.valid_to, item.flag_text(), sources.of(code, bare)])
    rows = unique(rows, lambda row: tuple(row[:3]))
    return sorted(rows, key=lambda row: (row[0], FORM_ORDER.index(row[2]), row[1]))


def build(shared, data):
    sources = Sources(shared)
    names = {row[0]: parse_items(row[1])[0].name for row in read_input("actor_names.txt", 7)}
    missing = sorted(set(sources.countries) - set(names))
    if missing:
        raise SystemExit(f"actor_names.txt lacks {', '.join(missing)}")
    actors = actor_rows(sources, names)
    rows = name_rows(sources, actors)
    write_table(data / "gazetteer" / "actors.tsv",
                ["id", "kind", "name", "official_name", "valid_from", "valid_to", "successors", "alpha3", "numeric", "source"], actors)
    write_table(data / "gazetteer" / "actor_names.tsv", ["actor", "name", "form", "valid_from", "valid_to", "flags", "source"], rows)
    return actors, rows
