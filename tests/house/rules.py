#!/usr/bin/env python3
"""The rules of the house: rules.py --root DIR RULE… prints file:line for every breach and exits 1 when there is one."""

import argparse
import pathlib
import re
import sys

LONGEST = 400
SKIPPED = {".git", ".cache", "build", "__pycache__", "node_modules"}
CODE = {".h", ".cc", ".py", ".cmake"}
SAMPLES = ("fuzz/corpus/", "tests/corpus/", "tests/golden/", "eval/apart/", "eval/sheets/", "eval/worked/", "examples/sheets/")
# Rooms that may see the clock, the environment and the terminal; everything else is a pure function.
WORLDLY = {"cli", "http", "intake", "store"}


class Tree:
    """The project's files as text, by their path from the root."""

    def __init__(self, root):
        self.root = pathlib.Path(root)
        self.files = {}
        self.breaches = []
        for path in sorted(self.root.rglob("*")):
            name = path.relative_to(self.root).as_posix()
            if path.is_file() and not SKIPPED & set(name.split("/")) and not name.startswith(SAMPLES):
                self.files[name] = path

    def text(self, name):
        return self.files[name].read_text(encoding="utf-8", errors="replace") if name in self.files else ""

    def named(self, pattern):
        return [name for name in self.files if re.fullmatch(pattern, name)]

    def code(self):
        return [name for name in self.files if pathlib.PurePosixPath(name).suffix in CODE or name.endswith("CMakeLists.txt")]

    def say(self, name, line, message):
        self.breaches.append(f"{name}:{line}: {message}")

    def say_each(self, name, pattern, message):
        """One breach a line on which the pattern stands; //-comments of C++ do not count."""
        for number, line in enumerate(self.text(name).split("\n"), 1):
            spoken = re.sub(r"(^|\s)//.*", "", line) if name.endswith((".h", ".cc")) else line
            found = re.search(pattern, spoken)
            if found:
                self.say(name, number, message.format(found.group(0)))


def file_length(tree):
    """No file over 400 lines, but for those that long_files.tsv names, with the reason; what it names must need it."""
    excused = {}
    for line in tree.text("tests/house/long_files.tsv").split("\n")[1:]:
        if line:
            name, lines, reason = line.split("\t")
            excused[name] = int(lines)
            if len(reason) < 20:
                tree.say("tests/house/long_files.tsv", 1, f"{name} has no reason")
    for name in tree.code():
        lines = tree.text(name).count("\n")
        if lines > excused.get(name, LONGEST):
            tree.say(name, lines, f"{lines} lines, {excused.get(name, LONGEST)} allowed: is it one thing?")
        if lines <= LONGEST and name in excused:
            tree.say("tests/house/long_files.tsv", 1, f"{name} has {lines} lines and needs no excuse")
    for name in excused:
        if name not in tree.files:
            tree.say("tests/house/long_files.tsv", 1, f"{name} is not there")


def loose_ends(tree):
    """Nothing is left open in the code, and no test is switched off."""
    for name in tree.code() + tree.named(r".*\.md") + tree.named("dev"):
        if not name.startswith("tests/house/"):
            for number, line in enumerate(tree.text(name).split("\n"), 1):
                found = re.search(r"\b(TODO|FIXME|HACK)\b|\bDISABLED_\w", line)
                if found:
                    tree.say(name, number, f"{found.group(0)} is left open")


def headers(tree):
    """#pragma once in every header; no header opens a namespace for its reader, and no source of a room does."""
    for name in tree.named(r"(src|include|tests|benchmarks)/.*\.h"):
        if not re.match(r"(//[^\n]*\n)*#pragma once\n", tree.text(name)):
            tree.say(name, 1, "does not begin with #pragma once")
        tree.say_each(name, r"\busing namespace\b[^;]*", "'{}' in a header")
    for name in tree.named(r"src/.*\.cc"):
        if not name.endswith("_test.cc"):
            tree.say_each(name, r"\busing namespace (?!std::(chrono_)?literals)[^;]*", "'{}'")


def rooms_of(tree):
    listed = re.search(r"foreach\(room IN ITEMS ([^)]*)\)", tree.text("CMakeLists.txt"))
    return listed.group(1).split() if listed else []


def rooms(tree):
    """Every room is a folder, is built, and stands in docs/architecture.md."""
    listed = rooms_of(tree)
    folders = {name.split("/")[1] for name in tree.files if name.startswith("src/") and name.count("/") > 1}
    page = tree.text("docs/architecture.md")
    for room in sorted(folders - set(listed)):
        tree.say("CMakeLists.txt", 1, f"src/{room} is in no build")
    for room in listed:
        if room not in folders:
            tree.say("CMakeLists.txt", 1, f"there is no src/{room}")
        if f"| `{room}` |" not in page:
            tree.say("docs/architecture.md", 1, f"the table of rooms has no `{room}`")


def built(tree):
    """Every source, header and test of a room stands in its CMakeLists.txt or is included by what does."""
    for name in tree.named(r"(src/[^/]+|tests/laws)/[^/]+\.(cc|h)"):
        folder, file = name.rsplit("/", 1)
        words = tree.text(f"{folder}/CMakeLists.txt")
        if re.search(rf"(?<![\w/]){re.escape(file)}(?!\w)|/{re.escape(file)}(?!\w)", words):
            continue
        included = file.endswith(".h") and any(f'/{file}"' in tree.text(other) for other in tree.named(rf"{folder}/[^/]+\.(cc|h)") if other != name)
        shared = any(f"/{name}" in tree.text(other) for other in tree.files if other.endswith((".cmake", "CMakeLists.txt")))
        if not included and not shared:
            tree.say(name, 1, f"stands in no build; add it to {folder}/CMakeLists.txt")


def pure_rooms(tree):
    """No clock, environment, randomness or printing in pure rooms; the database is seen by the store alone."""
    for name in tree.named(r"src/[^/]+/[^/]+\.(cc|h)"):
        room = name.split("/")[1]
        if name.endswith("_test.cc"):
            continue
        if room != "cli":
            tree.say_each(name, r"std::(cout|cerr|clog)\b|(?<![\w:.>])(printf|puts)\(|std::(printf|puts)\(|fmt::print\(", "{} prints: only cli does")
        if room not in WORLDLY:
            tree.say_each(name, r"(system|steady|high_resolution)_clock::now|std::time\(|\bgetenv\(|std::random_device|\brand\(|setlocale\(",
                          "{} in a pure room: hand it in as an argument")
        if room != "store":
            tree.say_each(name, r"#include <sqlite3\.h>|\bsqlite3_\w+", "{} outside the store")


def dependencies(tree):
    """What CMake finds and what ./dev installs stands in DEPENDENCIES.md."""
    page = tree.text("DEPENDENCIES.md").lower()
    for name in tree.code():
        if name.endswith((".cmake", "CMakeLists.txt")):
            for number, line in enumerate(tree.text(name).split("\n"), 1):
                for part in re.findall(r"^\s*(?:find_package|pkg_check_modules|find_program)\((\w+)", line):
                    word = part.lower().removesuffix("_program")
                    if not re.search(rf"(?<!\w){re.escape(word)}(?!\w)", page):
                        tree.say(name, number, f"DEPENDENCIES.md does not name {part}")
    for number, line in enumerate(tree.text("tools/dev/packages.txt").split("\n"), 1):
        words = line.split()
        if words and words[0] != "#" and f"`{words[1].lower()}`" not in page:
            tree.say("tools/dev/packages.txt", number, f"DEPENDENCIES.md does not name the package `{words[1]}`")


def anchors(text):
    """The anchors that headings make, as code hosts write them."""
    made = set()
    for heading in re.findall(r"^#+ (.*)$", text, re.M):
        made.add(re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-"))
    return made


def links(tree):
    """Every relative link of a Markdown page leads to a file, and to a heading where it names one."""
    for name in tree.named(r".*\.md"):
        fenced = False
        for number, line in enumerate(tree.text(name).split("\n"), 1):
            fenced ^= line.startswith("```")
            if fenced:
                continue
            for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`]*`", "", line)):
                if re.match(r"[a-z]+:", target):
                    continue
                path, _, anchor = target.partition("#")
                there = (tree.root / name).parent / path if path else tree.root / name
                if not there.exists():
                    tree.say(name, number, f"{target} leads nowhere")
                elif anchor and there.suffix == ".md" and anchor not in anchors(there.read_text(encoding="utf-8")):
                    tree.say(name, number, f"{target}: no heading makes this anchor")


def commands(tree):
    """What the pages tell a reader to type is there: words of ./dev, and subcommands of paraph."""
    known = set(re.findall(r"^    ([a-z]+)\) dev_|^    ([a-z]+)\) rm ", tree.text("dev"), re.M))
    words = {word for pair in known for word in pair if word}
    usage = tree.text("dev").split("TEXT\n")[0] if words else ""
    for word in sorted(words):
        if not re.search(rf"^  {word}\b", usage, re.M):
            tree.say("dev", 1, f"its help does not name {word}")
    subcommands = {word for name in tree.named(r"src/cli/\w*arguments\.cc") for word in re.findall(r'add_subcommand\("([a-z]+)"', tree.text(name))}
    for name in tree.named(r".*\.md"):
        for number, line in enumerate(tree.text(name).split("\n"), 1):
            for word in re.findall(r"\./dev ([a-z]+)", line):
                if word not in words | {"help"}:
                    tree.say(name, number, f"./dev has no {word}")
            for word in re.findall(r"(?:^ {4}|`|\$ )paraph ([a-z]+)\b", line):
                if word not in subcommands:
                    tree.say(name, number, f"paraph has no {word}")


def glossary(tree):
    """GLOSSARY.md: one row a term, in alphabetical order, none twice, each explained."""
    last = ""
    for number, line in enumerate(tree.text("GLOSSARY.md").split("\n"), 1):
        row = re.match(r"\| \*\*([^*]+)\*\* \|(.*)\|$", line)
        if line.startswith("## "):
            last = ""
        if not row:
            continue
        term, says = row.group(1), row.group(2).strip()
        if term.lower() <= last:
            tree.say("GLOSSARY.md", number, f"{term} stands behind {last}")
        if len(says) < 10:
            tree.say("GLOSSARY.md", number, f"{term} is not explained")
        last = term.lower()
    if not last:
        tree.say("GLOSSARY.md", 1, "has no terms")


def claims_page(tree):
    """Every name that output may hold (kinds, events, reasons, verdicts) stands in docs/claims.md or docs/verdicts.md."""
    page = tree.text("docs/claims.md")
    tables = re.findall(r"PARAPH_NAMES\((\w+),([^)]*)\)", tree.text("src/claim/vocabulary.h"))
    if not tables:
        tree.say("src/claim/vocabulary.h", 1, "holds no tables of names")
    for enum, names in tables:
        if enum == "Enum":
            continue
        for name in re.findall(r'"([^"]+)"', names):
            if f"`{name}`" not in page:
                tree.say("docs/claims.md", 1, f"does not name `{name}` of {enum}")
    for name in sorted(set(re.findall(r'write_\w+\(json, "(\w+)"', tree.text("src/report/claim_json.cc")))):
        if f"`{name}`" not in page:
            tree.say("docs/claims.md", 1, f"does not name the member `{name}`")


def fuzzed(tree):
    """Every fuzz target is built and has a corpus that is not empty."""
    for name in tree.named(r"fuzz/fuzz_\w+\.cc"):
        target = pathlib.PurePosixPath(name).stem.removeprefix("fuzz_")
        if not re.search(rf"paraph_fuzz\({target}\b", tree.text("fuzz/CMakeLists.txt")):
            tree.say(name, 1, "fuzz/CMakeLists.txt does not build it")
        corpus = tree.root / "fuzz" / "corpus" / target
        if not corpus.is_dir() or not any(corpus.iterdir()):
            tree.say(name, 1, f"fuzz/corpus/{target} is empty")


RULES = {rule.__name__: rule for rule in (built, claims_page, commands, dependencies, file_length, fuzzed, glossary, headers, links,
                                          loose_ends, pure_rooms, rooms)}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parents[2])
    parser.add_argument("rules", nargs="+", choices=sorted(RULES), metavar="RULE")
    options = parser.parse_args()
    tree = Tree(options.root)
    if not tree.named(r"src/.*") or "CMakeLists.txt" not in tree.files:
        sys.exit(f"{options.root} is not the project")
    for rule in options.rules:
        RULES[rule](tree)
    print("\n".join(tree.breaches))
    return 1 if tree.breaches else 0


if __name__ == "__main__":
    sys.exit(main())
