#!/usr/bin/env python3
"""Runs the program on one kind of broken input: faults.py FAULT --program paraph --shelf reference.sqlite --corpus DIR

The run must end by itself, within the fault's time and memory, with the exit status and words that the fault names;
standard output, where there is one, must be JSON lines whose spans lie inside the input.
"""

import argparse
import json
import os
import pathlib
import random
import re
import resource
import subprocess
import sys
import tempfile

SENTENCE = b"The United States established diplomatic relations with Ghana in 1957. "
MEBI = 1 << 20
SKIP = 77


class Run:
    """One run of the program, with what it took."""

    def __init__(self, command, seconds, mebibytes, stdout=None):
        def limit():
            resource.setrlimit(resource.RLIMIT_AS, (mebibytes * MEBI, mebibytes * MEBI))

        with tempfile.TemporaryFile() as out:
            started = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=stdout or out, stderr=subprocess.PIPE, preexec_fn=limit)
            try:
                self.stderr = started.communicate(timeout=seconds)[1].decode("utf-8", "replace")
            except subprocess.TimeoutExpired:
                started.kill()
                started.wait()
                sys.exit(f"did not end within {seconds} s")
            self.code = started.returncode
            out.seek(0)
            self.lines = out.read(64 * MEBI).split(b"\n")


def expect(run, codes, words, size=None):
    """Ends the test with what is wrong."""
    if run.code not in codes:
        sys.exit(f"exit status {run.code}, expected one of {codes}; standard error:\n{run.stderr[:2000]}")
    if not re.search(words, run.stderr):
        sys.exit(f'standard error does not say "{words}":\n{run.stderr[:2000]}')
    if "bug in Paraph" in run.stderr:
        sys.exit(run.stderr)
    claims = 0
    for line in run.lines[:-1]:
        row = json.loads(line)
        claims += row["type"] == "claim"
        for member in ("span", "sentence"):
            if size is not None and member in row:
                first, last = row[member]
                if not 0 <= first <= last <= size:
                    sys.exit(f"{member} {first}, {last} lies outside of {size} bytes")
    return claims


class Faults:
    def __init__(self, options, folder):
        self.program = str(options.program)
        self.shelf = options.shelf
        self.corpus = options.corpus
        self.folder = pathlib.Path(folder)

    def extract(self, file, seconds=20, mebibytes=1024):
        return Run([self.program, "extract", str(file), "--threads", "1"], seconds, mebibytes)

    def check(self, sheet, shelf, seconds=20):
        return Run([self.program, "check", str(sheet), "--shelf", str(shelf), "--now", "2026-06-01", "--format", "jsonl"], seconds, 1024)

    def file(self, name, *parts):
        path = self.folder / name
        with open(path, "wb") as out:
            for part in parts:
                out.write(part)
        return path

    def read(self, name, *parts, **limits):
        """A file of these parts is read to its end, and the sound sentence behind the damage is found."""
        path = self.file(name, *parts)
        claims = expect(self.extract(path, **limits), [0], "", path.stat().st_size)
        if claims == 0:
            sys.exit("the sound sentence was not read")

    def sheet(self):
        return self.file("sheet.txt", b"Ghana and the United States\n\n", SENTENCE)

    def nul_bytes(self):
        path = self.file("nul.txt", b"\0" * MEBI, SENTENCE, b"\n\n", b"\0 \0\n" * 50_000)
        expect(self.extract(path), [0, 2], "", path.stat().st_size)
        self.read("sprinkled.txt", b"Ghana\0 and\n\n", SENTENCE, b"\n\n", b"plain words and one \0 byte\n" * 200)

    def broken_utf8(self):
        damage = random.Random(7).randbytes(200_000).replace(b"\0", b"\x80")
        self.read("broken.txt", SENTENCE, b"\n\n", b"\xff\xfe\xc3( \xed\xa0\x80 \xf8\x88\x80\x80\x80 " * 500, b"\n\n", SENTENCE)
        path = self.file("noise.txt", damage)
        expect(self.extract(path), [0, 2], "", path.stat().st_size)

    def huge_line(self):
        words = b"the trade of the two countries in goods and services and the cooperation between them " * 12_000
        path = self.folder / "line.txt"
        with open(path, "wb") as out:
            while out.tell() < 1_000_000_000:
                out.write(words)
        expect(self.extract(path, seconds=200, mebibytes=4 * 1024), [0, 2], "", path.stat().st_size)

    def huge_word(self):
        path = self.folder / "word.txt"
        with open(path, "wb") as out:
            for _ in range(1000):
                out.write(b"x" * 1_000_000)
        expect(self.extract(path, seconds=200, mebibytes=4 * 1024), [0, 2], "", path.stat().st_size)

    def deep_tags(self):
        for tag in (b"div", b"b", b"ul><li", b"blockquote", b"table><tr><td"):
            self.read("deep.html", b"<html><body><p>", SENTENCE, b"</p>", (b"<" + tag + b">") * 100_000, b"deep")

    def deep_markdown(self):
        self.read("deep.md", SENTENCE, b"\n\n", b">" * 100_000, b" deep\n\n", b"[" * 100_000, b"\n\n", b"- " * 5_000, b"deep\n\n", b"*" * 100_000 + b"\n")

    def unclosed_tags(self):
        path = self.file("unclosed.html", b"<p>", SENTENCE, b"</p>", b"<a href='" * 20_000, b"<!--" * 20_000, b"<script>" * 20_000)
        expect(self.extract(path), [0], "", path.stat().st_size)

    def truncated_pdf(self):
        whole = (self.corpus / "arnor-gondor.pdf").read_bytes()
        for part in (5, len(whole) // 3, len(whole) // 2, len(whole) - 40):
            expect(self.extract(self.file("part.pdf", whole[:part]), seconds=40), [0, 2], "")
        expect(self.extract(self.file("empty.pdf", b"%PDF-1.7\n"), seconds=40), [2], r"empty\.pdf")

    def unreadable(self):
        expect(self.extract("/proc/self/mem"), [2], r"/proc/self/mem")
        expect(self.extract(self.folder / "none.txt"), [2], r"none\.txt")
        closed = self.file("closed.txt", SENTENCE)
        closed.chmod(0)
        if os.geteuid() != 0:
            expect(self.extract(closed), [2], r"closed\.txt")

    def folder_of_trouble(self):
        """One bad file among good ones: named, and the others are read."""
        self.sheet()
        self.file("a.pdf", b"%PDF-1.4\nnothing")
        (self.folder / "dangling.txt").symlink_to(self.folder / "none")
        run = self.extract(self.folder, seconds=40)
        if expect(run, [2], r"a\.pdf") == 0:
            sys.exit("the sound sheet was not read")

    def closed_pipe(self):
        many = self.file("many.txt", SENTENCE * 20_000)
        reader = subprocess.Popen(["head", "-c", "100"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
        run = Run([self.program, "extract", str(many)], 60, 4096, stdout=reader.stdin)
        reader.stdin.close()
        reader.wait()
        if run.code < 0 or run.code == 70:
            sys.exit(f"ended with {run.code}: {run.stderr}")

    def full_disk(self):
        if not os.path.exists("/dev/full"):
            print("there is no /dev/full here")
            sys.exit(SKIP)
        with open("/dev/full", "wb") as full:
            run = Run([self.program, "extract", str(self.sheet())], 20, 1024, stdout=full)
        expect(run, [2], r"\S")

    def missing_shelf(self):
        expect(self.check(self.sheet(), self.folder / "none.sqlite"), [2], r"none\.sqlite|reference database")

    def broken_shelf(self):
        for content in (b"", b"no database\n" * 1000, b"SQLite format 3\0" + b"\xff" * 8192):
            expect(self.check(self.sheet(), self.file("broken.sqlite", content)), [2], r"broken\.sqlite")

    def truncated_shelf(self):
        if not self.shelf.exists():
            print(f"there is no reference database at {self.shelf}")
            sys.exit(SKIP)
        whole = self.shelf.stat().st_size
        with open(self.shelf, "rb") as shelf:
            part = self.file("part.sqlite", shelf.read(whole // 2 // 4096 * 4096))
        expect(self.check(self.sheet(), part), [2], r"part\.sqlite|malformed|reference database")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("fault")
    parser.add_argument("--program", type=pathlib.Path, required=True)
    parser.add_argument("--shelf", type=pathlib.Path, required=True)
    parser.add_argument("--corpus", type=pathlib.Path, required=True)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=".") as folder:
        getattr(Faults(options, folder), options.fault)()


if __name__ == "__main__":
    main()
