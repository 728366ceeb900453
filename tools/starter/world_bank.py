"""World Bank, World Development Indicators: GDP, population, and net aid flows from the United States to Uzbekistan."""

import csv

from figures import shifted
from names import Names
from tables import Observation, Source, Vintage, sha256_of

FILES = {  # measure: (file, last year, unit, price basis)
    "gdp": ("wdi_gdp_current_usd.csv", "2023", "USD", "current"),
    "population": ("wdi_population.csv", "2024", "people", ""),
}
NET_AID = "wdi_dc_dac_usal_cd_UZB.csv"
FOLDER = "trade_aid/wdi"


def sources():
    return [Source("wb-wdi", "World Development Indicators", "World Bank", "https://databank.worldbank.org/source/world-development-indicators",
                   "CC BY 4.0", "B", "World Bank, World Development Indicators",
                   "Series NY.GDP.MKTP.CD, SP.POP.TOTL, DC.DAC.USAL.CD (source OECD DAC).")]


def vintages(shared):
    rows = [Vintage(f"wb-wdi@{measure}-{last}", "wb-wdi", "", f"No date in the file; the last year is {last}.", name,
                    sha256_of(shared / FOLDER / name)) for measure, (name, last, _, _) in FILES.items()]
    rows.append(Vintage("wb-wdi@net-aid-2023", "wb-wdi", "", "No date in the file; the last year is 2023.", NET_AID,
                        sha256_of(shared / FOLDER / NET_AID), "Uzbekistan only."))
    return rows


def observations(shared):
    names = Names("world_bank")
    for measure, (name, last, unit, price_basis) in FILES.items():
        with open(shared / FOLDER / name, encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines)
            for row in reader:
                found = names.find(row["Country Code"])
                if not found or not found[0] or row["Value"] == "":
                    continue
                yield Observation(f"wb-wdi@{measure}-{last}", measure, found[0], "", row["Year"],
                                  shifted(row["Value"], 0), unit, "", "", price_basis, found[1], row["Country Name"],
                                  str(reader.line_num))
    with open(shared / FOLDER / NET_AID, encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        for row in reader:
            if row["dc_dac_usal_cd"] != "":
                yield Observation("wb-wdi@net-aid-2023", "oda-net", "US", "UZ", row["time"],
                                  shifted(row["dc_dac_usal_cd"], 0), "USD", "", "", "current", "country", "uzb",
                                  str(reader.line_num))
