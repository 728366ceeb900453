#!/usr/bin/env python3
"""Requests of bad will or bad luck against the live server: each gets the right refusal, and the server goes on."""

import argparse
import http.server
import json
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest

from server import Server, read_answer

OPTIONS = None
SHEET = b"Uzbekistan and the United States\n\nThe United States was Uzbekistan's 16th largest trade partner in 2021.\n"


def head(method="GET", target="/healthz", *fields, host="127.0.0.1"):
    return "\r\n".join([f"{method} {target} HTTP/1.1", f"Host: {host}", *fields, "", ""]).encode("latin-1")


class Redirector(http.server.BaseHTTPRequestHandler):
    """Answers /to?ADDRESS with a redirect there, and everything else with a sheet."""

    def do_GET(self):
        if self.path.startswith("/to?"):
            self.send_response(302)
            self.send_header("Location", self.path[4:])
            self.end_headers()
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        self.wfile.write(SHEET)

    def log_message(self, *_):
        pass


class Hostile(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.elsewhere = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Redirector)
        threading.Thread(target=cls.elsewhere.serve_forever, daemon=True).start()
        cls.trusted = f"127.0.0.1:{cls.elsewhere.server_port}"
        cls.server = Server(OPTIONS.program, OPTIONS.shelf, "--trust", cls.trusted)

    @classmethod
    def tearDownClass(cls):
        cls.elsewhere.shutdown()
        cls.elsewhere.server_close()
        cls.server.end()

    def tearDown(self):
        self.assertEqual(self.server.get("/healthz").status, 200, "the server goes on")

    def refused(self, answer, status, problem, place=""):
        self.assertIsNotNone(answer, place)
        self.assertEqual((answer.status, answer.type), (status, "application/problem+json"), f"{place}: {answer.body[:300]}")
        body = answer.json()
        self.assertEqual((body["type"], body["status"]), (f"urn:paraph:problem:{problem}", status), place)
        self.assertTrue(body["title"] and body["detail"], place)
        self.assertEqual(answer.headers["x-content-type-options"], "nosniff")

    def test_bodies_over_ten_megabytes(self):
        big = b"a" * (10 * 1024 * 1024 + 1)
        self.refused(self.server.post("/v1/check", big, "text/plain"), 413, "body-too-large", "announced")
        chunked = head("POST", "/v1/check", "Content-Type: text/plain", "Transfer-Encoding: chunked")
        chunks = b"".join(b"100000\r\n" + b"a" * 0x100000 + b"\r\n" for _ in range(11)) + b"0\r\n\r\n"
        self.refused(self.server.raw(chunked + chunks), 413, "body-too-large", "chunked")
        self.refused(self.server.raw(head("POST", "/v1/check", "Content-Type: text/plain", "Content-Length: 99999999999999")), 413, "body-too-large", "a promise")
        answer = self.server.post("/v1/extract?format=jsonl", b"a " * (5 * 1024 * 1024), "text/plain")
        self.assertEqual(answer.status, 200, "ten megabytes are read")

    def test_headers_and_targets_that_never_end(self):
        self.refused(self.server.raw(head("GET", "/healthz", *[f"X-{i}: {'a' * 100}" for i in range(200)])), 431, "header-too-large", "many")
        self.refused(self.server.raw(head("GET", "/healthz", "X: " + "a" * 100_000)), 431, "header-too-large", "one")
        self.refused(self.server.raw(head("GET", "/v1/actors?q=" + "a" * 9000)), 414, "target-too-long")

    def test_what_is_no_http(self):
        for data in (b"nonsense\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(40) + b"\r\n\r\n", head("GET", "/a b"), head("GET", "/\x01"), b"GET / HTTP/9.9\r\n\r\n",
                     b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nbad field\r\n\r\n", head("POST", "/v1/check", "Content-Length: -1"), head("POST", "/v1/check", "Content-Length: 1", "Content-Length: 2"),
                     head("POST", "/v1/check", "Content-Type: text/plain", "Content-Length: 5", "Transfer-Encoding: chunked") + b"0\r\n\r\n"):
            answer = self.server.raw(data)
            self.refused(answer, 400, "malformed-request", data[:60])
            self.assertEqual(answer.headers["connection"], "close", data[:60])
        self.refused(self.server.raw(b"GET /healthz HTTP/1.1\r\n\r\n"), 400, "malformed-request", "no Host")
        self.refused(self.server.raw(b"GET /healthz HTTP/1.0\r\n\r\n"), 421, "other-host", "no Host, as was once allowed")
        self.refused(self.server.raw(head("GET", "/healthz", "Host: 127.0.0.1")), 400, "malformed-request", "two Hosts")

    def test_paths_that_try_to_leave(self):
        for target in ("/../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd", "/assets/..%5c..%5cwindows", "/v1/examples/..%2fREADME.md", "//etc/passwd", "/v1//check", "/a%00.html", "/%ff",
                       "/v1/pairs/US/%c3%28", "/v1/actors?q=%ff", "/v1/actors?q=a&q=b", "/x%0d%0aSet-Cookie:%20a=b"):
            self.refused(self.server.raw(head("GET", target)), 400, "malformed-request", target)
        for target in ("/v1/examples/README.md", "/v1/nothing", "/v1", "/v1/pairs/US/Atlantis", "/v1/show/secrets/US", "/v1/show/trade/US", "/missing.js", "/etc/passwd.txt"):
            self.refused(self.server.get(target), 404, "not-found", target)

    def test_bodies_that_are_not_what_they_say(self):
        self.refused(self.server.post("/v1/check", b"caf\xe9", "text/plain; charset=utf-8"), 400, "malformed-utf8")
        self.assertEqual(self.server.post("/v1/check", b"caf\xe9", "text/plain").status, 200, "found out without charset")
        for body in (b"", b"[]", b"{", b"[" * 5_000_000, b'{"text":' * 500_000, b'{"text":"\xff"}', b'{"text":"a","url":"http://b/"}', b"{}", b'{"text":"a","deep":{}}', b'{"text":"a"} x'):
            self.refused(self.server.post("/v1/check", body, "application/json"), 400, "malformed-json", body[:40])
        self.refused(self.server.post("/v1/check", b"not a pdf", "application/pdf"), 422, "unreadable-document")
        self.refused(self.server.post("/v1/check", b"%PDF-1.7\n" + bytes(range(256)) * 100, "application/pdf"), 422, "unreadable-document")
        for kind in ("image/png", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "", "text"):
            self.refused(self.server.post("/v1/check", SHEET, kind), 415, "unsupported-media-type", kind)
        self.refused(self.server.post("/v1/check", SHEET, Content_Encoding="gzip"), 415, "unsupported-media-type", "gzip")
        deep = b"<div>" * 200_000
        self.assertEqual(self.server.post("/v1/check", deep, "text/html").status, 200)

    def test_parameters_without_meaning(self):
        for target in ("/v1/actors?limit=0", "/v1/actors?limit=501", "/v1/actors?limit=1e3", "/v1/actors?kind=planet", "/v1/actors?colour=red", "/v1/observations?limit=99999", "/v1/observations?reporter=Atlantis",
                       "/v1/observations?cursor=x", "/v1/observations?cursor=" + "0" * 500, "/v1/observations?from=now", "/v1/observations?format=xml", "/v1/ranks", "/v1/ranks?reporter=UZ",
                       "/v1/ranks?reporter=UZ&year=2021&partner=US", "/v1/ranks?reporter=UZ&year=2021&flow=sideways", "/v1/pairs/US/UZ?as_of=yesterday", "/v1/show/rank/UZ/2020..2021", "/v1/sources?x"):
            self.refused(self.server.get(target), 400, "bad-parameter", target)
        for target in ("/v1/check?now=tomorrow", "/v1/check?as_of=2022-13-01", "/v1/check?pair=US", "/v1/check?text=yes", "/v1/check?format=pdf", "/v1/check?shelf=/etc/passwd", "/v1/extract?now=2026-06-01"):
            self.refused(self.server.post(target, SHEET), 400, "bad-parameter", target)
        self.refused(self.server.post("/v1/check?pair=US-UZ", json.dumps({"text": "x", "pair": "US-UZ"}), "application/json"), 400, "bad-parameter", "twice")
        self.refused(self.server.get("/v1/pairs/US/UZ", Accept="image/png"), 406, "not-acceptable")

    def test_methods_that_do_not_fit(self):
        for method, target, allow in (("GET", "/v1/check", "POST"), ("DELETE", "/v1/pairs/US/UZ", "GET, HEAD"), ("OPTIONS", "/v1/check", "POST"), ("POST", "/healthz", "GET, HEAD"), ("PUT", "/", "GET, HEAD"), ("TRACE", "/healthz", "GET, HEAD")):
            answer = self.server.ask(method, target)
            self.refused(answer, 405, "method-not-allowed", f"{method} {target}")
            self.assertEqual(answer.headers["allow"], allow)
            self.assertNotIn("access-control-allow-origin", answer.headers)

    def test_pages_of_other_sites(self):
        self.refused(self.server.get("/healthz", Host="evil.example"), 421, "other-host", "a name that was pointed here")
        self.refused(self.server.post("/v1/check", SHEET, Origin="http://evil.example"), 403, "other-site")
        self.refused(self.server.post("/v1/check", SHEET, Origin="null"), 403, "other-site")
        self.refused(self.server.post("/v1/check", SHEET, Origin=f"http://127.0.0.1:{self.server.port + 1}"), 403, "other-site", "another port")
        self.refused(self.server.get("/v1/sources", Sec_Fetch_Site="cross-site"), 403, "other-site")
        own = self.server.post("/v1/check", SHEET, Origin=self.server.address.rstrip("/"), Sec_Fetch_Site="same-origin")
        self.assertEqual(own.status, 200)
        self.assertFalse([name for name in own.headers if name.startswith("access-control")])

    def test_a_script_in_a_document_stays_text(self):
        page = b"<h1>Uzbekistan and the United States</h1><script>alert(1)</script><p><img src=x onerror=alert(2)>The United States was Uzbekistan's 16th <script>alert(3)</script>largest trade partner in 2021.</p>"
        report = self.server.post("/v1/check?format=html", page, "text/html")
        self.assertEqual(report.status, 200)
        self.assertNotIn(b"<script", report.body.lower())
        self.assertNotIn(b"onerror", report.body.lower().replace(b"&quot;", b""))
        self.assertIn("sandbox", report.headers["content-security-policy"])
        start = self.server.get("/")
        self.assertEqual(start.status, 200)
        policy = start.headers["content-security-policy"]
        self.assertIn("script-src 'self';", policy)
        self.assertIn("default-src 'none'", policy)
        self.assertNotIn("unsafe", policy)

    def test_addresses_inside_are_not_fetched(self):
        port = self.server.port
        inside = [f"http://127.0.0.1:{port}/metrics", f"http://localhost:{port}/metrics", f"http://[::1]:{port}/", f"http://2130706433:{port}/", f"http://0x7f000001:{port}/", f"http://127.1:{port}/", f"http://0:{port}/",
                  f"http://017700000001:{port}/", f"http://[::ffff:127.0.0.1]:{port}/", "http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/", "http://192.168.0.1/", "http://172.16.0.1/", "http://100.64.0.1/",
                  "http://[fe80::1]/", "http://[fd00::1]/", "http://0.0.0.0/", "http://224.0.0.1/"]
        for address in inside:
            answer = self.server.post("/v1/check", json.dumps({"url": address}), "application/json")
            self.refused(answer, 403, "address-refused", address)
        for address in inside[:12]:
            through = f"http://{self.trusted}/to?{address}"
            self.refused(self.server.post("/v1/check", json.dumps({"url": through}), "application/json"), 403, "address-refused", through)
        answer = self.server.post("/v1/check", json.dumps({"url": f"http://{self.trusted}/to?http://{self.trusted}/sheet"}), "application/json")
        self.assertEqual(answer.status, 200, answer.body[:300])
        self.assertEqual(len(answer.json()["claims"]), 1)
        for address in ("file:///etc/passwd", "/etc/passwd", "ftp://example.org/", "gopher://127.0.0.1/", "-", "", "http://a b/", "http://a\nb/"):
            answer = self.server.post("/v1/check", json.dumps({"url": address}), "application/json")
            self.refused(answer, 400, "bad-parameter", address)
        for scheme in ("file:///etc/passwd", "gopher://127.0.0.1:1/"):
            answer = self.server.post("/v1/check", json.dumps({"url": f"http://{self.trusted}/to?{scheme}"}), "application/json")
            self.assertIn(answer.status, (400, 502), scheme)

    def test_many_requests_on_one_connection(self):
        with self.server.connect() as connection:
            connection.sendall(head() * 50)
            data = b""
            while data.count(b'{"status":"ok"}') < 50:
                piece = connection.recv(65536)
                self.assertTrue(piece)
                data += piece
            self.assertEqual(data.count(b"HTTP/1.1 200 OK"), 50)

    def test_expect_continue(self):
        with self.server.connect() as connection:
            connection.sendall(head("POST", "/v1/check", "Content-Type: text/plain", f"Content-Length: {len(SHEET)}", "Expect: 100-continue"))
            self.assertEqual(connection.recv(1000), b"HTTP/1.1 100 Continue\r\n\r\n")
            connection.sendall(SHEET)
            self.assertEqual(read_answer(connection).status, 200)
        refused = self.server.raw(head("POST", "/v1/check", "Content-Type: text/plain", "Content-Length: 99999999", "Expect: 100-continue"))
        self.refused(refused, 413, "body-too-large", "before the body is sent")


class Limits(unittest.TestCase):
    """What needs a server of its own."""

    def test_slow_senders_are_let_go_and_hinder_nobody(self):
        with Server(OPTIONS.program, OPTIONS.shelf) as server:
            slow = [server.connect(60) for _ in range(100)]
            for connection in slow:
                connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ")
            began = time.monotonic()
            self.assertEqual(server.post("/v1/check", SHEET).status, 200)
            self.assertLess(time.monotonic() - began, 5)
            answers = [read_answer(connection) for connection in slow]
            self.assertEqual({answer.status for answer in answers}, {408})
            self.assertLess(time.monotonic() - began, 30)
            for connection in slow:
                connection.close()

    def test_connections_beyond_the_limit_are_turned_away(self):
        with Server(OPTIONS.program, OPTIONS.shelf, "--connections", "5") as server:
            held = [server.connect() for _ in range(5)]
            for connection in held:
                connection.sendall(head())
                self.assertEqual(read_answer(connection).status, 200)
            answer = server.raw(b"")
            self.assertEqual((answer.status, answer.headers["retry-after"]), (503, "1"))
            for connection in held:
                connection.close()
            deadline = time.monotonic() + 10
            while server.raw(head()).status != 200:
                self.assertLess(time.monotonic(), deadline)

    def test_a_token_guards_the_interface(self):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "token"
            file.write_text("0123456789abcdef0123\n", encoding="ascii")
            with Server(OPTIONS.program, OPTIONS.shelf, "--token-file", str(file)) as server:
                for fields in ({}, {"Authorization": "Bearer 0123456789abcdef012"}, {"Authorization": "Bearer 0123456789abcdef01230"}, {"Authorization": "Bearer "}, {"Authorization": "Basic 0123456789abcdef0123"}):
                    for target in ("/v1/sources", "/v1/nothing", "/metrics"):
                        answer = server.get(target, **fields)
                        self.assertEqual((answer.status, answer.json()["type"]), (401, "urn:paraph:problem:token-needed"))
                        self.assertTrue(answer.headers["www-authenticate"].startswith("Bearer"))
                self.assertEqual(server.get("/v1/sources", Authorization="Bearer 0123456789abcdef0123").status, 200)
                self.assertEqual(server.get("/readyz").json()["token"], True)
                self.assertEqual(server.get("/healthz").status, 200)
            file.write_text("short", encoding="ascii")
            run = subprocess.run([OPTIONS.program, "serve", "--shelf", OPTIONS.shelf, "--token-file", str(file)], capture_output=True, text=True, timeout=60, check=False)
            self.assertEqual(run.returncode, 2)
            self.assertIn("at least 16", run.stderr)

    def test_other_machines_need_a_token(self):
        run = subprocess.run([OPTIONS.program, "serve", "--listen", "0.0.0.0:0", "--shelf", OPTIONS.shelf], capture_output=True, text=True, timeout=60, check=False)
        self.assertEqual(run.returncode, 2)
        self.assertIn("--token-file", run.stderr)
        for listen in ("nonsense", "127.0.0.1", "127.0.0.1:99999", "example.org:80", ":80"):
            run = subprocess.run([OPTIONS.program, "serve", "--listen", listen, "--shelf", OPTIONS.shelf], capture_output=True, text=True, timeout=60, check=False)
            self.assertEqual((run.returncode, run.stdout), (2, ""), listen)

    def test_an_end_answers_what_is_under_way(self):
        server = Server(OPTIONS.program, OPTIONS.shelf)
        idle = server.connect()
        idle.sendall(head())
        self.assertEqual(read_answer(idle).status, 200)
        busy = server.connect(120)
        body = b"Uzbekistan's trade with the United States rose from $277 million in 2020 to $424.6 million in 2021.\n\n" * 400
        busy.sendall(head("POST", "/v1/check?pair=US-UZ", "Content-Type: text/plain", f"Content-Length: {len(body)}") + body)
        time.sleep(0.1)
        server.process.send_signal(signal.SIGTERM)
        answer = read_answer(busy)
        self.assertEqual(answer.status, 200)
        self.assertEqual(answer.headers["connection"], "close")
        self.assertEqual(idle.recv(100), b"")
        with self.assertRaises(OSError):
            socket.create_connection((server.host, server.port), timeout=2).sendall(b"x")
            self.fail("it takes connections while it ends")
        self.assertEqual(server.end(), 0)
        idle.close()
        busy.close()

    def test_every_request_is_logged_once(self):
        with tempfile.TemporaryDirectory() as folder:
            log = pathlib.Path(folder) / "access.log"
            with Server(OPTIONS.program, OPTIONS.shelf, log=str(log)) as server:
                number = server.get("/healthz").headers["x-request-id"]
                server.post("/v1/check?pair=US-UZ", SHEET)
                server.raw(b"nonsense\r\n\r\n")
                server.raw(head("GET", '/v1/"%22<script>'))
            lines = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
            self.assertEqual([line["status"] for line in lines], [200, 200, 400, 404])
            self.assertEqual(lines[0]["request"], number)
            self.assertEqual((lines[1]["path"], lines[1]["received"]), ("/v1/check", len(SHEET)), "and no query")
            self.assertEqual(len({line["request"] for line in lines}), 4)


def main():
    global OPTIONS
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", required=True)
    parser.add_argument("--shelf", required=True)
    OPTIONS, rest = parser.parse_known_args()
    if not pathlib.Path(OPTIONS.shelf).exists():
        print(f"[  SKIPPED ] there is no reference database at {OPTIONS.shelf}")
        return 77
    unittest.main(argv=[sys.argv[0], *rest])
    return 0


if __name__ == "__main__":
    sys.exit(main())
