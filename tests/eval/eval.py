#!/usr/bin/env python3
"""Holds the program to the floors of one annotated set: eval.py own|gold --program paraph --floors floors.json"""

import argparse
import json
import os
import pathlib
import re
import subprocess
import sys

import score

SKIP = 77


def own(program):
    total = score.score(program)
    print("\n".join(total.notes + [total.line()]))
    return {"precision": total.precision(), "recall": total.recall(), "f1": total.f1()}


def gold(program):
    shared = os.environ.get("PARAPH_SHARED")
    folder = pathlib.Path(shared) / "gold" if shared else None
    if folder is None or not (folder / "score.py").is_file():
        print("$PARAPH_SHARED names no folder with gold/score.py: the larger set is not scored here")
        sys.exit(SKIP)
    run = subprocess.run([sys.executable, "score.py", "claims", "docs", str(program), "extract", "--format", "jsonl"], cwd=folder,
                         stdout=subprocess.PIPE, text=True, check=True)
    print(run.stdout)
    figures = re.search(r"^strict P=([\d.]+) R=([\d.]+) F1=([\d.]+)", run.stdout, re.M)
    return dict(zip(("precision", "recall", "f1"), map(float, figures.groups())))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("set", choices=["own", "gold"])
    parser.add_argument("--program", type=lambda name: pathlib.Path(name).resolve(), required=True)
    parser.add_argument("--floors", type=pathlib.Path, required=True)
    options = parser.parse_args()
    floors = json.loads(options.floors.read_text(encoding="utf-8"))[options.set]
    reached = {"own": own, "gold": gold}[options.set](options.program)
    below = [f"{name} {reached[name]:.3f} is below its floor {floor:.3f}" for name, floor in floors.items() if reached[name] < floor]
    print("\n".join(below))
    sys.exit(1 if below else 0)


if __name__ == "__main__":
    main()
