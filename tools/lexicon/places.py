"""places.tsv: cities, states, provinces and regions that a sheet names, with the actor they lie in."""

import re

from actors import plain
from tables import parse_items, read_delimited, read_input, write_table

# Spellings of territories in the Historian's lists and in Factbook appendix F that are no name of the actor.
HSG_ACTORS = {"congo-kinshasa": "CD", "congo-brazzaville": "CG", "korea-south": "KR", "korea-north": "KP", "cote-divoire": "CI",
              "micronesia-federated-states-of": "FM", "burma": "MM", "macedonia": "MK", "swaziland": "SZ", "cape-verde": "CV",
              "czech-republic": "CZ", "guinea-bissau": "GW", "timor-leste": "TL", "turkey": "TR"}
# Names of these lists that are ordinary words, persons or several places.
HOMONYMS = {"Bath", "Bar", "Barrow", "Belle Isle", "Berry", "Boma", "Bray", "Brest", "Bristol", "Campbell Island", "Cette", "Clifton", "Coaticook",
            "Collingwood", "Concord", "Como", "Corn Island", "Cork", "Dalton", "Deal", "Dover", "Erie", "Falmouth", "Fowey", "Fez", "Flores",
            "Florence", "Georgetown", "George Town", "Gold Coast", "Goree", "Hope", "Independence", "Jamestown", "Kent", "Kingston", "La Paz",
            "La Union", "Leopold", "Lincoln", "Lindsay", "London", "Male", "Man", "Mansfield", "Martin", "Mary", "Medina", "Milk River", "Mocha",
            "Monte Carlo", "Nassau", "Nice", "Ocean Falls", "Oran", "Orange", "Orillia", "Palmerston", "Paris", "Peace River", "Perth", "Pictou",
            "Port Arthur", "Port Hope", "Portsmouth", "Prescott", "Progreso", "Prince Rupert", "Reading", "Regina", "Rome", "Rosario", "Sable", "Sandwich", "San Jose",
            "San Juan", "Santa Cruz", "Santa Fe", "Santiago", "St. John", "St. John's", "Stanley", "Stanley Pool", "Stratford", "Sydney", "Thurso",
            "Trail", "Trinidad", "Troon", "Truro", "Tyre", "Union", "Verona", "Victoria", "Wells", "Windsor", "Yale", "York", "Yarmouth", "Weymouth",
            "Waterloo", "Wallace", "Wallaceburg", "Louisburg", "Liverpool", "Lunenburg", "Newcastle", "Newport", "Hull", "Gaspe", "Bridgewater",
            "Annapolis", "Arichat", "Bathurst", "Campbellton", "Canso", "Chatham", "Cornwall", "Cumberland", "Digby", "Galt", "Guelph", "Hamilton",
            "Barrie", "Belleville", "Berlin", "Brantford", "Brockville", "Canton", "Carlisle", "Cambridge", "Dublin", "Athens", "Moscow", "Simpson",
            "Carthage", "Chester", "Colon", "Limerick", "Lourdes", "Malta", "Mentone", "Nancy", "Neutral Zone", "Rivera", "Rhodes", "Saba", "Salina",
            "Salt", "Sandy Point", "Split", "Sucre", "Tanga", "Toledo", "Tours", "Van", "Vera Cruz", "Virgin Gorda", "Water Island"}
# Ports that the house rule on capitals cannot tell from an organisation.
ACRONYMS = {"Ilo"}
# Rows of the Factbook's appendix that are parts of seas, claims, or local and former names of whole states.
NOT_A_PLACE = re.compile(r"local|former name|see |short-form|name for|Sea|Ocean|Strait|Gulf|Channel|Passage|Bay|strait|gulf|channel|ocean|river|claimed")


def actor_index(name_rows):
    """Every actor by its names, lower case; names that two actors share are left out."""
    index = {}
    for actor, name, form, *_ in name_rows:
        if form in ("name", "official", "alias"):
            key = plain(name).lower()
            index.setdefault(key, set()).add(actor)
    return {key: next(iter(actors)) for key, actors in index.items() if len(actors) == 1}


def historian_places(shared, index):
    for row in read_delimited(shared / "diplomacy" / "hsg" / "gsh_locales.tsv", "\t"):
        territory = row["current_territory"]
        actor = HSG_ACTORS.get(territory) or index.get(territory.replace("-", " "))
        if not actor:
            continue
        names = [row["name"]] + re.split(r"\||;", row["alternate_names"] or "")
        for name in names:
            name = re.sub(r" \(.*", "", name).strip()
            if name not in ACRONYMS and len(name) > 2 and name[0].isupper() and not re.search(r"[\d,()/]", name):
                yield name.replace("’", "'"), actor, "hsg-gsh"


def factbook_places(shared, index):
    path = shared / "diplomacy" / "factbook" / "factbook2020_appendix_f.tsv"
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.replace("&#39;", "'").split("\t")
        if len(cells) < 2:
            continue
        match = re.match(r"^([^(]+?)(?: \((.*)\))?$", cells[0])
        kind = (match[2] or "") if match else ""
        if not match or not re.search(r"city|region|state|province|island|capital|town|peninsula", kind + cells[0].lower()) or NOT_A_PLACE.search(cells[0]):
            continue
        country = re.sub(r" \(.*", "", cells[1].split(",")[0]).strip()
        if "," in re.sub(r"\(.*?\)", "", cells[1]):
            continue
        actor = index.get(country.lower()) or index.get(re.sub(r"^the ", "", country.lower()))
        if not actor:
            continue
        for name in match[1].split(","):
            name = name.strip()
            if name and name[0].isupper() and not re.search(r"^(Iles?|Islas?|Ilhas?|Penon|Isole|The)$", name):
                yield name, actor, "factbook-2020"


def build(shared, data, name_rows):
    taken = {}
    for actor, name, *_ in name_rows:
        taken.setdefault(name.lower(), set()).add(actor)
    index = actor_index(name_rows)
    rows = {}
    for actor, names in read_input("places.txt", 2):
        for item in parse_items(names):
            for name in dict.fromkeys([item.name, plain(item.name)]):
                flags = set(item.flags)
                if taken.get(name.lower(), {actor}) != {actor}:
                    flags.add("homonym")
                rows[(name, actor)] = [name, actor, ",".join(sorted(flags)), "paraph"]
    by_hand = {}
    for name, actor in rows:
        by_hand.setdefault(name.lower(), set()).add(actor)
    listed = list(historian_places(shared, index)) + list(factbook_places(shared, index))
    where = {}
    for name, actor, _ in listed:
        where.setdefault(name.lower(), set()).add(actor)
    for name, actor, source in listed:
        for spelling in dict.fromkeys([name, plain(name)]):
            others = taken.get(spelling.lower(), set()) | by_hand.get(spelling.lower(), set())
            if others - {actor} or len(where[name.lower()]) > 1:
                continue  # another actor's name, or two places: only the hand-written list decides
            flags = "homonym" if spelling in HOMONYMS else ""
            rows.setdefault((spelling, actor), [spelling, actor, flags, source])
    # A capital is already a name of its actor; a second row says nothing new.
    capitals = {(name, actor) for actor, name, form, valid_from, valid_to, *_ in name_rows if not valid_to}
    table = [row for key, row in sorted(rows.items()) if key not in capitals]
    write_table(data / "gazetteer" / "places.tsv", ["name", "actor", "flags", "source"], table)
