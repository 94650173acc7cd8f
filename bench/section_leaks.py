"""2,000 text files searched for 200 protected names with all their spellings, beside grep for the bare names."""

import random
import subprocess

from harness import Bench, Side, Target, remove

SCAN = "dossier's matcher, every spelling, two threads"
GREP = "grep -F -i, the bare names"
GIVEN = "Meena Priya Ruksana Anjali Sabina Moumita Farida Lakshmi Shabnam Kajal Rehana Tanuja Parveen Sumitra Nasreen".split()
FAMILY = "Mondal Khatun Sarkar Haldar Biswas Sheikh Mallick Naskar Pramanik Gazi Molla Sardar Bag Purkait Laskar".split()
WORDS = """the witness said that on that evening two men came to the house and asked for rent while she was in the kitchen
    with the other girls statement recorded by officer in presence of counsellor at station seized mobile phone ledger
    register payment received from customer driver vehicle road market room floor key lock door window money amount""".split()


def run(bench: Bench) -> None:
    scanner = bench.dossier.with_name("bench-leaks")
    if not scanner.exists():
        bench.say(f"skipped: the leak scan ({scanner} is not there; swift build -c release --product bench-leaks)")
        return
    folder, terms = bench.scratch / "leaks", bench.scratch / "terms.txt"
    remove(folder)
    folder.mkdir(parents=True)
    chance = random.Random(4)
    names = [f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}a{number}".replace("0", "o") for number in range(200)]
    names = [name.rstrip("0123456789") + chance.choice(["", "ni", "ta", "la", "ra"]) for name in names]
    terms.write_text("\n".join(names) + "\n", encoding="utf-8")
    bench.say("\nmaking 2,000 text files of 100 kB")
    for number in range(2000):
        text = " ".join(chance.choices(WORDS, k=17_000))[:100_000]
        if number % 50 == 0:
            place = chance.randrange(len(text))
            text = f"{text[:place]} {chance.choice(names)} {text[place:]}"
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    sides = [Side(SCAN, [[scanner, terms, folder]])]
    grep = bench.peer("grep", "grep")
    if grep:
        sides.insert(0, Side(GREP, [["sh", "-c", f"{grep} -r -F -i -c -f {terms} {folder} >/dev/null || true"]]))
    bench.compare("200 names in 2,000 files of 200 MB of text", sides, [Target(SCAN, seconds=2)], warm=folder)
    said = subprocess.run([scanner, terms, folder], capture_output=True, text=True)
    bench.say(f"  {said.stdout.strip()}; the target is 100 MB/s")
    remove(folder, terms)
