#!/usr/bin/env python3
"""Draws a report as a picture of a terminal, from the program's real output.

    tools/picture/draw.py --program build/release/paraph --out docs/images/report.svg

Sections of the report stand between its horizontal rules; those that are left out are marked by an ellipsis.
"""

import argparse
import html
import pathlib
import re
import subprocess
import sys
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parents[2]
CELL, LINE, MARGIN, BAR = 8.43, 19, 18, 34
INKS = {"30": "#1f2328", "31": "#cf222e", "32": "#1a7f37", "33": "#9a6700", "34": "#0969da", "35": "#8250df", "36": "#1b7c83", "37": "#57606a"}
STYLE = """text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:#1f2328;white-space:pre}
.b{font-weight:600}.d{fill:#6e7781}.u{text-decoration:underline}"""


def columns(text):
    return sum(0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def runs(line):
    """[(text, attributes)] of a line with escape sequences; attributes are a set of SGR codes."""
    made, on = [], set()
    for part in re.split(r"(\x1b\[[0-9;]*m)", line):
        if part.startswith("\x1b["):
            for code in part[2:-1].split(";"):
                on = set() if code in ("", "0") else on | {code}
        elif part:
            made.append((part, frozenset(on)))
    return made


def element(text, on, x, y):
    classes = " ".join(name for code, name in (("1", "b"), ("2", "d"), ("4", "u")) if code in on)
    ink = next((INKS[code] for code in sorted(on) if code in INKS), None)
    attributes = (f' class="{classes}"' if classes else "") + (f' fill="{ink}" style="fill:{ink}"' if ink else "")
    width = columns(text) * CELL
    return f'<text x="{x:.1f}" y="{y}" textLength="{width:.1f}" xml:space="preserve"{attributes}>{html.escape(text)}</text>'


def drawn(command, lines, width):
    """The picture: a window with the command and the lines."""
    high = BAR + MARGIN + LINE * (len(lines) + 2)
    wide = width * CELL + 2 * MARGIN
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:.0f} {high}" width="{wide:.0f}" height="{high}" role="img" aria-label="{html.escape(command)}: a report in a terminal">',
           f"<style>{STYLE}</style>", f'<rect width="{wide:.0f}" height="{high}" rx="8" fill="#ffffff" stroke="#d0d7de"/>',
           f'<path d="M0 {BAR}H{wide:.0f}" stroke="#d0d7de"/>']
    out += [f'<circle cx="{20 + 20 * i}" cy="{BAR / 2:.0f}" r="5.5" fill="{ink}"/>' for i, ink in enumerate(("#ff5f57", "#febc2e", "#28c840"))]
    y = BAR + MARGIN + 4
    out.append(element("$ " + command, {"1"}, MARGIN, y))
    for line in lines:
        y += LINE
        x = MARGIN
        for text, on in runs(line):
            if text.strip():
                lead = len(text) - len(text.lstrip(" "))
                shown = text.strip(" ") if "4" not in on else text[lead:]
                out.append(element(shown, on, x + lead * CELL, y))
            x += columns(text) * CELL
    return "\n".join(out + ["</svg>"]) + "\n"


def chosen(report, words):
    """The head, the sections that hold one of these words, and the summary, with an ellipsis for what is left out."""
    parts, current = [], []
    for line in report.rstrip("\n").split("\n"):
        current.append(line)
        if re.fullmatch(r"(\x1b\[[0-9;]*m)*─+(\x1b\[[0-9;]*m)*", line):
            rule = line
            parts.append(current)
            current = []
    parts.append(current)
    lines, before = [], -1
    for number, part in enumerate(parts):
        said = re.sub(r"\x1b\[[0-9;]*m", "", "\n".join(part))
        if number in (0, len(parts) - 1) or any(word in said for word in words):
            lines += ([] if number == before + 1 else ["\x1b[2m  ⋮\x1b[0m", rule]) + part
            before = number
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=lambda name: str(pathlib.Path(name).resolve()), required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--sheet", default="examples/sheets/us-uzbekistan.txt")
    parser.add_argument("--now", default="2026-06-01")
    parser.add_argument("--width", type=int, default=100)
    parser.add_argument("--show", nargs="*", default=["16th largest", "$401.3 million in 2021", "observer to the"], help="words of the sentences to draw")
    options = parser.parse_args()
    run = subprocess.run([options.program, "check", options.sheet, "--now", options.now, "--width", str(options.width), "--color", "always"],
                         cwd=ROOT, stdout=subprocess.PIPE)
    if run.returncode not in (0, 1):
        sys.exit(f"the program ends with {run.returncode}: nothing is drawn")
    lines = chosen(run.stdout.decode("utf-8"), options.show)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(drawn(f"paraph check {options.sheet}", lines, options.width), encoding="utf-8")
    print(f"{options.out}: {len(lines)} lines")


if __name__ == "__main__":
    main()
