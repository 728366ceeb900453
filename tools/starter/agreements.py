"""Trade agreements: DESTA's list of treaties."""

from names import Names, read_tsv
from tables import Fact, Source, Vintage, sha256_of, shortened

DESTA = "diplomacy/agreements/desta_treaties.tsv"
EVENTS = {"base_treaty": "signed", "accession": "accession", "withdrawal": "withdrawal", "negotiation": "negotiating",
          "protocol or amendment": "amended", "consolidated": "consolidated"}
TYPES = {"1": "bilateral", "2": "plurilateral", "3": "plurilateral-third-country", "4": "interregional"}


def sources():
    return [
        Source("desta", "Design of Trade Agreements (DESTA)", "World Trade Institute, University of Bern",
               "https://www.designoftradeagreements.org", "CC BY 4.0 (package manytrade); citation asked for", "B",
               "Dür, Baccini and Elsig (2014), The Design of International Trade Agreements",
               "Years of signature; name holds the year of entry into force. Membership of EU treaties is by state."),
    ]


def vintages(shared):
    return [
        Vintage("desta@2020", "desta", "", "No date in the file; the last year is 2020.", "DESTA.csv",
                sha256_of(shared / DESTA), "ref = treaty number:line of the table made from DESTA.csv."),
    ]


def facts(shared):
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
