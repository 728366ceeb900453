"""U.S. Census Bureau: goods trade of the United States by partner, million USD, Census basis."""

import csv

from figures import shifted
from names import Names
from tables import Observation, Source, Vintage, sha256_of

FILE = "trade_aid/census/us_census_country_monthly.csv"
WORKBOOK = "trade_aid/census/us_census_country.xlsx"
REVISED = "trade_aid/census/us_census_uzb_revised_2021_2024.csv"
LAST_FULL_YEAR = 2022
FLOWS = {"exports": "E", "imports": "I"}


def sources():
    return [Source(
        "us-census-country", "U.S. Trade in Goods by Country", "U.S. Census Bureau",
        "https://www.census.gov/foreign-trade/balance/index.html", "Public domain (work of the U.S. government)", "A",
        "U.S. Census Bureau, U.S. Trade in Goods by Country",
        "Goods only, Census basis, not seasonally adjusted. Codes 00xx are groups; about 81 partners a year before 1992.")]


def vintages(shared):
    return [
        Vintage("us-census-country@2023-01", "us-census-country", "2023-03",
                "The file ends with January 2023, which the Bureau released on 8 March 2023.",
                "country.xlsx", sha256_of(shared / WORKBOOK),
                "line = row of the sheet. 2023 holds January alone: it stands as 2023-01, never as a year."),
        Vintage("us-census-country@2026-10", "us-census-country", "2026-10", "The typed table names its vintage.",
                "us_census_uzb_revised_2021_2024.csv", sha256_of(shared / REVISED),
                "Revised annual figures, Uzbekistan only, one decimal of a million."),
    ]


def observation(vintage, measure, partner, period, value, row_class, published, line):
    return Observation(vintage, measure, "US", partner, period, value, "USD", "customs", "goods", "", row_class,
                       published, line)


def observations(shared):
    names = Names("census")
    with open(shared / FILE, encoding="utf-8-sig", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines), start=2):
            year = int(row["year"])
            found = names.find(row["CTY_CODE"], year)
            if found is None:
                continue
            actor, row_class = found
            if row_class == "closed":
                if any(float(row[letter + "YR"]) for letter in FLOWS.values()):
                    raise ValueError(f"{FILE}:{number}: a closed country code holds a figure")
                continue
            published = row["CTYNAME"] if actor else f"{row['CTYNAME']} ({row['CTY_CODE']})"
            for measure, letter in FLOWS.items():
                partial = year > LAST_FULL_YEAR
                text = row[letter + ("JAN" if partial else "YR")]
                if text == "":
                    continue
                period = f"{year}-01" if partial else str(year)
                yield observation("us-census-country@2023-01", measure, actor, period, shifted(text, 6), row_class,
                                  published, str(number))
    with open(shared / REVISED, encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines), start=2):
            for measure in FLOWS:
                yield observation("us-census-country@2026-10", measure, "UZ", row["year"],
                                  shifted(row[f"{measure}_year_musd"], 6), "country", "Uzbekistan", str(number))
