#!/usr/bin/env python3
"""Precision and recall on the annotated documents: eval.py [SET…] --program build/release/paraph

SET is sheets, worked, apart or gold (where $PARAPH_SHARED has one); without one, all that are there. What was missed and what was claimed
falsely in the documents set apart is printed only with --show-apart: whoever writes grammar does not look at it."""

import argparse
import json
import pathlib
import sys

import annotations
import score

SKIP = 77
SUMMARIES = (("tracked kinds", score.TRACKED), ("kinds beyond gold", score.LATE), ("checkable kinds", score.CHECKABLE))
PLACE = {"type", "id", "prefix", "suffix", "sentence", "quote", "why"}


def kinds_of(name):
    """The kinds that a set's annotations are complete for."""
    late = score.LATE if name in ("worked", "apart") else ()
    return score.CHECKABLE + late + (() if name == "sheets" else score.TRACKED)


def scored(name, program, wanted_document=None):
    documents = [document for document in annotations.documents(name) if wanted_document is None or wanted_document in document.path.name]
    read = annotations.extract(program, [document.path for document in documents]) if documents else {}
    result = score.Score(kinds_of(name))
    heads = []
    for document in documents:
        head, claims = read[str(document.path)]
        result.add(document.path.name, document.lines, claims)
        if sorted(head["pair"]) != sorted(document.head["pair"]) or head["published"] != document.head["published"]:
            heads.append((document.path.name, f"pair {head['pair']}, published {head['published']}; "
                                              f"annotated {document.head['pair']}, {document.head['published']}"))
    return documents, result, heads


def row(label, result, kinds):
    strict, lenient = result.total("strict", kinds), result.total("lenient", kinds)
    return (f"{label:18} {strict.found + strict.missed:5} | {strict.precision():8.3f} {strict.recall():6.3f} {strict.f1():6.3f} |"
            f" {lenient.precision():9.3f} {lenient.recall():6.3f} {lenient.f1():6.3f}")


def table(name, documents, result, heads, kind):
    lines = [f"{name}: {len(documents)} documents, pair and date as annotated in {len(documents) - len(heads)}",
             f"{'kind':18} {'gold':>5} | {'strict P':>8} {'R':>6} {'F1':>6} | {'lenient P':>9} {'R':>6} {'F1':>6}"]
    for one in score.CORE:
        tally = result.total("strict", [one])
        if tally.found + tally.false + tally.missed and kind in (None, one):
            lines.append(row(one, result, [one]))
    for label, kinds in SUMMARIES:
        if kind is None and result.kinds & set(kinds):
            lines.append(row(label, result, kinds))
    beside = [f"{member} {same}/{of}" for member, (same, of) in sorted(result.beside.items()) if of]
    lines.append(f"members beside the core, where found: {', '.join(beside)}" if beside else "nothing found")
    lines.append(f"false claims that touch one of the {result.traps} stretches annotated as no claim: {len(result.trapped)}")
    return lines


def shown(claim):
    return json.dumps({member: value for member, value in claim.items() if member not in PLACE}, ensure_ascii=False)


def findings(documents, result, heads, kind):
    raw = {document.path.name: document.raw() for document in documents}

    def at(name, claim):
        return raw[name][slice(*claim["span"])].decode("utf-8", "replace").replace("\n", " ")

    lines = [f"HEAD  {name} {text}" for name, text in heads]
    for label, found in (("MISS ", result.missed), ("FALSE", result.false)):
        lines += [f"{label} {name} {claim['kind']} «{at(name, claim)}» {shown(claim)}" for name, claim in found if kind in (None, claim["kind"])]
    lines += [f"TRAP  {name} «{at(name, trap)}» is {trap['why']}: read as {shown(claim)}" for name, trap, claim in result.trapped
              if kind in (None, claim["kind"])]
    return lines


def figures(result):
    of = {kind: {which: result.total(which, [kind]).figures() for which in ("strict", "lenient")} for kind in score.CORE if kind in result.kinds}
    of |= {label.replace(" ", "_"): {which: result.total(which, kinds).figures() for which in ("strict", "lenient")} for label, kinds in SUMMARIES}
    return of


def as_json(documents, result, heads, open_to_look):
    record = {"documents": len(documents), "kinds": figures(result), "beside": {member: {"same": same, "of": of} for member, (same, of) in result.beside.items()},
              "traps": result.traps, "trapped": len(result.trapped), "heads_wrong": len(heads)}
    if open_to_look:
        record |= {"missed": [{"document": name, **claim} for name, claim in result.missed],
                   "false": [{"document": name, **claim} for name, claim in result.false],
                   "trapped_claims": [{"document": name, "no_claim": trap, "claim": claim} for name, trap, claim in result.trapped]}
    return record


def reached(result):
    strict, lenient = result.total("strict", score.CHECKABLE), result.total("lenient", score.CHECKABLE)
    return {"precision": strict.precision(), "recall": strict.recall(), "f1": strict.f1(), "lenient_f1": lenient.f1(),
            "tracked_lenient_f1": result.total("lenient", score.TRACKED).f1()}


def below_floors(name, result, floors):
    have = reached(result)
    return [f"{name}: {figure} {have[figure]:.3f} is below its floor {floor:.3f}" for figure, floor in floors[name].items() if have[figure] < floor]


def distances(results):
    """How far the documents set apart fall behind the others: what is learnt by heart shows here."""
    if "apart" not in results:
        return []
    f1 = {name: reached(result)["f1"] for name, result in results.items()}
    return [f"apart: strict F1 {100 * (f1['apart'] - f1[name]):+.1f} points against {name}" for name in ("worked", "gold") if name in f1]


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", metavar="SET", help="sheets, worked, apart, gold; all that are there when none is named")
    parser.add_argument("--program", type=pathlib.Path, required=True, help="the program to score")
    parser.add_argument("--kind", choices=tuple(score.CORE), help="only this kind of claim")
    parser.add_argument("--document", metavar="NAME", help="only documents with this in their name")
    parser.add_argument("--verbose", action="store_true", help="also every miss, every false claim, and every wrong pair or date of a document")
    parser.add_argument("--show-apart", action="store_true", help="with --verbose or --json: also those of the documents set apart")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of tables")
    parser.add_argument("--floors", type=pathlib.Path, help="fail where a figure is below its floor in this file")
    chosen = parser.parse_args()
    unknown = [name for name in chosen.sets if name not in annotations.OURS + ("gold",)]
    if unknown:
        parser.error(f"no set is called {', '.join(unknown)}: sheets, worked, apart, gold")
    if not chosen.program.is_file():
        parser.error(f"{chosen.program} is not there: build it first (./dev build release)")
    return chosen


def main():
    chosen = options()
    there = annotations.OURS + (("gold",) if annotations.gold_folder() else ())
    sets = chosen.sets or there
    if "gold" in sets and "gold" not in there:
        print("$PARAPH_SHARED names no folder with gold/claims: the larger set is not scored here")
        sys.exit(SKIP)
    record, below, results = {}, [], {}
    for name in sets:
        documents, result, heads = scored(name, chosen.program.resolve(), chosen.document)
        results[name] = result
        open_to_look = name != "apart" or chosen.show_apart
        record[name] = as_json(documents, result, heads, open_to_look)
        if not chosen.json:
            if chosen.verbose and open_to_look:
                print("\n".join(findings(documents, result, heads, chosen.kind)))
            print("\n".join(table(name, documents, result, heads, chosen.kind)), end="\n\n")
        if chosen.floors:
            below += below_floors(name, result, json.loads(chosen.floors.read_text(encoding="utf-8")))
    if chosen.json:
        print(json.dumps(record, ensure_ascii=False))
    elif not chosen.document:
        print("\n".join(distances(results)))
    print("\n".join(below), file=sys.stderr)
    sys.exit(1 if below else 0)


if __name__ == "__main__":
    main()
