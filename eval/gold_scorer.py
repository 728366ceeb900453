#!/usr/bin/env python3
"""The larger set comes with a scorer of its own: score.py must give the same figures. gold_scorer.py --program build/release/paraph"""

import argparse
import pathlib
import re
import subprocess
import sys

import annotations
import score
from eval import SKIP, scored


def line(result):
    figures = []
    for which in ("strict", "lenient"):
        tally = result.total(which, score.CHECKABLE)
        figures.append(f"{which} P={tally.precision():.3f} R={tally.recall():.3f} F1={tally.f1():.3f}")
    return "  ".join(figures)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=lambda name: pathlib.Path(name).resolve(), required=True)
    program = parser.parse_args().program
    folder = annotations.gold_folder()
    if folder is None or not (folder / "score.py").is_file():
        print("$PARAPH_SHARED names no folder with gold/score.py: nothing to compare with")
        sys.exit(SKIP)
    run = subprocess.run([sys.executable, "score.py", "claims", "docs", str(program), "extract", "--format", "jsonl"], cwd=folder,
                         stdout=subprocess.PIPE, text=True, check=True)
    theirs = re.search(r"^strict P=.*$", run.stdout, re.M).group(0)
    ours = line(scored("gold", program)[1])
    print(f"its own scorer: {theirs}\nscore.py:       {ours}")
    sys.exit(theirs != ours)


if __name__ == "__main__":
    main()
