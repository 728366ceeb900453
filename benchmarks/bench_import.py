#!/usr/bin/env python3
"""Times `paraph data import` of generated tables beside sqlite3's own .import of the same rows. Checks what was imported first.

bench_import.py --program paraph [--rows N]: rows of two figures each. User and system time of one process, without its start.
"""

import argparse
import json
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import time

HEADER = ("Country Code,Country Name,Region ID,Region Name,Income Group Acronym,Income Group Name,Transaction Type ID,Transaction Type Name,"
          "Fiscal Year,current_amount,constant_amount\n")
TYPES = ["Obligations", "Disbursements", "Appropriated and Planned"]


def countries():
    table = pathlib.Path(__file__).resolve().parents[1] / "data/names/foreign_assistance.tsv"
    rows = [line.split("\t") for line in table.read_text(encoding="utf-8").split("\n")[1:] if line]
    return [(row[0], row[1].split("|")[0]) for row in rows if row[3] == "country" and not row[4] and not row[5].strip()]


def write_table(path, rows, broken):
    states = countries()
    with open(path, "w", encoding="utf-8") as out:
        out.write(HEADER)
        for number in range(rows):
            code, name = states[number // 200 % len(states)]
            kind = TYPES[number // (200 * len(states)) % len(TYPES)]
            year = "never" if broken else 1800 + number % 200
            out.write(f'{code},"{name}",1,Region,LMIC,Lower Middle Income Country,2,{kind},{year},{number * 7919 % 10**9},{number * 104729 % 10**9}\n')


def timed(command, stdin=None):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.monotonic()
    done = subprocess.run(command, input=stdin, capture_output=True, text=True, check=False)
    wall = time.monotonic() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return done, cpu, wall, after.ru_maxrss / 1024


def report(what, figures, cpu, wall, memory=None):
    at_most = f", at most {memory:.0f} MB so far" if memory else ""
    print(f"{what:34} {figures / cpu / 1e6:6.2f} M/s of processor time ({cpu:.2f} s; {wall:.2f} s by the clock{at_most})")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--program", required=True)
    parser.add_argument("--rows", type=int, default=1_000_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        good, bad, shelf = (os.path.join(folder, name) for name in ("good.csv", "bad.csv", "shelf.sqlite"))
        write_table(good, options.rows, broken=False)
        write_table(bad, options.rows, broken=True)
        figures = 2 * options.rows
        done, cpu, wall, memory = timed([options.program, "data", "import", good, "--shelf", shelf, "--format", "json"])
        row = json.loads(done.stdout)["rows"][0]
        if (row["rows"], row["kept"], row["bad"]) != (options.rows, figures, 0):
            sys.exit(f"imported {row}, expected {figures} figures\n{done.stderr}")
        if subprocess.run([options.program, "data", "verify", "--shelf", shelf], capture_output=True, check=False).returncode != 0:
            sys.exit("the shelf does not verify")
        report("paraph data import, figures", figures, cpu, wall, memory)
        done, cpu, wall, memory = timed([options.program, "data", "import", bad, "--shelf", shelf + "2", "--format", "json"])
        row = json.loads(done.stdout)["rows"][0]
        if row["bad"] != options.rows:
            sys.exit(f"{row['bad']} bad rows, expected {options.rows}")
        report("  where every row is bad", figures, cpu, wall, memory)
        if shutil.which("sqlite3"):
            script = (f"CREATE TABLE aid (code, name, region, region_name, income, income_name, type, type_name, year, amount, constant);\n"
                      f".mode csv\n.import --skip 1 {good} aid\nCREATE INDEX aid_by_code ON aid (code, type_name, year);\nSELECT count(*) FROM aid;\n")
            done, cpu, wall, _ = timed(["sqlite3", shelf + "3"], script)
            if done.stdout.strip() != str(options.rows):
                sys.exit(f"sqlite3 imported {done.stdout} {done.stderr}")
            report("sqlite3 .import and an index", figures, cpu, wall)


if __name__ == "__main__":
    main()
