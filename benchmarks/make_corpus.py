#!/usr/bin/env python3
"""Makes a large corpus that varies: the examples' sentences about other states, with other figures, in another order.

Half of its paragraphs come from the fact sheets, dense with figures, half from the longer notes with their history and
prose, as ministries publish both.

    make_corpus.py --examples examples --names data/gazetteer/actor_names.tsv --out DIR [--megabytes 50] [--seed 1]

Writes DIR/sheets/NNNNN.txt, one sheet a file, and DIR/corpus.txt, all of them one after another. The same arguments give the
same bytes. Nothing in it is true.
"""

import argparse
import collections
import html
import pathlib
import random
import re
import shutil

FORMS = ("name", "adjective", "capital")
UNITED_STATES = ("the United States|The United States|United States", "U.S.|American", "Washington")
# The two states of each example, in the spellings that it uses.
PAIRS = {
    "us-uzbekistan": (UNITED_STATES, ("Uzbekistan", "Uzbek", "Tashkent")),
    "us-kazakhstan": (UNITED_STATES, ("Kazakhstan", "Kazakh", "Astana|Almaty")),
    "us-ghana": (UNITED_STATES, ("Ghana", "Ghanaian", "Accra")),
    "us-mongolia": (UNITED_STATES, ("Mongolia|MONGOLIA", "Mongolian", "Ulaanbaatar")),
    "india-kenya": (("India", "Indian", "Chennai"), ("Kenya", "Kenyan", "Nairobi")),
    "australia-fiji": (("Australia", "Australian", "Canberra"), ("Fiji", "Fijian", "Suva")),
}


def states(names):
    """[{form: spelling}] of every state that has all forms."""
    found = collections.defaultdict(dict)
    for line in names.read_text(encoding="utf-8").splitlines()[1:]:
        actor, name, form, valid_from, valid_to, flags, _ = line.split("\t")
        if form in FORMS and not valid_to and not flags:
            found[actor].setdefault(form, name)
    return [found[actor] for actor in sorted(found) if set(found[actor]) == set(FORMS)]


def plain(path):
    """The sheet's blocks of text, without markup."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        text = re.sub(r"<(nav|footer|head)\b.*?</\1>", "", text, flags=re.S)
        text = html.unescape(re.sub(r"<[^>]*>", "", re.sub(r"</(p|h\d|li)>", "\n\n", text)))
    if path.suffix == ".md":
        text = re.sub(r"^---\n.*?\n---\n", "", text, flags=re.S)
        text = re.sub(r"^\|.*\|$", "", re.sub(r"\*\*|^[#-]+ ", "", text, flags=re.M), flags=re.M)
    return [" ".join(block.split()) for block in re.split(r"\n\s*\n|(?<=\.)\n", text) if block.strip()]


def templates(examples):
    """Headings and paragraphs of a folder, with {a_name}, {b_capital} and so on for the pair's forms."""
    made = []
    for path in sorted(examples.iterdir()):
        for block in plain(path):
            for side, forms in zip("ab", PAIRS[path.stem]):
                for form, spellings in zip(FORMS, forms):
                    for spelling in spellings.split("|"):
                        block = re.sub(rf"(?<!\w){re.escape(spelling)}(?!\w)", f"{{{side}_{form}}}", block)
            made.append(block)
    sentences = [block for block in made if block.endswith(".")]
    headings = [block for block in made if len(block) < 40 and not block.endswith(".")]
    return sentences, headings


def ordinal(number):
    return f"{number}{'th' if number in (11, 12, 13) else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def vary(text, rng):
    """Other figures of the same form: years stay years, days stay days."""
    def other(found):
        digits = found.group(1)
        if found.group(2) == "s":
            return f"{rng.randrange(195, 203)}0s"
        if found.group(2):
            return ordinal(rng.randrange(2, 60))
        if re.fullmatch(r"(19|20)\d\d", digits):
            return str(rng.randrange(1955, 2024))
        if len(digits) <= 2:
            return str(rng.randrange(1, 29))
        return str(rng.randrange(10 ** (len(digits) - 1), 10 ** len(digits)))
    return re.sub(r"(\d+)(st\b|nd\b|rd\b|th\b|s\b)?", other, text)


def sheet(sheets, notes, pairs, rng):
    a, b = rng.sample(pairs, 2)
    forms = {f"{letter}_{form}": state[form] for letter, state in (("a", a), ("b", b)) for form in FORMS}
    lines = [f"{a['name']} and {b['name']}: relations", f"{rng.randrange(1, 29)} {rng.choice(['March', 'July', 'October'])} {rng.randrange(2000, 2025)}"]
    for section in range(rng.randrange(3, 7)):
        sentences, headings = sheets if section % 2 == 0 else notes
        lines.append(rng.choice(headings).format(**forms))
        for paragraph in rng.sample(sentences, rng.randrange(2, 5)):
            parts = re.split(r"(?<=[a-z0-9]\.) (?=[A-Z{])", vary(paragraph, rng))
            rng.shuffle(parts)
            lines.append(" ".join(parts).format(**forms))
    return "\n\n".join(lines) + "\n\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--examples", type=pathlib.Path, required=True)
    parser.add_argument("--names", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--megabytes", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    sheets, notes = templates(options.examples / "sheets"), templates(options.examples / "notes")
    pairs = states(options.names)
    shutil.rmtree(options.out, ignore_errors=True)
    (options.out / "sheets").mkdir(parents=True)
    size, number = 0, 0
    whole = options.out / "corpus.txt.part"
    with open(whole, "wb") as corpus:
        while size < options.megabytes * 1_000_000:
            text = sheet(sheets, notes, pairs, rng).encode("utf-8")
            (options.out / "sheets" / f"{number:05}.txt").write_bytes(text)
            corpus.write(text)
            size += len(text)
            number += 1
    whole.rename(options.out / "corpus.txt")
    print(f"{number} sheets, {size / 1e6:.1f} MB, {len(pairs)} states, {len(sheets[0])} paragraphs of sheets, {len(notes[0])} of notes")


if __name__ == "__main__":
    main()
