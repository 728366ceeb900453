"""Just enough of the .xlsx format to read one sheet of cells, with the standard library alone."""

import re
import xml.etree.ElementTree as ElementTree
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def read_cells(path, sheet="xl/worksheets/sheet1.xml"):
    """{row number: {column letters: text}} of the stored cell values; cells without a value are absent."""
    with zipfile.ZipFile(path) as book:
        shared = ["".join(text.text or "" for text in item.iter(MAIN + "t"))
                  for item in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))]
        rows = {}
        for row in ElementTree.fromstring(book.read(sheet)).iter(MAIN + "row"):
            cells = {}
            for cell in row:
                value = cell.find(MAIN + "v")
                if value is None or value.text is None:
                    continue
                column = re.sub(r"\d", "", cell.get("r"))
                cells[column] = shared[int(value.text)] if cell.get("t") == "s" else value.text
            rows[int(row.get("r"))] = cells
    return rows
