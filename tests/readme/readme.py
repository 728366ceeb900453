#!/usr/bin/env python3
"""Runs the commands of a page's console blocks and compares what they print; a line `…` stands for any lines.

    readme.py --program paraph --shelf reference.sqlite --page README.md            compares
    readme.py … --update            writes what the commands print, the first lines where a block ends in `…`
    readme.py … --example FILE      writes the page's C++ example to a file, to be compiled
"""

import argparse
import os
import pathlib
import re
import subprocess
import sys

BLOCK = re.compile(r"```console\n\$ (.*)\n((?:.*\n)*?)```\n")
SHOWN = {"rank": 6, "brief": 78}  # lines that --update keeps, by a word of the command
SKIP = 77


def printed(command, options):
    environment = {"PATH": f"{options.program.parent}:{os.environ['PATH']}", "NO_COLOR": "1", "COLUMNS": "120", "PARAPH_SHELF": str(options.shelf)}
    run = subprocess.run(["sh", "-c", command], cwd=options.page.parent, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
    if run.returncode not in (0, 1):
        sys.exit(f"{command}: exit status {run.returncode}: {run.stderr.decode()}")
    return run.stdout.decode("utf-8")


def fits(shown, output):
    """The output is what is shown, with any lines in the place of `…`."""
    parts = [re.escape(part) for part in re.split(r"^…\n", shown, flags=re.M)]
    return re.fullmatch(r"(?:.*\n)*?".join(parts), output) is not None


def brief(command, output):
    lines = output.splitlines(keepends=True)
    most = next((count for word, count in SHOWN.items() if word in command.split()), len(lines))
    return "".join(lines[:most]) + ("…\n" if len(lines) > most else "")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=pathlib.Path, required=True)
    parser.add_argument("--shelf", type=pathlib.Path, required=True)
    parser.add_argument("--page", type=pathlib.Path, required=True)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--example", type=pathlib.Path)
    options = parser.parse_args()
    options.program, options.shelf = options.program.resolve(), options.shelf.resolve()
    page = options.page.read_text(encoding="utf-8")
    if options.example:
        options.example.parent.mkdir(parents=True, exist_ok=True)
        options.example.write_text(re.search(r"```cpp\n(.*?)```\n", page, re.S).group(1), encoding="utf-8")
        return
    if not options.shelf.exists():
        print(f"there is no reference database at {options.shelf}")
        sys.exit(SKIP)
    if options.update:
        updated = BLOCK.sub(lambda block: f"```console\n$ {block[1]}\n{brief(block[1], printed(block[1], options))}```\n", page)
        options.page.write_text(updated, encoding="utf-8")
        return
    blocks = BLOCK.findall(page)
    if not blocks:
        sys.exit(f"{options.page} shows no command")
    for command, shown in blocks:
        output = printed(command, options)
        if shown.strip() == "…" or not fits(shown, output):
            sys.exit(f"{options.page} shows for {command}:\n{shown}\nbut it prints:\n{output}\nafter review, the target update_readme rewrites the page")


if __name__ == "__main__":
    main()
