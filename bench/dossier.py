"""Dossier's command line, as the bench uses it: the one place to change when a verb changes."""

import os
import pathlib
import subprocess

CASE = "BENCH/1"


class Dossier:
    def __init__(self, program: pathlib.Path, home: pathlib.Path):
        self.base = [str(program), "--home", str(home)]

    def open_case(self) -> None:
        """Makes a store with one empty case."""
        self._do("init", "--agency", "Bench", "--code", "BENCH")
        self._do("case", "new", CASE)

    def add_evidence(self, folder: pathlib.Path) -> list:
        return [*self.base, "add", "evidence", CASE, str(folder)]

    def verify_vault(self) -> list:
        return [*self.base, "vault", "verify"]

    def _do(self, *arguments: str) -> None:
        subprocess.run(
            [*self.base, *arguments], check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            env={**os.environ})
