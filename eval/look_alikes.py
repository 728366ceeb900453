#!/usr/bin/env python3
"""Nothing that only looks like a claim is read as one: look_alikes.py sentences|stretches --program build/release/paraph

sentences    each sentence of look_alikes.txt, as a document of its own, yields no claim of a checkable kind
stretches    no false claim touches what the sets worked on, and gold where it is, annotate as no claim

What fails is listed in *_failing.txt. The lists only shrink: what fails and is not listed is a fault, and so is what is listed and passes.
--shrink takes from the list what passes now."""

import argparse
import dataclasses
import pathlib
import re
import sys
import tempfile

import annotations
import score
from eval import scored, shown

SENTENCES = annotations.HERE / "look_alikes.txt"


@dataclasses.dataclass
class LookAlike:
    """A sentence, the reason why it is no claim, the heading that it stands under, and the modalities in which it may be read."""

    sentence: str
    why: str = ""
    about: str = ""
    may: tuple = ()


def look_alikes(text):
    """Blocks apart by blank lines: the sentence, then indented lines `why …`, `about …` (the heading) and `may planned negated …`."""
    found = []
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if not line.startswith(" "):
            found.append(LookAlike(line))
            continue
        member, _, rest = line.strip().partition(" ")
        setattr(found[-1], member, tuple(rest.split()) if member == "may" else rest)
    return found


def checkable(claims):
    return [claim for claim in claims if claim["kind"] in score.CHECKABLE + score.LATE]


def failing_sentences(program):
    """{sentence: what was read in it}, and every key that a list may name."""
    entries = look_alikes(SENTENCES.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, entry in enumerate(entries):
            paths.append(pathlib.Path(folder) / f"{number:03}.txt")
            paths[-1].write_text(f"{entry.about}\n\n{entry.sentence}\n" if entry.about else f"{entry.sentence}\n", encoding="utf-8")
        read = annotations.extract(program, paths)
    failing = {}
    for entry, path in zip(entries, paths):
        false = [claim for claim in checkable(read[str(path)][1]) if claim.get("modality", "asserted") not in entry.may]
        if false:
            failing[entry.sentence] = f"{entry.why}: read as {shown(false[0])}"
    return failing, {entry.sentence for entry in entries}


def failing_stretches(program):
    failing, known = {}, set()
    for name in ("worked",) + (("gold",) if annotations.gold_folder() else ()):
        documents, result, _ = scored(name, program)
        raw = {document.path.name: document.raw() for document in documents}

        def key(document, line):
            return f"{document}: " + " ".join(raw[document][slice(*line["span"])].decode("utf-8", "replace").split())

        known |= {key(document.path.name, line) for document in documents for line in document.lines if line["type"] == "not-a-claim"}
        failing |= {key(document, line): f"{line['why']}: read as {shown(claim)}" for document, line, claim in result.trapped}
    return failing, known


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["sentences", "stretches"])
    parser.add_argument("--program", type=pathlib.Path, required=True)
    parser.add_argument("--shrink", action="store_true", help="take from the list what passes now")
    chosen = parser.parse_args()
    names = {"sentences": "look_alikes_failing.txt", "stretches": "stretches_failing.txt"}
    path = annotations.HERE / names[chosen.what]
    failing, known = (failing_sentences if chosen.what == "sentences" else failing_stretches)(chosen.program.resolve())
    listed = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    if chosen.shrink:
        head = re.match(r"(#.*\n)*", path.read_text(encoding="utf-8")).group(0)
        listed = [line for line in listed if line in failing or line not in known]
        path.write_text(head + "".join(line + "\n" for line in listed), encoding="utf-8")
    new = [f"NEW    {line}\n       {what}" for line, what in failing.items() if line not in listed]
    mended = [f"PASSES {line}\n       take it from eval/{path.name} (--shrink does)" for line in listed if line in known and line not in failing]
    known_faults = [f"KNOWN  {line}\n       {what}" for line, what in failing.items() if line in listed]
    print("\n".join(known_faults + mended + new))
    print(f"{len(known)} {chosen.what}: {len(failing)} read falsely, {len(listed)} listed")
    sys.exit(1 if new or mended or not known else 0)


if __name__ == "__main__":
    main()
