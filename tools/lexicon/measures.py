"""Tables under data/units: currencies and how they are written, multipliers, numerals, units, months, fiscal years."""

import json
import re

from actors import plain
from tables import read_delimited, read_input, unique, write_table

# ISO 4217 entities whose name no actor carries.
ENTITIES = {"BURMA": "MM", "CZECHOSLOVAKIA": "CSHH", "EUROPEAN UNION": "EU", "GERMAN DEMOCRATIC REPUBLIC": "DD", "LAO": "LA",
            "SERBIA AND MONTENEGRO": "CS", "SOUTHERN RHODESIA": "ZW", "UNION OF SOVIET SOCIALIST REPUBLICS": "SU", "YUGOSLAVIA": "YU",
            "ZAIRE": "CD", "YEMEN, DEMOCRATIC": "YD", "SAINT MARTIN": "MF", "HOLY SEE (VATICAN CITY STATE)": "VA", "SWAZILAND": "SZ",
            "NETHERLANDS ANTILLES": "AN", "SAINT-BARTHÉLEMY": "BL", "TURKEY": "TR", "CONGO": "CG", "MICRONESIA": "FM",
            "VIRGIN ISLANDS (BRITISH)": "VG", "VIRGIN ISLANDS (U.S.)": "VI", "PALESTINE, STATE OF": "PS", "TAIWAN": "TW",
            "CONGO (THE DEMOCRATIC REPUBLIC OF THE)": "CD", "KOREA (THE DEMOCRATIC PEOPLE'S REPUBLIC OF)": "KP", "SAINT MARTIN (FRENCH PART)": "MF",
            "KOREA (THE REPUBLIC OF)": "KR", "SVALBARD AND JAN MAYEN": "SJ", "TANZANIA, UNITED REPUBLIC OF": "TZ", "MOLDOVA, REPUBLIC OF": "MD",
            "FALKLAND ISLANDS (THE) [MALVINAS]": "FK", "SINT MAARTEN (DUTCH PART)": "SX"}
# Issuers where the first two letters of the code are no actor of today.
ISSUERS = {"SU": "SU", "DD": "DD", "YU": "YU", "CS": "CSHH", "ZR": "CD", "BU": "MM", "RH": "ZW", "TP": "TL", "AN": "AN", "EU": ""}
CFA = {"XAF": "", "XOF": "", "XCD": "", "XPF": "", "XDR": "", "XUA": "", "XEU": "", "XCG": "", "EUR": ""}


def actor_of_entity(entity, index):
    text = re.sub(r"\s+", " ", entity.replace("’", "'")).strip()
    if text in ENTITIES:
        return ENTITIES[text]
    bare = re.sub(r"\s*\((THE|PROVINCE OF CHINA)\)", "", text).strip()
    if bare in ENTITIES:
        return ENTITIES[bare]
    for key in (bare, re.sub(r"\s*\(.*\)", "", bare), re.sub(r",.*", "", bare)):
        actor = index.get(plain(key).lower())
        if actor:
            return actor
    return ""


def cldr_first_use(shared):
    """First day that any region used a currency as tender, by ISO code."""
    path = shared / "diplomacy" / "codes" / "cldr48_currencyData.json"
    regions = json.loads(path.read_text(encoding="utf-8"))["supplemental"]["currencyData"]["region"]
    first = {}
    for spans in regions.values():
        for span in spans:
            for code, when in span.items():
                start = when.get("_from", "")
                if start and when.get("_tender") != "false" and (code not in first or start < first[code]):
                    first[code] = start
    return first


def currency_rows(shared, index):
    first = cldr_first_use(shared)
    names, states, old_states, withdrawn = {}, {}, {}, {}
    for row in read_delimited(shared / "diplomacy" / "codes" / "currency_codes_all.csv", ","):
        code = row["AlphabeticCode"].strip()
        if not code:
            continue
        actor = actor_of_entity(row["Entity"], index)
        ended = row["WithdrawalDate"].strip()
        target = old_states if ended else states
        target.setdefault(code, set()).update({actor} - {""})
        if ended:
            withdrawn[code] = max(withdrawn.get(code, ""), re.sub(r"^.* to ", "", ended)[:7].split("-19")[0])
            names.setdefault(code, row["Currency"])
        else:
            names[code] = row["Currency"]
    # Legal tender beside ISO's list, by common knowledge.
    states.setdefault("EUR", set()).update({"XK", "ME", "EU"})
    states.setdefault("ILS", set()).add("PS")
    rows = []
    for code in sorted(names):
        current = code in states
        users = states[code] if current else old_states[code]
        name = re.sub(r"\s+", " ", names[code].replace("’", "'")).strip()
        start = first.get(code, "")
        rows.append([code, name, start, "" if current else withdrawn[code], ",".join(sorted(users)),
                     "cldr,iso-4217" if start else "iso-4217"])
    return rows


def issuer_names(name_rows):
    """What stands before a currency's noun: adjectives first, then the short names, by actor."""
    spoken = {}
    for actor, name, form, _, _, flags, _ in name_rows:
        if form in ("adjective", "name", "alias") and "," not in name and "(" not in name and not re.match(r"(The|Kingdom|Republic|People) ", name):
            if form != "alias" or len(name) <= 16:
                spoken.setdefault(actor, []).append((form, name))
    return {actor: [name for form, name in sorted(pairs, key=lambda pair: pair[0] != "adjective")] for actor, pairs in spoken.items()}


def form_rows(currencies, name_rows):
    spoken = issuer_names(name_rows)
    current = {row[0] for row in currencies if not row[3]}
    rows, nouns_of, phrases = [], {}, {}
    inputs = read_input("currency_nouns.txt", 3)
    for code, nouns, extra in sorted(inputs, key=lambda row: (row[0] not in current, row[0])):
        issuer = "" if code in CFA else ISSUERS.get(code[:2], code[:2])
        for noun in nouns.split(";"):
            forms, _, flag = noun.strip().partition("!")
            for form in filter(None, forms.split("/")):
                for spelling in dict.fromkeys([form, plain(form)]):
                    nouns_of.setdefault(spelling, {})[code] = flag
                    for name in spoken.get(issuer, []):
                        for capital in dict.fromkeys([spelling, spelling[0].upper() + spelling[1:]]):
                            phrases.setdefault(f"{name} {capital}", code)
        for form in filter(None, extra.split(";")):
            text, _, flag = form.partition("!")
            text, _, position = text.rpartition(":")
            rows.append([text, code, position, flag, "paraph"])
    rows += [[phrase, code, "after", "", "paraph"] for phrase, code in phrases.items()]
    for noun, codes in nouns_of.items():
        living = {code for code in codes if code in current} or set(codes)
        if len(living) == 1 and len(codes) > 1:
            codes = {code: codes[code] for code in living}
        for code, flag in codes.items():
            flags = ",".join(sorted(filter(None, [flag, "home" if len(codes) > 1 else ""])))
            rows.append([noun, code, "after", flags, "paraph"])
            if noun[0].islower() and not flag:
                rows.append([noun[0].upper() + noun[1:], code, "after", flags, "paraph"])
    dollars = [code for code, nouns, _ in inputs if re.search(r"dollar|peso", nouns) and code in current]
    rows += [["$", code, "before", "home", "paraph"] for code in dollars]
    for code, _, _, _, _, _ in currencies:
        rows.append([code, code, "either", "homonym" if code in HOMONYM_CODES else "", "iso-4217"])
    return sorted(unique(rows, lambda row: (row[0], row[1])), key=lambda row: (row[0], row[1]))


# Codes that are also words or other abbreviations: only next to a figure, as every code.
HOMONYM_CODES = {"ALL", "TOP", "MAD", "CUP", "PEN", "TRY", "GEL", "COP", "LAK", "BOB", "SOS", "ERN", "NIC", "BAM", "PAB", "BAD", "GIP", "RON", "BEL", "SIT",
                 "MOP", "ANG", "TPE", "ARA", "ALK", "XXX", "ESA", "ECS", "LSL", "GNS", "PES", "TOP", "UYI", "CAD", "MUR", "MKD", "NAD", "PGK"}

ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ORDINALS = ["", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
            "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"]
PARTS = {"third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "twelfth": 12}
PLACES = 9


def fraction(numerator, denominator):
    """Decimal text, cut by rounding at nine places where it has no end."""
    scaled = (numerator * 10**PLACES * 2 + denominator) // (2 * denominator)
    text = f"{scaled // 10**PLACES}.{scaled % 10**PLACES:09d}".rstrip("0").rstrip(".")
    return text


def numeral_rows():
    rows = [[word, value, "cardinal"] for value, word in enumerate(ONES)]
    rows += [[word, value, "ordinal"] for value, word in enumerate(ORDINALS) if word]
    for tens, word in enumerate(TENS, 2):
        rows.append([word, tens * 10, "cardinal"])
        rows.append([word[:-1] + "ieth", tens * 10, "ordinal"])
        for one in range(1, 10):
            for joint in "- ":
                rows.append([f"{word}{joint}{ONES[one]}", tens * 10 + one, "cardinal"])
                rows.append([f"{word}{joint}{ORDINALS[one]}", tens * 10 + one, "ordinal"])
    rows += [["hundredth", 100, "ordinal"], ["thousandth", 1000, "ordinal"], ["one hundred", 100, "cardinal"], ["a hundred", 100, "cardinal"],
             ["one thousand", 1000, "cardinal"], ["a thousand", 1000, "cardinal"], ["a dozen", 12, "cardinal"], ["nought", 0, "cardinal"],
             ["nil", 0, "cardinal"], ["a million", 1000000, "cardinal"], ["a billion", 1000000000, "cardinal"], ["half a million", 500000, "cardinal"],
             ["half a billion", 500000000, "cardinal"], ["a quarter of a million", 250000, "cardinal"], ["half a dozen", 6, "cardinal"]]
    for form, numerator, denominator in [("half", 1, 2), ("one-half", 1, 2), ("one half", 1, 2), ("a half", 1, 2), ("halves", 1, 2), ("½", 1, 2), ("¼", 1, 4),
                                         ("¾", 3, 4), ("⅓", 1, 3), ("⅔", 2, 3), ("⅕", 1, 5), ("⅖", 2, 5), ("⅗", 3, 5), ("⅘", 4, 5), ("⅛", 1, 8),
                                         ("one and a half", 3, 2), ("two and a half", 5, 2), ("three and a half", 7, 2)]:
        rows.append([form, fraction(numerator, denominator), "fraction"])
    for word, denominator in PARTS.items():
        rows += [[f"{joint}{word}", fraction(1, denominator), "fraction"] for joint in ("one-", "one ", "a ")]
        for numerator in range(2, denominator):
            for joint in "- ":
                rows.append([f"{ONES[numerator]}{joint}{word}s", fraction(numerator, denominator), "fraction"])
    rows += [["quarter", "0.25", "fraction"], ["once", 1, "cardinal"], ["twice", 2, "cardinal"], ["thrice", 3, "cardinal"]]
    return sorted([*row, "paraph"] for row in unique(rows, lambda row: (row[0], row[2])))


def month_rows():
    months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
    rows = []
    for number, month in enumerate(months, 1):
        short = month[:3]
        forms = {month, month.upper(), short, f"{short}.", short.upper()}
        if month == "September":
            forms |= {"Sept", "Sept.", "SEPT"}
        rows += [[form, number, "paraph"] for form in forms]
    return sorted(rows)


def build(shared, data, name_rows):
    from places import actor_index
    units = data / "units"
    currencies = currency_rows(shared, actor_index(name_rows))
    write_table(units / "currencies.tsv", ["code", "name", "valid_from", "valid_to", "states", "source"], currencies)
    write_table(units / "currency_forms.tsv", ["form", "code", "position", "flags", "source"], form_rows(currencies, name_rows))
    write_table(units / "multipliers.tsv", ["form", "factor", "position", "flags", "source"],
                sorted([form, factor, "after", flags, "paraph"] for form, factor, flags in read_input("multipliers.txt", 3)))
    write_table(units / "numerals.tsv", ["form", "value", "class", "source"], numeral_rows())
    write_table(units / "units.tsv", ["form", "unit", "factor", "base_unit", "source"],
                sorted([form.strip(), unit, factor, base, "paraph"] for base, unit, factor, forms in read_input("units.txt", 4)
                       for form in forms.split(";")))
    write_table(units / "months.tsv", ["form", "month", "source"], month_rows())
    fiscal = []
    for start, named_by, actors in read_input("fiscal_years.txt", 3):
        month, day = start.split("-")
        fiscal += [[actor.strip(), int(month), int(day), named_by, "paraph"] for actor in actors.split(",")]
    write_table(units / "fiscal_years.tsv", ["actor", "start_month", "start_day", "named_by", "source"], sorted(fiscal))
