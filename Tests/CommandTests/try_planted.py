#!/usr/bin/env python3
"""Try the leak scan on files that a name is hidden in.

    try_planted.py DOSSIER_BINARY FOLDER [--text]

makes the files (plant_names.py) in FOLDER unless they are there, an office and a case in a temporary home, takes all of
them in, runs `dossier leaks`, and says of every file: found, not searched, or MISSED. With --text the scan runs a second
time for its page to people. Exit status 1 where anything is missed, where a neutral file is a finding, or where the scan's
output says the name. DOSSIER_TEMPLATES has to name the templates where the binary does not find them by itself.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
import unicodedata
import urllib.parse
from pathlib import Path

import plant_names

CASE = "TRY-1"


def values(text):
    """All the JSON values of a text, one after the other."""
    decoder, at, found = json.JSONDecoder(), 0, []
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        value, at = decoder.raw_decode(text, at)
        found += value if isinstance(value, list) else [value]
    return found


def folded(text):
    for _ in range(2):
        text = urllib.parse.unquote(text)
    text = unicodedata.normalize("NFKD", re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m[1], 16)), text))
    return "".join(c for c in text.casefold() if unicodedata.category(c) not in ("Cf", "Mn"))


def spoken(text):
    """Which of the words that nobody may read are in an output."""
    text = folded(text)
    return [word for word in plant_names.UNSPEAKABLE if folded(word) in text]


class Command:
    def __init__(self, binary, place):
        self.binary, self.place = binary, place
        secret = place / "passphrase"
        secret.write_text("four lamps on a quiet landing\n")
        self.environment = os.environ | {
            "DOSSIER_HOME": str(place / "home"), "DOSSIER_PASSPHRASE_FILE": str(secret), "DOSSIER_ACCOUNT": "planter", "TMPDIR": str(place),
        }

    def __call__(self, *words, allowed=(0,), cwd=None):
        started = time.monotonic()
        done = subprocess.run([self.binary, *words], capture_output=True, text=True, env=self.environment, cwd=cwd, stdin=subprocess.DEVNULL)
        self.seconds = time.monotonic() - started
        if done.returncode not in allowed:
            sys.exit(f"dossier {words[0]} {words[1]}: exit status {done.returncode}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
        return done


def prepared(dossier, place):
    identity = plant_names.IDENTITY
    dossier("init", "--agency", "Office of the trial", "--code", "TRY", "--quiet")
    dossier("case", "new", "--number", CASE, "--title", "Trial of the leak scan", "--jurisdiction", "in")
    dossier("add", "person", CASE, "--protected", "--pseudonym", identity["pseudonym"], "--age", "15")
    dossier("key", "recovery", str(place / "recovery.pem"))
    dossier("key", "new")
    words = ["identity", "add", CASE, "--person", identity["pseudonym"], "--birth-date", identity["birthDate"]]
    for option, field in (("--name", "names"), ("--nickname", "nicknames"), ("--kin", "kin"), ("--school", "schools"), ("--phone", "phones")):
        for value in identity[field]:
            words += [option, value]
    dossier(*words)


def main():
    arguments = [word for word in sys.argv[1:] if word != "--text"]
    if len(arguments) != 2:
        sys.exit(__doc__)
    binary, folder = str(Path(arguments[0]).resolve()), Path(arguments[1]).resolve()
    sys.stdout.reconfigure(line_buffering=True)
    list_file = folder / "manifest.json"
    if not list_file.exists():
        made = subprocess.run([sys.executable, plant_names.__file__, folder], capture_output=True, check=True)
        list_file.write_bytes(made.stdout)
    manifest = json.loads(list_file.read_text())

    with tempfile.TemporaryDirectory(prefix="planted-") as temporary:
        place = Path(temporary)
        dossier = Command(binary, place)
        prepared(dossier, place)
        taken = dossier("add", "evidence", CASE, "planted", "neutral", "--prefix", "PL", "--json", allowed=(0, 1), cwd=folder)
        print(f"taken in: {dossier.seconds:.1f} s")
        (folder / "taken.json").write_text(taken.stdout)
        lines, refused = {}, []
        for line in values(taken.stdout):
            if "reason" in line:
                refused.append(line)
            else:
                lines[unicodedata.normalize("NFC", line["path"])] = line
        scan = dossier("leaks", CASE, "--json", allowed=(0, 1))
        print(f"searched: {dossier.seconds:.1f} s")
        (folder / "scan.json").write_text(scan.stdout)
        outputs = {"JSON": scan.stdout, "errors": scan.stderr}
        if "--text" in sys.argv:
            page = dossier("leaks", CASE, allowed=(0, 1))
            print(f"searched again: {dossier.seconds:.1f} s")
            outputs |= {"page": page.stdout, "errors of the page": page.stderr}

    result = values(scan.stdout)[0]
    print({key: value for key, value in result.items() if key != "findings"})

    def findings(file):
        name = unicodedata.normalize("NFC", file)
        line = next((line for path, line in lines.items() if path.endswith("/" + name)), None)
        if line is None:
            return None
        return [f for f in result["findings"] if f.get("exhibit") == line["exhibit"] or f["digest"] == line["sha256"] or f["record"] == line["file"]]

    counts = {"found": 0, "not searched": 0, "MISSED": 0, "not taken in": 0}
    for item in manifest["planted"]:
        mine = findings(item["file"])
        if mine is None:
            verdict, why = "not taken in", ""
        elif named := [f for f in mine if "person" in f]:
            verdict, why = "found", "; ".join(sorted({f"{f['place']} ({f['manner']})" for f in named}))[:200]
        elif unseen := [f for f in mine if "notSearched" in f]:
            verdict, why = "not searched", "; ".join(sorted({f["notSearched"] for f in unseen}))[:200]
        else:
            verdict, why = "MISSED", ""
        counts[verdict] += 1
        wanted = "  (it could have been searched)" if verdict == "not searched" and item["expected"] == plant_names.FOUND else ""
        # A file's own name may be one of the hiding places: it is no output of the command.
        print(f"{verdict:13} {item['file'].split(' ')[0]:12} {item['place']}{wanted}  {why}")

    alarms = 0
    for item in manifest["neutral"]:
        for finding in findings(item["file"]) or []:
            alarms += "person" in finding
            label = "FALSE ALARM" if "person" in finding else "not searched"
            print(f"{label:13} {item['file']:12} {finding['place']}  {finding.get('manner') or finding.get('notSearched')}")

    said = {where: words for where, text in outputs.items() if (words := spoken(text))}
    for where, words in said.items():
        print(f"THE NAME IS IN THE OUTPUT ({where}): {words}")
    for line in refused:
        print("refused:", line["reason"])
    for item in manifest["leftOut"]:
        print(f"left out      {item['file']:12} {item['place']}: there is no {item['tool']}")
    print(f"{len(manifest['planted'])} planted: {counts}; {len(manifest['neutral'])} neutral: {alarms} false alarms")
    sys.exit(1 if counts["MISSED"] or counts["not taken in"] or alarms or said else 0)


if __name__ == "__main__":
    main()
