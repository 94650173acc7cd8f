"""Dossier's command line, as the bench uses it: the one place to change when a verb changes."""

import pathlib
import subprocess
import sys


class Dossier:
    def __init__(self, program: pathlib.Path, home: pathlib.Path, case: str = "BENCH/1"):
        self.program = str(program)
        self.base = [self.program, "--home", str(home), "--quiet"]
        self.home = home
        self.case = case

    def open_case(self) -> None:
        """Makes a store with one empty case."""
        self._do("init", "--agency", "Bench", "--code", "BENCH")
        self._do("case", "new", "--number", self.case, "--title", "Bench")

    def add_evidence(self, folder: pathlib.Path) -> list:
        return [*self.base, "add", "evidence", self.case, str(folder)]

    def verify_log(self) -> list:
        """The log and, where there are any, its originals."""
        return [*self.base, "log", self.case, "--verify"]

    def export(self, folder: pathlib.Path) -> list:
        return [*self.base, "export", self.case, "--to", str(folder)]

    def verify(self, bundle: pathlib.Path) -> list:
        return [self.program, "verify", str(bundle), "--trust", str(self.home / "trust-this-office.pem")]

    def chain(self, exhibit: str) -> list:
        return [*self.base, "custody", self.case, exhibit]

    def check(self) -> list:
        # Findings are no failure of the bench: status 1 says that there are some.
        return ["/bin/sh", "-c", '"$@" >/dev/null; test $? -le 1', "sh", *self.base, "check", self.case]

    def proof(self) -> list:
        return ["/bin/sh", "-c", '"$@" >/dev/null; test $? -le 1', "sh", *self.base, "proof", self.case]

    def _do(self, *arguments: str) -> None:
        done = subprocess.run([*self.base, *arguments], stdin=subprocess.DEVNULL, capture_output=True)
        if done.returncode:
            sys.exit(f"bench: dossier {arguments[0]} failed: {done.stderr.decode(errors='replace').strip()}")
