"""National statistics agencies of Uzbekistan, Kazakhstan, Kyrgyzstan and Armenia: goods trade by partner, thousand USD."""

import csv
import re
from decimal import Decimal

from figures import NOT_PUBLISHED, shifted
from names import Names
from sheets import read_cells
from tables import Observation, Source, Vintage, sha256_of

UZ = {"exports": ("1105", "trade_aid/uzstat/uzstat_sdmx_1105_exports_by_country_2010_2023.csv"),
      "imports": ("1176", "trade_aid/uzstat/uzstat_sdmx_1176_imports_by_country_2010_2023.csv")}
KG = {"exports": ("18", "trade_aid/kgstat/kg_4.03.00.18_exports_by_country_1994_2023.xlsx"),
      "imports": ("20", "trade_aid/kgstat/kg_4.03.00.20_imports_by_country_1994_2023.xlsx")}
AM = "trade_aid/amstat/armstat_trade_by_country_monthly.csv"
AM_YEARS = range(2017, 2023)
DERIVED = "trade_aid/derived/national_reporters_bilateral_kusd.csv"
KZ_SAVED = {"2019": "2020-08-13", "2020": "2021-07-28", "2021": "2022-07-22", "2023": "2024-07-25"}
COLLECTED = "Collected in the repository mary-lev/eu-export-sanctions (CC BY 4.0); the publisher's own terms were not seen."


def sources():
    def agency(identifier, title, publisher, url, note=""):
        return Source(identifier, title, publisher, url, "CC BY 4.0 (collection); official statistics", "B", publisher,
                      f"{COLLECTED} {note}".strip())
    return [
        agency("uzstat-1105", "Exports (SDMX 1105) and imports (SDMX 1176) by country",
               "Statistics Agency under the President of the Republic of Uzbekistan", "https://siat.stat.uz",
               "\"Other countries\" (code 0) is a residual of confidential trade."),
        agency("kzstat", "Foreign trade of Kazakhstan by country", "Bureau of National Statistics, Kazakhstan",
               "https://stat.gov.kz"),
        agency("kgstat", "Geographic distribution of exports (4.03.00.18) and imports (4.03.00.20) of goods",
               "National Statistical Committee of the Kyrgyz Republic", "https://stat.gov.kg"),
        agency("armstat", "Foreign trade of Armenia by country", "Statistical Committee of the Republic of Armenia",
               "https://armstat.am", "Imports by country of origin; imports by country of consignment are not carried."),
    ]


def vintages(shared):
    def pair(files):
        paths = [shared / path for _, path in files.values()]
        return "; ".join(path.name for path in paths), "; ".join(sha256_of(path) for path in paths)
    rows = [
        Vintage("uzstat-1105@2010-2023", "uzstat-1105", "", "No date in the files.", *pair(UZ),
                "line = SDMX id:line of the file."),
        Vintage("kgstat@2024-10", "kgstat", "2024-10-01",
                "The workbooks were last saved on 1 October 2024 (exports) and 2 March 2024 (imports).", *pair(KG),
                "line = table!cell. Binary noise of formula cells is cut off behind the third decimal."),
        Vintage("armstat@2017-2022", "armstat", "", "No date in the file.", "armenia_data.csv", sha256_of(shared / AM),
                "The Year row of 2023 is partial and is left out."),
    ]
    for year, saved in KZ_SAVED.items():
        path = shared / f"trade_aid/kzstat/kz_trade_by_country_{year}.xls"
        rows.append(Vintage(f"kzstat@{year}", "kzstat", saved, f"The workbook was last saved by the Bureau on {saved}.",
                            path.name, sha256_of(path), "line = line of the CSV made from the workbooks."))
    return rows


def row(vintage, measure, reporter, found, year, value, published, line):
    # None of the four files states FOB or CIF, so the basis stays empty.
    return Observation(vintage, measure, reporter, found[0], year, value, "USD", "", "goods", "", found[1], published,
                       line)


def uzbekistan(shared):
    names = Names("m49")
    for measure, (table, path) in UZ.items():
        with open(shared / path, encoding="utf-8-sig", newline="") as lines:
            for number, cells in enumerate(csv.DictReader(lines), start=2):
                code = cells["Code"]
                found = ("", "residual") if code == "0" else names.find(code)
                for year in (key for key in cells if key.isdigit()):
                    if found and cells[year] not in NOT_PUBLISHED | {"-"}:
                        yield row("uzstat-1105@2010-2023", measure, "UZ", found, year, shifted(cells[year], 3),
                                  cells["Klassifikator_en"], f"{table}:{number}")


def kyrgyz_rows(shared, names, measure, table, path):
    cells = read_cells(shared / path)
    header = next(index for index in sorted(cells) if cells[index].get("D", "").startswith("1994"))
    years = {column: text[:4] for column, text in cells[header].items() if re.match(r"(19|20)\d\d", text)}
    for index in sorted(cells):
        label = " ".join(cells[index].get("C", "").split())
        if index <= header or not label or not any(column in cells[index] for column in years):
            continue
        found = names.find(label)
        for column, year in years.items():
            text = cells[index].get(column, "").strip()
            if found and text not in NOT_PUBLISHED:
                exact = "0" if text == "-" else str(Decimal(text).quantize(Decimal("0.001")))
                yield text, row("kgstat@2024-10", measure, "KG", found, year, shifted(exact, 3), label,
                                f"{table}!{column}{index}")


def kyrgyzstan(shared):
    """One country may stand in two rows ("Salvador", "El Salvador"): the dash of the one says nothing beside the figure
    of the other, and of two dashes one is kept."""
    names = Names("kyrgyzstan")
    for measure, (table, path) in KG.items():
        kept = {}
        for text, figure in kyrgyz_rows(shared, names, measure, table, path):
            country = figure.row_class == "country"
            key = (figure.partner if country else figure.partner_as_published, figure.period)
            if key not in kept or kept[key][0] == "-":
                kept[key] = (text, figure)
            elif text != "-":
                raise ValueError(f"{path}: two figures for {key}")
        yield from (figure for _, figure in kept.values())


def armenia(shared):
    names = Names("armenia")
    with open(shared / AM, encoding="utf-8-sig", newline="") as lines:
        for number, cells in enumerate(csv.reader(lines), start=1):
            if len(cells) < 6 or cells[4] != "Year" or int(cells[5]) not in AM_YEARS:
                continue
            found = names.find(cells[0].strip() or "(blank)")
            for measure, text in (("exports", cells[1]), ("imports", cells[3])):
                if found and text.strip() not in NOT_PUBLISHED:
                    yield row("armstat@2017-2022", measure, "AM", found, cells[5],
                              "0" if text == "-" else shifted(text, 3), cells[0].strip() or "(blank)", str(number))


def kazakhstan(shared):
    names = Names("kazakhstan")
    with open(shared / DERIVED, encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        for cells in reader:
            if cells["reporter"] != "KAZ":
                continue
            label = " ".join(cells["partner_as_published"].split())
            found = names.find(label)
            vintage = "kzstat@" + re.search(r"file (\d{4})", cells["source"]).group(1)
            for measure in ("exports", "imports"):
                text = cells[f"{measure}_kusd"]
                if found and text not in NOT_PUBLISHED | {"-"}:
                    yield row(vintage, measure, "KZ", found, cells["year"], shifted(text, 3), label,
                              str(reader.line_num))


def observations(shared):
    yield from uzbekistan(shared)
    yield from kazakhstan(shared)
    yield from kyrgyzstan(shared)
    yield from armenia(shared)
