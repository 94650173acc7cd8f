#!/usr/bin/env python3
"""Breaks the sample case in forty ways that real files fail, and looks whether the readiness check notices.

Each break is one careless act, made by replacing text in the drafts of a copy of templates/sample; the copy is then
carried out with `dossier demo`, and what `dossier check` says is compared with what it says of the unbroken case. A
break is found if one of the rules that it names reports something new, or if the demo refuses the draft (grammar or
custody) before any rule is asked. A break that no rule should find would name none; it would be run all the same.

    DOSSIER=.build/debug/dossier python3 Tests/LawTests/break_sample.py            # all, about ten minutes
    DOSSIER=.build/debug/dossier python3 Tests/LawTests/break_sample.py 5 14 seal  # by number, or by part of a name
    ... --verbose      every new finding with its text
    ... --apply-only   only whether each break still finds its place in the drafts (seconds; needs no program)
    ... --jobs 2       how many at once

Exit status: 0; 1 where a findable break was not found, or where a break no longer finds its place in the drafts.
Python 3, standard library only.
"""
import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CASE = "AHTU-MDD-2026-117"
AS_OF = "2026-05-08"


class Lost(Exception):
    """The place that a break wants to change is not in the drafts."""


class Sample:
    """The drafts of one copy of the sample, changed by text."""

    def __init__(self, folder):
        self.files = sorted((folder / "records").glob("*.xml"))
        self.texts = {f: f.read_text(encoding="utf-8") for f in self.files}

    def save(self):
        for file, text in self.texts.items():
            file.write_text(text, encoding="utf-8")

    def draft(self, kind, holds, change):
        """Gives every draft of a kind that holds all the texts to `change`, which answers with the new text."""
        hits = 0

        def visit(match):
            nonlocal hits
            block = match.group(0)
            if all(text in block for text in holds):
                hits += 1
                return change(block)
            return block

        pattern = re.compile(r"^  <%s(?: label=\"[^\"]*\")?>\n.*?^  </%s>\n" % (kind, kind), re.S | re.M)
        for file in self.files:
            self.texts[file] = pattern.sub(visit, self.texts[file])
        if not hits:
            raise Lost("no draft of %s with %s" % (kind, " and ".join(holds)))

    def replace(self, kind, holds, *pairs):
        """In each such draft, replaces the first text of each pair by the second, everywhere in the draft."""
        def change(block):
            for old, new in pairs:
                if old not in block:
                    raise Lost("no %r in the draft of %s" % (old, kind))
                block = block.replace(old, new)
            return block
        self.draft(kind, holds, change)

    def cut(self, kind, holds, *patterns):
        """In each such draft, cuts out what matches each pattern (dot matches newline)."""
        def change(block):
            for pattern in patterns:
                block, count = re.subn(pattern, "", block, flags=re.S)
                if not count:
                    raise Lost("nothing like %r in the draft of %s" % (pattern, kind))
            return block
        self.draft(kind, holds, change)

    def insert(self, kind, holds, before, text):
        self.replace(kind, holds, (before, text + before))

    def remove(self, kind, *holds):
        self.draft(kind, holds, lambda block: "")

    def after(self, kind, holds, text):
        self.draft(kind, holds, lambda block: block + text)


BREAKS = []


def breaks(group, did, notice, *rules):
    """A break: the group, what the tired officer did, what a good reviewer must notice, the rules that find it."""
    def add(function):
        BREAKS.append((function.__name__.replace("_", "-"), group, did, notice, rules, function))
        return function
    return add


# Dates and clocks

@breaks("dates", "The arrested man is brought before the magistrate at 21:30 the next evening.",
        "25 hours and 25 minutes after the arrest, with a journey of 25 minutes: over 24 hours (BNSS s.58).",
        "produced-within-24-hours")
def produced_late(s):
    s.replace("arrest", ['<accused to="A1"/>'], ("<at>2026-03-14T13:30:00+05:30</at>", "<at>2026-03-14T21:30:00+05:30</at>"),
              ("<from>2026-03-14T13:50:00+05:30</from>", "<from>2026-03-14T21:50:00+05:30</from>"))


@breaks("dates", "Types 2025 for 2026 on the landlord's statement.",
        "A statement in the case is a year older than the first information.",
        "statement-before-information")
def statement_of_last_year(s):
    s.replace("statement", ['<maker to="Tarak Nath Chongdar"/>'], ("2026-03-15T10:50", "2025-03-15T10:50"), ("2026-03-15T11:35", "2025-03-15T11:35"))


@breaks("dates", "Writes the grounds for a search without warrant when back from the flat's door, at 18:05.",
        "The grounds were recorded after the entry at 17:40 (BNSS s.185(1), ITPA s.15(1)).",
        "grounds-recorded-before-entry")
def grounds_after_entry(s):
    s.replace("search", ['<place to="Flat 3B"/>'], ("<groundsRecordedAt>2026-03-13T17:05", "<groundsRecordedAt>2026-03-13T18:05"))
    s.replace("document", ["GDE 412/2026 AHTU"], ("2026-03-13T17:05", "2026-03-13T18:05"))


@breaks("dates", "Types 23:22 for 19:22 as the time at which KT-8 was seized.",
        "The article was taken two hours after the search ended, and its chain says 19:22.",
        "seized-outside-search")
def seized_after_the_search(s):
    s.replace("exhibit", ["<mark>KT-8</mark>"], ("<seizedAt>2026-03-13T19:22", "<seizedAt>2026-03-13T23:22"))


@breaks("dates", "Writes up the landlord's statement from memory: 16:10 to 16:50 at the office.",
        "From 16:00 to 16:35 the same officer was recording the caretaker in Shaluk Pukur Lane.",
        "recorder-in-two-places")
def in_two_places(s):
    s.replace("statement", ['<maker to="Tarak Nath Chongdar"/>'], ("2026-03-15T10:50", "2026-03-15T16:10"), ("2026-03-15T11:35", "2026-03-15T16:50"))


@breaks("dates", "Types 2024 for 2026 as the beginning of A3's count of trafficking.",
        "On 8 February 2024 the BNS was not in force; the count begins two years before the girl came.",
        "charge-spans-new-law")
def charge_before_the_law(s):
    s.replace("charge", ['<accused to="A3"/>', "<offence>bns-143-4</offence>"], ("<from>2026-02-08", "<from>2024-02-08"))


# Missing papers

@breaks("papers", "Never puts the order that makes the inspector a Special Police Officer on the file.",
        "A search under ITPA s.15(1) led by an officer who is not shown to be a special police officer.",
        "search-led-by-special-officer")
def no_special_police_officer(s):
    s.cut("person", ["<serviceNumber>MDD-I-0041</serviceNumber>"], r"    <appointment>.*</appointment>\n")


@breaks("papers", "Sends the hairbrush to the laboratory without a road certificate.",
        "KT-10 went by hand of a constable for two hours with no paper.",
        "transfer-without-road-certificate")
def no_road_certificate(s):
    s.cut("custodyEvent", ['<exhibit to="KT-10"/>', "<event>transfer-out</event>", "2026-03-16"], r'    <document to="RC 36/2026"/>\n')


@breaks("papers", "Has the absent manager proclaimed though the notice to him was never served.",
        "The notice AHTU/MDD/236 has no service on record, yet he counts as absconding (BNSS ss.35(3), 84).",
        "notice-not-served")
def notice_never_served(s):
    s.cut("document", ["<number>AHTU/MDD/236</number>"], r"    <delivery>.*</delivery>\n")


@breaks("papers", "Loses the statement of the second witness of the search.",
        "PW7 is on the list of witnesses, and nothing that he would say has been supplied (BNSS ss.193(6), 230).",
        "witness-heard-late")
def witness_without_statement(s):
    s.remove("statement", '<maker to="Sk. Nasiruddin"/>')
    try:
        s.remove("proof", "Nasiruddin's statement")
    except Lost:
        pass
    try:
        s.remove("translation", "Nasiruddin's statement")
    except Lost:
        pass


# Wrong persons

@breaks("persons", "Has the girl examined by the doctor who is on duty, a man.",
        "A girl child was examined by a man (POCSO s.27(2)).",
        "victim-examination")
def girl_examined_by_a_man(s):
    s.replace("examination", ['<examinee to="Jonaki"/>'], ('<examiner to="Paramita Kar"/>', '<examiner to="Subir Bera"/>'))


@breaks("persons", "Takes the NGO's field worker, on whose watching the case rests, as independent witness of the search.",
        "He works for the informant's body and is not of the locality: not independent (BNSS s.103(4), ITPA s.15(2)).",
        "search-witness-independent")
def helper_as_independent_witness(s):
    s.replace("search", ['<place to="Flat 3B"/>'], ('<person to="Sk. Nasiruddin"/>', '<person to="Kabir Anwar Molla"/>'))


@breaks("persons", "Lets a constable of the raiding party attest the arrest memo.",
        "It wants a relative or a respectable person of the locality (BNSS s.36(b)(i)).",
        "arrest-memo-witness")
def memo_attested_by_constable(s):
    s.replace("arrest", ['<accused to="A1"/>'], ('<person to="Gouri Rani Haldar"/>', '<person to="Sharmistha Oraon"/>'))


# Seals and custody

@breaks("custody", "The laboratory's list says seal AM 004140 for AM 004104.",
        "The seal that the laboratory saw is not the seal under which KT-4 was sent.",
        "laboratory-seal-differs")
def seal_number_slip(s):
    s.replace("examination", ["<laboratoryNumber>RFSL/CY/2026/0291</laboratoryNumber>"], ("<seal>AM 004104</seal>", "<seal>AM 004140</seal>"))


@breaks("custody", "Keeps the brass seal in his own pocket after sealing.",
        "The officer who seized holds the seal: he could open and close the packets at will.",
        "seal-used-in-search")
def seal_kept_by_seizing_officer(s):
    s.replace("search", ['<place to="Flat 3B"/>'], ('<holder to="Partha Pratim Laha"/>', '<holder to="Debashis Kundu"/>'))
    s.replace("custodyEvent", ['<sealHolder to="Partha Pratim Laha"/>'], ('<sealHolder to="Partha Pratim Laha"/>', '<sealHolder to="Debashis Kundu"/>'))
    s.cut("document", ["<number>SS 117/1</number>"], r"    <delivery>.*</delivery>\n")


@breaks("custody", "Forgets to have the cash entered in the malkhana.",
        "48 500 rupees are with nobody from 13 to 21 March.",
        "custody.not-deposited")
def cash_never_deposited(s):
    s.remove("custodyEvent", '<exhibit to="KT-5"/>', "<event>deposit</event>", "2026-03-13T22")


@breaks("custody", "Writes 79 notes for 97 at the seizure.",
        "The count of KT-5 at the seizure is not the count of the list and of the exhibit.",
        "quantity-differs-from-custody")
def cash_miscounted(s):
    s.replace("custodyEvent", ['<exhibit to="KT-5"/>', "<event>seize</event>"], ("<amount>97</amount>", "<amount>79</amount>"))


@breaks("copies", "Starts the recording when the padlock is already off, at 18:20.",
        "The entry, the lock and the finding of the girl are not on it (BNSS s.105), and no reason is given.",
        "recording-late-and-cut-short")
def recording_starts_late(s):
    s.replace("search", ['<place to="Flat 3B"/>'], ("<startedAt>2026-03-13T17:38:02", "<startedAt>2026-03-13T18:20:02"))


# Ages and languages

@breaks("ages", "Writes 16 as the girl's age at the head of the magistrate's statement.",
        "The police statement says 14, the Committee's order says 14.",
        "age-in-statement-differs")
def two_ages(s):
    s.replace("statement", ["<kind>s183-statement</kind>", '<maker to="Jonaki"/>'], ("<makerAge>14</makerAge>", "<makerAge>16</makerAge>"))


@breaks("languages", "Hands the grounds of arrest over in English.",
        "The man speaks Bengali only (Constitution Art.22(1), Mihir Rajesh Shah).",
        "grounds-understood")
def grounds_in_english(s):
    s.replace("arrest", ['<accused to="A1"/>'], ("<inWriting>true</inWriting>\n      <language>bn</language>", "<inWriting>true</inWriting>\n      <language>en</language>"))
    s.replace("document", ["<number>GA 117/1</number>"], ("<language>bn</language>", "<language>en</language>"))


@breaks("languages", "Has the magistrate's statement of a woman who speaks Hindi written in Bengali, and forgets the interpreter.",
        "Nobody is shown to have interpreted between what was said and what was written (BNSS s.183, BNSS s.310 by analogy).",
        "statement-language-understood")
def no_interpreter(s):
    s.cut("statement", ["<kind>s183-statement</kind>", '<maker to="Sitara"/>'], r"    <interpreter>.*</interpreter>\n")
    s.replace("statement", ["<kind>s183-statement</kind>", '<maker to="Sitara"/>'], ("<languageWritten>hi</languageWritten>", "<languageWritten>bn</languageWritten>"))


@breaks("languages", "The translator leaves out paragraph 4, which is about the key.",
        "The translation has a paragraph less than the statement.",
        "translation-incomplete")
def translation_with_a_gap(s):
    s.cut("translation", ["<statement to=\"Jonaki, magistrate's statement\"/>"], r"    <paragraph><number>4</number>[^\n]*</paragraph>\n")


# The list of witnesses

@breaks("witnesses", "Leaves the constable who carried every packet off the list of witnesses.",
        "A link of the chain cannot be proved.",
        "custodian-not-listed")
def carrier_off_the_list(s):
    s.remove("party", '<person to="Bikash Sardar"/>')


@breaks("witnesses", "Gives PW7 to two witnesses.",
        "Two witnesses with one number, and none with the number 8.",
        "witness-number-twice")
def one_number_for_two(s):
    s.replace("party", ['<person to="Tarak Nath Chongdar"/>'], ("<witnessNumber>PW8</witnessNumber>", "<witnessNumber>PW7</witnessNumber>"))


# Certificates and copies

@breaks("certificates", "Signs Part A for the image of the drive on 20 March.",
        "The copy that it certifies was made on 25 March.",
        "certificate-before-copy")
def certified_before_copied(s):
    s.replace("certificate", ['<exhibit to="KT-4.1"/>', "<part>part-a</part>"], ("2026-04-10T16:00", "2026-03-20T16:00"))


@breaks("certificates", "Uses the old form: Part A of the bank under section 65B of the Evidence Act.",
        "The Evidence Act is repealed since 1 July 2024; it is BSA s.63(4)(c).",
        "certificate-under-repealed-act")
def certificate_under_the_old_act(s):
    s.replace("certificate", ['<exhibit to="DC-1"/>', "<part>part-a</part>"], ("<act>BSA</act><section>63(4)(c)</section>", "<act>IEA</act><section>65B(4)</section>"))


@breaks("certificates", "Types one digit of the digest in the operator's certificate wrongly.",
        "The certificate's digest is not that of call-records.csv.",
        "certificate-hash-differs")
def digest_slip(s):
    s.replace("certificate", ['<exhibit to="DC-2"/>', "<part>part-a</part>"], ("6cb7ec22418c39d4", "6cb7ec22418c39d9"))


@breaks("certificates", "Swaps two digits of the IMEI in Part A for KT-1.3.",
        "The certified device is not the seized one.",
        "device-particulars-differ")
def certificate_for_another_phone(s):
    s.replace("certificate", ['<exhibit to="KT-1.3"/>', "<part>part-a</part>"], ("000000110011701", "000000110011710"))


# Disclosure

@breaks("disclosure", "Marks the padlock as unused.",
        "KT-9 is among the proofs, and the accused gets no copy or description of it.",
        "proof-by-unused-exhibit")
def proof_marked_unused(s):
    s.replace("exhibit", ["<mark>KT-9</mark>"], ("<status>relied-on</status>", "<status>unused</status>"))


@breaks("disclosure", "Marks the caretaker's statement, which helps A1, as sensitive.",
        "What helps the defence is held back without a reason (BNSS s.230; Manoj v. State of M.P.).",
        "defence-material-withheld")
def favourable_statement_held_back(s):
    s.replace("statement", ['<maker to="Bhola Prasad Rout"/>'], ("<status>relied-on</status>", "<status>sensitive</status>"))


# Charges

@breaks("charges", "Charges A2 under section 370(4) of the Penal Code, from the old form.",
        "For acts of 2026 it is the BNS; the provision does not fit the offence.",
        "charge-under-repealed-law")
def charged_under_the_penal_code(s):
    s.replace("charge", ['<accused to="A2"/>', "<offence>bns-143-4</offence>"], ("<act>BNS</act><section>143(4)</section>", "<act>IPC</act><section>370(4)</section>"))


@breaks("charges", "Puts V2, a woman of 22 to 28, under the count of trafficking of a child.",
        "The victim of a count for a child is an adult.",
        "proof.age-contradicts")
def adult_in_a_childs_count(s):
    s.replace("charge", ['<accused to="A3"/>', "<offence>bns-143-4</offence>"], ('<victim to="V1"/>', '<victim to="V2"/>'))


@breaks("managers", "Writes of the absent manager only that he 'along with others' did it, and no role.",
        "An omnibus charge: what A3 himself did is nowhere said.",
        "accused-without-role")
def manager_without_a_role(s):
    s.cut("party", ["<code>A3</code>"], r"    <allegedRole[^\n]*</allegedRole>\n")
    s.cut("charge", ['<accused to="A3"/>'], r"    <allegedRole[^\n]*</allegedRole>\n")
    s.draft("charge", ['<accused to="A3"/>'], lambda b: re.sub(r"<particulars language=\"en\">[^\n]*</particulars>",
            '<particulars language="en">That he along with others committed the offence.</particulars>', b))


# Duplicates and typing slips

@breaks("duplicates", "Copies the IMEI of the first phone into the entry of the second.",
        "Two seized phones have one IMEI.",
        "device-number-twice")
def one_imei_for_two_phones(s):
    s.replace("exhibit", ["<mark>KT-2</mark>"], ("000000220023402", "000000110011701"))


@breaks("duplicates", "Writes FIR 171/2026 for 117/2026 among the case's numbers.",
        "The FIR has two numbers.",
        "fir-number-differs")
def two_fir_numbers(s):
    s.replace("case", ["<kind>fir</kind>"], ("<value>117/2026</value>", "<value>171/2026</value>"))


# Names

@breaks("names", "Writes father, village and telephone into the entry of the girl.",
        "Kin and home of a child victim stand outside the sealed cover (POCSO s.33(7), BNS s.72, JJ s.74).",
        "identity-shown")
def home_of_the_girl(s):
    s.insert("person", ["<pseudonym>Jonaki</pseudonym>"], "    <supportNeed",
             '    <parentOrSpouse language="en">Daughter of Haripada N.</parentOrSpouse>\n'
             '    <address><line language="en">Ferry Ghat Para</line><town language="en">Nonagaon</town><country>IN</country></address>\n'
             '    <contact><kind>telephone</kind><value>+91 00000 00777</value></contact>\n')


@breaks("names", "Lets the girl's mother's telephone number and her school into a statement.",
        "A free text that a search can find: a telephone number in the statement of a protected person.",
        "number-in-protected-statement")
def telephone_in_a_statement(s):
    s.replace("statement", ["<kind>s180</kind>", '<maker to="Jonaki"/>'],
              ("আমাকে কোনো টাকা দেওয়া হয়নি।", "আমাকে কোনো টাকা দেওয়া হয়নি। মায়ের নম্বর 00000 00778, আমি নোনাগাঁও বালিকা বিদ্যালয়ে পড়ি।"))


# Statements

@breaks("statements", "Has the landlord sign his statement to the police.",
        "A statement under BNSS s.180 is not to be signed (s.181(1)).",
        "s180-unsigned")
def police_statement_signed(s):
    s.draft("statement", ['<maker to="Tarak Nath Chongdar"/>'], lambda b: b.replace("  </statement>\n",
            "    <signature><means>paper-signature</means><at>2026-03-15T11:35:00+05:30</at><signatory to=\"Tarak Nath Chongdar\"/></signature>\n  </statement>\n"))


@breaks("statements", "Records the arrested man's confession in the lock-up and relies on it.",
        "A confession to a police officer is not to be proved (BSA s.23).",
        "accused-statement-to-police")
def confession_to_the_police(s):
    s.after("statement", ['<maker to="Bhola Prasad Rout"/>'], """  <statement label="A1, police statement">
    <kind>s180</kind>
    <maker to="Sanjib Kayal"/>
    <recorder to="Mousumi Sanyal"/>
    <place to="PS Madhubandighi"/>
    <startedAt>2026-03-15T18:05:00+05:30</startedAt>
    <endedAt>2026-03-15T18:30:00+05:30</endedAt>
    <languageSpoken>bn</languageSpoken>
    <languageWritten>en</languageWritten>
    <paragraph><number>1</number><text language="en">I confess that I kept the girl locked in, on the orders of Moli and Raja Bhai, and I am sorry for it.</text></paragraph>
    <disclosure><status>relied-on</status></disclosure>
  </statement>
""")


@breaks("statements", "Forgets to note who was with the girl before the magistrate.",
        "No parent or person of her trust was present (POCSO s.26(1)).",
        "child-heard-with-trusted-person")
def alone_before_the_magistrate(s):
    s.cut("statement", ["<kind>s183-statement</kind>", '<maker to="Jonaki"/>'], r"    <present>[^\n]*</present>\n")


# Running

def run(program, arguments, templates):
    environment = dict(os.environ, DOSSIER_TEMPLATES=str(templates))
    return subprocess.run([str(program), *arguments], env=environment, capture_output=True, text=True)


def carry_out(program, work, templates):
    """Makes the case of these templates: nothing and the findings, or the refusal and none."""
    home, place = work / "home", work / "out"
    made = run(program, ["--home", str(home), "demo", "--to", str(place)], templates)
    # What the demo refuses it leaves half recorded; the bundle is what it makes last.
    if not place.exists():
        lines = [line.strip() for line in made.stderr.splitlines() if line.strip()]
        return " ".join(lines[:2]), []
    checked = run(program, ["--home", str(home), "check", CASE, "--as-of", AS_OF, "--json"], templates)
    return None, json.loads(checked.stdout)["findings"]


def key(finding):
    text = re.sub(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}", "ID", finding.get("text", ""))
    return finding["rule"], finding.get("kind", ""), finding.get("name", ""), text


def main():
    parser = argparse.ArgumentParser(description="Break the sample case and see what the check finds.")
    parser.add_argument("which", nargs="*")
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--apply-only", action="store_true")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    templates = ROOT / "templates"
    program = Path(os.environ.get("DOSSIER", ROOT / ".build/debug/dossier")).resolve()
    chosen = [(n, b) for n, b in enumerate(BREAKS, 1)
              if not options.which or any(w == str(n) or (not w.isdigit() and w in b[0]) for w in options.which)]
    with tempfile.TemporaryDirectory(prefix="break-sample-") as scratch:
        scratch = Path(scratch)
        shutil.copytree(templates, scratch / "base/templates")
        base = set()
        if not options.apply_only:
            refusal, findings = carry_out(program, scratch / "base", scratch / "base/templates")
            if refusal:
                print("The unbroken sample is refused: " + refusal, file=sys.stderr)
                return 2
            base = {key(f) for f in findings}
            print("%d findings in the unbroken case" % len(findings), flush=True)

        def one(item):
            number, (name, _, _, _, rules, function) = item
            work = scratch / name
            shutil.copytree(templates, work / "templates")
            sample = Sample(work / "templates/sample")
            try:
                function(sample)
            except Lost as lost:
                return number, "lost", str(lost), []
            if options.apply_only:
                return number, "applied", "", []
            sample.save()
            refusal, findings = carry_out(program, work, work / "templates")
            shutil.rmtree(work)
            if refusal:
                return number, "refused", refusal, []
            fresh = [f for f in findings if key(f) not in base]
            hits = sorted({f["rule"] for f in fresh} & set(rules))
            if hits:
                return number, "found", ", ".join(hits), fresh
            return number, ("other" if fresh else "missed"), ", ".join(sorted({f["rule"] for f in fresh})), fresh

        bad = 0
        with ThreadPoolExecutor(options.jobs) as pool:
            for number, outcome, detail, fresh in pool.map(one, chosen):
                name, group, did, notice, rules, _ = BREAKS[number - 1]
                failed = outcome == "lost" or (rules and outcome in ("missed", "other"))
                bad += bool(failed)
                print("%2d  %-8s %-12s %-32s %s" % (number, outcome + ("!" if failed else ""), group, name, detail), flush=True)
                if options.verbose:
                    print("      did:    %s\n      notice: %s" % (did, notice))
                    for f in fresh:
                        print("      new:    %s [%s] %s: %s" % (f["rule"], f["severity"], f.get("name", ""), f["text"]))
                    sys.stdout.flush()
    print("%d breaks, %d not as they should be" % (len(chosen), bad))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
