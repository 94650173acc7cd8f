"""A case of 2,000 exhibits, 22,000 custody events, 300 statements and 20 accused with 10 charges each: checked, and proved."""

import pathlib
import subprocess
import zipfile

from dossier import Dossier
from harness import Bench, Side, Target, remove

CHECK = "dossier check"
RULES = "xsltproc, the pack's rules alone"
PROOF = "dossier proof, every --without"


def run(bench: Bench) -> None:
    if not bench.has_dossier():
        return
    maker = bench.dossier.with_name("bench-case")
    if not maker.exists():
        bench.say(f"skipped: the law ({maker} is not there; swift build -c release --product bench-case)")
        return
    home, exports = bench.scratch / "law-home", bench.scratch / "law-exports"
    remove(home, exports)
    bench.say("\nmaking a case of 2,000 exhibits, 22,000 custody events, 300 statements and 200 charges")
    bench.prepare([maker, home, "2000x11", "20", "10"], {})
    dossier = Dossier(bench.dossier, home, case="BENCH-1")
    sides, targets = [], [Target(CHECK, seconds=2)]
    xsltproc = bench.peer("xsltproc", "xsltproc")
    if xsltproc:
        bench.prepare(dossier.export(exports), {})
        with zipfile.ZipFile(next(exports.glob("*.asice"))) as archive:
            for name in ["data/casefile.xml", "data/rules/rules.xsl"]:
                archive.extract(name, exports)
        rules = [xsltproc, "--nonet", "-o", "/dev/null", exports / "data/rules/rules.xsl", exports / "data/casefile.xml"]
        sides.append(Side(RULES, [rules]))
    sides.append(Side(CHECK, [dossier.check()]))
    bench.compare("check that case: rules, custody, elements, clocks, words", sides, targets, warm=home)
    bench.compare(
        "its proof matrix: 200 trees, and what falls without each exhibit and each witness",
        [Side(PROOF, [dossier.proof()])], [Target(PROOF, seconds=0.5)], warm=home)
    parts = subprocess.run([maker, "proof", home, "BENCH-1"], capture_output=True, text=True)
    for line in parts.stdout.splitlines():
        bench.say(f"  {line}")
    remove(home, exports)
