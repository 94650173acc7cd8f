"""Exporting 2 GiB of evidence as a signed bundle, and verifying it."""

import pathlib
import shutil

import evidence
from dossier import Dossier
from harness import MIB, Bench, Side, Target, remove

EXPORT = "dossier export"
VERIFY = "dossier verify"


def run(bench: Bench) -> None:
    if not bench.has_dossier():
        return
    source = bench.scratch / "evidence"
    total = evidence.make(source)
    home, exports = bench.scratch / "bundle-home", bench.scratch / "bundle-exports"
    remove(home, exports)
    dossier = Dossier(bench.dossier, home)
    dossier.open_case()
    bench.say("taking the evidence in")
    bench.prepare(dossier.add_evidence(source), {})

    sides = [Side(EXPORT, [dossier.export(exports)], prepare=lambda: remove(exports))]
    if peer := seven_zip_and_bagit(bench, source):
        sides.append(peer)
    bench.compare(
        f"export {total / (1 << 30):.2f} GiB as a bundle", sides,
        [Target(EXPORT, against=side.name, ratio=1.0) for side in sides[1:]] + [Target(EXPORT, memory=100 * MIB)],
        warm=home / "vault")

    bundle = next(exports.glob("*.asice"))
    sides = [Side(VERIFY, [dossier.verify(bundle)])]
    if peer := seven_zip_and_bagit_check(bench, bundle):
        sides.append(peer)
    bench.compare(
        "verify it", sides,
        [Target(VERIFY, against=side.name, ratio=1.0) for side in sides[1:]] + [Target(VERIFY, memory=100 * MIB)],
        warm=exports)
    remove(home, exports, bench.scratch / "bundle-bag", bench.scratch / "bundle-unpacked")


def seven_zip_and_bagit(bench: Bench, source: pathlib.Path):
    """What one would do without Dossier: make a bag of the files, and put it into an archive."""
    seven_zip, bagit = bench.peer("7z", "p7zip-full"), bench.bagit()
    if not (seven_zip and bagit):
        return None
    bag, archive = bench.scratch / "bundle-bag", bench.scratch / "bundle-bag.zip"

    def prepare() -> None:
        remove(bag)
        archive.unlink(missing_ok=True)
        shutil.copytree(source, bag)

    return Side(
        "bagit.py + 7z a -mx0",
        [[bagit, "--sha256", "--processes", "2", bag], [seven_zip, "a", "-tzip", "-mx0", archive, bag]], prepare)


def seven_zip_and_bagit_check(bench: Bench, bundle: pathlib.Path):
    """And what the receiver would do: test the archive, and validate the bag that was unpacked from it."""
    seven_zip, bagit = bench.peer("7z", "p7zip-full"), bench.bagit()
    if not (seven_zip and bagit):
        return None
    unpacked = bench.scratch / "bundle-unpacked"
    remove(unpacked)
    bench.prepare([seven_zip, "x", f"-o{unpacked}", bundle], {})
    return Side(
        "7z t + bagit.py --validate --processes 2",
        [[seven_zip, "t", "-tzip", bundle], [bagit, "--validate", "--processes", "2", unpacked]])
