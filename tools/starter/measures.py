"""What is measured: the identifiers that the observations use."""

COLUMNS = ("id", "name", "definition", "unit", "source_column")
ROWS = [
    ("exports", "Exports", "What the reporter sells to the partner in the period, by the reporter's own statistics", "money",
     "Census EYR; agencies export; DOTS TXG_FOB_USD"),
    ("imports", "Imports", "What the reporter buys from the partner in the period, by the reporter's own statistics", "money",
     "Census IYR; agencies import; DOTS TMG_CIF_USD"),
    ("aid-appropriated", "Aid appropriated and planned", "Funds that the donor appropriated or planned for the recipient in the fiscal year",
     "money", "ForeignAssistance.gov transaction type 1"),
    ("aid-obligations", "Aid obligations", "Funds that the donor bound itself to pay for the recipient in the fiscal year, net of de-obligations",
     "money", "ForeignAssistance.gov transaction type 2"),
    ("aid-disbursements", "Aid disbursements", "Funds that the donor paid out for the recipient in the fiscal year", "money",
     "ForeignAssistance.gov transaction type 3"),
    ("aid-requested", "Aid requested", "Funds for the recipient in the President's budget request for the fiscal year", "money",
     "ForeignAssistance.gov transaction type 18"),
    ("aid-allocated", "Aid allocated", "Funds for the recipient in the initial allocations of the fiscal year", "money",
     "ForeignAssistance.gov transaction type 19"),
    ("oda-net", "Net bilateral aid flows", "Net aid from the donor to the recipient as the OECD's committee of donors counts it", "money",
     "WDI DC.DAC.USAL.CD"),
    ("gdp", "Gross domestic product", "GDP at purchaser's prices, current US dollars", "money", "WDI NY.GDP.MKTP.CD"),
    ("population", "Population", "Residents at mid-year, whatever their status", "people", "WDI SP.POP.TOTL"),
]


def write(path):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join("\t".join(row) for row in (COLUMNS, *ROWS)) + "\n", encoding="utf-8")
