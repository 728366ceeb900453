"""The schema of the starter tables, and how they are written: sorted, tab-separated, without quoting."""

import hashlib
import pathlib
import subprocess
from dataclasses import astuple, dataclass, fields


@dataclass
class Source:
    id: str
    title: str
    publisher: str
    url: str
    licence: str
    grade: str
    attribution: str
    note: str = ""


@dataclass
class Vintage:
    id: str
    source: str
    recorded: str
    basis_note: str
    file: str
    sha256: str
    note: str = ""


@dataclass
class Observation:
    vintage: str
    measure: str
    reporter: str
    partner: str
    period: str
    value: str
    unit: str
    basis: str
    coverage: str
    price_basis: str
    row_class: str
    partner_as_published: str
    line: str


@dataclass
class Fact:
    vintage: str
    kind: str
    subject: str
    object: str = ""
    event: str = ""
    from_: str = ""
    to: str = ""
    title: str = ""
    name: str = ""
    place: str = ""
    status: str = ""
    as_published: str = ""
    ref: str = ""


def column_names(row_type):
    return [field.name.rstrip("_") for field in fields(row_type)]


def sha256_of(path):
    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()


def shortened(text, limit=120):
    """The first words of `text` that fit into `limit` characters, white space collapsed."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    return text[: limit - 1].rsplit(" ", 1)[0] + "…"


def sort_key(row):
    """Series of one pair stand together, which is also what compresses best."""
    if isinstance(row, Observation):
        return (row.vintage, row.measure, row.reporter, row.partner, row.partner_as_published, row.price_basis,
                row.period, row.line)
    if isinstance(row, Fact):
        return (row.vintage, row.kind, row.subject, row.object, row.from_, row.event, row.to, row.title, row.ref,
                astuple(row))
    return (row.id,)


def render(row_type, rows):
    lines = ["\t".join(column_names(row_type))]
    for row in sorted(rows, key=sort_key):
        cells = astuple(row)
        for cell in cells:
            if "\t" in cell or "\n" in cell or "\r" in cell:
                raise ValueError(f"a cell holds a tab or a line break: {row}")
        lines.append("\t".join(cells))
    return ("\n".join(lines) + "\n").encode("utf-8")


def write_table(path, row_type, rows):
    """Writes `path` (….tsv or ….tsv.zst) and returns its number of rows and bytes."""
    data = render(row_type, rows)
    if path.suffix == ".zst":
        data = subprocess.run(["zstd", "-19", "-T1", "--no-progress", "-q", "-c"], input=data, check=True,
                              stdout=subprocess.PIPE).stdout
    path.write_bytes(data)
    return len(rows), len(data)
