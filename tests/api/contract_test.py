#!/usr/bin/env python3
"""docs/api/openapi.json held against the live server: every path, every example, every form, and every link from one to another."""

import argparse
import gzip
import json
import pathlib
import re
import sys
import unittest

from schema import Schemas
from server import Server

OPTIONS = None
SHEET = "Uzbekistan and the United States\n\nThe United States was Uzbekistan's 16th largest trade partner in 2021.\n"


class Contract(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.document = json.loads((OPTIONS.root / "docs/api/openapi.json").read_text(encoding="utf-8"))
        cls.schemas = Schemas(cls.document)
        cls.server = Server(OPTIONS.program, OPTIONS.shelf)

    @classmethod
    def tearDownClass(cls):
        cls.server.end()

    def holds(self, value, schema, place):
        self.assertEqual(list(self.schemas.breaches(value, schema, place))[:5], [])

    def operations(self):
        for path, methods in self.document["paths"].items():
            for method, operation in methods.items():
                yield path, method.upper(), operation

    def schema_of(self, path, method="get", status="200", media="application/json"):
        return self.schemas.resolve(self.document["paths"][path][method]["responses"][status])["content"][media]["schema"]

    def good(self, path, target, **headers):
        answer = self.server.get(target, **headers)
        self.assertEqual(answer.status, 200, answer.body[:300])
        self.holds(answer.json(), self.schema_of(path), target)
        return answer.json()

    def test_examples_are_what_their_schemas_say(self):
        count = 0
        for path, method, operation in self.operations():
            bodies = [operation.get("requestBody", {})] + [self.schemas.resolve(response) for response in operation["responses"].values()]
            for body in bodies:
                for media, content in body.get("content", {}).items():
                    if "example" in content:
                        count += 1
                        self.holds(content["example"], content["schema"], f"{method} {path} {media}")
        self.assertGreater(count, 15)

    def test_every_read_path_answers_its_example(self):
        for path, method, operation in self.operations():
            if method != "GET":
                continue
            target, query = path, []
            for parameter in operation["parameters"]:
                if "example" not in parameter:
                    continue
                if parameter["in"] == "path":
                    target = target.replace("{%s}" % parameter["name"], str(parameter["example"]))
                else:
                    query.append(f"{parameter['name']}={parameter['example']}")
            target += "?" + "&".join(query) if query else ""
            answer = self.server.get(target)
            self.assertEqual(answer.status, 200, f"{target}: {answer.body[:300]}")
            offered = self.schemas.resolve(operation["responses"]["200"])["content"]
            self.assertIn(answer.type, offered, target)
            if answer.type == "application/json":
                self.holds(answer.json(), offered["application/json"]["schema"], target)

    def test_every_body_example_is_audited_and_extracted(self):
        for path in ("/v1/check", "/v1/extract"):
            for media, content in self.document["paths"][path]["post"]["requestBody"]["content"].items():
                if "example" not in content:
                    continue
                body = content["example"] if isinstance(content["example"], str) else json.dumps(content["example"])
                answer = self.server.post(path, body, media)
                self.assertEqual(answer.status, 200, f"{path} {media}: {answer.body[:300]}")
                self.holds(answer.json(), self.schema_of(path, "post"), f"{path} {media}")
                self.assertEqual([claim["kind"] for claim in answer.json()["claims"]], ["trade_rank"], media)

    def test_the_example_answer_is_the_answer(self):
        answer = self.server.post("/v1/check?text=true&now=2026-06-01&name=sheet.txt", SHEET.rstrip("\n")).json()
        claim = answer["claims"][0]
        self.assertEqual(answer["text"][claim["at"][0]:claim["at"][1]], claim["quote"])
        self.assertEqual(claim["verdict"]["label"], "outdated")
        self.assertEqual(claim["verdict"]["was"], "supported")
        self.assertIn("16th", claim["says"])
        example = self.document["paths"]["/v1/check"]["post"]["responses"]["200"]["content"]["application/json"]["example"]
        for document in (answer, example):
            del document["document"]["lexicon"]
            document["document"].pop("id")
        self.assertEqual(set(answer), set(example))
        self.assertEqual(claim["id"], self.server.post("/v1/extract", SHEET).json()["claims"][0]["id"], "ids are made from what is claimed")

    def test_every_form_of_an_audit(self):
        kinds = {"json": "application/json", "jsonl": "application/x-ndjson", "sarif": "application/sarif+json", "claimreview": "application/ld+json", "csv": "text/csv", "html": "text/html"}
        self.assertEqual(set(kinds.values()), set(self.document["paths"]["/v1/check"]["post"]["responses"]["200"]["content"]))
        for name, media in kinds.items():
            by_name = self.server.post(f"/v1/check?format={name}&now=2026-06-01", SHEET)
            by_accept = self.server.post("/v1/check?now=2026-06-01", SHEET, Accept=media)
            self.assertEqual((by_name.status, by_name.type, by_name.body), (200, media, by_accept.body), name)
        lines = self.server.post("/v1/check?format=jsonl", SHEET).body.decode().splitlines()
        self.assertEqual([json.loads(line)["type"] for line in lines], ["document", "claim"])
        self.assertEqual(json.loads(self.server.post("/v1/check?format=sarif", SHEET).body)["version"], "2.1.0")
        self.assertEqual(json.loads(self.server.post("/v1/check?format=claimreview", SHEET).body)[0]["@type"], "ClaimReview")
        self.assertIn("attachment", self.server.post("/v1/check?format=html", SHEET).headers["content-disposition"])

    def test_places_count_as_browsers_do(self):
        text = "𝄞 Uzbekistan — the “United States” é\n\n" + SHEET
        answer = self.server.post("/v1/check?text=true", text).json()
        units = answer["text"].encode("utf-16-le")
        claim = answer["claims"][0]
        first, last = claim["at"]
        self.assertEqual(units[2 * first:2 * last].decode("utf-16-le"), claim["quote"])
        self.assertEqual(text.encode()[claim["span"][0]:claim["span"][1]].decode(), claim["quote"])

    def test_evidence_leads_to_its_rows(self):
        claim = self.server.post("/v1/check", SHEET).json()["claims"][0]
        for line in claim["verdict"]["evidence"]:
            table = self.good("/v1/show/{question}/{operands}", line["href"])
            self.assertTrue(table["rows"], line["href"])
        table = self.good("/v1/show/{question}/{operands}", "/v1/show/rank/UZ/2021/total")
        own = next(row for row in table["rows"] if row["partner"] == "US" and row["vintage"].startswith("uzstat"))
        self.assertEqual(own["rank"], 16)

    def test_ranks_agree_with_verdicts(self):
        series = self.good("/v1/ranks", "/v1/ranks?reporter=UZ&partner=US&flow=total")["series"]
        point = next(point for each in series if each["source"] == "uzstat-1105" for point in each["points"] if point["period"] == "2021")
        self.assertEqual((point["place"], point["of"]), (16, 184))
        tables = self.good("/v1/ranks", "/v1/ranks?reporter=Uzbekistan&year=2021")["tables"]
        table = next(each for each in tables if each["source"] == "uzstat-1105")
        self.assertEqual(next(row["place"] for row in table["rows"] if row["partner"] == "US"), 16)
        self.assertIn("Other countries", [row["name"] for row in table["excluded"]])
        self.assertNotIn("Other countries", [row["name"] for row in table["rows"]])

    def test_pages_follow_each_other_without_gap_or_repeat(self):
        path = "/v1/observations?reporter=UZ&partner=US&measure=exports"
        whole = self.good("/v1/observations", path + "&limit=1000")["observations"]
        self.assertGreater(len(whole), 20)
        target, pieces, pages = path + "&limit=7", [], 0
        while target:
            answer = self.server.get(target)
            page = answer.json()
            pieces += page["observations"]
            pages += 1
            link = re.fullmatch(r'<([^>]*)>; rel="next"', answer.headers.get("link", ""))
            self.assertEqual(bool(link), "next" in page)
            target = link.group(1) if link else None
        self.assertEqual(pieces, whole)
        self.assertEqual(pages, -(-len(whole) // 7))
        self.assertEqual(len({row["id"] for row in whole}), len(whole), "ids are unique")
        some = self.good("/v1/observations", path + "&from=2020&to=2021&limit=1000")["observations"]
        self.assertEqual([row for row in whole if row["period"] in ("2020", "2021")], some)
        lines = self.server.get(path + "&limit=1000", Accept="text/csv").body.decode().split("\r\n")
        self.assertEqual(len(lines), len(whole) + 2)

    def test_series_are_found_and_lead_to_their_figures(self):
        heads = self.good("/v1/series", "/v1/series?reporter=UZ&partner=US&limit=1000")["series"]
        for head in heads[:5]:
            target = f"/v1/observations?reporter=UZ&partner=US&measure={head['measure']}&vintage={head['vintage']}&limit=1000"
            figures = [row for row in self.good("/v1/observations", target)["observations"] if all(row.get(key) == head.get(key) for key in ("basis", "coverage", "price_basis", "unit"))]
            self.assertEqual(len(figures), head["figures"], target)

    def test_every_figure_has_a_source_that_is_listed(self):
        sources = {source["id"] for source in self.good("/v1/sources", "/v1/sources")["sources"]}
        pair = self.good("/v1/pairs/{a}/{b}", "/v1/pairs/US/UZ")
        self.assertEqual(pair, self.good("/v1/pairs/{a}/{b}", "/v1/pairs/united%20states/Uzbekistan"))
        named = set()

        def walk(value, source):
            if isinstance(value, dict):
                source = value.get("source", source)
                if {"value", "gap", "event"} & set(value):
                    self.assertIsNotNone(source, value)
                    named.add(source)
                for member in value.values():
                    walk(member, source)
            elif isinstance(value, list):
                for item in value:
                    walk(item, source)
        walk(pair, None)
        self.assertTrue(named and named <= sources, named - sources)
        self.assertEqual(named, {source["id"] for source in pair["sources"]})
        for part in ("relations", "missions", "trade", "mirror", "ranks", "aid", "visits", "agreements", "indicators"):
            self.assertTrue(pair[part], part)
        for row in pair["mirror"]:
            self.assertAlmostEqual(row["imports"] - row["exports"], row["gap"], places=2)

    def test_as_of_leaves_out_what_came_later(self):
        now = self.good("/v1/pairs/{a}/{b}", "/v1/pairs/US/UZ")
        then = self.good("/v1/pairs/{a}/{b}", "/v1/pairs/US/UZ?as_of=2023-06-30")
        recorded = {vintage["id"]: vintage.get("recorded") for source in self.server.get("/v1/sources").json()["sources"] for vintage in source["vintages"]}
        vintages = {series["vintage"] for series in then["trade"]}
        self.assertLess(len(vintages), len({series["vintage"] for series in now["trade"]}))
        self.assertTrue(all(recorded[vintage] and recorded[vintage] <= "2023-06-30" for vintage in vintages), vintages)

    def test_actors_while_typing(self):
        def ids(query):
            return [actor["id"] for actor in self.good("/v1/actors", "/v1/actors?" + query)["actors"]]
        self.assertEqual(ids("q=uzb&limit=1"), ["UZ"])
        self.assertEqual(ids("q=US&limit=1"), ["US"])
        self.assertIn("US", ids("q=states&kind=state"))
        self.assertEqual(ids("q=zzzz"), [])
        self.assertNotIn("UZ", ids("q=uz&kind=organisation"))
        self.assertGreater(len(ids("kind=state&limit=500")), 190)
        self.assertEqual(self.server.get("/v1/actors?q=uzbekistan").json()["actors"][0]["numeric"], "860")

    def test_tags_and_codings(self):
        first = self.server.get("/v1/pairs/US/UZ")
        tag = first.headers["etag"]
        packed = self.server.get("/v1/pairs/US/UZ", Accept_Encoding="gzip")
        self.assertEqual(packed.headers["content-encoding"], "gzip")
        self.assertEqual(gzip.decompress(packed.body), first.body)
        self.assertNotEqual(packed.headers["etag"], tag)
        zstd = self.server.get("/v1/pairs/US/UZ", Accept_Encoding="gzip, zstd")
        self.assertEqual((zstd.headers["content-encoding"], zstd.body[:4]), ("zstd", b"\x28\xb5\x2f\xfd"))
        for each in (tag, packed.headers["etag"], f'"other", {tag}'):
            again = self.server.get("/v1/pairs/US/UZ", If_None_Match=each)
            self.assertEqual((again.status, again.body), (304, b""), each)
        self.assertEqual(self.server.get("/v1/pairs/US/KZ", If_None_Match=tag).status, 200)
        self.assertEqual(self.server.get("/v1/pairs/US/UZ?as_of=2023-06-30", If_None_Match=tag).status, 200)
        head = self.server.ask("HEAD", "/v1/pairs/US/UZ")
        self.assertEqual((head.status, head.body, head.headers["content-length"]), (200, b"", str(len(first.body))))

    def test_examples_can_be_had_and_audited(self):
        listed = self.good("/v1/examples", "/v1/examples")["examples"]
        self.assertTrue(listed)
        for example in listed:
            sheet = self.server.get(example["href"])
            self.assertEqual((sheet.status, sheet.type, len(sheet.body)), (200, "text/plain", example["bytes"]))
            audit = self.server.post("/v1/check", sheet.body, example["media_type"])
            self.assertEqual(audit.status, 200)
            self.assertTrue(audit.json()["claims"])

    def test_pdf_is_read(self):
        pdfs = sorted((OPTIONS.root / "tests/corpus/documents").glob("*.pdf"))
        self.assertTrue(pdfs)
        statuses = set()
        for pdf in pdfs:
            answer = self.server.post("/v1/check?text=true", pdf.read_bytes(), "application/pdf")
            statuses.add(answer.status)
            self.assertIn(answer.status, (200, 422), pdf.name)
            if answer.status == 200:
                self.assertEqual(answer.json()["document"]["format"], "PDF", pdf.name)
                self.holds(answer.json(), self.schema_of("/v1/check", "post"), pdf.name)
        self.assertIn(200, statuses)

    def test_the_description_is_served(self):
        self.assertEqual(self.server.get("/v1/openapi.json").json(), json.loads((OPTIONS.root / "docs/api/openapi.json").read_text(encoding="utf-8")))

    def test_metrics_count(self):
        self.server.get("/healthz")
        before = self.server.get("/metrics").body.decode()
        self.server.get("/healthz")
        after = self.server.get("/metrics").body.decode()

        def count(text):
            return int(re.search(r'paraph_requests_total\{route="GET /healthz",status="200"\} (\d+)', text).group(1))
        self.assertEqual(count(after), count(before) + 1)
        self.assertIn("process_resident_memory_bytes", after)


def main():
    global OPTIONS
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    parser.add_argument("--shelf", required=True)
    parser.add_argument("--root", type=pathlib.Path, required=True)
    OPTIONS, rest = parser.parse_known_args()
    if not pathlib.Path(OPTIONS.shelf).exists():
        print(f"[  SKIPPED ] there is no reference database at {OPTIONS.shelf}")
        return 77
    unittest.main(argv=[sys.argv[0], *rest])
    return 0


if __name__ == "__main__":
    sys.exit(main())
