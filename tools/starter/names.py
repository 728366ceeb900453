"""Names and codes of the origin files, resolved to actor ids by the explicit tables in data/names/."""

import csv
import pathlib

NAMES = pathlib.Path(__file__).resolve().parents[2] / "data" / "names"


def read_tsv(path):
    with open(path, encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


class Names:
    """One scheme, one file data/names/<scheme>.tsv. A name that stands neither there nor in ignored.tsv fails the build
    at the end, all of them together (`Names.unresolved`)."""

    unresolved = []

    def __init__(self, scheme):
        self.scheme = scheme
        self.rows = {}
        for row in read_tsv(NAMES / f"{scheme}.tsv"):
            self.rows.setdefault(row["name"], []).append(row)
        self.ignored = {row["name"] for row in read_tsv(NAMES / "ignored.tsv")
                        if row["scheme"] == scheme or row["scheme"].startswith(scheme + "/")}
        self.ignored_seen = {}

    def find(self, name, year=None):
        """(actor, class) of `name` in `year`, or None when it is to be left out."""
        if name in self.ignored and name not in self.rows:
            self.ignored_seen[name] = self.ignored_seen.get(name, 0) + 1
            return None
        for row in self.rows.get(name, []):
            if year is not None and row["from"] and int(year) < int(row["from"]):
                continue
            if year is not None and row["to"] and int(year) > int(row["to"]):
                continue
            return row["actor"], row["class"]
        Names.unresolved.append((self.scheme, name, str(year or "")))
        return None

    def reporter(self, name):
        """The actor that publishes as `name`; None for the unions and residuals that ignored.tsv lists."""
        if name in self.ignored:
            self.ignored_seen[name] = self.ignored_seen.get(name, 0) + 1
            return None
        found = self.find(name)
        return found[0] if found else None
