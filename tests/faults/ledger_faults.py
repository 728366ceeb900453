#!/usr/bin/env python3
"""What the ledger must survive: ledger_faults.py FAULT --program PARAPH. An edition that was told of is there afterwards."""

import argparse
import os
import pathlib
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time


class Faults:
    def __init__(self, program, folder):
        self.program = program
        self.folder = pathlib.Path(folder)
        self.ledger = self.folder / "ledger.sqlite"

    def command(self, *words):
        return [self.program, "ledger", words[0], *words[1:], "--ledger", str(self.ledger)]

    def sheets(self, count, mark):
        folder = self.folder / mark
        folder.mkdir()
        names = []
        for number in range(count):
            path = folder / f"{number:04}.txt"
            path.write_text(f"Ghana and the United States\n\nU.S. goods exports to Ghana were ${number + 1} million in 2022.\n\n{mark} {number}\n")
            names.append(str(path))
        return names

    def verify(self):
        done = subprocess.run(self.command("verify"), capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"verify: {done.returncode}: {done.stderr}")
        return int(done.stdout.split()[0])

    def killed(self):
        """kill -9 at any moment: what was told of is there, and the chain is sound."""
        told = 0
        chance = random.Random(5)
        for round_number in range(8):
            names = self.sheets(300, f"round{round_number}")
            child = subprocess.Popen(self.command("record", *names, "--source", "sheet"), stdout=subprocess.PIPE, text=True)
            time.sleep(chance.uniform(0.02, 0.6))
            child.send_signal(signal.SIGKILL)
            told += len(child.stdout.read().splitlines())
            child.wait()
            if self.ledger.exists():
                size = self.verify() if told else self.size_or_none()
                if size is not None and size < told:
                    sys.exit(f"{told} editions were told of, {size} are there")
        subprocess.run(self.command("record", *self.sheets(1, "last")), check=True, stdout=subprocess.DEVNULL)
        if self.verify() < told + 1:
            sys.exit("an edition was lost")

    def size_or_none(self):
        done = subprocess.run(self.command("verify"), capture_output=True, text=True)
        return int(done.stdout.split()[0]) if done.returncode == 0 else None

    def two_writers(self):
        """Two processes at once: every edition of both is there."""
        writers = [subprocess.Popen(self.command("record", *self.sheets(400, mark), "--source", source), stdout=subprocess.DEVNULL)
                   for mark, source in (("one", "sheet"), ("two", "sheet"))]
        if any(writer.wait() != 0 for writer in writers):
            sys.exit("a writer failed")
        if self.verify() != 800:
            sys.exit("an edition was lost")

    def full_disk(self):
        """No room: exit 2 with a message, and everything told of before is there."""
        subprocess.run(self.command("record", *self.sheets(20, "before"), "--source", "sheet"), check=True, stdout=subprocess.DEVNULL)
        limit = self.ledger.stat().st_size + 8192

        def bound():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

        names = []
        for number in range(300):
            path = self.folder / f"big{number}.txt"
            path.write_bytes(b"A sheet\n\n" + os.urandom(3000).hex().encode())
            names.append(str(path))
        done = subprocess.run(self.command("record", *names), capture_output=True, text=True, preexec_fn=bound)
        if done.returncode != 2 or not done.stderr:
            sys.exit(f"exit {done.returncode}, {done.stderr!r}: a full disk must be said")
        told = 20 + len(done.stdout.splitlines())
        if self.verify() != told:
            sys.exit("what was told of is not what is there")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("fault", choices=["full_disk", "killed", "two_writers"])
    parser.add_argument("--program", type=lambda name: str(pathlib.Path(name).resolve()), required=True)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        getattr(Faults(options.program, folder), options.fault)()


if __name__ == "__main__":
    main()
