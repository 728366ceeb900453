#!/usr/bin/env python3
"""Checks the tables under data/gazetteer and data/units; prints file:line and exits non-zero when one is wrong."""

import re
import sys
from pathlib import Path

COLUMNS = {
    "gazetteer/actors.tsv": ["id", "kind", "name", "official_name", "valid_from", "valid_to", "successors", "alpha3", "numeric", "source"],
    "gazetteer/actor_names.tsv": ["actor", "name", "form", "valid_from", "valid_to", "flags", "source"],
    "gazetteer/organisations.tsv": ["id", "name", "valid_from", "valid_to", "members_open", "source"],
    "gazetteer/organisation_names.tsv": ["organisation", "name", "form", "valid_from", "valid_to", "flags", "source"],
    "gazetteer/agencies.tsv": ["name", "acts_for", "acronym", "kind", "flags", "source"],
    "gazetteer/groups.tsv": ["id", "name", "members", "valid_from", "valid_to", "source"],
    "gazetteer/places.tsv": ["name", "actor", "flags", "source"],
    "gazetteer/look_alikes.tsv": ["name", "source"],
    "gazetteer/settled_organisations.tsv": ["organisation", "source"],
    "units/currencies.tsv": ["code", "name", "valid_from", "valid_to", "states", "source"],
    "units/currency_forms.tsv": ["form", "code", "position", "flags", "source"],
    "units/multipliers.tsv": ["form", "factor", "position", "flags", "source"],
    "units/numerals.tsv": ["form", "value", "class", "source"],
    "units/units.tsv": ["form", "unit", "factor", "base_unit", "source"],
    "units/months.tsv": ["form", "month", "source"],
    "units/fiscal_years.tsv": ["actor", "start_month", "start_day", "named_by", "source"],
}
KEYS = {
    "gazetteer/actors.tsv": ["id"], "gazetteer/actor_names.tsv": ["actor", "name", "form"], "gazetteer/organisations.tsv": ["id"],
    "gazetteer/organisation_names.tsv": ["organisation", "name"], "gazetteer/agencies.tsv": ["name", "acts_for"],
    "gazetteer/groups.tsv": ["id", "name"], "gazetteer/places.tsv": ["name", "actor"], "gazetteer/look_alikes.tsv": ["name"], "gazetteer/settled_organisations.tsv": ["organisation"],
    "units/currencies.tsv": ["code"], "units/currency_forms.tsv": ["form", "code"], "units/multipliers.tsv": ["form"],
    "units/numerals.tsv": ["form", "class"], "units/units.tsv": ["form"], "units/months.tsv": ["form"], "units/fiscal_years.tsv": ["actor"],
}
VALUES = {
    ("gazetteer/actors.tsv", "kind"): {"state", "territory", "former", "bloc"},
    ("gazetteer/actor_names.tsv", "form"): {"name", "official", "alias", "adjective", "demonym", "demonym-plural", "capital", "metonym"},
    ("gazetteer/organisation_names.tsv", "form"): {"name", "acronym", "former", "alias"},
    ("gazetteer/organisations.tsv", "members_open"): {"0", "1"},
    ("gazetteer/agencies.tsv", "kind"): {"aid", "trade", "defence", "foreign-ministry", "statistics", "bank", "police", "science", "other"},
    ("units/currency_forms.tsv", "position"): {"before", "after", "either"},
    ("units/numerals.tsv", "class"): {"cardinal", "ordinal", "fraction"},
    ("units/fiscal_years.tsv", "named_by"): {"start", "end"},
}
FLAGS = {"gazetteer": {"homonym", "ambiguous", "caps"}, "units": {"home", "homonym", "glued", "hundredth", "million"}}
DATE = re.compile(r"^(\d{4}(-\d{2}(-\d{2})?)?)?$")
# Territories where nobody lives, or that have no word of their own for their people.
NO_DEMONYM = {"AQ", "BV", "HM", "TF", "GS", "UM", "SJ", "IO", "BQ", "SX", "MF", "PM", "PC"}
NO_CAPITAL = {"AQ", "BV", "HM", "UM", "TK", "HK", "MO", "GI", "SU", "YU", "CS", "CSHH", "YD", "VD", "AN", "PC", "PZ", "EU"}
NOT_LISTED = {"XK", "SU", "YU", "CS", "CSHH", "DD", "YD", "VD", "AN", "PC", "PZ", "EU"}


class Tables:
    """All tables as dictionaries with their line numbers, and the trouble found while reading them."""

    def __init__(self, data):
        self.trouble = []
        self.rows = {}
        for path, columns in COLUMNS.items():
            self.rows[path] = self.read(data / path, path, columns)

    def say(self, path, line, message):
        self.trouble.append(f"data/{path}:{line}: {message}")

    def read(self, file, path, columns):
        if not file.is_file():
            self.say(path, 1, "is missing")
            return []
        text = file.read_text(encoding="utf-8")
        lines = text.split("\n")
        if lines[-1] != "":
            self.say(path, len(lines), "the last line has no newline")
        if "\r" in text:
            self.say(path, 1, "has carriage returns")
        if lines[0].split("\t") != columns:
            self.say(path, 1, f"columns are {lines[0].split(chr(9))}, expected {columns}")
            return []
        rows, seen = [], {}
        for number, line in enumerate(lines[1:-1], 2):
            cells = line.split("\t")
            if len(cells) != len(columns):
                self.say(path, number, f"{len(cells)} columns, {len(columns)} expected")
                continue
            row = dict(zip(columns, cells), line=number)
            rows.append(row)
            key = tuple(row[column] for column in KEYS[path])
            if key in seen:
                self.say(path, number, f"{' / '.join(key)} stands already in line {seen[key]}")
            seen[key] = number
            self.check_cells(path, row)
        return rows

    def check_cells(self, path, row):
        line = row["line"]
        for column, cell in row.items():
            if column == "line":
                continue
            if cell != cell.strip() or "  " in cell:
                self.say(path, line, f"{column} '{cell}' has stray blanks")
            if "’" in cell or "ʻ" in cell:
                self.say(path, line, f"{column} '{cell}' has a curly apostrophe")
            allowed = VALUES.get((path, column))
            if allowed and cell not in allowed:
                self.say(path, line, f"{column} '{cell}' is none of {sorted(allowed)}")
            if column in ("valid_from", "valid_to") and not DATE.match(cell):
                self.say(path, line, f"{column} '{cell}' is no year, month or day")
            if column == "flags":
                for flag in filter(None, cell.split(",")):
                    if flag not in FLAGS[path.split("/")[0]]:
                        self.say(path, line, f"unknown flag '{flag}'")
        if not row["source"]:
            self.say(path, line, "has no source")
        if row.get("valid_from") and row.get("valid_to") and row["valid_from"][:4] > row["valid_to"][:4]:
            self.say(path, line, "ends before it begins")


def check_ids(tables):
    actors = {row["id"] for row in tables.rows["gazetteer/actors.tsv"]}
    organisations = {row["id"]: row for row in tables.rows["gazetteer/organisations.tsv"]}
    alpha2 = {row["id"] for row in tables.rows["gazetteer/actors.tsv"] if len(row["id"]) == 2}
    for identifier, row in organisations.items():
        if identifier in alpha2:
            tables.say("gazetteer/organisations.tsv", row["line"], f"'{identifier}' is a country code")
        if not re.match(r"^[A-Z0-9][A-Z0-9+-]+$", identifier):
            tables.say("gazetteer/organisations.tsv", row["line"], f"'{identifier}' is no id")
    named = {row["organisation"] for row in tables.rows["gazetteer/organisation_names.tsv"]}
    for identifier in sorted(set(organisations) - named):
        tables.say("gazetteer/organisations.tsv", organisations[identifier]["line"], f"'{identifier}' has no name in organisation_names.tsv")
    for row in tables.rows["gazetteer/organisation_names.tsv"]:
        if row["organisation"] not in organisations:
            tables.say("gazetteer/organisation_names.tsv", row["line"], f"unknown organisation '{row['organisation']}'")
    for path, column in (("gazetteer/actor_names.tsv", "actor"), ("gazetteer/agencies.tsv", "acts_for"), ("gazetteer/places.tsv", "actor"),
                         ("gazetteer/actors.tsv", "successors"), ("gazetteer/groups.tsv", "members"), ("units/currencies.tsv", "states"),
                         ("units/fiscal_years.tsv", "actor")):
        for row in tables.rows[path]:
            for actor in filter(None, row[column].split(",")):
                if actor not in actors:
                    tables.say(path, row["line"], f"unknown actor '{actor}'")
    codes = {row["code"] for row in tables.rows["units/currencies.tsv"]}
    for row in tables.rows["units/currency_forms.tsv"]:
        if row["code"] not in codes:
            tables.say("units/currency_forms.tsv", row["line"], f"unknown currency '{row['code']}'")


def overlap(one, other):
    return not ((one["valid_to"] and other["valid_from"] and one["valid_to"][:4] <= other["valid_from"][:4]) or
                (other["valid_to"] and one["valid_from"] and other["valid_to"][:4] <= one["valid_from"][:4]))


def check_meanings(tables):
    """A spelling that leads to two actors must be marked on every row; marked or not, the reader folds capitals."""
    meanings = {}
    for path, name, actor in (("gazetteer/actor_names.tsv", "name", "actor"), ("gazetteer/organisation_names.tsv", "name", "organisation"),
                              ("gazetteer/agencies.tsv", "name", "acts_for"), ("gazetteer/agencies.tsv", "acronym", "acts_for"),
                              ("gazetteer/groups.tsv", "name", "id"), ("gazetteer/places.tsv", "name", "actor")):
        for row in tables.rows[path]:
            if row[name]:
                entry = {"path": path, "line": row["line"], "actor": row[actor], "name": row[name], "flags": set(row.get("flags", "").split(",")),
                         "valid_from": row.get("valid_from", ""), "valid_to": row.get("valid_to", "")}
                meanings.setdefault(row[name].lower(), []).append(entry)
    for entries in meanings.values():
        for entry in entries:
            rivals = [other for other in entries if other["actor"] != entry["actor"] and overlap(entry, other)]
            if rivals and not entry["flags"] & {"ambiguous", "homonym"}:
                rival = rivals[0]
                tables.say(entry["path"], entry["line"], f"'{entry['name']}' means {entry['actor']} here and {rival['actor']} in "
                           f"data/{rival['path']}:{rival['line']}; mark both")
    marked = [(path, row) for path in ("gazetteer/actor_names.tsv", "gazetteer/organisation_names.tsv") for row in tables.rows[path]
              if "ambiguous" in row["flags"].split(",")]
    for path, row in marked:
        actor = row.get("actor") or row.get("organisation")
        if not any(other["actor"] != actor for other in meanings[row["name"].lower()]):
            tables.say(path, row["line"], f"'{row['name']}' is marked ambiguous and means only {actor}")


def check_currency_forms(tables):
    meanings = {}
    for row in tables.rows["units/currency_forms.tsv"]:
        meanings.setdefault(row["form"], []).append(row)
    for form, rows in meanings.items():
        plain = [row for row in rows if "home" not in row["flags"].split(",")]
        if len({row["code"] for row in plain}) > 1:
            tables.say("units/currency_forms.tsv", rows[0]["line"], f"'{form}' means {', '.join(row['code'] for row in plain)}; mark as home")


def check_numbers(tables):
    for path, column in (("units/multipliers.tsv", "factor"), ("units/numerals.tsv", "value"), ("units/units.tsv", "factor")):
        pattern = r"^\d+$" if path.endswith("multipliers.tsv") else r"^\d+(\.\d+)?$"
        for row in tables.rows[path]:
            if not re.match(pattern, row[column]) or len(row[column]) > 34:
                tables.say(path, row["line"], f"{column} '{row[column]}' is no exact decimal")


def check_complete(tables):
    forms = {}
    for row in tables.rows["gazetteer/actor_names.tsv"]:
        forms.setdefault(row["actor"], set()).add(row["form"])
    actors = tables.rows["gazetteer/actors.tsv"]
    listed = [row for row in actors if row["id"] not in NOT_LISTED]
    if len(listed) != 249:
        tables.say("gazetteer/actors.tsv", 1, f"{len(listed)} ISO 3166-1 codes, 249 expected")
    for row in actors:
        actor, have = row["id"], forms.get(row["id"], set())
        if "name" not in have:
            tables.say("gazetteer/actors.tsv", row["line"], f"{actor} has no name")
        if actor not in NO_DEMONYM and not have & {"adjective", "demonym"}:
            tables.say("gazetteer/actors.tsv", row["line"], f"{actor} has neither adjective nor demonym")
        if actor not in NO_CAPITAL and "capital" not in have:
            tables.say("gazetteer/actors.tsv", row["line"], f"{actor} has no capital")


def check_all(data):
    tables = Tables(Path(data))
    if all(tables.rows[path] for path in COLUMNS):
        check_ids(tables)
        check_meanings(tables)
        check_currency_forms(tables)
        check_numbers(tables)
        check_complete(tables)
    return tables.trouble


def report(trouble):
    for line in trouble:
        print(line)
    return 1 if trouble else 0


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2] / "data"
    sys.exit(report(check_all(folder)))
