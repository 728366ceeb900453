"""The annotated sets, and what the program reads in their documents."""

import dataclasses
import json
import os
import pathlib
import subprocess

HERE = pathlib.Path(__file__).resolve().parent
OURS = ("sheets", "worked", "apart")


@dataclasses.dataclass
class Document:
    """One annotated document: the text's path, the annotation's path, the annotation's first line and the rest of its lines."""

    path: pathlib.Path
    annotation: pathlib.Path
    head: dict
    lines: list

    def raw(self):
        return self.path.read_bytes()


def gold_folder():
    """Where $PARAPH_SHARED has the larger set; None where it has none."""
    shared = os.environ.get("PARAPH_SHARED")
    folder = pathlib.Path(shared) / "gold" if shared else None
    return folder if folder and (folder / "claims").is_dir() else None


def documents(name):
    """The documents of one set, in the order of their names."""
    annotated = gold_folder() / "claims" if name == "gold" else HERE / name
    texts = gold_folder() / "docs" if name == "gold" else HERE / name
    found = []
    for annotation in sorted(annotated.glob("*.jsonl")):
        head, *lines = [json.loads(line) for line in annotation.read_text(encoding="utf-8").splitlines() if line.strip()]
        found.append(Document(texts / head["source"], annotation, head, lines))
    return found


def extract(program, paths):
    """Reads all documents in one run of the program: {path: (its document line, its claims)}."""
    paths = [str(path) for path in paths]
    run = subprocess.run([str(program), "extract", "--format", "jsonl", *paths], stdout=subprocess.PIPE, check=True)
    read, claims = {}, None
    for line in run.stdout.decode("utf-8").splitlines():
        row = json.loads(line)
        if row["type"] == "document":
            claims = []
            read[row["name"]] = row, claims
        elif row["type"] == "claim":
            claims.append(row)
    missing = [path for path in paths if path not in read]
    if missing:
        raise SystemExit(f"{program} extract printed no document line for {', '.join(missing)}")
    return read
