#!/usr/bin/env python3
"""Makes a large corpus that varies: the example sheets' sentences about other states, with other figures, in another order.

    make_corpus.py --examples examples/sheets --names data/gazetteer/actor_names.tsv --out DIR [--megabytes 50] [--seed 1]

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
    """Headings and paragraphs with {a} and {b} for the pair's forms, `#` for every digit of a figure."""
    heads = {"us-uzbekistan": ("Uzbekistan", "Uzbek", "Tashkent"), "us-kazakhstan": ("Kazakhstan", "Kazakh", "Astana"), "us-ghana": ("Ghana", "Ghanaian", "Accra")}
    made = []
    for path in sorted(examples.iterdir()):
        if path.stem not in heads:
            continue
        name, adjective, capital = heads[path.stem]
        for block in plain(path):
            block = block.replace(name, "{b_name}").replace(adjective, "{b_adjective}").replace(capital, "{b_capital}").replace("Almaty", "{b_capital}")
            block = re.sub(r"\b[Tt]he United States\b|\bUnited States\b", "{a_name}", block).replace("U.S.", "{a_adjective}").replace("Washington", "{a_capital}")
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
        if found.group(2):
            return ordinal(rng.randrange(2, 60))
        if re.fullmatch(r"(19|20)\d\d", digits):
            return str(rng.randrange(1955, 2024))
        if len(digits) <= 2:
            return str(rng.randrange(1, 29))
        return str(rng.randrange(10 ** (len(digits) - 1), 10 ** len(digits)))
    return re.sub(r"(\d+)(st\b|nd\b|rd\b|th\b)?", other, text)


def sheet(sentences, headings, pairs, rng):
    a, b = rng.sample(pairs, 2)
    forms = {f"{letter}_{form}": state[form] for letter, state in (("a", a), ("b", b)) for form in FORMS}
    lines = [f"{a['name']} and {b['name']}: relations", f"{rng.randrange(1, 29)} {rng.choice(['March', 'July', 'October'])} {rng.randrange(2000, 2025)}"]
    for section in range(rng.randrange(3, 7)):
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
    sentences, headings = templates(options.examples)
    pairs = states(options.names)
    shutil.rmtree(options.out, ignore_errors=True)
    (options.out / "sheets").mkdir(parents=True)
    size, number = 0, 0
    whole = options.out / "corpus.txt.part"
    with open(whole, "wb") as corpus:
        while size < options.megabytes * 1_000_000:
            text = sheet(sentences, headings, pairs, rng).encode("utf-8")
            (options.out / "sheets" / f"{number:05}.txt").write_bytes(text)
            corpus.write(text)
            size += len(text)
            number += 1
    whole.rename(options.out / "corpus.txt")
    print(f"{number} sheets, {size / 1e6:.1f} MB, {len(pairs)} states, {len(sentences)} paragraphs")


if __name__ == "__main__":
    main()
