"""A live `paraph serve` for tests and benchmarks: starts it on a free port, talks to it, ends it. Standard library only."""

import http.client
import json
import os
import signal
import socket
import subprocess
import urllib.parse


class Answer:
    """Status, header fields in small letters, and bytes of one response."""

    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    def json(self):
        return json.loads(self.body)

    @property
    def type(self):
        return self.headers.get("content-type", "").split(";")[0]


class Server:
    """Starts the program; `with Server(program, shelf) as server` ends it, too."""

    def __init__(self, program, shelf, *options, log="none"):
        self.process = subprocess.Popen([program, "serve", "--listen", "127.0.0.1:0", "--shelf", shelf, "--access-log", log, *options],
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        line = self.process.stdout.readline().strip()
        if not line:
            raise RuntimeError(f"the server did not start: {self.process.stderr.read()}")
        self.address = line
        parts = urllib.parse.urlsplit(line)
        self.host, self.port = parts.hostname, parts.port

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()

    def end(self, how=signal.SIGTERM):
        if self.process.poll() is None:
            self.process.send_signal(how)
        self.process.communicate(timeout=60)
        return self.process.returncode

    def ask(self, method, target, body=None, timeout=120, **headers):
        connection = http.client.HTTPConnection(self.host, self.port, timeout=timeout)
        try:
            fields = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, target, body=body, headers=fields)
            response = connection.getresponse()
            return Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, response.read())
        finally:
            connection.close()

    def get(self, target, **headers):
        return self.ask("GET", target, **headers)

    def post(self, target, body, content_type="text/plain; charset=utf-8", **headers):
        if isinstance(body, str):
            body = body.encode()
        return self.ask("POST", target, body, Content_Type=content_type, **headers)

    def connect(self, timeout=30):
        return socket.create_connection((self.host, self.port), timeout=timeout)

    def raw(self, data, timeout=30):
        """Sends bytes as they are and reads until the server closes or says no more; empty where it closes without a word."""
        with self.connect(timeout) as connection:
            try:
                connection.sendall(data)
            except (BrokenPipeError, ConnectionResetError):
                pass
            return read_answer(connection)


def read_answer(connection):
    """One response from a socket, as Answer; None where there is none."""
    response = http.client.HTTPResponse(connection)
    try:
        response.begin()
        return Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, response.read())
    except (http.client.HTTPException, ConnectionResetError, TimeoutError):
        return None
    finally:
        response.close()


def resident(process):
    """Bytes of memory that a process holds."""
    with open(f"/proc/{process.pid}/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGESIZE")
