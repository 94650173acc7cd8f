"""A case of 100,000 exhibits and 500,000 custody events: its bundle verified, its log verified, one chain shown."""

import pathlib
import re
import subprocess
import zipfile

from dossier import Dossier
from harness import MIB, Bench, Side, Target, remove

EXHIBITS = 100_000
# With five events for each, a log of a million records.
LOG_EXHIBITS = 166_667
VERIFY = "dossier verify"
LOG = "dossier log --verify"
CHAIN = "dossier custody, one exhibit"


def run(bench: Bench) -> None:
    if not bench.has_dossier():
        return
    maker = bench.dossier.with_name("bench-case")
    if not maker.exists():
        bench.say(f"skipped: the large case ({maker} is not there; swift build -c release --product bench-case)")
        return
    home, exports = bench.scratch / "case-home", bench.scratch / "case-exports"
    make(bench, maker, home, EXHIBITS)
    dossier = Dossier(bench.dossier, home, case="BENCH-1")
    remove(exports)
    bench.say("exporting the case")
    bench.prepare(dossier.export(exports), {})
    bundle = next(exports.glob("*.asice"))
    verify_bundle(bench, dossier, bundle)
    bench.compare(
        "open that case and show one exhibit's chain", [Side(CHAIN, [dossier.chain(f"BX/{EXHIBITS // 2}")])],
        [Target(CHAIN, seconds=0.1)])
    remove(home, exports)

    home = bench.scratch / "log-home"
    make(bench, maker, home, LOG_EXHIBITS)
    verify_log(bench, Dossier(bench.dossier, home, case="BENCH-1"), home)
    remove(home)


def make(bench: Bench, maker: pathlib.Path, home: pathlib.Path, exhibits: int) -> None:
    remove(home)
    bench.say(f"\nmaking a case of {exhibits:,} exhibits and {5 * exhibits:,} custody events")
    bench.prepare([maker, home, str(exhibits)], {})


def verify_bundle(bench: Bench, dossier: Dossier, bundle: pathlib.Path) -> None:
    xmllint = bench.peer("xmllint", "libxml2-utils")
    sides = []
    if xmllint:
        with zipfile.ZipFile(bundle) as archive:
            casefile = pathlib.Path(archive.extract("data/casefile.xml", bench.scratch / "case-unpacked"))
            schema = archive.read("data/schema/casefile.xsd").decode()
        # libxml2 needs twenty seconds for a million keys; Dossier checks references by a table of its own.
        keyless = bench.scratch / "keyless.xsd"
        keyless.write_text(re.sub(r"<xs:(key|keyref|unique)\b.*?</xs:\1>", "", schema, flags=re.DOTALL))
        size = casefile.stat().st_size
        bench.say(f"its casefile.xml has {size / 1e6:.0f} MB")
        sides.append(
            Side(
                "xmllint --stream --schema",
                [[xmllint, "--nonet", "--noout", "--stream", "--schema", keyless, casefile]]))
    sides.append(Side(VERIFY, [dossier.verify(bundle)]))
    bench.compare(
        "verify the bundle: signature, schema, references, custody rules, Merkle root", sides,
        [Target(VERIFY, against="xmllint --stream --schema", ratio=1.5), Target(VERIFY, memory=400 * MIB)],
        warm=bundle.parent)
    remove(bench.scratch / "case-unpacked")


def verify_log(bench: Bench, dossier: Dossier, home: pathlib.Path) -> None:
    scan = bench.compile("scan.c", "-lsqlite3")
    records = int(subprocess.run([scan, home / "store.sqlite"], check=True, capture_output=True, text=True).stdout)
    bench.compare(
        f"verify a log of {records:,} records",
        [Side("plain SQLite scan", [[scan, home / "store.sqlite"]]), Side(LOG, [dossier.verify_log()])],
        [Target(LOG, against="plain SQLite scan", ratio=2.5)], warm=home)
