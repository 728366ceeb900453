#!/usr/bin/env python3
"""The scorer counts what was found, missed and made up."""

import unittest

from score import Score, matches

VALUE = {"kind": "trade_value", "span": [10, 40], "quote": "…", "subject": "US", "object": "GH", "flow": "exports", "value": "1200000", "period": "2020"}


class Matching(unittest.TestCase):
    def read(self, **changes):
        return {"sentence": [0, 60], "span": [12, 30], "modality": "asserted"} | {k: v for k, v in VALUE.items() if k != "span"} | changes

    def test_the_same_figure_in_another_spelling_agrees(self):
        self.assertTrue(matches(VALUE, self.read(value=1200000)))
        self.assertTrue(matches(VALUE, self.read(value="1200000.0", coverage="goods")))

    def test_every_annotated_member_must_agree(self):
        for wrong in ({"value": 1200001}, {"value": None}, {"period": "2021"}, {"subject": "GH", "object": "US"}, {"flow": "imports"},
                      {"modality": "planned"}, {"kind": "trade_share"}, {"sentence": [40, 60]}):
            self.assertFalse(matches(VALUE, self.read(**wrong)), wrong)

    def test_totals_are_symmetric(self):
        total = VALUE | {"flow": "total"}
        self.assertTrue(matches(total, self.read(flow="total", subject="GH", object="US")))

    def test_one_reading_answers_one_annotation(self):
        score = Score()
        score.add("sheet", [VALUE, VALUE | {"value": "5"}], [self.read(), self.read(), self.read(kind="stance")])
        self.assertEqual((score.found, score.missed, score.false), (1, 1, 1))
        self.assertAlmostEqual(score.f1(), 0.5)
        self.assertEqual(len(score.notes), 2)

    def test_nothing_read_is_no_precision(self):
        score = Score()
        score.add("sheet", [VALUE], [])
        self.assertEqual((score.precision(), score.recall(), score.f1()), (0.0, 0.0, 0.0))


if __name__ == "__main__":
    unittest.main()
