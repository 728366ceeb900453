#!/usr/bin/env python3
"""Times the whole process of checking the example sheet, and its peak memory, after checking its report."""

import argparse
import os
import pathlib
import resource
import subprocess
import sys

SHEET = "examples/sheets/us-uzbekistan.txt"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=lambda name: str(pathlib.Path(name).resolve()), required=True)
    parser.add_argument("--root", type=pathlib.Path, required=True)
    options = parser.parse_args()
    command = [options.program, "check", SHEET, "--now", "2026-06-01", "--width", "100"]
    environment = os.environ | {"NO_COLOR": "1", "PARAPH_SHELF": str(pathlib.Path(options.program).parent / "reference.sqlite")}
    wanted = (options.root / "tests/golden/check/uzbekistan-terminal.expected").read_bytes()
    found = subprocess.run(command, cwd=options.root, stdout=subprocess.PIPE, env=environment).stdout
    if found != wanted:
        sys.exit("the report is not that of tests/golden/check/uzbekistan-terminal.expected: not timed")
    print(f"peak memory of one check: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.1f} MiB")
    sys.exit(subprocess.run(["hyperfine", "--shell=none", "--warmup", "3", "--runs", "50", "--ignore-failure", " ".join(command)],
                            cwd=options.root, env=environment).returncode)


if __name__ == "__main__":
    main()
