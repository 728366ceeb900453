#!/usr/bin/env python3
"""Times extraction on one core over the corpus, beside `wc -w` on the same file, after checking a known sheet's claims."""

import argparse
import os
import pathlib
import resource
import subprocess
import sys
import time

RUNS = 3


def check(program, root):
    """The claims of the example sheet are those that the golden test expects, or there is nothing to time."""
    wanted = (root / "tests/golden/extract/uzbekistan-jsonl.expected").read_bytes()
    found = subprocess.run([program, "extract", "examples/sheets/us-uzbekistan.txt"], cwd=root, stdout=subprocess.PIPE, check=True).stdout
    if found != wanted:
        sys.exit("the example sheet's claims are not those of tests/golden/extract/uzbekistan-jsonl.expected: not timed")
    print(f"checked: {found.count(bytes([10]))} lines of the example sheet are as expected")


def best(command):
    """The shortest of a few runs, in seconds; output to /dev/null."""
    times = []
    for _ in range(RUNS):
        started = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env=os.environ | {"LC_ALL": "C.UTF-8"})
        times.append(time.perf_counter() - started)
    return min(times)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=lambda name: str(pathlib.Path(name).resolve()), required=True)
    parser.add_argument("--corpus", type=pathlib.Path, required=True)
    parser.add_argument("--root", type=pathlib.Path, required=True)
    options = parser.parse_args()
    check(options.program, options.root)

    whole = options.corpus / "corpus.txt"
    megabytes = whole.stat().st_size / 1e6
    whole.read_bytes()  # into the page cache
    words = best(["wc", "-w", str(whole)])
    print(f"wc -w                          {words:7.2f} s  {megabytes / words:7.1f} MB/s")
    for name, input_ in (("one file", whole), ("a file a sheet", options.corpus / "sheets")):
        seconds = best([options.program, "extract", str(input_), "--threads", "1"])
        print(f"paraph extract, {name:14} {seconds:7.2f} s  {megabytes / seconds:7.1f} MB/s  {seconds / words:6.1f} times wc -w")
    claims = subprocess.run([options.program, "extract", str(whole), "--threads", "1"], stdout=subprocess.PIPE, check=True).stdout.count(b'"type":"claim"')
    print(f"{claims} claims in {megabytes:.1f} MB; most memory of a run {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
