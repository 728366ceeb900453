"""ForeignAssistance.gov: US foreign assistance by country, fiscal year and transaction type, in three vintages."""

import csv

from figures import shifted
from names import Names
from tables import Observation, Source, Vintage, sha256_of

FOLDER = "trade_aid/us_foreign_assistance"
FILES = {  # vintage: (file, recorded, how that is known, base year of the constant dollars)
    "us-foreign-assistance@2023-10": ("us_foreign_aid_country_2023-10.csv", "2023-10", "Month in the file's name.", "FY2021"),
    "us-foreign-assistance@fy2024": ("us_foreign_aid_country_fy2024.csv", "", "No date in the file; it holds fiscal years to 2024.", "FY2022"),
    "us-foreign-assistance@2025-12": ("us_foreign_aid_country_2025-12.csv", "2025-12", "Month in the file's name.", "FY2024"),
}
MEASURES = {"Appropriated and Planned": "aid-appropriated", "Obligations": "aid-obligations",
            "Disbursements": "aid-disbursements", "President's Budget Requests": "aid-requested",
            "Initial Allocations": "aid-allocated"}


def sources():
    return [Source(
        "us-foreign-assistance", "U.S. Foreign Assistance by Country",
        "U.S. Agency for International Development and U.S. Department of State", "https://foreignassistance.gov/data",
        "Public domain (work of the U.S. government)", "A", "ForeignAssistance.gov",
        "Fiscal years October to September. Vintages differ about past years; constant dollars change their base year.")]


def vintages(shared):
    return [Vintage(vintage, "us-foreign-assistance", recorded, how, name, sha256_of(shared / FOLDER / name),
                    f"Constant amounts in {base} dollars.")
            for vintage, (name, recorded, how, base) in FILES.items()]


def period_of(fiscal_year):
    """The US fiscal year moved from July to October in 1976; the quarter between stands as "1976tq"."""
    return "1976-07/1976-09" if fiscal_year == "1976tq" else f"FY{fiscal_year}"


def observations(shared):
    names = Names("foreign_assistance")
    for vintage, (name, _, _, base) in FILES.items():
        with open(shared / FOLDER / name, encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines)
            for row in reader:
                code, label = row["Country Code"], row["Country Name"]
                found = names.find(label if code == "NULL" else code, row["Fiscal Year"][:4])
                if not found:
                    continue
                for price_basis, column in (("current", "current_amount"), (f"constant-{base}", "constant_amount")):
                    if row[column] != "":
                        yield Observation(vintage, MEASURES[row["Transaction Type Name"]], "US", found[0],
                                          period_of(row["Fiscal Year"]), shifted(row[column], 0), "USD", "", "",
                                          price_basis, found[1], label, str(reader.line_num))
