#!/usr/bin/env python3
"""Runs a pack's rules by two processors that are not Dossier's, and holds them to each other.

    check_rules.py PACK [--case CASEFILE.xml ...] [--rule ID ...] [--cases-only] [-v]

PACK is a folder of templates/jurisdictions. The rules are compiled by compile-rules.xsl and run by xsltproc; the same
rules.sch is run by lxml's isoschematron (the reference skeleton of ISO Schematron). Both must find the same, on the sound
cases in PACK/examples and on the case files given with all rules, and on each rule's worked examples with that rule: the
skeleton walks the whole tree for each rule, and all rules on all examples would take it half an hour. A sound case must be
sound; each rule must be asked at least once of a sound case, and find its examples and nothing else in them.
"""
import argparse, copy, pathlib, re, subprocess, sys, tempfile
from lxml import etree, isoschematron

C, SCH, LAW = "urn:dossier:casefile:1", "http://purl.oclc.org/dsdl/schematron", "urn:dossier:pack:1"
SVRL = "http://purl.oclc.org/dsdl/svrl"
NS = {"c": C, "sch": SCH, "law": LAW, "svrl": SVRL}


def words(text):
    return " ".join((text or "").split())


class Rules:
    def __init__(self, pack):
        self.pack = pack
        self.schema = etree.parse(str(pack / "rules.sch"))
        self.patterns = {}
        for include in self.schema.findall("sch:include", NS):
            pattern = etree.parse(str(pack / include.get("href"))).getroot()
            self.patterns[pattern.get("id")] = pattern
        self.work = tempfile.TemporaryDirectory()
        self.compiled = pathlib.Path(self.work.name) / "rules.xsl"
        self.compiled.write_bytes(run("xsltproc", pack.parent / "compile-rules.xsl", pack / "rules.sch"))

    def other(self, only=None):
        """The rules, or one of them, for isoschematron."""
        schema = copy.deepcopy(self.schema)
        for include in schema.findall("sch:include", NS):
            if only is None or pathlib.Path(include.get("href")).stem == only:
                pattern = copy.deepcopy(self.patterns[pathlib.Path(include.get("href")).stem])
                include.getparent().replace(include, pattern)
            else:
                include.getparent().remove(include)
        return isoschematron.Schematron(schema, store_report=True)

    def findings(self, tree, other, only=None):
        """By both processors: (assertion, record's path, text), sorted; and the contexts that xsltproc met."""
        path = pathlib.Path(self.work.name) / "case.xml"
        tree.write(str(path), encoding="UTF-8", xml_declaration=True)
        tree = etree.parse(str(path))
        report = etree.fromstring(run("xsltproc", self.compiled, path))
        ours, contexts = self.read(report, tree), set()
        active = None
        for node in report:
            if node.tag == f"{{{SVRL}}}active-pattern":
                active = node.get("id")
            elif node.tag == f"{{{SVRL}}}fired-rule":
                contexts.add(active)
        other.validate(tree)
        theirs = self.read(other.validation_report.getroot(), tree)
        if only is not None:
            theirs += [finding for finding in ours if rule_of(finding[0]) != only]
        return ours, sorted(theirs), contexts

    @staticmethod
    def read(report, tree):
        found = []
        for node in report.iter(f"{{{SVRL}}}failed-assert", f"{{{SVRL}}}successful-report"):
            location = node.get("location")
            place = tree.xpath(location, namespaces=NS)
            assert len(place) == 1, f"{node.get('id')}: {location} is not one place"
            place = place[0]
            path = tree.getpath(place) if etree.iselement(place) else str(place)
            found.append((node.get("id"), path, words(node.findtext("svrl:text", namespaces=NS))))
        return sorted(found)


def rule_of(assertion):
    return re.sub(r"\.[0-9]+$", "", assertion)


def run(*command):
    done = subprocess.run([str(word) for word in command], capture_output=True)
    if done.returncode != 0 or done.stderr:
        sys.exit(f"{command[0]}: {done.stderr.decode()[:2000]}")
    return done.stdout


def applied(tree, example):
    """A copy of the sound case, with what the example does to it."""
    tree = copy.deepcopy(tree)
    for change in example:
        if change.tag == f"{{{LAW}}}text":
            continue
        places = tree.xpath(change.get("at"), namespaces=NS)
        assert places, f"line {change.sourceline}: nothing is at {change.get('at')}"
        for place in places:
            if change.tag == f"{{{LAW}}}set":
                if etree.iselement(place):
                    place.text = change.text
                else:
                    place.getparent().set(place.attrname, change.text)
            elif change.tag == f"{{{LAW}}}remove":
                if etree.iselement(place):
                    place.getparent().remove(place)
                else:
                    del place.getparent().attrib[place.attrname]
            else:
                new = [copy.deepcopy(child) for child in change if isinstance(child.tag, str)]
                parent = place if change.get("where") == "into" else place.getparent()
                at = {"into": len(parent)}.get(change.get("where"))
                if at is None:
                    at = parent.index(place) + (change.get("where") == "after")
                parent[at:at] = new
    return tree


def main():
    options = argparse.ArgumentParser()
    options.add_argument("pack", type=pathlib.Path)
    options.add_argument("--case", action="append", default=[], type=pathlib.Path)
    options.add_argument("--rule", action="append", default=[])
    options.add_argument("--schema", type=pathlib.Path, help="casefile.xsd, to validate the records of every example")
    options.add_argument("--cases-only", action="store_true", help="no worked examples, only whole cases")
    options.add_argument("-v", action="store_true")
    options = options.parse_args()
    rules = Rules(options.pack.resolve())
    schema = etree.XMLSchema(etree.parse(str(options.schema))) if options.schema else None
    troubles = []

    everything = rules.other()

    def both(name, tree, only=None, before=None):
        other = everything if only is None else rules.other(only)
        ours, theirs, contexts = rules.findings(tree, other, only)
        for finding in sorted(set(ours) ^ set(theirs)):
            who = "xsltproc" if finding in ours else "isoschematron"
            troubles.append(f"{name}: only {who} finds {finding}")
        if schema is not None:
            known = {etree.tostring(record) for record in before.getroot().find("c:records", NS)} if before else set()
            for record in tree.getroot().find("c:records", NS):
                if record.tag == f"{{{C}}}superseded":
                    record = record[0]
                if etree.tostring(record) in known:
                    continue
                alone = etree.ElementTree(copy.deepcopy(record))
                if not schema.validate(alone):
                    troubles.append(f"{name}: {record.tag} {record.get('id')}: {schema.error_log[0].message}")
        return ours, contexts

    met, cases, sound = set(), {}, {}
    for path in sorted((rules.pack / "examples").glob("*.xml")):
        cases[path.stem] = etree.parse(str(path))
        sound[path.stem], contexts = both(path.stem, cases[path.stem])
        met |= contexts
        troubles += [f"{path.stem} is not sound: {finding}" for finding in sound[path.stem]]
    for name, pattern in rules.patterns.items():
        if options.cases_only or options.rule and name not in options.rule:
            continue
        if name not in met:
            troubles.append(f"{name}: no sound case has anything that it asks about")
        assertions = {node.get("id") for node in pattern.iter(f"{{{SCH}}}assert", f"{{{SCH}}}report")}
        fired = set()
        for number, example in enumerate(pattern.findall("law:rule/law:example", NS), 1):
            title = f"{name}, example {number}"
            if example.get("case") not in cases:
                troubles.append(f"{title}: there is no case {example.get('case')}")
                continue
            try:
                changed = applied(cases[example.get("case")], example)
            except (AssertionError, etree.XPathError) as error:
                troubles.append(f"{title}: {error}")
                continue
            ours, _ = both(title, changed, name, cases[example.get("case")])
            new = [finding for finding in ours if finding not in sound[example.get("case")]]
            if options.v:
                print(title, new)
            allowed = (example.get("also") or "").split()
            mine = {finding[0] for finding in new if rule_of(finding[0]) == name}
            fired |= mine
            if not mine:
                troubles.append(f"{title}: the rule does not find it")
            for finding in new:
                rule = rule_of(finding[0])
                if rule != name and rule not in allowed:
                    troubles.append(f"{title}: also found: {finding}")
        for assertion in sorted(assertions - fired):
            troubles.append(f"{name}: no example for {assertion}")
    for path in options.case:
        ours, _ = both(path.name, etree.parse(str(path)))
        print(f"{path.name}: {len(ours)} findings")
        for finding in ours:
            print("  ", *finding)
    for trouble in troubles:
        print("TROUBLE", trouble)
    print(f"{len(rules.patterns)} rules, {len(cases)} sound cases, {len(troubles)} troubles")
    sys.exit(1 if troubles else 0)


if __name__ == "__main__":
    main()
