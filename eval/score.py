"""When a reading answers an annotation, and the tally by kind.

strict   the kind and every core member agree: a period to the precision that the annotation gives, a value within 0.1 %
lenient  the kind agrees, the sentences overlap and the main value (figure, organisation, event or name) agrees

An annotation marked ambiguous counts neither as found nor as missed, and excuses one reading of its kind in its place.
"""

import collections
import re

# The members that must agree, kind by kind. "actors" are subject and object; "title?" agrees by half of its words.
CORE = {
    "relations": ("actors", "event", "period"),
    "mission": ("actors", "event", "mission", "period"),
    "membership": ("actors", "status"),
    "agreement": ("actors", "agreement", "event", "period"),
    "trade_value": ("actors", "flow", "value", "period"),
    "trade_change": ("actors", "flow", "direction", "value"),
    "trade_rank": ("actors", "value"),
    "trade_share": ("actors", "flow", "value"),
    "trade_products": ("actors", "flow"),
    "investment_value": ("actors", "value", "period"),
    "investment_rank": ("actors", "value"),
    "assistance_value": ("actors", "value", "period"),
    "people_count": ("actors", "group", "value"),
    "visit": ("actors", "period"),
    "dialogue": ("title?",),
    "military": ("event",),
    "indicator": ("actors", "indicator", "value", "period"),
    "official": ("actors", "role", "event", "period"),
    "state_event": ("actors", "event", "period"),
    "designation": ("actors", "designation", "event"),
    "assistance_rank": ("actors", "value", "of"),
    "support": ("actors",),
    "cooperation": ("actors",),
    "threat": ("threats?",),
}
MAIN = {
    "relations": ("event",), "mission": ("mission",), "membership": ("organisation",), "agreement": ("agreement",), "official": ("role",),
    "state_event": ("event",), "designation": ("designation",), "trade_products": (), "visit": (), "dialogue": (), "military": (), "support": (),
    "cooperation": (), "threat": (),
}
TRACKED = ("support", "cooperation", "threat")
LATE = ("official", "state_event", "designation", "assistance_rank")  # the larger set does not annotate them
CHECKABLE = tuple(kind for kind in CORE if kind not in TRACKED + LATE)
EITHER_WAY = {"relations", "agreement", "dialogue", "cooperation"}
# Members beyond the core: how often they agree where the claim was found.
BESIDE = ("comparator", "digits", "modality", "unit", "low", "high", "coverage", "measure", "form", "direction", "place", "title", "visitor", "products")
WORDED = {"place", "title", "visitor", "products"}


def words(text):
    text = " ".join(map(str, text)) if isinstance(text, list) else str(text or "")
    return set(re.findall(r"[a-z0-9]+", text.lower())) - {"the", "of", "and", "a"}


def half_of_the_words(wanted, read):
    return not words(wanted) or 2 * len(words(wanted) & words(read)) >= len(words(wanted))


def number(text):
    try:
        return float(text)
    except (TypeError, ValueError):
        return None


def same_value(wanted, read):
    if wanted.get("value") is None:
        return True
    want, have = number(wanted["value"]), number(read.get("value"))
    if want is None or have is None:
        return str(wanted["value"]) == str(read.get("value"))
    unit = str(wanted.get("unit") or "")
    if re.fullmatch("[A-Z]{3}|percent", unit) and unit != read.get("unit"):
        return False
    return abs(want - have) <= max(abs(want), 1e-9) / 1000


def same_period(wanted, read):
    want, have = (str(claim.get("period") or "") for claim in (wanted, read))
    if not want or want == have or have.startswith(want + "-"):
        return True
    return "/" in want and bool(have) and want.split("/")[0][:4] == have.split("/")[0][:4]


def ends(claim):
    return str(claim.get("subject") or ""), str(claim.get("object") or "")


def same_actor(want, have):
    return not want or want.upper() == have.upper() or (len(want) > 3 and words(want) == words(have))


def either_way(claim):
    trade = claim["kind"].startswith("trade_") and claim["kind"] != "trade_rank"
    return claim["kind"] in EITHER_WAY or (trade and claim.get("flow") in ("total", "balance", None))


def same_actors(wanted, read):
    want, have = ends(wanted), ends(read)
    ways = (have, have[::-1]) if either_way(wanted) else (have,)
    return any(all(map(same_actor, want, way)) for way in ways)


def agrees(member, wanted, read):
    if member == "actors":
        return same_actors(wanted, read)
    if member == "organisation":
        return ends(wanted)[1].upper() == ends(read)[1].upper()
    if member == "value":
        return same_value(wanted, read)
    if member == "period":
        return same_period(wanted, read)
    if member.endswith("?"):
        return half_of_the_words(wanted.get(member[:-1]), read.get(member[:-1]))
    return wanted.get(member) is None or wanted[member] == read.get(member)


def in_one_place(wanted, read):
    first, last = read.get("sentence") or read["span"]
    return wanted["span"][0] < last and first < wanted["span"][1]


def strictly(wanted, read):
    return all(agrees(member, wanted, read) for member in CORE[wanted["kind"]])


def leniently(wanted, read):
    return all(agrees(member, wanted, read) for member in MAIN.get(wanted["kind"], ("value",)))


def assigned(wanted, read, fits):
    """The largest assignment of annotations to readings of the same kind and place: {index in wanted: index in read}."""
    edges = [[other for other, claim in enumerate(read) if claim["kind"] == want["kind"] and in_one_place(want, claim) and fits(want, claim)]
             for want in wanted]
    owner = {}

    def place(index, tried):
        for other in edges[index]:
            if other not in tried:
                tried.add(other)
                if other not in owner or place(owner[other], tried):
                    owner[other] = index
                    return True
        return False

    for index in range(len(wanted)):
        place(index, set())
    return {index: other for other, index in owner.items()}


class Tally:
    """Found, false and missed of one row of the table."""

    def __init__(self):
        self.found = self.false = self.missed = 0

    def add(self, other):
        self.found, self.false, self.missed = self.found + other.found, self.false + other.false, self.missed + other.missed

    def precision(self):
        return self.found / (self.found + self.false) if self.found + self.false else 0.0

    def recall(self):
        return self.found / (self.found + self.missed) if self.found + self.missed else 0.0

    def f1(self):
        both = self.precision() + self.recall()
        return 2 * self.precision() * self.recall() / both if both else 0.0

    def figures(self):
        return {"found": self.found, "false": self.false, "missed": self.missed,
                "precision": round(self.precision(), 4), "recall": round(self.recall(), 4), "f1": round(self.f1(), 4)}


class Score:
    """The tallies of one set, kind by kind, and what stands behind them: `missed` and `false` are (document, claim) by the strict rule,
    `trapped` are (document, annotation, claim) for readings that no annotation answers and that touch what is annotated as no claim."""

    def __init__(self, kinds):
        self.kinds = set(kinds)
        self.strict, self.lenient = collections.defaultdict(Tally), collections.defaultdict(Tally)
        self.beside = collections.defaultdict(lambda: [0, 0])
        self.missed, self.false, self.trapped, self.traps = [], [], [], 0

    def add(self, name, lines, read):
        """lines: the annotations of one document; read: the claims that the program read in it."""
        wanted = [line for line in lines if line["type"] == "claim" and line["kind"] in self.kinds]
        read = [claim for claim in read if claim["kind"] in self.kinds]
        excused = set(assigned([claim for claim in wanted if claim.get("ambiguous")], read, lambda *_: True).values())
        for tallies, fits in ((self.strict, strictly), (self.lenient, leniently)):
            pairs = assigned(wanted, read, fits)
            missed = [(name, claim) for index, claim in enumerate(wanted) if not claim.get("ambiguous") and index not in pairs]
            false = [(name, claim) for index, claim in enumerate(read) if index not in excused and index not in pairs.values()]
            for index, claim in enumerate(wanted):
                if not claim.get("ambiguous") and index in pairs:
                    tallies[claim["kind"]].found += 1
            for _, claim in missed:
                tallies[claim["kind"]].missed += 1
            for _, claim in false:
                tallies[claim["kind"]].false += 1
            if fits is strictly:
                self.missed += missed
                self.false += false
                self._compare([(wanted[index], read[other]) for index, other in pairs.items() if not wanted[index].get("ambiguous")])
            else:
                self._trap(name, [line for line in lines if line["type"] == "not-a-claim"], [claim for _, claim in false])

    def _compare(self, pairs):
        for wanted, read in pairs:
            for member in BESIDE:
                want = wanted.get(member, "asserted" if member == "modality" else None)
                if want is None:
                    continue
                have = read.get(member, "asserted" if member == "modality" else None)
                same = half_of_the_words(want, have) if member in WORDED else want == have or (number(want) is not None and number(want) == number(have))
                self.beside[member][0] += same
                self.beside[member][1] += 1

    def _trap(self, name, traps, unanswered):
        self.traps += len(traps)
        for trap in traps:
            first, last = trap["span"]
            self.trapped += [(name, trap, claim) for claim in unanswered
                             if claim["kind"] not in TRACKED and first < claim["span"][1] and claim["span"][0] < last]

    def total(self, which, kinds):
        tally = Tally()
        for kind in kinds:
            tally.add(getattr(self, which)[kind])
        return tally
