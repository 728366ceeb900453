"""Office of the Historian, rdcr: recognition, relations and missions between the United States and every country."""

import re

from names import Names, read_tsv
from tables import Fact, Source, Vintage, sha256_of, shortened

FILE = "diplomacy/hsg/rdcr_timeline.tsv"
ARCHIVE = "diplomacy/hsg/rdcr_articles_raw.tar.gz"
VINTAGE = "hsg-rdcr@2026-07-24"
MONTHS = ("January February March April May June July August September October November December").split()
DATE = re.compile(r"(" + "|".join(MONTHS) + r") (\d{1,2}),? (\d{4})|(\d{1,2}) (" + "|".join(MONTHS) + r"),? (\d{4})")

# (what the heading says, event, words that stand in the sentence which dates the event); the first that fits a heading wins.
RELATIONS = [
    (r"anniversary", None, ""),
    (r"re-?establishment of (full |normal )?(diplomatic )?(and \w+ )?relations|relations (re-?established|resumed|restored|normalized)|"
     r"(resumption|restoration|normalization) of (normal |full |diplomatic|relations)", "restored",
     r"resum|re-?establish|restor|normaliz|exchange"),
    (r"relations (were )?(severed|broken|ended|terminated)|severs? diplomatic|"
     r"(severance|cessation|termination|end|break) of (diplomatic )?relations", "severed",
     r"sever|broke|ended|ceased|terminat|declared war|incorporat|unif|dissol"),
    (r"(relations|normal relations) (interrupted|suspended)|(interruption|suspension) of (normal |diplomatic )*relations",
     "suspended", r"interrupt|suspend|sever|withdr|recall|closed"),
    (r"establishment of ambassadorial relations", "upgraded", r"establish|credentials|agree"),
    (r"establishment of (full |formal )?diplomatic ?relations|(diplomatic )?relations established|"
     r"diplomatic relations ?and", "established", r"establish|credentials|opened|exchange|agree"),
]
RECOGNITION = re.compile(r"\brecogn\w*tion\b", re.I)
NO_RECOGNITION = re.compile(r"non-recognition|withdrawn|international recognition|recognition of \w+ legation|committee|"
                            r"provisional government|north german|united arab republic|central american|confederation|"
                            r"german democratic republic", re.I)
BY_THE_OTHER = re.compile(r"recognition of (the )?(independence of )?(the )?(united states\b|u\.s\.)", re.I)
MISSIONS = [
    (r"(elevation|raised|raising|upgrad)\w*\b.*\b(legation|mission|office|post)|\b(legation|mission|consulate)\w*\b.*\b(raised|elevated)|"
     r"legations? to embassy", "raised", r"rais|elevat|upgrad|embassy status|rank|ambassador"),
    (r"\b(re-?open|re-?establish)\w*\b.*\b(embassy|legation|mission|consulate)|"
     r"\b(embassy|legation|mission|consulate)\b.*\b(re-?open|re-?establish|resumed)", "reopened", r"re-?open|re-?establish|return|resum|credentials"),
    (r"\b(clos|suspen|withdraw)\w*\b.*\b(embassy|legation|mission|consulate)|\b(embassy|legation|mission|consulate)\b.*\bclosed", "closed",
     r"clos|suspend|withdr|evacuat"),
    (r"\b(embassy|legation|mission)\b.*\b(moved|returned|transferred)", "moved", r"mov|transfer|relocat|return"),
    (r"\b(establishment|opening|opened|established)\b.*\b(embassy|legation|mission|liaison office|interests? section|consulate|consul)\b|"
     r"\b(embassy|legation|mission|liaison office|interests? section|consulate)\b.*\b(established|opened)", "opened",
     r"establish|opened|open|credentials|raised|elevat|became"),
]
MISSION_NAMES = [("interests-section", r"interests? section"), ("liaison-office", r"liaison office"),
                 ("consulate-general", r"consulate general"), ("consulate", r"consul"), ("legation", r"legation"),
                 ("embassy", r"embassy"), ("mission", r"mission")]
THEIR_MISSION = re.compile(r"(legation|embassy|mission)\b.*\bin (the united states|washington)|"
                           r"(?!american\b)\b\w+(?:an|ian|ish|ese|ch|i|slovak) (legation|embassy)\b", re.I)
NO_PLACE = re.compile(r"^(embassy|legation|united states|u\.s|world war|republic|federation|state|guinea|siam|cape verde|"
                      r"ivory coast|upper volta|tanganyika|serbia|ottoman empire|bosnia)", re.I)
TWO_THINGS = re.compile(r"downgraded|permanently closed", re.I)
AGREEMENT = re.compile(r"\b(treaty|convention|agreement|accord|protocol)\b", re.I)


def sources():
    return [Source("hsg-rdcr", "A Guide to the United States' History of Recognition, Diplomatic, and Consular Relations, by Country",
                   "Office of the Historian, U.S. Department of State", "https://history.state.gov/countries",
                   "CC0 1.0; work of the U.S. government", "A", "Office of the Historian, U.S. Department of State",
                   "Headings give years, texts give days; where they contradict each other the day in the text is taken and the status says heading-differs.")]


def vintages(shared):
    return [Vintage(VINTAGE, "hsg-rdcr", "2026-07-24", "Date of the origin's commit f3c5354.", "rdcr articles/*.xml",
                    sha256_of(shared / ARCHIVE), "ref = article:line of the timeline table; sha256 of the archive of the articles.")]


def dates_in(text):
    found = []
    for match in DATE.finditer(text):
        month, day, year = (match[1], match[2], match[3]) if match[1] else (match[5], match[4], match[6])
        found.append(f"{year}-{MONTHS.index(month) + 1:02d}-{int(day):02d}")
    return found


def sentences_of(text):
    return re.split(r"(?<=[a-z0-9”\)])\. (?=[A-Z“])", text)


def years_of(record):
    """The years that the heading names, a range spelt out; its date attribute alone when it names none."""
    years = set()
    for first, last in re.findall(r"\b(\d{4})(?:[-–](\d{2,4}))?", record["head"]):
        end = int(last if len(last) == 4 else first[: 4 - len(last)] + last) if last else int(first)
        years.update(range(int(first), end + 1))
    return {str(year) for year in years} or {record["head_date"][:4]} - {""}


def date_of(record, words):
    """The day that the text gives for the event, else the heading's one year: (date, status)."""
    years = years_of(record)
    dated = [(sentence, dates_in(sentence)) for sentence in sentences_of(record["text"])]
    fitting = [days for sentence, days in dated if days and re.search(words, sentence, re.I)]
    for days in fitting:
        named = [day for day in days if day[:4] in years or not years]
        if named:
            return named[0], ""
    every = {day for _, days in dated for day in days}
    named = {day for day in every if day[:4] in years}
    if len(named) == 1:
        return named.pop(), ""
    if len(every) == 1 and fitting:
        return every.pop(), "heading-differs"
    return (years.pop(), "") if len(years) == 1 else ("", "")


def place_in(head, country):
    match = re.search(r"\b(?:at|in|to) (?:the )?([A-Z][\w’'‘.-]+(?: [A-Z][\w’'‘.-]+)*)", head)
    place = re.sub(r" (Opened|Closed|Established|Reopens|Reopened|Reestablished|Re-established|Raised|Operations)$", "", match[1].strip(" .")) if match else ""
    bare = re.sub(r"\W|^the ", "", country.lower())
    known_not = re.sub(r"\W|^the ", "", place.lower()) == bare or NO_PLACE.search(place)
    return "" if known_not else place


def actor_at(actor, record, date):
    """The Soviet Union stands in the article of Russia, both Yemens and both Germanys in one article each."""
    slug, head = record["slug"], record["head"]
    if slug == "russia" and date and "1917-11-07" <= date[:10].ljust(10, "~") and date < "1991-12-25":
        return "SU"
    if slug == "yemen" and re.search(r"south(ern)? yemen|people’s", head, re.I) and not re.search("north", head, re.I):
        return "YD"
    if slug == "germany" and re.search(r"german democratic republic|east german", head, re.I):
        return "DD"
    return actor


def facts_of(record, actor, line):
    head = " ".join(record["head"].split())
    common = {"as_published": shortened(head.rstrip(".")), "ref": f"{record['slug']}:{line}"}

    def fact(kind, event, words, **more):
        date, status = date_of(record, words)
        them = actor_at(actor, record, date)
        pair = (them, "US") if more.pop("theirs", False) else ("US", them)
        return Fact(VINTAGE, kind, *pair, event, date, "", status=status, **common, **more)

    agreement = AGREEMENT.search(head) and not re.search(r"relations|recognition", head, re.I)
    if agreement and record["section"] not in ("Recognition",):
        return [fact("agreement", "signed", r"sign|conclud|enter|negotiat|proclaim",
                     title=re.sub(r",? ?\d{4}\.?$", "", head).rstrip("., "))]
    found = []
    if TWO_THINGS.search(head):
        return []
    if RECOGNITION.search(head) and not NO_RECOGNITION.search(head):
        found.append(fact("relations", "recognized", r"\brecogn", theirs=bool(BY_THE_OTHER.search(head))))
    for pattern, event, words in RELATIONS:
        if re.search(pattern, head, re.I):
            if event:
                found.append(fact("relations", event, words))
            break
    for pattern, event, words in MISSIONS:
        if re.search(pattern, head, re.I):
            # "Elevation of Legation to Embassy" speaks of the embassy it became.
            named = "embassy" if event == "raised" and re.search("embassy|embassies", head, re.I) else next(
                (name for name, words_of in MISSION_NAMES if re.search(words_of, head, re.I)), "")
            place = place_in(head, record["country"])
            found.append(fact("mission", event, words, theirs=bool(THEIR_MISSION.search(head)), name=named, place=place))
            break
    return [item for item in found if item.from_]


def facts(shared):
    names = Names("historian")
    unread = 0
    for line, record in enumerate(read_tsv(shared / FILE), start=2):
        found = names.find(record["slug"])
        if not found:
            continue
        read = facts_of(record, found[0], line)
        unread += not read
        yield from read
    print(f"hsg-rdcr: {unread} headings tell no dated relation, mission or agreement")
