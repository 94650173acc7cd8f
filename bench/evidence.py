"""The evidence that the bench takes in, exports and verifies: made once, the same on every machine.

2,000 files, 2 GiB, sizes log-normal (half are under 200 KiB, a few tens of MiB), one in ten a duplicate of
another, in 40 folders. They begin as the files of a seized phone or laptop begin, so that media types are found
at their usual cost, and go on as noise, since such files are compressed already; a few are text, a few unknown.
"""

import pathlib
import random
import shutil

SEED = 20260314
FILES = 2000
BYTES = 2 << 30
FOLDER_SIZE = 50

# (share, ending, first bytes)
KINDS = [
    (50, "jpg", bytes.fromhex("ffd8ffe000104a46494600010101004800480000")),
    (12, "mp4", bytes.fromhex("000000206674797069736f6d0000020069736f6d69736f32617663316d703431")),
    (10, "pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"),
    (6, "opus", b"OggS\x00\x02" + bytes(8) + b"\x01\x00\x00\x00" + bytes(8) + b"\x01\x13OpusHead\x01\x01"),
    (6, "docx", b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00" + bytes(12) + b"\x13\x00\x00\x00[Content_Types].xml"),
    (6, "heic", bytes.fromhex("0000001866747970686569630000000068656963")),
    (6, "txt", None),
    (4, "bin", b""),
]
WORDS = "on the said date at about I saw him her flat door key phone ledger money room girl car two men".split()


def make(folder: pathlib.Path) -> int:
    """Makes the evidence in `folder` unless it is there; returns its bytes."""
    stamp = folder.with_suffix(".made")
    made = f"{SEED} {FILES} {BYTES} 1"
    if stamp.exists() and stamp.read_text().startswith(made):
        return int(stamp.read_text().split()[-1])
    shutil.rmtree(folder, ignore_errors=True)
    print(f"making {FILES} files of evidence, {BYTES >> 30} GiB", flush=True)
    chance = random.Random(SEED)
    plan = plan_files(chance)
    total = 0
    for number, (original, ending, head, size) in enumerate(plan):
        path = folder / f"{number // FOLDER_SIZE:02}" / f"{number:04}.{ending}"
        path.parent.mkdir(parents=True, exist_ok=True)
        if original is None:
            write(path, head, size, chance)
        else:
            shutil.copyfile(folder / f"{original // FOLDER_SIZE:02}" / f"{original:04}.{ending}", path)
        total += path.stat().st_size
    stamp.write_text(f"{made} {total}")
    return total


def plan_files(chance: random.Random) -> list:
    """For each file: the number of the one it duplicates or None, its ending, first bytes and size."""
    shares = [share for share, _, _ in KINDS]
    plan: list = []
    for number in range(FILES):
        if number % 10 == 9:
            original = chance.choice([n for n in range(number) if plan[n][0] is None])
            plan.append((original, *plan[original][1:]))
        else:
            _, ending, head = chance.choices(KINDS, shares)[0]
            plan.append((None, ending, head, chance.lognormvariate(12.0, 1.8)))
    scale = BYTES / sum(size for *_, size in plan)
    return [(original, ending, head, int(size * scale)) for original, ending, head, size in plan]


def write(path: pathlib.Path, head, size: int, chance: random.Random) -> None:
    with open(path, "wb") as file:
        if head is None:
            page = " ".join(chance.choices(WORDS, k=4000)).encode()
            for start in range(0, size, len(page)):
                file.write(page[: size - start])
            return
        file.write(head[:size])
        left = size - len(head)
        while left > 0:
            file.write(chance.randbytes(min(left, 1 << 20)))
            left -= 1 << 20
