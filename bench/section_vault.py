"""Taking in 2 GiB of evidence, durably, and verifying it again."""

import pathlib

import evidence
from dossier import Dossier
from harness import MIB, Bench, Side, Target, remove

DOSSIER = "dossier add evidence"
VERIFY = "dossier log --verify"


def run(bench: Bench) -> None:
    source = bench.scratch / "evidence"
    total = evidence.make(source)
    size = f"{evidence.FILES:,} files, {total / (1 << 30):.2f} GiB"
    sides = take_in_sides(bench, source)
    peers = [side.name for side in sides[1:] if side.name != DOSSIER]
    bench.compare(
        f"take in {size}, one in ten a duplicate, durably", sides,
        [Target(DOSSIER, against="floor", ratio=1.10), Target(DOSSIER, memory=64 * MIB)]
        + [Target(DOSSIER, against=peer, ratio=1.0) for peer in peers],
        warm=source)
    sides = verify_sides(bench)
    bench.compare(
        "verify what was taken in", sides,
        [Target(VERIFY, against="floor re-hash", ratio=1.10), Target(VERIFY, memory=64 * MIB)]
        + [Target(VERIFY, against=side.name, ratio=1.0) for side in sides if side.name.startswith("bagit")],
        warm=bench.scratch / "floor-store")
    remove(*(bench.scratch / name for name in ["floor-store", "home", "bag", "borg", "restic"]))


def take_in_sides(bench: Bench, source: pathlib.Path) -> list:
    floor, store = bench.compile("floor.c", "-lcrypto", "-lpthread"), bench.scratch / "floor-store"
    sides = [Side("floor", [[floor, "take-in", store, source]], prepare=lambda: remove(store))]
    if bench.has_dossier():
        home = bench.scratch / "home"
        dossier = Dossier(bench.dossier, home)

        def prepare() -> None:
            remove(home)
            dossier.open_case()

        sides.append(Side(DOSSIER, [dossier.add_evidence(source)], prepare))
    bag = bench.scratch / "bag"
    if bagit := bench.bagit():
        # The sync is the harness's own, which ends every side.
        make_bag = [bagit, "--sha256", "--processes", "2", bag]
        sides.append(
            Side("cp + bagit + sync", [["cp", "-r", source, bag], make_bag], lambda: remove(bag)))
    sides += [side for side in [borg_side(bench, source), restic_side(bench, source)] if side]
    return sides


def borg_side(bench: Bench, source: pathlib.Path):
    if not (borg := bench.peer("borg", "borgbackup")):
        return None
    folder = bench.scratch / "borg"
    environment = {"BORG_BASE_DIR": str(folder / "base"), "BORG_UNKNOWN_UNENCRYPTED_REPO_ACCESS_IS_OK": "yes"}

    def prepare() -> None:
        remove(folder)
        (folder / "base").mkdir(parents=True)
        bench.prepare([borg, "init", "-e", "none", folder / "repository"], environment)

    create = [borg, "create", "-C", "none", f"{folder}/repository::bench", source]
    return Side("borg create -C none", [create], prepare, environment)


def restic_side(bench: Bench, source: pathlib.Path):
    if not (restic := bench.peer("restic", "restic")):
        return None
    folder = bench.scratch / "restic"
    environment = {
        "RESTIC_REPOSITORY": str(folder / "repository"), "RESTIC_PASSWORD": "bench",
        "RESTIC_CACHE_DIR": str(folder / "cache"),
    }

    def prepare() -> None:
        remove(folder)
        folder.mkdir()
        bench.prepare([restic, "init"], environment)

    backup = [restic, "backup", "--compression", "off", source]
    return Side("restic backup --compression off", [backup], prepare, environment)


def verify_sides(bench: Bench) -> list:
    """Of what the last round of the take-in left: each side verifies its own store."""
    floor, store = bench.compile("floor.c", "-lcrypto", "-lpthread"), bench.scratch / "floor-store"
    sides = [Side("floor re-hash", [[floor, "rehash", store]])]
    if bench.has_dossier():
        sides.append(Side(VERIFY, [Dossier(bench.dossier, bench.scratch / "home").verify_log()]))
    bag = bench.scratch / "bag"
    if (bag / "bagit.txt").exists() and (bagit := bench.bagit()):
        sides.append(Side("bagit.py --validate --processes 2", [[bagit, "--validate", "--processes", "2", bag]]))
    return sides
