#!/usr/bin/env python3
"""The scorer counts what was found, missed and made up; notes become annotations; the lists of look-alikes are read as written."""

import pathlib
import tempfile
import unittest

import annotate
import annotations
import check_annotations
from look_alikes import look_alikes
from score import CHECKABLE, Score, leniently, strictly

VALUE = {"type": "claim", "kind": "trade_value", "span": [10, 40], "subject": "US", "object": "GH", "flow": "exports", "value": "1200000", "unit": "USD",
         "period": "2020"}


def read(**changes):
    return VALUE | {"sentence": [0, 60], "span": [12, 30], "modality": "asserted"} | changes


class Matching(unittest.TestCase):
    def test_the_same_figure_in_another_spelling_agrees(self):
        self.assertTrue(strictly(VALUE, read(value=1200000)))
        self.assertTrue(strictly(VALUE, read(value="1200000.0", coverage="goods", period="2020-05")))

    def test_every_core_member_must_agree(self):
        for wrong in ({"value": 1203000}, {"value": None}, {"unit": "EUR"}, {"period": "2021"}, {"period": None}, {"subject": "GH", "object": "US"},
                      {"flow": "imports"}):
            self.assertFalse(strictly(VALUE, read(**wrong)), wrong)

    def test_the_main_value_is_enough_for_the_lenient_rule(self):
        self.assertTrue(leniently(VALUE, read(period="2021", subject="GH")))
        self.assertFalse(leniently(VALUE, read(value=5)))

    def test_totals_are_symmetric_and_ranks_are_not(self):
        total = VALUE | {"flow": "total"}
        self.assertTrue(strictly(total, read(flow="total", subject="GH", object="US")))
        rank = VALUE | {"kind": "trade_rank", "flow": "total"}
        self.assertFalse(strictly(rank, read(kind="trade_rank", flow="total", subject="GH", object="US")))

    def test_an_interval_agrees_by_the_year_in_which_it_begins(self):
        open_ended = VALUE | {"period": "1992/.."}
        self.assertTrue(strictly(open_ended, read(period="1992")))
        self.assertFalse(strictly(open_ended, read(period="1993/..")))


class Counting(unittest.TestCase):
    def score(self, lines, claims):
        score = Score(CHECKABLE)
        score.add("sheet", lines, claims)
        return score

    def counts(self, score):
        tally = score.total("strict", CHECKABLE)
        return tally.found, tally.missed, tally.false

    def test_one_reading_answers_one_annotation(self):
        score = self.score([VALUE, VALUE | {"value": "5"}], [read(), read(), read(kind="stance")])
        self.assertEqual(self.counts(score), (1, 1, 1))
        self.assertAlmostEqual(score.total("strict", CHECKABLE).f1(), 0.5)
        self.assertEqual(([claim["value"] for _, claim in score.missed], len(score.false)), (["5"], 1))

    def test_another_sentence_is_another_claim(self):
        self.assertEqual(self.counts(self.score([VALUE], [read(sentence=[40, 60], span=[41, 59])])), (0, 1, 1))

    def test_what_is_ambiguous_is_neither_found_nor_missed_nor_false(self):
        unsettled = VALUE | {"ambiguous": True}
        self.assertEqual(self.counts(self.score([unsettled], [])), (0, 0, 0))
        self.assertEqual(self.counts(self.score([unsettled], [read(value=7)])), (0, 0, 0))
        self.assertEqual(self.counts(self.score([unsettled], [read(value=7), read(value=8)])), (0, 0, 1))

    def test_nothing_read_is_no_precision(self):
        tally = self.score([VALUE], []).total("strict", CHECKABLE)
        self.assertEqual((tally.precision(), tally.recall(), tally.f1()), (0.0, 0.0, 0.0))

    def test_a_false_claim_is_seen_on_what_is_no_claim_and_a_wide_true_one_is_not(self):
        trap = {"type": "not-a-claim", "span": [41, 59], "why": "a pipeline"}
        self.assertEqual(len(self.score([VALUE, trap], [read(span=[12, 60])]).trapped), 0)
        self.assertEqual(len(self.score([VALUE, trap], [read(), read(value=7, span=[30, 50])]).trapped), 1)

    def test_members_beside_the_core_are_counted_where_the_claim_was_found(self):
        score = self.score([VALUE | {"comparator": "~"}], [read(comparator="=")])
        self.assertEqual((score.beside["comparator"], score.beside["modality"], score.beside["unit"]), ([0, 1], [1, 1], [1, 1]))


class Notes(unittest.TestCase):
    def test_a_note_becomes_a_claim_with_digits_and_unit(self):
        self.assertEqual(annotate.claim_of("trade_value", ["US", "GH", "flow=exports", "v=41.20m", "u=USD", "p=2018", "i=subject"]),
                         {"kind": "trade_value", "subject": "US", "object": "GH", "flow": "exports", "value": 41200000, "unit": "USD", "period": "2018",
                          "implicit": ["subject"], "comparator": "=", "digits": 4})
        self.assertEqual(annotate.claim_of("trade_rank", ["GH", "-", "v=3"]), {"kind": "trade_rank", "subject": "GH", "value": 3, "unit": "rank", "comparator": "="})
        self.assertEqual(annotate.claim_of("people_count", ["IN", "OM", "v=6.94l", "c=~"])["value"], 694000)
        self.assertNotIn("digits", annotate.claim_of("people_count", ["IN", "OM", "v=12", "d=-"]))

    def test_a_quote_is_found_across_lines_and_tags(self):
        raw = "The <b>two\nstates</b> agreed. Two states.".encode()
        self.assertEqual(raw[slice(*annotate.place_of("two states agreed", raw))], b"two\nstates</b> agreed")
        with self.assertRaises(ValueError):
            annotate.place_of("tates", raw)
        with self.assertRaises(ValueError):
            annotate.place_of("three states", raw)
        self.assertEqual(annotate.place_of("tates ## 2", raw), (35, 40))

    def test_a_look_alike_has_its_reason_heading_and_modalities(self):
        first, second = look_alikes("# head\n\nA sentence.\n  why a plan\n  about Mali and Chad\n  may planned\n\nAnother.\n  why a river\n")
        self.assertEqual((first.sentence, first.why, first.about, first.may), ("A sentence.", "a plan", "Mali and Chad", ("planned",)))
        self.assertEqual((second.sentence, second.may), ("Another.", ()))


class Checking(unittest.TestCase):
    GOOD = {"type": "claim", "span": [0, 4], "quote": "Mali", "kind": "mission", "subject": "ML", "object": "FR", "event": "opened", "mission": "embassy",
            "period": "1960-11"}

    def faults(self, *lines, text="Mali opened an embassy in Paris in November 1960."):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "13-mali.txt"
            path.write_text(text, encoding="utf-8")
            checker = check_annotations.Checker()
            checker.check(annotations.Document(path, path.with_suffix(".jsonl"), {"source": path.name, "pair": ["ML", "FR"], "published": None}, list(lines)))
        return checker.faults

    def test_a_good_annotation_has_no_fault(self):
        self.assertEqual(self.faults(self.GOOD), [])

    def test_every_fault_of_a_claim_is_seen(self):
        for wrong in ({"quote": "Malta"}, {"span": [1, 5]}, {"kind": "stance"}, {"event": "signed"}, {"mission": "castle"}, {"products": ["tea"]},
                      {"subject": "XX"}, {"period": "Nov. 1960"}, {"value": 3}, {"modality": "dreamt"}, {"ambiguous": True}, {"period": "FY1960"}):
            self.assertEqual(len(self.faults(self.GOOD | wrong)), 1, wrong)

    def test_what_is_no_claim_stands_apart_from_claims_and_has_a_reason(self):
        trap = {"type": "not-a-claim", "span": [26, 31], "quote": "Paris", "why": "a city"}
        self.assertEqual(self.faults(self.GOOD, trap), [])
        self.assertEqual(len(self.faults(self.GOOD, trap | {"why": ""})), 1)
        self.assertEqual(len(self.faults(self.GOOD, trap | {"span": [0, 4], "quote": "Mali"})), 1)


if __name__ == "__main__":
    unittest.main()
