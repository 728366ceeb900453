"""Trade agreements: DESTA's list of treaties, and the framework agreements (TIFAs) of the United States."""

import pathlib

from names import Names, read_tsv
from tables import Fact, Source, Vintage, sha256_of, shortened

DESTA = "diplomacy/agreements/desta_treaties.tsv"
TIFAS = pathlib.Path(__file__).resolve().parent / "tifa.tsv"
EVENTS = {"base_treaty": "signed", "accession": "accession", "withdrawal": "withdrawal", "negotiation": "negotiating",
          "protocol or amendment": "amended", "consolidated": "consolidated"}
TYPES = {"1": "bilateral", "2": "plurilateral", "3": "plurilateral-third-country", "4": "interregional"}


def sources():
    return [
        Source("desta", "Design of Trade Agreements (DESTA)", "World Trade Institute, University of Bern",
               "https://www.designoftradeagreements.org", "CC BY 4.0 (package manytrade); citation asked for", "B",
               "Dür, Baccini and Elsig (2014), The Design of International Trade Agreements",
               "Years of signature; name holds the year of entry into force. Membership of EU treaties is by state."),
        Source("ustr-tifa", "Trade and Investment Framework Agreements", "Office of the United States Trade Representative",
               "https://ustr.gov/trade-agreements/trade-investment-framework-agreements",
               "Public domain (work of the U.S. government)", "A", "Office of the United States Trade Representative",
               "Typed: states and dates only, from USTR's announcements; not the complete list."),
    ]


def vintages(shared):
    return [
        Vintage("desta@2020", "desta", "", "No date in the file; the last year is 2020.", "DESTA.csv",
                sha256_of(shared / DESTA), "ref = treaty number:line of the table made from DESTA.csv."),
        Vintage("ustr-tifa@typed", "ustr-tifa", "", "Typed from public announcements; no single date.", TIFAS.name,
                sha256_of(TIFAS), "tools/starter/tifa.tsv"),
    ]


def treaties(shared):
    names = Names("m49")
    for line, row in enumerate(read_tsv(shared / DESTA), start=2):
        parties = [found[0] for code in row["members_iso_numeric"].split("|") if (found := names.find(code.zfill(3)))]
        year = row["year"] if row["year"].isdigit() else ""
        in_force = row["entryforceyear"] if row["entryforceyear"].isdigit() else ""
        more = {"title": shortened(row["name"]), "name": in_force, "status": TYPES.get(row["typememb"], ""),
                "ref": f"{row['number']}:{line}"}
        event = EVENTS[row["entry_type"]]
        if len(parties) == 2 and len(set(parties)) == 2:
            yield Fact("desta@2020", "agreement", *sorted(parties), event, year, "", **more)
        else:
            for party in sorted(set(parties)):
                yield Fact("desta@2020", "agreement-party", party, "", event, year, "", **more)


def frameworks():
    for line, row in enumerate(read_tsv(TIFAS), start=2):
        for partner in row["partners"].split():
            yield Fact("ustr-tifa@typed", "agreement", "US", partner, "signed", row["signed"], "", row["title"],
                       status="trade-investment-framework", as_published=shortened(row["title"]), ref=str(line))


def facts(shared):
    yield from treaties(shared)
    yield from frameworks()
