#!/usr/bin/env python3
"""Recomputes the Merkle root of a log from a bundle's casefile.xml alone, and checks who signed it.

    recompute_root.py casefile.xml

It shares nothing with Dossier: RFC 6962 as it is written, canonical XML by lxml or the xmllint command, Ed25519
by the openssl command. Exit status: 0 as it was signed, 1 not, 2 could not look.
"""
import base64, hashlib, subprocess, sys, tempfile
from xml.parsers import expat

GRAMMAR = "urn:dossier:casefile:1 "


def leaves_and_log(data):
    """The leaf hashes in document order, and what <log> says."""
    leaves, log, path = [], {}, []
    parser = expat.ParserCreate(namespace_separator=" ")

    def start(name, attributes):
        path.append((name.removeprefix(GRAMMAR), parser.CurrentByteIndex, attributes))
        if len(path) == 2 and path[1][0] == "log":
            log.update(attributes)

    def end(_):
        name, begin, attributes = path.pop()
        outer = [step[0] for step in path[1:]]
        if name == "withheld" and outer == ["records"]:
            leaves.append(bytes.fromhex(attributes["leaf"]))
        elif outer in (["records"], ["records", "superseded"]) and name != "superseded":
            record = data[begin : data.index(b">", parser.CurrentByteIndex) + 1]
            leaves.append(hashlib.sha256(b"\x00" + canonical(record)).digest())

    def text(content):
        if [step[0] for step in path[1:2]] == ["log"] and len(path) == 3:
            if path[2][0] == "key" and path[2][1] != log.get("key at"):
                log["key at"] = path[2][1]
                log.setdefault("keys", []).append("")
            if path[2][0] == "key":
                log["keys"][-1] += content
            else:
                log[path[2][0]] = log.get(path[2][0], "") + content

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    parser.Parse(data, True)
    return leaves, log


def canonical(record):
    """Exclusive C14N of a record, which declares its namespace itself."""
    try:
        from lxml import etree
        return etree.tostring(etree.fromstring(record), method="c14n", exclusive=True)
    except ImportError:
        return subprocess.run(["xmllint", "--nonet", "--exc-c14n", "-"], input=record, check=True, capture_output=True).stdout


def tree(leaves):
    """RFC 6962, section 2.1."""
    if len(leaves) < 2:
        return leaves[0] if leaves else hashlib.sha256().digest()
    half = 1 << (len(leaves) - 1).bit_length() - 1
    return hashlib.sha256(b"\x01" + tree(leaves[:half]) + tree(leaves[half:])).digest()


def signed(text, lines, vkey):
    """Whether one of the signature lines is by this key over the text (C2SP signed-note)."""
    name, key_id, material = vkey.split("+", 2)
    material = base64.b64decode(material)
    assert hashlib.sha256(name.encode() + b"\n" + material).hexdigest()[:8] == key_id and material[0] == 1, "the key's id"
    for line in lines:
        signature = base64.b64decode(line.split(" ")[2])
        if line.startswith(f"\u2014 {name} ") and signature[:4].hex() == key_id:
            with tempfile.NamedTemporaryFile() as key, tempfile.NamedTemporaryFile() as value, tempfile.NamedTemporaryFile() as note:
                for file, content in ((key, bytes.fromhex("302a300506032b6570032100") + material[1:]), (value, signature[4:]), (note, text.encode())):
                    file.write(content), file.flush()
                command = ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", key.name, "-rawin", "-in", note.name, "-sigfile", value.name]
                return subprocess.run(command, capture_output=True).returncode == 0
    return False


def main(path):
    with open(path, "rb") as file:
        leaves, log = leaves_and_log(file.read())
    root = tree(leaves)
    text, lines = log["checkpoint"].rsplit("\n\n", 1)
    origin, size, signed_root = (text + "\n").split("\n")[:3]
    # The office's cosigning key stands beside the log's own, which has the log's name.
    key = next((key for key in log["keys"] if key.split("+")[0] == origin), log["keys"][0])
    checks = {
        "size": str(len(leaves)) == log["size"] == size,
        "root": root.hex() == log["root"] == base64.b64decode(signed_root).hex(),
        "origin": origin == log["origin"] == key.split("+")[0],
        "signature": signed(text + "\n", lines.strip("\n").split("\n"), key),
    }
    print(f"{len(leaves)} leaves, root {root.hex()}")
    for name, good in checks.items():
        print(f"{name}: {'as it was signed' if good else 'NOT as it was signed'}")
    return 0 if all(checks.values()) else 1


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]))
    except Exception as error:
        print(f"could not look: {error!r}", file=sys.stderr)
        sys.exit(2)
