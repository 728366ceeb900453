#!/usr/bin/env python3
"""The same bytes come out twice, with any number of threads and in any order of files, and with one process a file."""

import argparse
import os
import pathlib
import random
import subprocess
import sys


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    parser.add_argument("--shelf", type=pathlib.Path, required=True)
    parser.add_argument("folders", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    files = sorted(str(file) for folder in options.folders for file in folder.iterdir() if file.is_file())
    environment = {"PATH": os.environ["PATH"], "NO_COLOR": "1"}

    def run(*arguments, **more):
        done = subprocess.run([options.program, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment | more)
        if done.returncode not in (0, 1):
            sys.exit(f"{arguments}: exit status {done.returncode}: {done.stderr.decode()}")
        return done.stdout

    def same(what, one, other):
        if one != other:
            sys.exit(f"{what}: the output differs")

    alone = {file: run("extract", file) for file in files}
    if sum(output.count(b'"type":"claim"') for output in alone.values()) < 10:
        sys.exit("the files hold too few claims to say anything")
    together = b"".join(alone[file] for file in files)
    for threads in ("1", "2", "7"):
        same(f"--threads {threads}", run("extract", "--threads", threads, *files), together)
    shuffled = random.Random(1).sample(files, len(files))
    same("another order", run("extract", "--threads", "3", *shuffled), b"".join(alone[file] for file in shuffled))
    same("another locale and time zone", run("extract", *files, LC_ALL="de_DE.UTF-8", TZ="Asia/Tokyo"), together)

    if options.shelf.exists():
        for form in ("terminal", "jsonl", "html", "sarif"):
            check = ["check", *files, "--shelf", str(options.shelf), "--now", "2026-06-01", "--width", "100", "--format", form]
            first = run(*check, "--threads", "1")
            same(f"check --format {form}", run(*check, "--threads", "5", TZ="Asia/Tokyo"), first)


if __name__ == "__main__":
    main()
