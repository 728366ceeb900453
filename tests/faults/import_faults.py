#!/usr/bin/env python3
"""Stops imports at any moment: import_faults.py FAULT --program paraph. After each, the shelf is the old one or the new one, whole."""

import argparse
import json
import os
import pathlib
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time

HEADER = ("Country Code,Country Name,Region ID,Region Name,Income Group Acronym,Income Group Name,Transaction Type ID,Transaction Type Name,"
          "Fiscal Year,current_amount,constant_amount\n")
COUNTRIES = [("UZB", "Uzbekistan"), ("KAZ", "Kazakhstan"), ("KGZ", "Kyrgyzstan"), ("ARM", "Armenia"), ("GHA", "Ghana")]
KILLS = int(os.environ.get("PARAPH_KILLS", "25"))


class Shelf:
    def __init__(self, program, folder):
        self.program = str(program)
        self.folder = pathlib.Path(folder)
        self.file = self.folder / "shelf.sqlite"

    def table(self, name, seed, rows=30_000):
        """A file of `rows` rows that no other seed makes."""
        path = self.folder / name
        random_numbers = random.Random(seed)
        with open(path, "w", encoding="utf-8") as out:
            out.write(HEADER)
            for number in range(rows):
                code, country = COUNTRIES[number % len(COUNTRIES)]
                year = 1800 + number // len(COUNTRIES) % 200
                amount = random_numbers.randrange(10**9)
                out.write(f"{code},{country},1,x,y,z,2,Obligations,{year},{amount},{amount + 1}\n")
        return path

    def command(self, *words):
        return [self.program, "data", *map(str, words), "--shelf", str(self.file)]

    def run(self, *words, codes=(0,), **limits):
        done = subprocess.run(self.command(*words), capture_output=True, encoding="utf-8", check=False, timeout=120, **limits)
        if done.returncode not in codes:
            sys.exit(f"{words}: exit status {done.returncode}, expected {codes}\n{done.stdout}{done.stderr}")
        return done

    def vintages(self):
        """Of a shelf that must verify."""
        rows = json.loads(self.run("verify", "--format", "json").stdout)["rows"]
        return {row["vintage"]: row["rows"] for row in rows}


def killed(shelf):
    """kill -9 at a random moment of an import: the shelf verifies, and holds whole vintages alone."""
    shelf.run("import", shelf.table("first.csv", 0), "--vintage", "2001")
    random_numbers = random.Random(11)
    started = time.monotonic()
    shelf.run("import", shelf.table("measured.csv", 1), "--vintage", "2002")
    took = time.monotonic() - started
    for number in range(KILLS):
        file = shelf.table("next.csv", number + 2)
        process = subprocess.Popen(shelf.command("import", file, "--vintage", 2003 + number), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(random_numbers.random() * took * 1.1)
        process.send_signal(random_numbers.choice([signal.SIGKILL, signal.SIGKILL, signal.SIGINT]))
        process.wait()
        found = shelf.vintages()
        if set(found.values()) != {60_000}:
            sys.exit(f"after kill {number} the vintages hold {found}")
    shelf.run("import", shelf.table("last.csv", 10**6), "--vintage", "2900")
    if "us-foreign-assistance@2900" not in shelf.vintages():
        sys.exit("the import after the kills is not there")
    leftover = shelf.file.with_name("shelf.sqlite.building")
    if leftover.exists():
        sys.exit(f"{leftover} was left behind by an import that ended well")


def two_at_once(shelf):
    """Imports that run at the same time wait for each other: all vintages are there."""
    files = [shelf.table(f"file{number}.csv", number) for number in range(4)]
    running = [subprocess.Popen(shelf.command("import", file, "--vintage", 2001 + number), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
               for number, file in enumerate(files)]
    for process in running:
        trouble = process.communicate(timeout=120)[1]
        if process.returncode != 0:
            sys.exit(f"exit status {process.returncode}: {trouble}")
    found = shelf.vintages()
    if found != {f"us-foreign-assistance@{2001 + number}": 60_000 for number in range(4)}:
        sys.exit(f"found {found}")


def full_disk(shelf):
    """A disk that ends in the middle: the import says so, the shelf is as it was."""
    shelf.run("import", shelf.table("first.csv", 0), "--vintage", "2001")
    before = shelf.file.read_bytes()
    file = shelf.table("second.csv", 1)
    for room in (0, 4096, len(before) // 2, len(before) + 20_000, len(before) + 100_000):
        def limit(room=room):
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
        done = shelf.run("import", file, "--vintage", "2002", codes=(2,), preexec_fn=limit, restore_signals=False)
        if "paraph data: " not in done.stderr:
            sys.exit(f"nothing is said about the disk: {done.stderr}")
        if shelf.file.read_bytes() != before:
            sys.exit(f"with room for {room} bytes the shelf has changed")
    shelf.run("import", file, "--vintage", "2002")
    if len(shelf.vintages()) != 2:
        sys.exit("the import does not succeed when there is room again")


def damaged(shelf):
    """verify finds any changed byte of a shelf's rows, or reads them as they were."""
    shelf.run("import", shelf.table("first.csv", 0, 3000), "--vintage", "2001")
    good = shelf.file.read_bytes()
    random_numbers = random.Random(5)
    found = 0
    for _ in range(40):
        bad = bytearray(good)
        for at in random_numbers.sample(range(len(bad)), 3):
            bad[at] ^= 1 << random_numbers.randrange(8)
        shelf.file.write_bytes(bad)
        done = shelf.run("verify", codes=(0, 1, 2))
        if "bug in Paraph" in done.stderr:
            sys.exit(done.stderr)
        found += done.returncode != 0
    if found < 20:
        sys.exit(f"of 40 damaged shelves only {found} were found out")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("fault", choices=["killed", "two_at_once", "full_disk", "damaged"])
    parser.add_argument("--program", type=pathlib.Path, required=True)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=".") as folder:
        globals()[options.fault](Shelf(options.program, folder))


if __name__ == "__main__":
    main()
