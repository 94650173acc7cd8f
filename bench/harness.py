"""How the bench measures: sides in alternation, from synced disk to flushed disk, with the page cache warm."""

import dataclasses
import json
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import time
from typing import Callable, Optional

MIB = 1 << 20


@dataclasses.dataclass
class Side:
    """One way to do the work. `prepare` is not timed; `commands` are, one after the other, and then a sync."""

    name: str
    commands: list
    prepare: Callable[[], None] = lambda: None
    environment: dict = dataclasses.field(default_factory=dict)


@dataclasses.dataclass
class Target:
    """What `side` is held to: a ratio to another side, a peak of memory, or, where people wait, a time."""

    side: str
    against: Optional[str] = None
    ratio: Optional[float] = None  # at most; 1.0 is "ahead of"
    memory: Optional[int] = None  # bytes, less than
    seconds: Optional[float] = None  # less than


@dataclasses.dataclass
class Run:
    seconds: float
    memory: int  # peak resident set of the largest process, bytes; never under Python's own, some 17 MiB


class Bench:
    def __init__(self, scratch: pathlib.Path, dossier: pathlib.Path, rounds: int):
        self.scratch = scratch
        self.dossier = dossier
        self.rounds = rounds
        self.results: list = []
        scratch.mkdir(exist_ok=True)
        (scratch / "log").mkdir(exist_ok=True)

    # ---- what there is to measure with ------------------------------------------------------------------

    def has_dossier(self) -> bool:
        if self.dossier.exists():
            return True
        self.say(f"skipped: dossier ({self.dossier} is not there; swift build -c release --product dossier)")
        return False

    def compile(self, source: str, *libraries: str) -> str:
        """Compiles a C program of this folder and returns its path."""
        path = pathlib.Path(__file__).with_name(source)
        program = self.scratch / path.stem
        if not program.exists() or program.stat().st_mtime < path.stat().st_mtime:
            command = ["cc", "-O2", "-Wall", "-Wextra", "-o", program, path, *libraries]
            if subprocess.run(command).returncode:
                sys.exit(f"bench: {source} does not compile: apt-get install gcc libssl-dev")
        return str(program)

    def peer(self, program: str, package: str) -> Optional[str]:
        """The path of somebody else's program, installed if it is missing and that is permitted."""
        if not shutil.which(program):
            install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", package]
            if os.geteuid():
                install = ["sudo", "-n", *install]
            self.say(f"installing {package}")
            try:
                subprocess.run(install, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            except FileNotFoundError:
                pass  # neither apt nor sudo: said below
        found = shutil.which(program)
        if not found:
            self.say(f"skipped: {program} (it is missing and could not be installed: apt-get install {package})")
        return found

    def bagit(self) -> Optional[str]:
        """The path of bagit.py: the one that tools/setup installs, or one of the bench's own."""
        for venv in [self.scratch.parent / ".venv", self.scratch / "venv"]:
            if (venv / "bin/bagit.py").exists():
                return str(venv / "bin/bagit.py")
        self.say("installing bagit into .bench/venv")
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        venv = self.scratch / "venv"
        subprocess.run([sys.executable, "-m", "venv", venv], **quiet)
        if (venv / "bin/pip").exists():
            subprocess.run([venv / "bin/pip", "install", "-q", "setuptools<81", "bagit==1.9.0"], **quiet)
        if (venv / "bin/bagit.py").exists():
            return str(venv / "bin/bagit.py")
        self.say("skipped: bagit (it could not be installed with pip)")
        return None

    def prepare(self, command: list, environment: dict) -> None:
        """Runs a command that is not measured."""
        subprocess.run(
            [str(part) for part in command], env={**os.environ, **environment}, check=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    # ---- measuring --------------------------------------------------------------------------------------

    def compare(
        self, title: str, sides: list, targets: list, warm: Optional[pathlib.Path] = None
    ) -> None:
        """Runs the sides in alternation and prints each as a ratio to the first, and the targets.

        A ratio is the median over the rounds of the ratio within a round: what the disk did to one side in a
        round, it most likely did to the other. `warm` is read before every run, so that all find it cached.
        """
        self.say(f"\n{title}")
        runs: dict = {side.name: [] for side in sides}
        for number in range(self.rounds):
            # Every other round backwards, so that nobody always runs after the one that fills the disk.
            for side in sides if number % 2 == 0 else reversed(sides):
                side.prepare()
                if warm:
                    read_all(warm)
                runs[side.name].append(self._run(side))
        reference = runs[sides[0].name]
        self._print(title, sides, runs, reference)
        for target in targets:
            if target.side in runs and (target.against is None or target.against in runs):
                self._judge(title, target, runs)

    def _run(self, side: Side) -> Run:
        self.flush()
        path = self.scratch / "log" / f"{side.name.replace('/', '-')}.log"
        log = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        memory = 0
        began = time.monotonic()
        for command in side.commands:
            process = subprocess.Popen(
                [str(part) for part in command], env={**os.environ, **side.environment},
                stdin=subprocess.DEVNULL, stdout=log, stderr=log)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            memory = max(memory, usage.ru_maxrss * 1024)
            if process.returncode:
                sys.exit(f"bench: {side.name} failed with {process.returncode}: see .bench/log")
        self.flush()
        seconds = time.monotonic() - began
        os.close(log)
        return Run(seconds, memory)

    def flush(self) -> None:
        """Waits until everything that was written to the bench's disk is on it."""
        subprocess.run(["sync", "-f", self.scratch], check=True)

    # ---- telling ----------------------------------------------------------------------------------------

    def _print(self, title: str, sides: list, runs: dict, reference: list) -> None:
        self.say(f"  {'':34}{'seconds':>8}{'peak':>11}{'ratio':>8}")
        for side in sides:
            mine = runs[side.name]
            seconds = statistics.median(run.seconds for run in mine)
            memory = max(run.memory for run in mine)
            ratio = ratio_of(mine, reference)
            self.say(f"  {side.name:34}{seconds:8.2f}{memory / MIB:7.0f} MiB{ratio:8.2f}")
            self.results.append(
                {"comparison": title, "side": side.name, "seconds": [run.seconds for run in mine],
                 "memory": memory, "ratio": ratio})

    def _judge(self, title: str, target: Target, runs: dict) -> None:
        if target.seconds is not None:
            found = statistics.median(run.seconds for run in runs[target.side])
            reached = found < target.seconds
            said = f"under {target.seconds * 1000:.0f} ms: {found * 1000:.0f} ms"
        elif target.memory is not None:
            found = max(run.memory for run in runs[target.side])
            reached = found < target.memory
            said = f"under {target.memory // MIB} MiB: {found / MIB:.0f} MiB"
        else:
            found = ratio_of(runs[target.side], runs[target.against])
            reached = found <= target.ratio if target.ratio > 1 else found < target.ratio
            limit = f"within {target.ratio:.2f} x of" if target.ratio > 1 else "ahead of"
            said = f"{limit} {target.against}: {found:.2f} x"
        self.say(f"  target: {target.side} {said} {'- reached' if reached else '- NOT REACHED'}")
        self.results.append({"comparison": title, "target": said, "side": target.side, "reached": reached})

    def describe_machine(self) -> None:
        cpu = next(
            (line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")),
            platform.machine())
        sha = "with" if " sha_ni" in open("/proc/cpuinfo").read() else "WITHOUT"
        load = os.getloadavg()[0]
        self.say(f"{cpu}, {os.cpu_count()} cores {sha} SHA instructions, load {load:.1f} before the bench")
        if load > 0.5:
            self.say("this machine is busy with something else: the figures will swing")

    def say(self, line: str) -> None:
        print(line, flush=True)

    def write_results(self) -> None:
        """Keeps every run's figures in .bench/results.json."""
        (self.scratch / "results.json").write_text(json.dumps(self.results, indent=1) + "\n")


def ratio_of(mine: list, theirs: list) -> float:
    return statistics.median(a.seconds / b.seconds for a, b in zip(mine, theirs))


def read_all(folder: pathlib.Path) -> None:
    """Reads every file below `folder`, so that the page cache has it."""
    buffer = bytearray(MIB)
    for root, _, names in os.walk(folder):
        for name in names:
            with open(os.path.join(root, name), "rb", buffering=0) as file:
                while file.readinto(buffer):
                    pass


def remove(*paths: pathlib.Path) -> None:
    """Removes what an earlier run left, whatever its permissions."""
    for path in paths:
        if path.exists():
            subprocess.run(["chmod", "-R", "u+rwX", path], check=True)
            shutil.rmtree(path)
