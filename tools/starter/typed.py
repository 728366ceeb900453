"""Facts that no file of the reference folder gives and everybody can look up: typed, one line each, with the page to compare."""

import pathlib

from names import read_tsv
from tables import Fact, Source, Vintage, sha256_of, shortened

HERE = pathlib.Path(__file__).resolve().parent
TIFAS = HERE / "tifa.tsv"
MEMBERSHIPS = HERE / "typed_memberships.tsv"
LISTS = {  # source: (title, publisher, address, note)
    "wto-accessions": ("Members that joined after 1995, with dates of membership", "World Trade Organization",
                       "https://www.wto.org/english/thewto_e/whatis_e/tif_e/org6_e.htm", "Original members of 1995 are not listed."),
    "nato-members": ("Member countries, with dates of accession", "North Atlantic Treaty Organization",
                     "https://www.nato.int/cps/en/natohq/topics_52044.htm", ""),
    "nato-pfp": ("Signatures of the Partnership for Peace Framework Document", "North Atlantic Treaty Organization",
                 "https://www.nato.int/cps/en/natohq/topics_82584.htm", "States of the former Soviet Union only."),
    "un-members": ("Member states admitted since 1990, with dates of admission", "United Nations",
                   "https://www.un.org/en/about-us/growth-in-un-membership",
                   "Serbia's date is that of the Federal Republic of Yugoslavia. Members of before 1990 are not listed."),
    "eu-members": ("Countries of the European Union, with dates of accession and exit", "European Union",
                   "https://european-union.europa.eu/principles-countries-history/eu-countries_en",
                   "From 1958 the European Communities; the date of exit is the last day of membership."),
}


def sources():
    rows = [Source("ustr-tifa", "Trade and Investment Framework Agreements", "Office of the United States Trade Representative",
                   "https://ustr.gov/trade-agreements/trade-investment-framework-agreements",
                   "Public domain (work of the U.S. government)", "A", "Office of the United States Trade Representative",
                   "Typed: parties and dates only; not the complete list. A bare year stands where the day was not certain.")]
    rows += [Source(source, title, publisher, url, "Facts only, typed; the publisher's pages ask for attribution", "B", publisher, note)
             for source, (title, publisher, url, note) in LISTS.items()]
    return rows


def vintages(shared):
    del shared
    rows = [Vintage("ustr-tifa@typed", "ustr-tifa", "", "Typed from the public record; no single date.", TIFAS.name,
                    sha256_of(TIFAS), "ref = line of tools/starter/tifa.tsv.")]
    rows += [Vintage(f"{source}@typed", source, "", "Typed from the public record; no single date.", MEMBERSHIPS.name,
                     sha256_of(MEMBERSHIPS), "ref = line of tools/starter/typed_memberships.tsv.") for source in LISTS]
    return rows


def facts(shared):
    del shared
    for line, row in enumerate(read_tsv(TIFAS), start=2):
        for partner in row["partners"].split():
            yield Fact("ustr-tifa@typed", "agreement", "US", partner, "signed", row["signed"], "", row["title"],
                       status="trade-investment-framework", as_published=shortened(row["title"]), ref=str(line))
    for line, row in enumerate(read_tsv(MEMBERSHIPS), start=2):
        yield Fact(f"{row['source']}@typed", "membership", row["member"], row["organisation"], "joined", row["joined"],
                   row["left"], "dates of membership", status="member", ref=str(line))
