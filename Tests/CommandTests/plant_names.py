#!/usr/bin/env python3
"""Hide a protected person's name where somebody would hide it who wants it to slip through.

    plant_names.py FOLDER

writes one file to each hiding place into FOLDER/planted and ordinary papers without any name into FOLDER/neutral, and
prints a manifest in JSON. Whoever writes the scanner does not look in here for what to search: that is the point.

Every person, place and number is invented. Python's standard library makes most files; what needs one of Debian's
tools (qpdf, exiftool, ImageMagick, 7z, gpg, openssl) is left out, and said so in the manifest, where there is none.
"""

import base64
import bz2
import gzip
import io
import json
import lzma
import os
import plistlib
import quopri
import random
import shutil
import sqlite3
import struct
import subprocess
import sys
import tarfile
import tempfile
import unicodedata
import urllib.parse
import zipfile
import zlib
from pathlib import Path

NAME = "Zulekha Barqandaz-Mirdha"
FIRST, LAST = "Zulekha", "Barqandaz-Mirdha"
BENGALI = "জুলেখা বরকন্দাজ-মির্ধা"
HINDI = "ज़ुलेखा बरक़ंदाज़-मिर्धा"
NICKNAME = "Jhumpuri"
MOTHER = "Rokshanara Barqandaz"
SCHOOL = "Shaplakanan Balika Vidyalaya"
PHONE = "+91 98300 55512"
BORN = "2010-08-19"

#: How the identity is given to the command: the spellings of the kin, the nickname and the school are in Latin only.
IDENTITY = {
    "pseudonym": "Banyan",
    "names": ["en:" + NAME, "bn:" + BENGALI, "hi:" + HINDI],
    "nicknames": [NICKNAME],
    "birthDate": BORN,
    "kin": ["mother=" + MOTHER],
    "schools": [SCHOOL],
    "phones": [PHONE],
}

#: What no output may contain, whatever its case and form.
UNSPEAKABLE = (
    "zulekha", "barqandaz", "mirdha", "jhumpuri", "rokshanara", "shaplakanan", "9830055512", "98300 55512",
    "98300-55512", BORN, "19.08.2010", "জুলেখা", "বরকন্দাজ", "মির্ধা", "ज़ुलेखा", "बरक़ंदाज़", "मिर्धा", "जुलेखा",
    "ঝুমপুরি", "রোকশানারা",
)

FOUND, FOUND_OR_NOT = "found", "found-or-not-searched"
PLANTS = []


class NoTool(Exception):
    """A Debian tool that is not here."""


def plant(file, place, expected=FOUND):
    def register(make):
        PLANTS.append((file, place, expected, make))
        return make

    return register


def put(file, place, content, expected=FOUND):
    PLANTS.append((file, place, expected, content if callable(content) else lambda: content))


def utf8(text):
    return text.encode() if isinstance(text, str) else text


def run(*command, **options):
    if not shutil.which(command[0]):
        raise NoTool(command[0])
    done = subprocess.run([str(word) for word in command], capture_output=True, **options)
    if done.returncode not in (0, 3 if command[0] == "qpdf" else 0):
        raise RuntimeError(f"{command[0]}: {done.stderr.decode(errors='replace')[:300]}")
    return done.stdout


def through(suffix, content, *command, out=None):
    """What a tool makes of a file: IN and OUT stand for the names in the command."""
    with tempfile.TemporaryDirectory() as folder:
        first, second = Path(folder, "in" + suffix), Path(folder, "out" + (out or suffix))
        first.write_bytes(content)
        run(*[{"IN": first, "OUT": second}.get(word, word) for word in command], cwd=folder)
        return (second if second.exists() else first).read_bytes()


# ---------------------------------------------------------------------------------------------------------- plain text

BEFORE, AFTER = "Seen on the landing, about ten at night: ", ". The lamp was lit, and the door stood open.\n"


def said(text):
    return BEFORE + text + AFTER


def swap(text, table):
    return "".join(table.get(c, c) for c in text)


def fullwidth(text):
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


CYRILLIC = {"a": "а", "e": "е", "k": "к", "h": "һ", "B": "В", "M": "М", "i": "і"}
BOLD = {chr(65 + i): chr(0x1D400 + i) for i in range(26)} | {chr(97 + i): chr(0x1D41A + i) for i in range(26)}
CIRCLED = {chr(65 + i): chr(0x24B6 + i) for i in range(26)} | {chr(97 + i): chr(0x24D0 + i) for i in range(26)}
BENGALI_DIGITS = str.maketrans("0123456789", "০১২৩৪৫৬৭৮৯")
HINDI_DIGITS = str.maketrans("0123456789", "०१२३४५६७८९")
LITTLE = {"h": "ʰ", "k": "ᵏ"}

for file, place, text in (
    ("t01.txt", "zero-width spaces between the letters", "\u200b".join(NAME)),
    ("t02.txt", "zero-width joiners and word joiners between the letters", "\u200d\u2060".join(NAME)),
    ("t03.txt", "soft hyphens within the name", "Zu\u00adle\u00adkha Bar\u00adqan\u00addaz-Mir\u00addha"),
    ("t04.txt", "fullwidth letters", fullwidth(NAME)),
    ("t05.txt", "Cyrillic letters that look like Latin ones", swap(NAME, CYRILLIC)),
    ("t06.txt", "combining accents on the letters (NFD)", unicodedata.normalize("NFD", "Zulékhā Bārqandāz-Mirdhā")),
    ("t07.txt", "mathematical bold letters", swap(NAME, BOLD)),
    ("t08.txt", "circled letters", swap(NAME, CIRCLED)),
    ("t09.txt", "written backwards under a right-to-left override", "\u202e" + NAME[::-1] + "\u202c"),
    ("t10.txt", "spaced letters", " ".join(FIRST)),
    ("t11.txt", "spaced letters, the whole name in capitals", "  ".join(" ".join(w) for w in NAME.upper().split())),
    ("t12.txt", "broken at the line's end with a hyphen", "Zule-\nkha Barqandaz-\nMirdha"),
    ("t13.txt", "first name and surname on two lines", f"{FIRST}\n      {LAST}"),
    ("t14.txt", "reversed with a comma", "Barqandaz-Mirdha, Zulekha"),
    ("t15.txt", "initial and surname", "Z. Barqandaz-Mirdha"),
    ("t16.txt", "two initials and the last part of the surname, with an honorific", "Ms. Z.B. Mirdha"),
    ("t17.txt", "misspelt by a letter", "Zuleka Barqandaz-Mirdha"),
    ("t18.txt", "two letters exchanged", "Zulehka Barqnadaz Mirdha"),
    ("t19.txt", "the first name only, misspelt by a letter", "Zulekkha"),
    ("t20.txt", "letters replaced by digits", "Zu1ekha 8arqandaz-M1rdha"),
    ("t21.txt", "in one word with underscores", "zulekha_barqandaz_mirdha"),
    ("t22.txt", "a hashtag in one word", "#JusticeForZulekhaBarqandaz"),
    ("t23.txt", "an account's handle in small letters and digits", "@zulekhabarqandaz2010"),
    ("t24.txt", "the nickname in capitals with an honorific", "JHUMPURI DIDI"),
    ("t25.txt", "the mother, given in Latin, in Bengali letters", "রোকশানারা বরকন্দাজ"),
    ("t26.txt", "the nickname, given in Latin, in Bengali letters", "ঝুমপুরি"),
    ("t27.txt", "the mother, given in Latin, in Hindi letters", "रोक्शानारा बरकंदाज"),
    ("t28.txt", "the school in Bengali letters", "শাপলাকানন বালিকা বিদ্যালয়"),
    ("t29.txt", "the Bengali spelling, inflected", "বাড়িতে জুলেখাকে দেখেছি"),
    ("t30.txt", "the Bengali spelling in full", BENGALI),
    ("t31.txt", "the Bengali spelling with zero-width non-joiners", "\u200c".join(BENGALI)),
    ("t32.txt", "the Hindi spelling without the dots under the letters", "जुलेखा बरकंदाज मिर्धा"),
    ("t33.txt", "the Hindi spelling with combining dots (NFD)", unicodedata.normalize("NFD", HINDI)),
    ("t34.txt", "the surname's other usual spelling", "Julekha Barkandaj Mridha"),
    ("t35.txt", "the telephone number in Bengali digits", "৯৮৩০০ ৫৫৫১২"),
    ("t36.txt", "the telephone number in Hindi digits", PHONE.translate(HINDI_DIGITS)),
    ("t37.txt", "the telephone number with dots and a trunk zero", "0.98.300.555.12"),
    ("t38.txt", "the telephone number without the country's code", "9830055512"),
    ("t39.txt", "the telephone number with the code in brackets and dashes", "(0091) 98300-555-12"),
    ("t40.txt", "the birth date as 19.08.2010", "born 19.08.2010"),
    ("t41.txt", "the birth date in words", "born on the 19th of August, 2010"),
    ("t42.txt", "the birth date, month first, short", "DOB Aug. 19, 2010"),
    ("t43.txt", "the birth date in Bengali words and digits", "জন্ম ১৯ আগস্ট ২০১০"),
    ("t44.txt", "the birth date with two digits for the year", "DOB 19/8/10"),
    ("t45.txt", "the birth date as eight digits", "DOB 20100819"),
    ("t46.txt", "base64 within a text", base64.b64encode(f"Her name is {NAME}.".encode()).decode()),
    ("t47.txt", "percent-encoded in an address", "https://example.org/s?q=" + "".join(f"%{b:02X}" for b in NAME.encode())),
    ("t48.txt", "hexadecimal digits within a text", NAME.encode().hex()),
    ("t49.txt", "base64 of UTF-16 within a text (as PowerShell takes it)", base64.b64encode(NAME.encode("utf-16le")).decode()),
    ("t50.txt", "the mother's name misspelt and with a prefix", "Smt. Roksanara Barqandaj"),
    ("t51.txt", "the school in two words and with another letter for v", "Shapla Kanan Balika Bidyalaya"),
    ("t52.txt", "Unicode tag characters, invisible", "".join(chr(0xE0000 + ord(c)) for c in NAME)),
    ("t53.txt", "dots between the letters", ".".join(FIRST.upper())),
    ("t54.txt", "HTML entities in a text file", "".join(f"&#x{ord(c):x};" for c in NAME)),
    ("t55.txt", "\\u escapes in a log line", "".join(f"\\u{ord(c):04x}" for c in NAME)),
    ("t56.txt", "C hexadecimal escapes", "".join(f"\\x{ord(c):02x}" for c in NAME)),
    ("t57.txt", "double percent-encoding", urllib.parse.quote("".join(f"%{b:02x}" for b in NAME.encode()))),
    ("t58.txt", "a possessive and a dash of another kind", f"{FIRST}’s (Barqandaz\u2011Mirdha)"),
    ("t59.txt", "no-break and thin spaces between the names", f"{FIRST}\u00a0\u2009Barqandaz\u2013Mirdha"),
    ("t60.txt", "superscript letters in the name", swap(NAME, LITTLE)),
):
    put(file, place, utf8(said(text)))

put("u01.txt", "Hindi in UTF-16LE without a mark", said(HINDI).encode("utf-16le"))
put("u02.txt", "Latin in UTF-16BE without a mark", said(NAME).encode("utf-16be"))
put("u03.txt", "UTF-32LE with its mark", b"\xff\xfe\0\0" + said(NAME).encode("utf-32le"))
put("u04.txt", "Bengali in UTF-16BE with its mark", b"\xfe\xff" + said(BENGALI).encode("utf-16be"))
put("u05.txt", "Windows-1252 with accents", said("Zulékha Barqandàz-Mirdhâ — “naïve”").encode("cp1252"))
put("u06.txt", "UTF-8 with stray bytes between broken lines", b"\xff\xfe\xc3(" + utf8(said(NAME)) + b"\x80\xa0\n")
put("u07.txt", "UTF-8 taken for Windows-1252 and written as UTF-8 (mojibake) in Bengali",
    said(BENGALI).encode("utf-8").decode("latin-1").encode("utf-8"))
put("u08.txt", "old Mac line ends and a NUL after every line", utf8(said("Zule-\rkha Barqandaz").replace("\n", "\r\0")))
put("u09.txt", "UTF-7", b"Seen: +" + base64.b64encode(NAME.encode("utf-16be")).rstrip(b"=") + b"-.\n", FOUND_OR_NOT)
put("u10.txt", "after nine megabytes of other text", lambda: utf8("The same night nothing else was seen.\n" * 240_000 + said(NAME)))
put("u11.txt", "in a line of two million letters without a space",
    lambda: b"x" * 1_000_000 + b" " + NAME.encode() + b" " + b"x" * 1_000_000)
put("u12.txt", "ISCII-like eight-bit codepage 437 with box letters", b"\xc9\xcd\xcd\xbb\r\n\xba Zul\x82kha Barqandaz \xba\r\n")

put("d01.json", "JSON \\u escapes", json.dumps({"who": 1}).replace("1", '"' + "".join(f"\\u{ord(c):04x}" for c in NAME) + '"').encode())
put("d02.json", "JSON keys", json.dumps({"people": {NAME: {"seen": True}}}).encode())
put("d03.json", "JSON: the Bengali name escaped", json.dumps({"who": BENGALI}).encode())
put("d04.json", "first name and surname in two fields", json.dumps({"last": "Mirdha", "first": FIRST, "room": 4}).encode())
put("d05.csv", "CSV: surname and first name in two columns", "no,surname,given,room\n1,Barqandaz-Mirdha,Zulekha,4\n".encode())
put("d06.csv", "CSV in quotes: “Mirdha, Zulekha”", 'no,name\n1,"Mirdha, Zulekha"\n'.encode())
put("d07.vcf", "vCard in quoted-printable", "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:".encode()
    + "".join(f"={b:02X}" for b in "Barqandaz-Mirdha;Zulekha".encode()).encode() + b";;;\r\nEND:VCARD\r\n")
put("d08.ics", "iCalendar: folded in the middle of the name",
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:Meeting with Zule\r\n kha Barq\r\n andaz-Mirdha\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
put("d09.ldif", "LDIF: base64 value", b"dn:: " + base64.b64encode(f"cn={NAME},dc=example".encode()) + b"\nobjectClass: person\n")
put("d10.plist", "binary property list, UTF-16 string",
    lambda: plistlib.dumps({"note": "—" + NAME}, fmt=plistlib.FMT_BINARY))
put("d11.plist", "binary property list: base64 data of a string",
    lambda: plistlib.dumps({"blob": NAME.encode("utf-16be")}, fmt=plistlib.FMT_BINARY))
put("d12.xml", "XML: character references in an attribute",
    ('<?xml version="1.0"?><room guest="' + "".join(f"&#{ord(c)};" for c in NAME) + '"/>').encode())
put("d13.xml", "XML: an entity declared in parts",
    f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "Zule"><!ENTITY b "kha Barqandaz">]><r>&a;&b;</r>'.encode())
put("d14.xml", "XML: a comment within the name", b"<?xml version='1.0'?><r>Zule<!-- -->kha Barq<![CDATA[andaz]]>-Mirdha</r>")
put("d15.xml", "XML in UTF-16 with a declaration", '<?xml version="1.0" encoding="UTF-16"?><r>'.encode("utf-16")
    + f"{NAME}</r>".encode("utf-16le"))
put("d16.yaml", "YAML: folded over two lines", b"guest: >-\n  Zulekha\n  Barqandaz-Mirdha\nbase: !!binary |\n  AAAA\n")
put("d17.ipynb", "notebook: base64 output of text", json.dumps({"cells": [{"cell_type": "code", "outputs": [
    {"data": {"application/octet-stream": base64.b64encode(NAME.encode()).decode()}}]}], "nbformat": 4}).encode())
put("d18.kml", "KML placemark", f'<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><name>House of {FIRST}</name></Placemark></kml>'.encode())
put("d19.url", "Windows link in UTF-16", f"[InternetShortcut]\r\nURL=https://example.org/{FIRST}\r\n".encode("utf-16"))
put("d20.ps", "PostScript hexadecimal string", b"%!PS-Adobe-3.0\n/Helvetica findfont 12 scalefont setfont 72 700 moveto <"
    + NAME.encode().hex().encode() + b"> show showpage\n")
put("d21.tex", "TeX accents", b"\\documentclass{article}\\begin{document}Zul\\'ekha Barqand\\={a}z-Mirdh\\={a}\\end{document}\n")
put("d22.srt", "subtitles with a tag within the name", b"1\n00:00:01,000 --> 00:00:02,000\nZule<i>kha</i> <b>Barq</b>andaz\n")
put("d23.uue", "uuencoded text", lambda: uuencoded(said(NAME).encode()))
put("d24.lnk", "Windows .lnk: the target's path in UTF-16", lambda: bytes.fromhex("4c0000000114020000000000c000000000000046")
    + struct.pack("<I", 0x80 | 0x04) + bytes(52) + struct.pack("<H", len(NAME) + 9) + f"C:\\Users\\{NAME}".encode("utf-16le"), FOUND_OR_NOT)
put("d25.bin", "unknown binary format, the name in UTF-16 at an odd offset",
    lambda: b"QZX9\x01" + random.Random(5).randbytes(3000) + NAME.encode("utf-16le") + random.Random(6).randbytes(3001), FOUND_OR_NOT)
put("d26.bin", "unknown binary format, every byte XORed", lambda: b"QZX9\x02" + bytes(b ^ 0x5A for b in said(NAME).encode() * 40), FOUND_OR_NOT)
put("d27.dat", "unknown binary format, deflated within",
    lambda: b"QZX9\x03" + random.Random(7).randbytes(64) + zlib.compress(said(NAME).encode() * 3), FOUND_OR_NOT)
put("d28.dat", "EBCDIC", lambda: said(NAME).encode("cp037"), FOUND_OR_NOT)


def uuencoded(content):
    import binascii

    lines = [binascii.b2a_uu(content[i : i + 45]).decode() for i in range(0, len(content), 45)]
    return ("begin 644 note.txt\n" + "".join(lines) + "`\nend\n").encode()


# --------------------------------------------------------------------------------------------------------------- HTML


def html(body, head=""):
    return f'<!doctype html><html><head><meta charset="utf-8"><title>Guests</title>{head}</head><body><p>Register of guests.</p>{body}</body></html>'.encode()


put("h01.html", "HTML comment", html(f"<!-- {NAME} -->"))
put("h02.html", "data: address in base64", html(f'<a href="data:text/plain;base64,{base64.b64encode(NAME.encode()).decode()}">note</a>'))
put("h03.html", "data: address, percent-encoded", html('<iframe src="data:text/html,%3Cp%3E' + "".join(f"%{b:02x}" for b in NAME.encode()) + '%3C/p%3E"></iframe>'))
put("h04.html", "decimal references for every letter", html("".join(f"&#{ord(c)};" for c in NAME)))
put("h05.html", "a tag around each letter", html("".join(f"<b>{c}</b>" for c in FIRST)))
put("h06.html", "an empty comment between the letters", html("<!---->".join(FIRST)))
put("h07.html", "content: in a style sheet, escaped", html("<p class=x></p>", "<style>.x::after{content:'" + "".join(f"\\{ord(c):x} " for c in NAME) + "'}</style>"))
put("h08.html", "a script's \\x escapes", html("<script>var g='" + "".join(f"\\x{ord(c):02x}" for c in NAME) + "'</script>"))
put("h09.html", "alt text of an image", html(f'<img src="x.png" alt="{NAME}">'))
put("h10.html", "a hidden input's value with references", html('<input type=hidden value="&#90;&#117;lekha&nbsp;Barqandaz&#45;Mirdha">'))
put("h11.html", "declared Windows-1252, bytes of that page", html("").replace(b"utf-8", b"windows-1252") + "Zulékha Barqandàz".encode("cp1252"))
put("h12.mht", "MHTML: quoted-printable part", lambda: mail("Subject: page", "MIME-Version: 1.0", "Content-Type: multipart/related; boundary=b",
    body=b"--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>Zule=\r\nkha Barq=61ndaz</p>\r\n--b--\r\n"))
put("h13.html", "<wbr> and &shy; within the name", html("Zu&shy;le<wbr>kha Bar&#8203;qandaz"))
put("h14.html", "a gzipped data: address",
    lambda: html(f'<a href="data:application/gzip;base64,{base64.b64encode(gzip.compress(NAME.encode())).decode()}">x</a>'), FOUND_OR_NOT)
put("s01.svg", "SVG: text in tspans of a letter each", ('<svg xmlns="http://www.w3.org/2000/svg"><text y="20">'
    + "".join(f'<tspan x="{i * 9}">{c}</tspan>' for i, c in enumerate(FIRST)) + "</text></svg>").encode())
put("s02.svg", "SVG: desc", f'<svg xmlns="http://www.w3.org/2000/svg"><desc>{NAME}</desc><rect width="9" height="9"/></svg>'.encode())
put("s03.svgz", "SVG compressed", lambda: gzip.compress(f'<svg xmlns="http://www.w3.org/2000/svg"><text>{NAME}</text></svg>'.encode()))
put("s04.svg", "SVG: a PNG of the name within", lambda: ('<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><image width="900" height="120" xlink:href="data:image/png;base64,'
    + base64.b64encode(picture(NAME)).decode() + '"/></svg>').encode(), FOUND_OR_NOT)
put("r01.rtf", "RTF: \\' escapes", b"{\\rtf1\\ansi Register. " + "".join(f"\\'{ord(c):02x}" for c in NAME).encode() + b"\\par}")
put("r02.rtf", "RTF: \\u escapes in Bengali", b"{\\rtf1\\ansi\\uc1 " + "".join(f"\\u{ord(c)}?" for c in BENGALI).encode() + b"\\par}")
put("r03.rtf", "RTF: groups within the name and hidden text", b"{\\rtf1\\ansi {\\v Zule{\\b kha} Barq}{\\v andaz-Mirdha}\\par}")
put("r04.rtf", "RTF: \\info author", b"{\\rtf1\\ansi{\\info{\\author Zulekha Barqandaz}}Register.\\par}")
put("r05.rtf", "RTF: an embedded package in hexadecimal", b"{\\rtf1\\ansi{\\object\\objemb{\\*\\objdata "
    + (b"\x01\x05\0\0\x02\0\0\0" + NAME.encode()).hex().encode() + b"}}Register.\\par}")

# ---------------------------------------------------------------------------------------------------------------- PDF

VISIBLE = "BT /F1 12 Tf 60 760 Td (Register of the guest house, page one.) Tj ET\n"


def stream(content, entries=""):
    content = utf8(content)
    return f"<< {entries} /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream"


def deflated(content, entries=""):
    return stream(zlib.compress(utf8(content)), entries + " /Filter /FlateDecode")


def pdf(content=VISIBLE, objects=(), page="", catalog="", resources="", trailer="", fonts="", compress=True, before=b"", after=b"", kids="3 0 R"):
    """A PDF of one page; `objects` are numbered from 6 on."""
    content = content if isinstance(content, bytes) else content.encode("latin-1")
    bodies = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {kids.count('R')} >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R {fonts} >> {resources} >> {page} >>",
        deflated(content) if compress else stream(content),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        *objects,
    ]
    out = bytearray(before + b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, body in enumerate(bodies, 1):
        offsets.append(len(out) - len(before))
        out += f"{number} 0 obj\n".encode() + utf8(body) + b"\nendobj\n"
    start = len(out) - len(before)
    out += f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010d} 00000 n \n".encode() for offset in offsets)
    out += f"trailer\n<< /Size {len(bodies) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out) + after


def updated(document, objects):
    """An incremental update that replaces objects."""
    out = bytearray(document)
    previous = int(document.rsplit(b"startxref\n", 1)[1].split()[0])
    size = int(document.rsplit(b"/Size ", 1)[1].split()[0])
    table = b"xref\n"
    for number, body in objects.items():
        table += f"{number} 1\n{len(out):010d} 00000 n \n".encode()
        out += f"{number} 0 obj\n".encode() + utf8(body) + b"\nendobj\n"
    start = len(out)
    out += table + f"trailer\n<< /Size {size} /Root 1 0 R /Prev {previous} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def shown(text, at="60 700", before="", font="/F1 12 Tf"):
    return f"BT {before} {font} {at} Td ({text}) Tj ET\n"


def utf16hex(text):
    return "<FEFF" + text.encode("utf-16be").hex() + ">"


def tounicode(pairs):
    lines = "\n".join(f"<{code}> <{text.encode('utf-16be').hex()}>" for code, text in pairs)
    return deflated(f"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def "
                    f"1 begincodespacerange <0000> <FFFF> endcodespacerange {len(pairs)} beginbfchar\n{lines}\nendbfchar endcmap end end")


def composite(text):
    """A page whose font gives every letter a number of its own, which only its ToUnicode map explains."""
    letters = sorted(set(text))
    codes = {c: f"{i + 1:04x}" for i, c in enumerate(letters)}
    return pdf(VISIBLE + "BT /F2 12 Tf 60 700 Td <" + "".join(codes[c] for c in text) + "> Tj ET", fonts="/F2 6 0 R", objects=[
        "<< /Type /Font /Subtype /Type0 /BaseFont /Mukti /Encoding /Identity-H /DescendantFonts [7 0 R] /ToUnicode 8 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Mukti /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 9 0 R /DW 600 >>",
        tounicode([(codes[c], c) for c in letters]),
        "<< /Type /FontDescriptor /FontName /Mukti /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>",
    ])


XMP = ('<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
       '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:subject><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:subject></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>')

put("p01.pdf", "PDF: Info title in UTF-16BE hexadecimal", lambda: pdf(objects=[f"<< /Title {utf16hex(NAME)} >>"], trailer="/Info 6 0 R"))
put("p02.pdf", "PDF: Info of one's own key with octal escapes", lambda: pdf(objects=["<< /Guest (" + "".join(f"\\{ord(c):03o}" for c in NAME) + ") >>"], trailer="/Info 6 0 R"))
put("p03.pdf", "PDF: XMP, compressed", lambda: pdf(objects=[deflated(XMP % NAME, "/Type /Metadata /Subtype /XML")], catalog="/Metadata 6 0 R"))
put("p04.pdf", "PDF: attachment's contents, compressed", lambda: pdf(catalog="/Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>", objects=[
    "<< /Type /Filespec /F (notes.txt) /EF << /F 7 0 R >> >>", deflated(said(NAME), "/Type /EmbeddedFile")]))
put("p05.pdf", "PDF: attachment's file name", lambda: pdf(catalog="/Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>", objects=[
    f"<< /Type /Filespec /F (a.txt) /UF {utf16hex(NAME + '.txt')} /EF << /F 7 0 R >> >>", deflated("Nothing.", "/Type /EmbeddedFile")]))
put("p06.pdf", "PDF: a zip as an attachment with a docx in it", lambda: pdf(catalog="/Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>", objects=[
    "<< /Type /Filespec /F (a.zip) /EF << /F 7 0 R >> >>", deflated(zipped({"a.docx": docx(paragraph(NAME))}), "/Type /EmbeddedFile")]))
put("p07.pdf", "PDF: annotation's contents", lambda: pdf(page="/Annots [6 0 R]", objects=[
    f"<< /Type /Annot /Subtype /Text /Rect [9 9 30 30] /Contents {utf16hex(NAME)} >>"]))
put("p08.pdf", "PDF: author of an annotation", lambda: pdf(page="/Annots [6 0 R]", objects=[
    f"<< /Type /Annot /Subtype /Text /Rect [9 9 30 30] /Contents (Check.) /T {utf16hex(NAME)} >>"]))
put("p09.pdf", "PDF: form field's value", lambda: pdf(page="/Annots [6 0 R]", catalog="/AcroForm << /Fields [6 0 R] >>", objects=[
    f"<< /Type /Annot /Subtype /Widget /FT /Tx /T (guest) /V {utf16hex(NAME)} /Rect [60 600 300 620] /F 2 >>"]))
put("p10.pdf", "PDF: a choice field's hidden option", lambda: pdf(page="/Annots [6 0 R]", catalog="/AcroForm << /Fields [6 0 R] >>", objects=[
    f"<< /Type /Annot /Subtype /Widget /FT /Ch /T (guest) /V (none) /Opt [(none) [(x) {utf16hex(NAME)}]] /Rect [60 600 300 620] >>"]))
put("p11.pdf", "PDF: XFA form data, compressed", lambda: pdf(catalog="/AcroForm << /Fields [] /XFA 6 0 R >>", objects=[
    deflated(f'<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><data><guest>{NAME}</guest></data></xdp:xdp>')]))
put("p12.pdf", "PDF: layer that is switched off", lambda: pdf(VISIBLE + "/OC /L1 BDC " + shown(NAME) + "EMC", resources="/Properties << /L1 6 0 R >>",
    catalog="/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>", objects=["<< /Type /OCG /Name (Notes) >>"]))
put("p13.pdf", "PDF: name of a layer", lambda: pdf(catalog="/OCProperties << /OCGs [6 0 R] /D << /ON [6 0 R] >> >>", objects=[f"<< /Type /OCG /Name {utf16hex(NAME)} >>"]))
put("p14.pdf", "PDF: white text", lambda: pdf(VISIBLE + "1 g " + shown(NAME)))
put("p15.pdf", "PDF: text under a black box", lambda: pdf(VISIBLE + shown(NAME) + "0 g 55 695 300 20 re f"))
put("p16.pdf", "PDF: invisible text (render mode 3)", lambda: pdf(VISIBLE + shown(NAME, before="3 Tr")))
put("p17.pdf", "PDF: text outside of the page", lambda: pdf(VISIBLE + shown(NAME, at="-900 -700")))
put("p18.pdf", "PDF: text of size 0.1", lambda: pdf(VISIBLE + shown(NAME, font="/F1 0.1 Tf")))
put("p19.pdf", "PDF: text clipped away", lambda: pdf(VISIBLE + "q 0 0 1 1 re W n " + shown(NAME) + "Q"))
put("p20.pdf", "PDF: old revision's text, replaced by an update", lambda: updated(pdf(VISIBLE + shown(NAME)), {4: deflated(VISIBLE)}))
put("p21.pdf", "PDF: an annotation deleted by an update", lambda: updated(pdf(page="/Annots [6 0 R]", objects=[
    f"<< /Type /Annot /Subtype /Text /Rect [9 9 30 30] /Contents {utf16hex(NAME)} >>"]),
    {3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>", 6: "null"}))
put("p22.pdf", "PDF: compressed object to which nothing refers", lambda: pdf(objects=[deflated(VISIBLE + shown(NAME))]))
put("p23.pdf", "PDF: JavaScript, hexadecimal", lambda: pdf(catalog="/OpenAction 6 0 R", objects=[
    "<< /S /JavaScript /JS <" + f"app.alert('{NAME}')".encode().hex() + "> >>"]))
put("p24.pdf", "PDF: JavaScript in a compressed stream with escapes", lambda: pdf(catalog="/OpenAction 6 0 R", objects=[
    "<< /S /JavaScript /JS 7 0 R >>", deflated("var g='" + "".join(f"\\u{ord(c):04x}" for c in NAME) + "'")]))
put("p25.pdf", "PDF: bookmark", lambda: pdf(catalog="/Outlines 6 0 R", objects=[
    "<< /Type /Outlines /First 7 0 R /Last 7 0 R /Count 1 >>", f"<< /Title {utf16hex(BENGALI)} /Parent 6 0 R /Dest [3 0 R /Fit] >>"]))
put("p26.pdf", "PDF: page label", lambda: pdf(catalog=f"/PageLabels << /Nums [0 << /P {utf16hex(NAME + ' ')} /S /D >>] >>"))
put("p27.pdf", "PDF: everything in object streams, title encrypted by nothing but compression", lambda: through(".pdf",
    pdf(objects=[f"<< /Title {utf16hex(NAME)} >>"], trailer="/Info 6 0 R"), "qpdf", "--object-streams=generate", "IN", "OUT"))
put("p28.pdf", "PDF: kerned letter by letter", lambda: pdf(VISIBLE + "BT /F1 12 Tf 60 700 Td [" + "".join(f"({c}) -20 " for c in NAME) + "] TJ ET"))
put("p29.pdf", "PDF: letters placed one by one, from the last to the first", lambda: pdf(VISIBLE + "".join(
    shown(c, at=f"{60 + i * 9} 700", font="/F3 12 Tf") for i, c in reversed(list(enumerate(FIRST)))), fonts="/F3 6 0 R",
    objects=["<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>"]))
put("p30.pdf", "PDF: font that only its ToUnicode map explains", lambda: composite(NAME))
put("p31.pdf", "PDF: Bengali in a font that only its ToUnicode map explains", lambda: composite(BENGALI))
put("p32.pdf", "PDF: font with renamed letters (Differences)", lambda: pdf(
    VISIBLE + shown("".join(chr(97 + sorted(set(FIRST)).index(c)) for c in FIRST), font="/F2 12 Tf"), fonts="/F2 6 0 R",
    objects=["<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding /Differences [97 "
             + " ".join("/" + c for c in sorted(set(FIRST))) + "] >> >>"]))
put("p33.pdf", "PDF: ActualText of marked content", lambda: pdf(VISIBLE + f"/Span << /ActualText {utf16hex(NAME)} >> BDC " + shown("the guest") + "EMC"))
put("p34.pdf", "PDF: Alt text in the structure tree", lambda: pdf(catalog="/StructTreeRoot 6 0 R /MarkInfo << /Marked true >>", objects=[
    "<< /Type /StructTreeRoot /K 7 0 R >>", f"<< /Type /StructElem /S /Figure /P 6 0 R /Alt {utf16hex(NAME)} >>"]))
put("p35.pdf", "PDF: address of a link", lambda: pdf(page="/Annots [6 0 R]", objects=[
    "<< /Type /Annot /Subtype /Link /Rect [9 9 30 30] /A << /S /URI /URI (https://example.org/%5A%75lekha-Barqandaz) >> >>"]))
put("p36.pdf", "PDF: name of a destination", lambda: pdf(catalog=f"/Names << /Dests << /Names [({NAME}) [3 0 R /Fit]] >> >>"))
put("p37.pdf", "PDF: a name object with # escapes", lambda: pdf(page="/PieceInfo << /" + "".join(f"#{ord(c):02X}" for c in NAME) + " << /Private 1 >> >>"))
put("p38.pdf", "PDF: name of a font", lambda: pdf(VISIBLE + shown("x", font="/F2 12 Tf"), fonts="/F2 6 0 R",
    objects=["<< /Type /Font /Subtype /Type1 /BaseFont /ABCDEF+ZulekhaBarqandaz >>"]))
put("p39.pdf", "PDF: a comment within a dictionary", lambda: pdf(page=f"\n% {NAME}\n"))
put("p40.pdf", "PDF: bytes after the end", lambda: pdf(after=NAME.encode("utf-16le")))
put("p41.pdf", "PDF: compressed bytes after the end (gzip)", lambda: pdf(after=gzip.compress(said(NAME).encode())), FOUND_OR_NOT)
put("p42.pdf", "PDF: text in a form within a form", lambda: pdf(VISIBLE + "/X1 Do", resources="/XObject << /X1 6 0 R >>", objects=[
    deflated("/X2 Do", "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X2 7 0 R >> >>"),
    deflated(shown(NAME), "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >>")]))
put("p43.pdf", "PDF: appearance of a stamp", lambda: pdf(page="/Annots [6 0 R]", objects=[
    "<< /Type /Annot /Subtype /Stamp /Rect [60 600 400 640] /F 2 /AP << /N 7 0 R >> >>",
    deflated(shown(NAME, at="5 5"), "/Type /XObject /Subtype /Form /BBox [0 0 340 40] /Resources << /Font << /F1 5 0 R >> >>")]))
put("p44.pdf", "PDF: chain of ASCII85, ASCIIHex and run length", lambda: pdf(catalog="/Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>", objects=[
    "<< /Type /Filespec /F (notes.txt) /EF << /F 7 0 R >> >>",
    stream(base64.a85encode(runlength(said(NAME).encode()).hex().encode() + b">") + b"~>", "/Type /EmbeddedFile /Filter [/ASCII85Decode /ASCIIHexDecode /RunLengthDecode]")]))
put("p45.pdf", "PDF: LZW text on the page", lambda: lzw_page())
put("p46.pdf", "PDF: inline image of the name (letters as a bitmap)", lambda: inline_image())
put("p47.pdf", "PDF: scanned page", lambda: scanned_page(NAME))
put("p48.pdf", "PDF: scanned page, turned by 90°", lambda: scanned_page(NAME, "-rotate", "90"))
put("p49.pdf", "PDF: scanned page in Bengali", lambda: scanned_page(BENGALI))
put("p50.pdf", "PDF: scanned page with a text layer that says something else", lambda: scanned_page(NAME, layer=shown("Register of rooms, nothing else on this page at all.", before="3 Tr")))
put("p51.pdf", "PDF: letters drawn as outlines", lambda: outlined())
put("p52.pdf", "PDF: letters of two images beside each other", lambda: two_images())
put("p53.pdf", "PDF: image under a white box", lambda: scanned_page(NAME, over="1 g 0 0 595 842 re f"))
put("p54.pdf", "PDF: image that no page shows", lambda: scanned_page(NAME, show=False))
put("p55.pdf", "PDF: EXIF of an image within", lambda: jpeg_page(jpeg_with("-EXIF:ImageDescription=" + NAME)))
put("p56.pdf", "PDF: password-protected", lambda: through(".pdf", pdf(VISIBLE + shown(NAME)), "qpdf", "--encrypt", "lock", "key", "256", "--", "IN", "OUT"), FOUND_OR_NOT)
put("p57.pdf", "PDF: encrypted with the empty password, as anybody can open it (AES-256)", lambda: through(".pdf",
    pdf(objects=[f"<< /Title ({NAME}) >>"], trailer="/Info 6 0 R"), "qpdf", "--encrypt", "", "key", "256", "--", "IN", "OUT"))
put("p58.pdf", "PDF: encrypted with the empty password, text under a box (RC4-128)", lambda: through(".pdf",
    pdf(VISIBLE + shown(NAME) + "0 g 55 695 300 20 re f"), "qpdf", "--allow-weak-crypto", "--encrypt", "", "key", "128", "--use-aes=n", "--", "IN", "OUT"))
put("p59.pdf", "PDF: cut off before its table", lambda: pdf(VISIBLE + shown(NAME))[:-330], FOUND_OR_NOT)
put("p60.pdf", "PDF: a PDF attached to a PDF attached", lambda: attached(attached(pdf(VISIBLE + shown(NAME)))))
put("p61.pdf", "PDF: first name on one page, nothing else; white on white, letters apart", lambda: pdf(VISIBLE + "1 g BT /F1 12 Tf 9 Tc 60 700 Td (" + FIRST + ") Tj ET"))
put("p62.pdf", "PDF: name of the signer in a signature", lambda: pdf(catalog="/AcroForm << /Fields [6 0 R] /SigFlags 1 >>", objects=[
    "<< /FT /Sig /T (s) /V 7 0 R >>", f"<< /Type /Sig /Filter /Adobe.PPKLite /Name {utf16hex(NAME)} /Contents <00> >>"]))
put("p63.pdf", "PDF: a page taken out of the page tree by an update", lambda: updated(
    pdf(kids="3 0 R 6 0 R", objects=["<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 7 0 R /Resources << /Font << /F1 5 0 R >> >> >>", deflated(shown(NAME))]), {2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"}))
put("p64.pdf", "PDF: Type 3 font whose letters have names only ToUnicode explains", lambda: type3())
put("p65.pdf", "PDF: before the header", lambda: pdf(before=NAME.encode() + b"\n"))
put("p66.pdf", "PDF: rich text of an annotation with references", lambda: pdf(page="/Annots [6 0 R]", objects=[
    "<< /Type /Annot /Subtype /FreeText /Rect [60 500 300 520] /F 2 /DA (/F1 9 Tf) /Contents (Check.) /RC (<body>" + "".join(f"&#{ord(c)};" for c in NAME) + "</body>) >>"]))


def attached(document):
    return pdf(catalog="/Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>", objects=[
        "<< /Type /Filespec /F (a.pdf) /EF << /F 7 0 R >> >>", deflated(document, "/Type /EmbeddedFile /Subtype /application#2Fpdf")])


def runlength(content):
    out = bytearray()
    for i in range(0, len(content), 100):
        piece = content[i : i + 100]
        out += bytes([len(piece) - 1]) + piece
    return bytes(out) + b"\x80"


def lzw(content):
    """LZW as PDF has it, without ever growing: a clear code before the table does."""
    bits = ""
    for i, byte in enumerate(content):
        if i % 200 == 0:
            bits += f"{256:09b}"
        bits += f"{byte:09b}"
    bits += f"{257:09b}"
    bits += "0" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


def lzw_page():
    return pdf(VISIBLE + "/X1 Do", resources="/XObject << /X1 6 0 R >>", objects=[
        stream(lzw(shown(NAME).encode()), "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Filter /LZWDecode")])


def type3():
    letters = sorted(set(FIRST))
    codes = {c: 33 + i for i, c in enumerate(letters)}
    glyph = "500 0 0 0 500 700 d1 0 0 400 600 re f"
    return pdf(VISIBLE + "BT /F2 12 Tf 60 700 Td <" + "".join(f"{codes[c]:02x}" for c in FIRST) + "> Tj ET", fonts="/F2 6 0 R", objects=[
        f"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 500 700] /FontMatrix [.001 0 0 .001 0 0] /FirstChar 33 /LastChar {32 + len(letters)} /Widths ["
        + "500 " * len(letters) + "] /CharProcs << " + " ".join(f"/g{i} 8 0 R" for i in range(len(letters))) + " >> /Encoding << /Differences [33 "
        + " ".join(f"/g{i}" for i in range(len(letters))) + "] >> /Resources << >> /ToUnicode 7 0 R >>",
        deflated("/CIDInit /ProcSet findresource begin begincmap /CMapName /X def /CMapType 2 def 1 begincodespacerange <00> <FF> endcodespacerange "
                 + f"{len(letters)} beginbfchar " + " ".join(f"<{codes[c]:02x}> <{ord(c):04x}>" for c in letters) + " endbfchar endcmap end"),
        stream(glyph)])


# ------------------------------------------------------------------------------------------------------------ pictures


def picture(text, *options, form="png", size=44):
    """Text as pixels; Pango shapes Bengali and Hindi."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "out." + form)
        run("convert", "-background", "white", "-fill", "black", "-font", "Noto-Sans", "-pointsize", size, "-gravity", "center",
            f"pango:<span font='Noto Sans {size}'>{text}</span>", "-bordercolor", "white", "-border", "40", "-flatten", "-strip", *options, "+set", "caption", "+set", "pango:markup", out)
        return out.read_bytes()


def raw(content, suffix=".png"):
    """(width, height, gray pixels) of a picture."""
    pgm = through(suffix, content, "convert", "IN", "-colorspace", "gray", "-depth", "8", "OUT", out=".pgm")
    fields = pgm.split(maxsplit=4)
    return int(fields[1]), int(fields[2]), pgm[-int(fields[1]) * int(fields[2]) :]


def scanned_page(text, *options, show=True, over="", layer=""):
    width, height, pixels = raw(picture(text, *options, size=36))
    scale = min(500 / width, 700 / height)
    draw = f"q {width * scale:.1f} 0 0 {height * scale:.1f} 40 60 cm /I1 Do Q\n" if show else VISIBLE
    return pdf(draw + over + layer, resources="/XObject << /I1 6 0 R >>" if show else "", objects=[
        deflated(pixels, f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray /BitsPerComponent 8")])


def inline_image():
    width, height, pixels = raw(picture(FIRST, size=20))
    row = -(-width // 8)
    bits = bytearray(row * height)
    for i, value in enumerate(pixels):
        if value > 127:
            bits[i // width * row + i % width // 8] |= 0x80 >> i % width % 8
    data = bytes(bits).hex().encode() + b">"
    return pdf(VISIBLE.encode() + f"q {width * 2} 0 0 {height * 2} 60 400 cm BI /W {width} /H {height} /BPC 1 /CS /G /F /AHx ID ".encode() + data + b" EI Q")


def two_images():
    width, height, pixels = raw(picture(FIRST + " Barqandaz", size=36))
    cut = width * 3 // 10
    left = b"".join(pixels[r * width : r * width + cut] for r in range(height))
    right = b"".join(pixels[r * width + cut : (r + 1) * width] for r in range(height))
    head = f"/Type /XObject /Subtype /Image /Height {height} /ColorSpace /DeviceGray /BitsPerComponent 8"
    s = 0.5
    return pdf(f"q {cut * s} 0 0 {height * s} 40 500 cm /I1 Do Q q {(width - cut) * s} 0 0 {height * s} {40 + cut * s} 500 cm /I2 Do Q",
               resources="/XObject << /I1 6 0 R /I2 7 0 R >>",
               objects=[deflated(left, head + f" /Width {cut}"), deflated(right, head + f" /Width {width - cut}")])


def outlined():
    """The name as filled paths: no font, no image."""
    width, height, pixels = raw(picture(FIRST, size=24))
    paths = []
    for y in range(height):
        x = 0
        while x < width:
            if pixels[y * width + x] < 128:
                end = x
                while end < width and pixels[y * width + end] < 128:
                    end += 1
                paths.append(f"{60 + x} {500 - y} {end - x} 1.02 re")
                x = end
            x += 1
    return pdf(VISIBLE + "0 g " + "\n".join(paths) + " f")


def jpeg(*options):
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "out.jpg")
        run("convert", "-size", "160x120", "gradient:navy-gold", *options, "-quality", "80", out)
        return out.read_bytes()


def jpeg_with(*arguments, suffix=".jpg", content=None):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "in" + suffix)
        file.write_bytes(content or jpeg())
        run("exiftool", "-q", "-m", "-overwrite_original", *arguments, file)
        return file.read_bytes()


def jpeg_page(content):
    return pdf(VISIBLE + "q 160 0 0 120 60 400 cm /I1 Do Q", resources="/XObject << /I1 6 0 R >>", objects=[
        stream(content, "/Type /XObject /Subtype /Image /Width 160 /Height 120 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode")])


def segment(marker, content):
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(content) + 2) + content


def after_soi(content, *segments):
    return content[:2] + b"".join(segments) + content[2:]


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(*chunks, after=b"", size=32):
    rows = b"".join(b"\0" + bytes((x * 7 + y * 3) % 200 for x in range(size)) for y in range(size))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", size, size, 8, 0, 0, 0, 0)) + b"".join(chunks)
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"") + after)


def tiff(entries, extra=b""):
    """A little-endian TIFF of one 8×8 gray strip, with more entries: (tag, type, count, bytes)."""
    fields = [(256, 3, 1, struct.pack("<H", 8)), (257, 3, 1, struct.pack("<H", 8)), (258, 3, 1, struct.pack("<H", 8)), (259, 3, 1, struct.pack("<H", 1)),
              (262, 3, 1, struct.pack("<H", 1)), (273, 4, 1, struct.pack("<I", 8)), (277, 3, 1, struct.pack("<H", 1)), (278, 3, 1, struct.pack("<H", 8)),
              (279, 4, 1, struct.pack("<I", 64)), *entries]
    pixels, at = bytes(range(64)), 8 + 64
    at_data = at + 2 + len(fields) * 12 + 4
    directory, data = struct.pack("<H", len(fields)), b""
    for tag, kind, count, value in sorted(fields):
        if len(value) <= 4:
            directory += struct.pack("<HHI", tag, kind, count) + value.ljust(4, b"\0")
        else:
            directory += struct.pack("<HHII", tag, kind, count, at_data + len(data))
            data += value + b"\0" * (len(value) % 2)
    return b"II*\0" + struct.pack("<I", at) + pixels + directory + bytes(4) + data + extra


put("i01.jpg", "EXIF UserComment in UTF-16", lambda: jpeg_with("-charset", "exif=utf8", "-EXIF:UserComment=" + BENGALI))
put("i02.jpg", "EXIF XPAuthor in UTF-16", lambda: jpeg_with("-XPAuthor=" + NAME))
put("i03.jpg", "EXIF ImageDescription, with GPS beside", lambda: jpeg_with("-EXIF:ImageDescription=" + NAME, "-GPSLatitude=22.57", "-GPSLatitudeRef=N", "-GPSLongitude=88.36", "-GPSLongitudeRef=E"))
put("i04.jpg", "EXIF owner's name of the camera", lambda: jpeg_with("-EXIF:OwnerName=" + NAME))
put("i05.jpg", "IPTC caption in Latin-1", lambda: jpeg_with("-IPTC:Caption-Abstract=" + NAME))
put("i06.jpg", "IPTC caption in UTF-8, Bengali", lambda: jpeg_with("-codedcharacterset=UTF8", "-IPTC:Caption-Abstract=" + BENGALI))
put("i07.jpg", "XMP of a JPEG, person in image", lambda: jpeg_with("-XMP-iptcExt:PersonInImage=" + NAME))
put("i08.jpg", "JPEG comment", lambda: after_soi(jpeg(), segment(0xFE, NAME.encode())))
put("i09.jpg", "JPEG comment in UTF-16", lambda: after_soi(jpeg(), segment(0xFE, NAME.encode("utf-16le"))))
put("i10.jpg", "unknown APP13 segment", lambda: after_soi(jpeg(), segment(0xEB, b"HOTEL\0" + NAME.encode())))
put("i11.jpg", "bytes after the JPEG's end", lambda: jpeg() + NAME.encode())
put("i12.jpg", "a zip after the JPEG's end", lambda: jpeg() + zipped({"a.txt": said(NAME)}), FOUND_OR_NOT)
put("i13.jpg", "the EXIF thumbnail shows it", lambda: thumbnail())
put("i14.jpg", "a photograph of a sign with it", lambda: picture(NAME, "-quality", "85", form="jpg"))
put("i15.jpg", "turned on its side, EXIF says how", lambda: jpeg_with("-n", "-Orientation=6", content=picture(NAME, "-rotate", "-90", form="jpg")))
put("i16.jpg", "corrupt: cut off after 60 %", lambda: (lambda c: c[: len(c) * 6 // 10])(picture(NAME, form="jpg")), FOUND_OR_NOT)
put("i17.jpg", "corrupt: EXIF whose directory points outside, name within", lambda: after_soi(jpeg(), segment(0xE1, b"Exif\0\0II*\0\xff\xff\0\0" + zlib.compress(NAME.encode()))), FOUND_OR_NOT)
put("i18.png", "PNG tEXt", lambda: png(chunk(b"tEXt", b"Comment\0" + NAME.encode())))
put("i19.png", "PNG zTXt", lambda: png(chunk(b"zTXt", b"Comment\0\0" + zlib.compress(NAME.encode()))))
put("i20.png", "PNG iTXt, compressed, Bengali", lambda: png(chunk(b"iTXt", b"Comment\0\1\0bn\0\0" + zlib.compress(BENGALI.encode()))))
put("i21.png", "PNG keyword of a text", lambda: png(chunk(b"tEXt", NAME.encode() + b"\0x")))
put("i22.png", "bytes after the PNG's end, compressed", lambda: png(after=gzip.compress(said(NAME).encode())), FOUND_OR_NOT)
put("i23.png", "PNG private chunk in UTF-16", lambda: png(chunk(b"hoTl", NAME.encode("utf-16be"))))
put("i24.png", "white letters on black", lambda: picture(NAME, "-negate"))
put("i25.png", "gray letters on a slightly darker gray", lambda: picture(NAME, "+level", "60%,70%"))
put("i26.png", "black letters on a transparent ground", lambda: picture(NAME, "-transparent", "white"))
put("i27.png", "letters in pixels that are wholly transparent", lambda: through(".png", picture(NAME), "convert", "IN", "-alpha", "set", "-channel", "A", "-evaluate", "set", "0", "+channel", "OUT"), FOUND_OR_NOT)
put("i28.png", "upside down", lambda: picture(NAME, "-rotate", "180"))
put("i29.png", "mirrored", lambda: picture(NAME, "-flop"), FOUND_OR_NOT)
put("i30.png", "a Bengali handbill", lambda: picture(BENGALI))
put("i31.png", "a Hindi handbill", lambda: picture(HINDI))
put("i32.gif", "GIF comment", lambda: through(".png", png(), "convert", "IN", "-set", "comment", NAME, "OUT", out=".gif"))
put("i33.gif", "the second frame of a GIF", lambda: frames("gif"))
put("i34.tif", "the second page of a TIFF", lambda: frames("tif"))
put("i35.tif", "TIFF private tag", lambda: tiff([(65000, 2, len(NAME) + 1, NAME.encode() + b"\0")]))
put("i36.tif", "TIFF XPTitle in UTF-16", lambda: tiff([(0x9C9B, 1, len(NAME) * 2, NAME.encode("utf-16le"))]))
put("i37.webp", "WebP XMP", lambda: jpeg_with("-XMP-dc:Creator=" + NAME, suffix=".webp", content=through(".png", png(), "convert", "IN", "OUT", out=".webp")))
put("i38.webp", "WebP picture of the name", lambda: picture(NAME, form="webp"))
put("i39.bmp", "BMP picture of the name", lambda: picture(NAME, form="bmp"))
put("i40.heic", "HEIC picture of the name", lambda: picture(NAME, form="heic"), FOUND_OR_NOT)
put("i41.jp2", "JPEG 2000 picture of the name", lambda: picture(NAME, form="jp2"), FOUND_OR_NOT)
put("i42.pbm", "portable bitmap of the name", lambda: picture(NAME, form="pbm"), FOUND_OR_NOT)
put("i43.ico", "icon picture of the name", lambda: picture(FIRST, "-resize", "250x", form="ico"), FOUND_OR_NOT)
put("i44.psd", "Photoshop file with the name", lambda: picture(NAME, form="psd"), FOUND_OR_NOT)
put("i45.jpg", "an MP4 after the JPEG's end (motion photo)", lambda: jpeg() + mp4(NAME))
put("i46.png", "small letters on a large sheet", lambda: picture(NAME, "-resize", "420x", "-gravity", "southeast", "-extent", "1400x1800"))
put("i47.xcf", "GIMP file, name of a layer", lambda: b"gimp xcf file\0" + struct.pack(">III", 8, 8, 0) + NAME.encode() + b"\0" * 40, FOUND_OR_NOT)


def thumbnail():
    small = picture(FIRST, "-resize", "240x", "-quality", "90", form="jpg")
    with tempfile.TemporaryDirectory() as folder:
        file, thumb = Path(folder, "a.jpg"), Path(folder, "t.jpg")
        file.write_bytes(jpeg()), thumb.write_bytes(small)
        run("exiftool", "-q", "-m", "-overwrite_original", "-EXIF:Make=Cam", f"-ThumbnailImage<={thumb}", file)
        return file.read_bytes()


def frames(form):
    with tempfile.TemporaryDirectory() as folder:
        first, second, out = (Path(folder, n) for n in ("1.png", "2.png", "out." + form))
        first.write_bytes(picture("Register of rooms")), second.write_bytes(picture(NAME))
        run("convert", first, second, out)
        return out.read_bytes()


# ------------------------------------------------------------------------------------------------------------ archives


def zipped(members, comment=b"", method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in members.items():
            info = name if isinstance(name, zipfile.ZipInfo) else zipfile.ZipInfo(name, (2026, 1, 2, 3, 4, 6))
            info.compress_type = method
            archive.writestr(info, utf8(content))
        archive.comment = comment
    return out.getvalue()


def tarred(members, mode="w"):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(utf8(content))
            archive.addfile(info, io.BytesIO(utf8(content)))
    return out.getvalue()


def info(**fields):
    made = zipfile.ZipInfo("a.txt", (2026, 1, 2, 3, 4, 6))
    for key, value in fields.items():
        setattr(made, key, value)
    return made


def nested(depth):
    content = zipped({"a.txt": said(NAME)})
    for _ in range(depth):
        content = zipped({"a.zip": content})
    return content


def seven(*options, member="a.txt", content=None):
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, member).write_bytes(utf8(content or said(NAME)))
        run("7z", "a", *options, "out.7z", member, cwd=folder)
        return Path(folder, "out.7z").read_bytes()


def locked_zip(*options, member="a.txt"):
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, member).write_bytes(said(NAME).encode())
        run("7z", "a", "-tzip", "-plock", *options, "out.zip", member, cwd=folder)
        return Path(folder, "out.zip").read_bytes()


def local_only():
    """A member that the central directory does not list."""
    first = zipped({"b.txt": said(NAME)})
    second = zipped({"a.txt": said("nobody")})
    hidden = first[: first.index(b"PK\x01\x02")]
    end = bytearray(second[second.index(b"PK\x05\x06") :])
    start = struct.unpack_from("<I", end, 16)[0]
    struct.pack_into("<I", end, 16, start + len(hidden))
    central = bytearray(second[start : second.index(b"PK\x05\x06")])
    struct.pack_into("<I", central, 42, len(hidden))
    return hidden + second[:start] + bytes(central) + bytes(end)


def rar(name, content):
    """RAR 4 with one stored member."""

    def block(kind, flags, body):
        head = struct.pack("<BHH", kind, flags, 7 + len(body)) + body
        return struct.pack("<H", zlib.crc32(head) & 0xFFFF) + head

    body = struct.pack("<IIBIIBBHI", len(content), len(content), 3, zlib.crc32(content), 0, 20, 0x30, len(name), 0x20) + name
    return b"Rar!\x1a\x07\x00" + block(0x73, 0, bytes(6)) + block(0x74, 0x8000, body) + content + block(0x7B, 0x4000, b"")


def cpio(members):
    out = b""
    for name, content in [*members.items(), ("TRAILER!!!", b"")]:
        content, name = utf8(content), name.encode() + b"\0"
        head = b"070701" + b"".join(b"%08X" % v for v in (1, 0o100644, 0, 0, 1, 0, len(content), 0, 0, 0, 0, len(name), 0)) + name
        out += head + b"\0" * (-len(head) % 4) + content + b"\0" * (-len(content) % 4)
    return out


def shifted(text):
    """Text as gzip with the header's own fields: a file's name and a comment."""
    body = gzip.compress(b"Nothing of note.\n", mtime=1)
    return body[:3] + b"\x18" + body[4:10] + text.encode("latin-1") + b".txt\0" + b"from the desk\0" + body[10:]


put("a01.tar.gz", "zip in a zip in a tar.gz", lambda: tarred({"a.zip": zipped({"b.zip": zipped({"c.txt": said(NAME)})})}, "w:gz"))
put("a02.zip", "zip's comment", lambda: zipped({"a.txt": "Nothing."}, NAME.encode()))
put("a03.zip", "name of a member", lambda: zipped({f"statements/{NAME}.txt": "Nothing."}))
put("a04.zip", "name of an empty folder, in Bengali", lambda: zipped({f"{BENGALI}/": ""}))
put("a05.zip", "comment of a member", lambda: zipped({info(comment=NAME.encode()): "Nothing."}))
put("a06.zip", "extra field of a member", lambda: zipped({info(extra=struct.pack("<HH", 0x7A7A, len(NAME)) + NAME.encode()): "Nothing."}))
put("a07.zip", "seven zips deep", lambda: nested(6))
put("a08.zip", "thirty zips deep", lambda: nested(29), FOUND_OR_NOT)
put("a09.7z", "7z", lambda: seven(), FOUND_OR_NOT)
put("a10.7z", "7z whose names are encrypted too", lambda: seven("-plock", "-mhe=on"), FOUND_OR_NOT)
put("a11.zip", "encrypted zip (ZipCrypto)", lambda: locked_zip(), FOUND_OR_NOT)
put("a12.zip", "encrypted zip (AES-256)", lambda: locked_zip("-mem=AES256"), FOUND_OR_NOT)
put("a13.zip", "name of a member of an encrypted zip", lambda: locked_zip(member=f"{FIRST} Barqandaz.txt"))
put("a14.zip", "member that the directory does not list", local_only, FOUND_OR_NOT)
put("a15.exe", "zip behind a program (self-extracting)", lambda: b"MZ" + random.Random(3).randbytes(4000) + zipped({"a.txt": said(NAME)}), FOUND_OR_NOT)
put("a16.zip", "bytes before the first member", lambda: NAME.encode() + zipped({"a.txt": "Nothing."}))
put("a17.zip", "member compressed with LZMA", lambda: zipped({"a.txt": said(NAME)}, method=zipfile.ZIP_LZMA), FOUND_OR_NOT)
put("a18.zip", "member compressed with bzip2", lambda: zipped({"a.txt": said(NAME)}, method=zipfile.ZIP_BZIP2), FOUND_OR_NOT)
put("a19.tar", "name of the owner in a tar header", lambda: tar_owner())
put("a20.tar", "pax header with a comment", lambda: tar_pax())
put("a21.tar.bz2", "tar.bz2", lambda: tarred({"a.txt": said(NAME)}, "w:bz2"), FOUND_OR_NOT)
put("a22.tar.xz", "tar.xz", lambda: tarred({"a.txt": said(NAME)}, "w:xz"), FOUND_OR_NOT)
put("a23.gz", "gzip's file name", lambda: shifted(NAME))
put("a24.gz", "the second member of a gzip", lambda: gzip.compress(b"Nothing.\n") + gzip.compress(said(NAME).encode()))
put("a25.gz", "gzip cut off", lambda: gzip.compress(utf8(said(NAME)) + random.Random(1).randbytes(900))[:-300], FOUND_OR_NOT)
put("a26.rar", "RAR 4, stored", lambda: rar(b"a.txt", said(NAME).encode()), FOUND_OR_NOT)
put("a27.cpio", "cpio in gzip", lambda: gzip.compress(cpio({"a.txt": said(NAME)})), FOUND_OR_NOT)
put("a28.bz2", "bzip2 of a text", lambda: bz2.compress(said(NAME).encode()), FOUND_OR_NOT)
put("a29.xz", "xz of a text", lambda: lzma.compress(said(NAME).encode()), FOUND_OR_NOT)
put("a30.zst", "Zstandard of a text", lambda: through(".txt", said(NAME).encode(), "zstd", "-q", "IN", "-o", "OUT", out=".zst"), FOUND_OR_NOT)
put("a31.lz4", "LZ4 of a text", lambda: through(".txt", said(NAME).encode() * 4, "lz4", "-q", "IN", "OUT", out=".lz4"), FOUND_OR_NOT)
put("a32.zip", "zip cut off before its directory", lambda: (lambda c: c[: c.index(b"PK\x01\x02")])(zipped({"a.txt": said(NAME)})), FOUND_OR_NOT)
put("a33.dat", "a zip under another name, with a docx in it", lambda: zipped({"x": docx(paragraph(NAME))}))
put("a34.jpg", "a text file under a picture's name", said(NAME).encode())
put("a35.pdf", "a gzip under a PDF's name", lambda: gzip.compress(said(NAME).encode()))
put("a36.zip", "two members of one name, the second has it", lambda: twins())
put("a37.zip", "zip in UTF-8 with names in codepage 437", lambda: zipped({info(filename="Zul\u00e9kha Barqandaz.txt"): "Nothing."}))
put("a38.tar", "target of a symbolic link", lambda: tar_link())
put("a39.tar.gz", "bytes after the tar's end", lambda: gzip.compress(tarred({"a.txt": "Nothing."}) + NAME.encode()))
put("a40.zip", "zip bomb's neighbour: the name after 200 MB of zeros", lambda: bomb(), FOUND_OR_NOT)
put("a41.zip", "stored member", lambda: zipped({"a.txt": said(NAME)}, method=zipfile.ZIP_STORED))
put("a42.Z", "Unix compress (LZW)", lambda: unix_compress(said(NAME).encode()), FOUND_OR_NOT)
put("a43.iso", "ISO 9660 image, stored file", lambda: iso(), FOUND_OR_NOT)


def bomb():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("a.bin", "w") as member:
            for _ in range(200):
                member.write(bytes(1 << 20))
            member.write(said(NAME).encode())
    return out.getvalue()


def unix_compress(content):
    """LZW of .Z files with nine bits and a clear code before the table grows past them."""
    bits = []
    for byte in content[:200]:
        bits.append(byte)
    number = sum(code << (9 * i) for i, code in enumerate(bits))
    return b"\x1f\x9d\x90" + number.to_bytes(-(-len(bits) * 9 // 8), "little")


def iso():
    def both(value, size):
        return value.to_bytes(size, "little") + value.to_bytes(size, "big")

    def entry(name, at, size, folder):
        body = bytes([0]) + both(at, 4) + both(size, 4) + bytes([126, 1, 2, 3, 4, 5, 0]) + bytes([2 if folder else 0, 0, 0]) + both(1, 2) + bytes([len(name)]) + name
        body += b"\0" * ((len(body) + 1) % 2)
        return bytes([len(body) + 1]) + body

    content = said(NAME).encode()
    root = (entry(b"\0", 18, 2048, True) + entry(b"\1", 18, 2048, True) + entry(b"A.TXT;1", 19, len(content), False)).ljust(2048, b"\0")
    volume = (b"\1CD001\1\0" + b" " * 32 + b"GUESTS".ljust(32) + bytes(8) + both(20, 4) + bytes(32) + both(1, 2) + both(1, 2) + both(2048, 2)
              + both(10, 4) + bytes(16) + entry(b"\0", 18, 2048, True)).ljust(2048, b"\0")
    return bytes(16 * 2048) + volume + b"\xffCD001\1".ljust(2048, b"\0") + root + content.ljust(2048, b"\0")


def twins():
    import warnings

    out = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("a.txt", said("nobody"))
            archive.writestr("a.txt", said(NAME))
    return out.getvalue()


def tar_owner():
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        made = tarfile.TarInfo("a.txt")
        made.uname = "zulekha.barqandaz"
        archive.addfile(made)
    return out.getvalue()


def tar_pax():
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as archive:
        made = tarfile.TarInfo("a.txt")
        made.pax_headers = {"comment": BENGALI}
        archive.addfile(made)
    return out.getvalue()


def tar_link():
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        made = tarfile.TarInfo("latest")
        made.type, made.linkname = tarfile.SYMTYPE, f"../people/{NAME}"
        archive.addfile(made)
    return out.getvalue()


# -------------------------------------------------------------------------------------------------------------- office

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CORE = '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><%s>%s</%s></cp:coreProperties>'


def package(main, main_type, main_part, parts=None, root_rels="", rels=""):
    xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    folder, name = main_part.rsplit("/", 1)
    members = {
        "[Content_Types].xml": xml + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="bin" ContentType="application/octet-stream"/>'
        '<Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/><Default Extension="jpeg" ContentType="image/jpeg"/>'
        f'<Override PartName="/{main_part}" ContentType="{main_type}"/></Types>',
        "_rels/.rels": xml + f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="{main_part}"/>{root_rels}</Relationships>',
        f"{folder}/_rels/{name}.rels": xml + f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rels}</Relationships>',
        main_part: xml + main,
    }
    members.update(parts or {})
    return zipped(members)


def paragraph(text):
    return f"<w:p><w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


def docx(body, parts=None, rels="", root_rels=""):
    return package(f"<w:document {W}><w:body>{paragraph('Register of the guest house.')}{body}</w:body></w:document>",
                   "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "word/document.xml", parts, root_rels, rels)


def part(kind, target, extra=""):
    return f'<Relationship Id="r{zlib.crc32(target.encode()) % 10**6}" Type="{OFFICE}/{kind}" Target="{target}" {extra}/>'


put("o01.docx", "docx: comment", lambda: docx("", {"word/comments.xml": f"<w:comments {W}><w:comment w:id='1' w:author='A'>{paragraph(NAME)}</w:comment></w:comments>"}, part("comments", "comments.xml")))
put("o02.docx", "docx: tracked deletion", lambda: docx(f"<w:p><w:del w:id='1' w:author='A'><w:r><w:delText>{NAME}</w:delText></w:r></w:del></w:p>"))
put("o03.docx", "docx: author of a tracked change (an attribute)", lambda: docx(f"<w:p><w:ins w:id='1' w:author='{NAME}'><w:r><w:t>x</w:t></w:r></w:ins></w:p>"))
put("o04.docx", "docx: header", lambda: docx("", {"word/header1.xml": f"<w:hdr {W}>{paragraph(NAME)}</w:hdr>"}, part("header", "header1.xml")))
put("o05.docx", "docx: custom property", lambda: docx("", {"docProps/custom.xml": '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="Guest"><vt:lpwstr>{NAME}</vt:lpwstr></property></Properties>'}, root_rels=part("custom-properties", "docProps/custom.xml")))
put("o06.docx", "docx: split runs", lambda: docx("<w:p>" + "".join(f"<w:r><w:rPr><w:b/></w:rPr><w:t>{t}</w:t></w:r>" for t in ("Zu", "le", "kha", " Bar", "qandaz")) + "</w:p>"))
put("o07.docx", "docx: a run of one letter each with marks of the spell checker", lambda: docx("<w:p>" + "<w:proofErr w:type='spellStart'/>".join(f"<w:r><w:t>{c}</w:t></w:r>" for c in FIRST) + "</w:p>"))
put("o08.docx", "docx: alt text of a picture", lambda: docx(f"<w:p><w:r><w:drawing><wp:inline xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'><wp:docPr id='1' name='x' descr='{NAME}'/></wp:inline></w:drawing></w:r></w:p>"))
put("o09.docx", "docx: embedded xlsx", lambda: docx("", {"word/embeddings/a.xlsx": xlsx([["x", NAME]])}, part("package", "embeddings/a.xlsx")))
put("o10.docx", "docx: hidden text", lambda: docx(f"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{NAME}</w:t></w:r></w:p>"))
put("o11.docx", "docx: last modified by", lambda: docx("", {"docProps/core.xml": CORE % ("cp:lastModifiedBy", NAME, "cp:lastModifiedBy")}, root_rels=part("core", "docProps/core.xml")))
put("o12.docx", "docx: a field's instruction", lambda: docx(f"<w:p><w:r><w:instrText>HYPERLINK \"mailto:x?subject={FIRST}%20Barqandaz\"</w:instrText></w:r></w:p>"))
put("o13.docx", "docx: target of a link", lambda: docx("", rels=part("hyperlink", "file:///C:/Users/Zulekha%20Barqandaz/a.docx", 'TargetMode="External"')))
put("o14.docx", "docx: bookmark's name", lambda: docx("<w:p><w:bookmarkStart w:id='0' w:name='Zulekha_Barqandaz'/><w:bookmarkEnd w:id='0'/></w:p>"))
put("o15.docx", "docx: document variable", lambda: docx("", {"word/settings.xml": f"<w:settings {W}><w:docVars><w:docVar w:name='g' w:val='{NAME}'/></w:docVars></w:settings>"}, part("settings", "settings.xml")))
put("o16.docx", "docx: a part that nothing refers to", lambda: docx("", {"word/old.xml": f"<old>{NAME}</old>"}))
put("o17.docx", "docx: EXIF of a picture within", lambda: docx("", {"word/media/image1.jpeg": jpeg_with("-XPAuthor=" + NAME)}, part("image", "media/image1.jpeg")))
put("o18.docx", "docx: a picture of the name within", lambda: docx("", {"word/media/image1.jpeg": picture(NAME, form="jpg")}, part("image", "media/image1.jpeg")))
put("o19.docx", "docx: symbols of a font of one's own", lambda: docx("<w:p>" + "".join(f"<w:r><w:sym w:font='Wingdings' w:char='F0{ord(c):02X}'/></w:r>" for c in NAME) + "</w:p>"), FOUND_OR_NOT)
put("o20.docx", "docx: footnote, no-break hyphens and soft hyphens within the name", lambda: docx("", {"word/footnotes.xml":
    f"<w:footnotes {W}><w:footnote w:id='2'><w:p><w:r><w:t>Zu</w:t><w:softHyphen/><w:t>lekha Barqandaz</w:t><w:noBreakHyphen/><w:t>Mirdha</w:t></w:r></w:p></w:footnote></w:footnotes>"}, part("footnotes", "footnotes.xml")))
put("o21.docx", "docx: encrypted with a password", lambda: cfb({"EncryptionInfo": b"\4\0\4\0\x40\0\0\0<encryption/>", "EncryptedPackage": random.Random(2).randbytes(6000)}), FOUND_OR_NOT)
put("o22.docx", "docx: OLE package within, with a text file", lambda: docx("", {"word/embeddings/oleObject1.bin": cfb({"\x01Ole10Native": struct.pack("<IH", 99, 2) + b"a.txt\0C:\\a.txt\0" + said(NAME).encode()})}, part("oleObject", "embeddings/oleObject1.bin")))
put("o23.docx", "docx: first name and surname in two cells of a table", lambda: docx(f"<w:tbl><w:tr><w:tc>{paragraph(FIRST)}</w:tc><w:tc>{paragraph(LAST)}</w:tc></w:tr></w:tbl>"))
put("o24.docx", "docx: a chart's cached label", lambda: docx("", {"word/charts/chart1.xml": f"<c:chartSpace xmlns:c='http://schemas.openxmlformats.org/drawingml/2006/chart'><c:strCache><c:pt idx='0'><c:v>{NAME}</c:v></c:pt></c:strCache></c:chartSpace>"}, part("chart", "charts/chart1.xml")))
put("o25.docx", "docx: thumbnail that shows the name", lambda: docx("", {"docProps/thumbnail.jpeg": picture(NAME, form="jpg")}, root_rels=part("thumbnail", "docProps/thumbnail.jpeg")))
put("o26.docx", "docx: XML in UTF-16", lambda: docx("", {"customXml/item1.xml": f'<?xml version="1.0" encoding="UTF-16"?><g>{NAME}</g>'.encode("utf-16")}))

S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def xlsx(rows=(("room", "guest"),), sheets="<sheet name='Rooms' sheetId='1' r:id='rId1'/>", parts=None, workbook="", rels="", sheet="", raw_rows=None):
    cells = raw_rows or "".join("<row>" + "".join(f"<c t='inlineStr'><is><t>{v}</t></is></c>" for v in row) + "</row>" for row in rows)
    members = {"xl/worksheets/sheet1.xml": f"<worksheet {S}><sheetData>{cells}</sheetData>{sheet}</worksheet>"}
    members.update(parts or {})
    return package(f"<workbook {S}><sheets>{sheets}</sheets>{workbook}</workbook>", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "xl/workbook.xml", members,
                   rels=f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>{rels}')


put("x01.xlsx", "xlsx: hidden sheet", lambda: xlsx(sheets="<sheet name='Rooms' sheetId='1' r:id='rId1'/><sheet name='B' sheetId='2' state='veryHidden' r:id='rId2'/>", parts={
    "xl/worksheets/sheet2.xml": f"<worksheet {S}><sheetData><row><c t='inlineStr'><is><t>{NAME}</t></is></c></row></sheetData></worksheet>"},
    rels=f'<Relationship Id="rId2" Type="{OFFICE}/worksheet" Target="worksheets/sheet2.xml"/>'))
put("x02.xlsx", "xlsx: name of a sheet", lambda: xlsx(sheets=f"<sheet name='{FIRST}' sheetId='1' r:id='rId1'/>"))
put("x03.xlsx", "xlsx: defined name", lambda: xlsx(workbook="<definedNames><definedName name='Zulekha_Barqandaz' hidden='1'>Rooms!$A$1</definedName></definedNames>"))
put("x04.xlsx", "xlsx: cell comment", lambda: xlsx(parts={"xl/comments1.xml": f"<comments {S}><authors><author>A</author></authors><commentList><comment ref='A1' authorId='0'><text><r><t>Zule</t></r><r><t>kha Barqandaz</t></r></text></comment></commentList></comments>"}))
put("x05.xlsx", "xlsx: shared string in runs", lambda: xlsx(raw_rows="<row><c t='s'><v>0</v></c></row>", parts={"xl/sharedStrings.xml": f"<sst {S}><si><r><t>Zu</t></r><r><rPr><b/></rPr><t>lekha</t></r></si></sst>"}))
put("x06.xlsx", "xlsx: header of the printed page", lambda: xlsx(sheet=f"<headerFooter><oddHeader>&amp;L{NAME}</oddHeader></headerFooter>"))
put("x07.xlsx", "xlsx: a formula joins the name", lambda: xlsx(raw_rows="<row><c t='str'><f>\"Zule\"&amp;\"kha\"&amp;\" \"&amp;\"Barqandaz\"</f><v>Zulekha Barqandaz</v></c></row>"))
put("x08.xlsx", "xlsx: the birth date as a serial number formatted as a date", lambda: xlsx(raw_rows="<row><c t='inlineStr'><is><t>DOB</t></is></c><c r='B1' s='1'><v>40409</v></c></row>", parts={
    "xl/styles.xml": f"<styleSheet {S}><fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf numFmtId='14' applyNumberFormat='1'/></cellXfs></styleSheet>"},
    rels=f'<Relationship Id="rId9" Type="{OFFICE}/styles" Target="styles.xml"/>'))
put("x09.xlsx", "xlsx: the telephone number as a number in scientific form", lambda: xlsx(raw_rows="<row><c><v>9.830055512E9</v></c></row>"))
put("x10.xlsx", "xlsx: cached value of an external link", lambda: xlsx(parts={"xl/externalLinks/externalLink1.xml": f"<externalLink {S}><externalBook><sheetDataSet><sheetData><row><cell t='str'><v>{NAME}</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>"}))
put("x11.xlsx", "xlsx: first name and surname in two cells of a row", lambda: xlsx([["4", FIRST, "Barqandaz"]]))
put("x12.xlsx", "xlsx: _x005A_ escapes", lambda: xlsx([["".join(f"_x{ord(c):04X}_" for c in NAME)]]))
put("x13.xlsb", "xlsb: binary part in UTF-16", lambda: zipped({"[Content_Types].xml": "<Types/>", "xl/workbook.bin": b"\x83\x01\x00", "xl/sharedStrings.bin": b"\x9f\x01\x08\x01\0\0\0\x01\0\0\0\x13" + bytes([5 + 2 * len(NAME)]) + b"\0" + struct.pack("<I", len(NAME)) + NAME.encode("utf-16le")}))

P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def pptx(parts):
    return package(f"<p:presentation {P}/>", "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", "ppt/presentation.xml", parts)


def slide(text, kind="sld", attributes=""):
    return f"<p:{kind} {P} {attributes}><p:cSld><p:spTree><p:sp><p:txBody><a:p>{text}</a:p></p:txBody></p:sp></p:spTree></p:cSld></p:{kind}>"


put("y01.pptx", "pptx: notes, split runs", lambda: pptx({"ppt/slides/slide1.xml": slide("<a:r><a:t>Rooms</a:t></a:r>"), "ppt/notesSlides/notesSlide1.xml": slide("<a:r><a:t>Zul</a:t></a:r><a:r><a:t>ekha</a:t></a:r>", "notes")}))
put("y02.pptx", "pptx: hidden slide", lambda: pptx({"ppt/slides/slide1.xml": slide(f"<a:r><a:t>{NAME}</a:t></a:r>", attributes="show='0'")}))
put("y03.pptx", "pptx: author of comments", lambda: pptx({"ppt/commentAuthors.xml": f"<p:cmAuthorLst {P}><p:cmAuthor id='0' name='{NAME}' initials='x'/></p:cmAuthorLst>"}))


def odf(mime, content, meta="", extra=None):
    ns = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return zipped({"mimetype": mime, "content.xml": f"<office:document-content {ns}><office:body><office:text>{content}</office:text></office:body></office:document-content>",
                   "meta.xml": f"<office:document-meta {ns}><office:meta>{meta}</office:meta></office:document-meta>", **(extra or {})})


ODT = "application/vnd.oasis.opendocument.text"
put("z01.odt", "odt: meta", lambda: odf(ODT, "<text:p>Rooms</text:p>", f"<meta:initial-creator>{NAME}</meta:initial-creator>"))
put("z02.odt", "odt: spans and <text:s/> within the name", lambda: odf(ODT, "<text:p><text:span>Zule</text:span>kha<text:s/>Barqandaz</text:p>"))
put("z03.odt", "odt: deleted text of a tracked change", lambda: odf(ODT, f"<text:tracked-changes><text:changed-region><text:deletion><text:p>{NAME}</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>Rooms</text:p>"))
put("z04.ods", "ods: a hidden table's name", lambda: odf("application/vnd.oasis.opendocument.spreadsheet", f"<table:table table:name='{FIRST}' table:display='false'/>"))
put("z05.epub", "epub: a chapter's title in the table of contents", lambda: zipped({"mimetype": "application/epub+zip", "OEBPS/toc.ncx": f"<ncx><navPoint><navLabel><text>{NAME}</text></navLabel></navPoint></ncx>", "OEBPS/a.xhtml": "<html/>"}))
put("z06.xps", "xps: UnicodeString of glyphs", lambda: zipped({"[Content_Types].xml": "<Types/>", "Documents/1/Pages/1.fpage": f"<FixedPage><Glyphs UnicodeString='{NAME}'/></FixedPage>"}))
put("z07.kmz", "kmz", lambda: zipped({"doc.kml": f"<kml><Placemark><name>{BENGALI}</name></Placemark></kml>"}))
put("z08.odt", "odt: encrypted content", lambda: zipped({"mimetype": ODT, "META-INF/manifest.xml": '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml" manifest:size="900"><manifest:encryption-data manifest:checksum="x"><manifest:algorithm manifest:algorithm-name="http://www.w3.org/2001/04/xmlenc#aes256-cbc"/></manifest:encryption-data></manifest:file-entry></manifest:manifest>', "content.xml": random.Random(9).randbytes(900)}), FOUND_OR_NOT)


def cfb(streams):
    """An OLE compound file; every stream is padded beyond the mini streams' size."""
    names = sorted(streams, key=lambda n: (len(n), n.upper()))
    sectors, chains, sizes = [], {}, {}
    count_dir = -(-(len(names) + 1) // 4)
    fat = [0xFFFFFFFD] + [0xFFFFFFFE if i == count_dir - 1 else i + 2 for i in range(count_dir)]
    for name in names:
        content = streams[name].ljust(4096, b"\0")
        sizes[name] = len(content)
        chains[name] = len(fat)
        pieces = [content[i : i + 512].ljust(512, b"\0") for i in range(0, len(content), 512)]
        fat += [len(fat) + i + 1 for i in range(len(pieces) - 1)] + [0xFFFFFFFE]
        sectors += pieces

    def entry(name, kind, left, right, child, start, size):
        text = name.encode("utf-16le")
        return text.ljust(64, b"\0") + struct.pack("<HBBIII", len(text) + 2, kind, 1, left, right, child) + bytes(36) + struct.pack("<IQ", start, size)

    none = 0xFFFFFFFF
    directory = entry("Root Entry", 5, none, none, 1 if names else none, 0xFFFFFFFE, 0)
    for i, name in enumerate(names, 1):
        directory += entry(name, 2, none, i + 1 if i < len(names) else none, none, chains[name], sizes[name])
    directory = directory.ljust(count_dir * 512, b"\0")
    assert len(fat) <= 128
    header = (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
              + struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0) + struct.pack("<I", 0) + b"\xff" * 432)
    return header + b"".join(struct.pack("<I", v) for v in fat).ljust(512, b"\xff") + directory + b"".join(sectors)


put("c01.doc", "old Word: text in UTF-16", lambda: cfb({"WordDocument": bytes(512) + said(NAME).encode("utf-16le"), "1Table": bytes(100)}), FOUND_OR_NOT)
put("c02.msg", "Outlook message: subject in UTF-16", lambda: cfb({"__substg1.0_0037001F": NAME.encode("utf-16le"), "__properties_version1.0": bytes(64), "__substg1.0_1000001F": "Rooms".encode("utf-16le")}), FOUND_OR_NOT)
put("c03.msg", "Outlook message: RTF body, compressed", lambda: cfb({"__properties_version1.0": bytes(64), "__substg1.0_10090102": struct.pack("<IIII", 60, 60, 0x75465A4C, 0) + random.Random(4).randbytes(80)}), FOUND_OR_NOT)
put("c04.xls", "old Excel: a string of one byte a letter", lambda: cfb({"Workbook": struct.pack("<HHHH", 0x809, 16, 0x600, 5) + bytes(12) + struct.pack("<HHIIHB", 0xFC, 11 + len(NAME), 1, 1, len(NAME), 0) + NAME.encode()}), FOUND_OR_NOT)
put("c05.doc", "old Word: author in the summary", lambda: cfb({"WordDocument": bytes(600), "\x05SummaryInformation": b"\xfe\xff\0\0" + bytes(44) + struct.pack("<II", 30, len(NAME) + 1) + NAME.encode() + b"\0"}), FOUND_OR_NOT)

# ---------------------------------------------------------------------------------------------------------------- mail


def mail(*headers, body=b"See below.\r\n"):
    return "\r\n".join(["From: desk@example.org", "To: office@example.org", "Date: Fri, 2 Jan 2026 10:00:00 +0530", *headers, "", ""]).encode() + utf8(body)


def encoded(text, way="B", charset="utf-8"):
    content = text.encode(charset)
    inner = base64.b64encode(content).decode() if way == "B" else "".join(f"={b:02X}" for b in content)
    return f"=?{charset}?{way}?{inner}?="


MIME = "MIME-Version: 1.0"
put("m01.eml", "mail: RFC 2047 base64 subject", mail("Subject: " + encoded(NAME)))
put("m02.eml", "mail: RFC 2047 subject split within the name into two words", mail("Subject: " + encoded("Zule") + "\r\n " + encoded("kha Barqandaz", "Q")))
put("m03.eml", "mail: RFC 2047 in the name of a recipient, UTF-16 nowhere, Bengali in Q", mail("Cc: " + encoded(BENGALI, "Q") + " <x@example.org>"))
put("m04.eml", "mail: quoted-printable body with a soft break in the name", mail(MIME, "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable", body=b"She is Zule=\r\nkha Barq=61ndaz.\r\n"))
put("m05.eml", "mail: base64 body in UTF-16", mail(MIME, "Content-Type: text/plain; charset=utf-16le", "Content-Transfer-Encoding: base64", body=base64.encodebytes(said(HINDI).encode("utf-16le"))))
put("m06.eml", "mail: base64 attachment in a forwarded message", lambda: mail(MIME, "Content-Type: multipart/mixed; boundary=o", body=b"--o\r\nContent-Type: message/rfc822\r\n\r\n"
    + mail(MIME, "Subject: Fwd", "Content-Type: multipart/mixed; boundary=i", body=b"--i\r\nContent-Type: application/octet-stream; name=a.bin\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(docx(paragraph(NAME))) + b"--i--\r\n") + b"\r\n--o--\r\n"))
put("m07.eml", "mail: a forwarded message that is base64 itself", lambda: mail(MIME, "Content-Type: message/rfc822", "Content-Transfer-Encoding: base64", body=base64.encodebytes(mail("Subject: " + encoded(NAME)))))
put("m08.eml", "mail: file name of an attachment in RFC 2231 pieces", mail(MIME, "Content-Type: multipart/mixed; boundary=o", body=b"--o\r\nContent-Type: text/plain\r\nContent-Disposition: attachment;\r\n filename*0*=utf-8''Zul%65;\r\n filename*1*=kha%20Barqandaz.txt\r\n\r\nNothing.\r\n--o--\r\n"))
put("m09.eml", "mail: preamble before the first part", mail(MIME, "Content-Type: multipart/mixed; boundary=o", body=utf8(NAME) + b"\r\n--o\r\nContent-Type: text/plain\r\n\r\nNothing.\r\n--o--\r\n"))
put("m10.eml", "mail: epilogue after the last part", mail(MIME, "Content-Type: multipart/mixed; boundary=o", body=b"--o\r\nContent-Type: text/plain\r\n\r\nNothing.\r\n--o--\r\n" + utf8(NAME)))
put("m11.eml", "mail: HTML alternative with references, base64", lambda: mail(MIME, "Content-Type: multipart/alternative; boundary=o", body=b"--o\r\nContent-Type: text/plain\r\n\r\nNothing.\r\n--o\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    + base64.encodebytes(html("".join(f"&#{ord(c)};" for c in NAME))) + b"--o--\r\n"))
put("m12.dat", "winmail.dat: subject", lambda: tnef(NAME), FOUND_OR_NOT)
put("m13.eml", "mail: winmail.dat attached", lambda: mail(MIME, "Content-Type: application/ms-tnef; name=winmail.dat", "Content-Transfer-Encoding: base64", body=base64.encodebytes(tnef(NAME))), FOUND_OR_NOT)
put("m14.mbox", "mbox: the third message's base64 body", b"From a Fri Jan  2 10:00:00 2026\n" + mail("Subject: one").replace(b"\r", b"") + b"\nFrom a Fri Jan  2 10:00:00 2026\n" + mail("Subject: two").replace(b"\r", b"")
    + b"\nFrom a Fri Jan  2 10:00:00 2026\n" + mail(MIME, "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", body=base64.encodebytes(said(NAME).encode())).replace(b"\r", b""))
put("m15.eml", "mail: UTF-7 body", mail(MIME, "Content-Type: text/plain; charset=utf-7", body=b"Seen: +" + base64.b64encode(NAME.encode("utf-16be")).rstrip(b"=") + b"-.\r\n"))
put("m16.eml", "mail: opaque S/MIME signature around the text", lambda: smime("-sign"), FOUND_OR_NOT)
put("m17.eml", "mail: encrypted S/MIME", lambda: smime("-encrypt"), FOUND_OR_NOT)
put("m18.asc", "OpenPGP message, armoured", lambda: pgp(), FOUND_OR_NOT)
put("m19.eml", "mail: header of one's own, folded within the name", mail("X-Guest: Zulekha\r\n\tBarqandaz-Mirdha"))
put("m20.eml", "mail: address of the sender", mail("Reply-To: zulekha.barqandaz@example.org"))
put("m21.eml", "mail: format=flowed, stuffed and broken", mail(MIME, "Content-Type: text/plain; format=flowed; delsp=yes", body=b"Seen: Zule \r\nkha Barq \r\nandaz.\r\n"))
put("m22.eml", "mail: uuencoded attachment in the body", lambda: mail("Subject: old", body=uuencoded(said(NAME).encode())))
put("m23.eml", "mail: an encoded word in a parameter and in a comment", mail("Received: from x (" + encoded(NAME) + ") by y"))
put("m24.eml", "mail: yEnc attachment", mail("Subject: old", body=b"=ybegin line=128 size=60 name=a.txt\r\n" + bytes((b + 42) % 256 for b in b"Her name is Zulekha Barqandaz") + b"\r\n=yend size=60\r\n"), FOUND_OR_NOT)


def tnef(text):
    def attribute(level, kind, content):
        return struct.pack("<BII", level, kind, len(content)) + content + struct.pack("<H", sum(content) & 0xFFFF)

    return struct.pack("<IH", 0x223E9F78, 1) + attribute(1, 0x00089006, struct.pack("<I", 0x10000)) + attribute(1, 0x00018004, text.encode() + b"\0")


def smime(way):
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "a.txt").write_bytes(mail("Content-Type: text/plain; charset=utf-8", body=said(BENGALI)))
        run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "k.pem", "-out", "c.pem", "-subj", "/CN=desk", "-days", "9", cwd=folder)
        more = ["-signer", "c.pem", "-inkey", "k.pem", "-nodetach"] if way == "-sign" else ["-aes256"]
        return run("openssl", "cms", way, *more, "-in", "a.txt", "-subject", "Rooms", *(["c.pem"] if way == "-encrypt" else []), cwd=folder)


def pgp():
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "a.txt").write_text(said(NAME))
        os.chmod(folder, 0o700)
        run("gpg", "--homedir", folder, "--batch", "--pinentry-mode", "loopback", "--passphrase", "lock", "--armor", "-o", "out.asc", "-c", "a.txt", cwd=folder)
        subprocess.run(["gpgconf", "--homedir", folder, "--kill", "gpg-agent"], capture_output=True)
        return Path(folder, "out.asc").read_bytes()


# ----------------------------------------------------------------------------------------------------- sound and moving


def id3(frames, version=3, flags=0):
    body = b"".join(frames)
    if flags & 0x80:
        body = body.replace(b"\xff", b"\xff\0")
    size = len(body)
    return b"ID3" + bytes([version, 0, flags]) + bytes((size >> s) & 0x7F for s in (21, 14, 7, 0)) + body


def frame(kind, content, flags=0, version=3):
    size = struct.pack(">I", len(content)) if version == 3 else bytes((len(content) >> s) & 0x7F for s in (21, 14, 7, 0))
    return kind + size + struct.pack(">H", flags) + content


SILENCE = (b"\xff\xfb\x90\x00" + bytes(413)) * 12
UTF16 = b"\x01\xff\xfe"
put("v01.mp3", "ID3v2.3 title in UTF-16", lambda: id3([frame(b"TIT2", UTF16 + NAME.encode("utf-16le"))]) + SILENCE)
put("v02.mp3", "ID3v2.3 title in UTF-16, unsynchronised", lambda: id3([frame(b"TIT2", UTF16 + BENGALI.encode("utf-16le"))], flags=0x80) + SILENCE)
put("v03.mp3", "ID3v2.4 compressed frame", lambda: id3([frame(b"TIT2", struct.pack(">I", len(NAME) + 1) + zlib.compress(b"\x03" + NAME.encode()), 0x0009, 4)], 4) + SILENCE, FOUND_OR_NOT)
put("v04.mp3", "ID3v1 at the end", lambda: SILENCE + (b"TAG" + NAME.encode()[:30].ljust(30, b"\0")).ljust(128, b"\0"))
put("v05.mp3", "ID3 lyrics, one language, UTF-16BE", lambda: id3([frame(b"USLT", b"\x01eng\xfe\xff\0\0\xfe\xff" + NAME.encode("utf-16be"))]) + SILENCE)
put("v06.mp3", "ID3 picture of the name", lambda: id3([frame(b"APIC", b"\0image/png\0\x03\0" + picture(FIRST))]) + SILENCE)
put("v07.mp3", "APEv2 tag", lambda: SILENCE + ape())
put("v08.mp3", "ID3v2.2 in an old short frame", lambda: id3([b"TT2" + struct.pack(">I", 3 + 2 * len(NAME))[1:] + UTF16 + NAME.encode("utf-16le")], 2) + SILENCE)
put("v09.mp4", "MP4 ©nam", lambda: mp4(NAME))
put("v10.mp4", "MP4 ©nam in UTF-16, moov behind the media", lambda: mp4(NAME, wide=True))
put("v11.mp4", "MP4 XMP in a uuid box", lambda: mp4("Rooms") + box(b"uuid", bytes.fromhex("be7acfcb97a942e89c71999491e3afac") + (XMP % NAME).encode()))
put("v12.mp4", "MP4 subtitles in the media", lambda: box(b"ftyp", b"isom\0\0\2\0isommp42") + box(b"mdat", struct.pack(">H", len(BENGALI.encode("utf-16be")) + 2) + b"\xfe\xff" + BENGALI.encode("utf-16be")) + box(b"moov", box(b"mvhd", bytes(100))))
put("v13.flac", "FLAC comment", lambda: b"fLaC\0\0\0\x22" + bytes.fromhex("10001000000000000000") + bytes.fromhex("0ac442f000000000") + bytes(16) + b"\x84" + struct.pack(">I", len(vorbis(NAME)))[1:] + vorbis(NAME))
put("v14.opus", "Opus comment", lambda: ogg(b"OpusHead\x01\x01\0\0\x80\xbb\0\0\0\0\0", 0, 2) + ogg(b"OpusTags" + vorbis(NAME), 1, 0))
put("v15.opus", "Opus comment over two pages", lambda: ogg(b"OpusHead\x01\x01\0\0\x80\xbb\0\0\0\0\0", 0, 2) + split_ogg(b"OpusTags" + vorbis("x" * 65000 + " " + NAME)))
put("v16.wav", "WAV LIST INFO", lambda: riff(b"WAVE", sound(), (b"LIST", b"INFO" + piece(b"INAM", NAME.encode() + b"\0"))))
put("v17.wav", "WAV broadcast extension's description", lambda: riff(b"WAVE", (b"bext", NAME.encode().ljust(602, b"\0")), sound()))
put("v18.wav", "WAV with an ID3 chunk in UTF-16", lambda: riff(b"WAVE", sound(), (b"id3 ", id3([frame(b"TPE1", UTF16 + NAME.encode("utf-16le"))]))))
put("v19.mkv", "Matroska tag", lambda: matroska())
put("v20.avi", "AVI INFO", lambda: riff(b"AVI ", (b"LIST", b"hdrl" + piece(b"avih", bytes(56))), (b"LIST", b"INFO" + piece(b"IART", NAME.encode() + b"\0"))))
put("v21.aiff", "AIFF annotation", lambda: aiff())
put("v22.wma", "ASF content description in UTF-16", lambda: asf(), FOUND_OR_NOT)
put("v23.m4a", "MP4 free-form tag", lambda: mp4("Rooms", extra=box(b"----", box(b"mean", b"\0\0\0\0com.example") + box(b"name", b"\0\0\0\0guest") + box(b"data", b"\0\0\0\1\0\0\0\0" + NAME.encode()))))
put("v24.midi", "MIDI lyric events of a syllable each", lambda: midi(), FOUND_OR_NOT)
put("v25.mp4", "MP4 name of a track's handler", lambda: box(b"ftyp", b"isom\0\0\2\0isom") + box(b"moov", box(b"mvhd", bytes(100)) + box(b"trak", box(b"mdia", box(b"hdlr", bytes(8) + b"vide" + bytes(12) + NAME.encode() + b"\0")))))


def box(kind, content):
    return struct.pack(">I", len(content) + 8) + kind + content


def mp4(title, wide=False, extra=b""):
    data = b"\0\0\0\2\0\0\0\0" + title.encode("utf-16be") if wide else b"\0\0\0\1\0\0\0\0" + title.encode()
    meta = box(b"meta", bytes(4) + box(b"hdlr", bytes(8) + b"mdirappl" + bytes(9)) + box(b"ilst", box(b"\xa9nam", box(b"data", data)) + extra))
    header = bytes(4) + bytes(8) + struct.pack(">II", 1000, 0) + struct.pack(">IH", 0x10000, 0x100) + bytes(10) + struct.pack(">9I", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000) + bytes(24) + struct.pack(">I", 2)
    moov = box(b"moov", box(b"mvhd", header) + box(b"udta", meta))
    start, media = box(b"ftyp", b"isom\0\0\2\0isommp42"), box(b"mdat", bytes(64))
    return start + media + moov if wide else start + moov + media


def ape():
    item = struct.pack("<II", len(NAME), 0) + b"Title\0" + NAME.encode()
    tail = struct.pack("<IIII", 2000, len(item) + 32, 1, 0) + bytes(8)
    return item + b"APETAGEX" + tail


def vorbis(text):
    comment = f"TITLE={text}".encode()
    return struct.pack("<I", 4) + b"desk" + struct.pack("<II", 1, len(comment)) + comment


def ogg(packet, number, flags, whole=True):
    lacing = bytes([255] * (len(packet) // 255)) + (bytes([len(packet) % 255]) if whole else b"")
    head = b"OggS\0" + bytes([flags]) + struct.pack("<QIIIB", 0, 7, number, 0, len(lacing)) + lacing
    crc = 0
    for byte in head + packet:
        crc ^= byte << 24
        for _ in range(8):
            crc = ((crc << 1) ^ 0x04C11DB7) & 0xFFFFFFFF if crc & 0x80000000 else crc << 1
    return head[:22] + struct.pack("<I", crc) + head[26:] + packet


def split_ogg(packet):
    """The break between the two pages falls into the name."""
    cut = 255 * 255
    pad = packet.index(b" Zul") + 5 - cut
    packet = packet.replace(b"x" * pad, b"", 1) if pad > 0 else packet
    length = struct.pack("<I", len(packet) - len(b"OpusTags") - 16)
    packet = packet[:20] + length + packet[24:]
    return ogg(packet[:cut], 1, 0, False) + ogg(packet[cut:], 2, 1)


def piece(kind, content):
    return kind + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)


def sound():
    return b"fmt ", struct.pack("<HHIIHH", 1, 1, 8000, 8000, 1, 8)


def riff(kind, *pieces):
    body = kind + b"".join(piece(k, c) for k, c in pieces) + (piece(b"data", bytes(800)) if kind == b"WAVE" else b"")
    return b"RIFF" + struct.pack("<I", len(body)) + body


def matroska():
    def element(kind, content):
        return bytes.fromhex(kind) + (0x10000000 | len(content)).to_bytes(4, "big") + content

    head = element("1a45dfa3", element("4282", b"matroska") + element("4287", b"\4") + element("4285", b"\2"))
    tags = element("1254c367", element("7373", element("63c0", b"") + element("67c8", element("45a3", b"TITLE") + element("4487", NAME.encode()))))
    return head + element("18538067", element("1549a966", element("2ad7b1", b"\x0f\x42\x40") + element("4d80", b"x") + element("5741", b"x")) + tags)


def aiff():
    def part(kind, content):
        return kind + struct.pack(">I", len(content)) + content + b"\0" * (len(content) % 2)

    body = b"AIFF" + part(b"COMM", struct.pack(">hIh", 1, 100, 8) + bytes.fromhex("400bfa00000000000000")) + part(b"ANNO", NAME.encode()) + part(b"SSND", bytes(108))
    return b"FORM" + struct.pack(">I", len(body)) + body


def asf():
    title = NAME.encode("utf-16le") + b"\0\0"
    body = struct.pack("<HHHHH", len(title), 0, 0, 0, 0) + title
    content = bytes.fromhex("3326b2758e66cf11a6d900aa0062ce6c") + struct.pack("<Q", 24 + len(body)) + body
    return bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c") + struct.pack("<QIBB", 30 + len(content), 1, 1, 2) + content


def midi():
    events = b"".join(b"\0\xff\x05" + bytes([len(s)]) + s for s in (b"Zu", b"le", b"kha ", b"Bar", b"qan", b"daz")) + b"\0\xff\x2f\0"
    return b"MThd" + struct.pack(">IHHH", 6, 0, 1, 96) + b"MTrk" + struct.pack(">I", len(events)) + events


# ----------------------------------------------------------------------------------------------------------- databases


def database(fill, encoding="UTF-8"):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "a.db")
        db = sqlite3.connect(file)
        db.execute(f"PRAGMA encoding='{encoding}'")
        db.execute("PRAGMA secure_delete=OFF")
        db.execute("CREATE TABLE room (no INTEGER, guest TEXT)")
        db.executemany("INSERT INTO room VALUES (?, ?)", [(i, f"guest {i}") for i in range(20)])
        fill(db)
        db.commit()
        db.close()
        return file.read_bytes()


put("q01.db", "SQLite: a row", lambda: database(lambda db: db.execute("INSERT INTO room VALUES (99, ?)", (NAME,))))
put("q02.db", "SQLite in UTF-16: a row in Bengali", lambda: database(lambda db: db.execute("INSERT INTO room VALUES (99, ?)", (BENGALI,)), "UTF-16le"))
put("q03.db", "SQLite: a deleted row", lambda: database(lambda db: (db.execute("INSERT INTO room VALUES (99, ?)", (said(NAME),)), db.commit(), db.execute("DELETE FROM room WHERE no = 99"))))
put("q04.db", "SQLite: a blob with a deflated text", lambda: database(lambda db: db.execute("INSERT INTO room VALUES (99, ?)", (zlib.compress(said(NAME).encode()),))), FOUND_OR_NOT)
put("q05.db", "SQLite: a JPEG of the name in a blob", lambda: database(lambda db: db.execute("INSERT INTO room VALUES (99, ?)", (picture(NAME, form="jpg"),))), FOUND_OR_NOT)
put("q06.db", "SQLite: a long text over several pages, the name across their border", lambda: database(lambda db: db.executemany("INSERT INTO room VALUES (?, ?)",
    [(i, "x" * (4030 + i) + " " + NAME + " " + "y" * 9000) for i in range(0, 60, 2)])))
put("q07.db", "SQLite: the telephone number as an integer", lambda: database(lambda db: db.execute("INSERT INTO room VALUES (?, 'x')", (9830055512,))))
put("q08.db", "SQLite: first name and surname in two columns", lambda: database(lambda db: (db.execute("CREATE TABLE g (s TEXT, n INTEGER, f TEXT)"), db.execute("INSERT INTO g VALUES ('Barqandaz-Mirdha', 7, 'Zulekha')"))))
put("q09.db", "SQLite: the birth date as seconds since 1970", lambda: database(lambda db: (db.execute("CREATE TABLE b (born DATE)"), db.execute("INSERT INTO b VALUES (1282176000)"))), FOUND_OR_NOT)

# ------------------------------------------------------------------------------------------------------- second thoughts

for file, place, text in (
    ("t61.txt", "syllables apart", "Zu le kha Bar qan daz"),
    ("t62.txt", "a picture letter within the name", "Zul🙂ekha Barq🙂andaz"),
    ("t63.txt", "one letter a line", "\n".join(FIRST)),
    ("t64.txt", "a letter starred out", "Z*lekha Barq*ndaz"),
    ("t65.txt", "drawn out", "Zuleeeekhaaaa"),
    ("t66.txt", "the Bengali spelling with another vowel", "জোলেখা বরকন্দাজ"),
    ("t67.txt", "the Bengali spelling with another letter for z", "যুলেখা বরকন্দায"),
    ("t68.txt", "the Hindi spelling with another vowel", "ज़ुलैखा बरकन्दाज़"),
    ("t69.txt", "Bengali initials and surname", "জু. বরকন্দাজ-মির্ধা"),
    ("t70.txt", "the birth date in Hindi words and digits", "जन्म १९ अगस्त २०१०"),
    ("t71.txt", "the birth date in Bengali digits, year first", "২০১০-০৮-১৯"),
    ("t72.txt", "the birth date with a Roman month", "DOB 19-VIII-2010"),
    ("t73.txt", "the birth date as 19082010", "DOB:19082010"),
    ("t74.txt", "the birth date with a weekday and an apostrophe", "Thursday, 19 Aug '10"),
    ("t75.txt", "the telephone number as a messenger's address", "919830055512@s.whatsapp.net"),
    ("t76.txt", "the telephone number with the letter O for zero", "983OO 55512"),
    ("t77.txt", "the telephone number broken over two lines", "98300-\n55512"),
    ("t78.txt", "the telephone number in fullwidth digits", fullwidth("9830055512")),
    ("t79.txt", "Latin and Bengali mixed in one name", "Zulekha".replace("Zu", "জু") + " বরকন্দাজ"),
    ("t80.txt", "small capitals", "Zᴜʟᴇᴋʜᴀ Bᴀʀǫᴀɴᴅᴀᴢ"),
    ("t81.txt", "Greek letters that look like Latin ones", "Ζulεκhα Βarqαndaz"),
    ("t82.txt", "strokes through every letter", "".join(c + "\u0336" for c in NAME)),
    ("t83.txt", "variation selectors after every letter", "".join(c + "\ufe0f" for c in NAME)),
    ("t84.txt", "Hangul fillers and Mongolian separators between the letters", "\u3164".join(FIRST) + "\u180e"),
    ("t85.txt", "terminal colours within the name", "Zul\x1b[31mekha\x1b[0m Barq\x1b[1mandaz"),
    ("t86.txt", "a letter overstruck with backspaces, as man pages have it", "".join(f"{c}\b{c}" for c in FIRST)),
    ("t87.txt", "Markdown's emphasis within the name", "**Zul**ekha Barq_and_az"),
):
    put(file, place, utf8(said(text)))

put("u13.txt", "UTF-16 appended to a UTF-8 log", utf8("The night was quiet.\n" * 40) + said(NAME).encode("utf-16le"))
put("u14.txt", "UTF-8 appended to a UTF-16 log", "The night was quiet.\n".encode("utf-16") * 20 + b"\n" + utf8(said(NAME)))
put("u15.txt", "a UTF-16BE mark before plain letters", b"\xfe\xff" + utf8(said(NAME)))
put("u16.html", "HTML in UTF-16BE without a mark", ("<html><body><p>" + "".join(f"&#{ord(c)};" for c in NAME) + "</p></body></html>").encode("utf-16be"))
put("u17.csv", "CSV in UTF-16 with tabs", "no\tsurname\tgiven\r\n1\tBarqandaz\tZulekha\r\n".encode("utf-16"))
put("h15.html", "letters that nobody sees within the name", html('Zu<span style="display:none">xx</span>lekha Barq<span hidden>zz</span>andaz'))
put("d29.reg", "Windows registry: UTF-16 in hexadecimal with commas", lambda: ("Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\Desk]\r\n\"g\"=hex(1):"
    + ",".join(f"{b:02x}" for b in NAME.encode("utf-16le")) + "\r\n").encode("utf-16"))
put("d30.plist", "XML property list: base64 data", lambda: plistlib.dumps({"g": said(NAME).encode()}))
put("d31.txt", "base64 in lines of 20 letters, indented", lambda: "".join(f"    {b[i:i + 20]}\n" for b in [base64.b64encode(said(NAME).encode()).decode()] for i in range(0, len(b), 20)).encode())
put("d32.txt", "base64 of base64", base64.b64encode(base64.b64encode(said(NAME).encode())))
put("d33.txt", "base64 of a gzip", lambda: base64.b64encode(gzip.compress(said(NAME).encode())))
put("d34.dcm", "DICOM: patient's name", b"\0" * 128 + b"DICM" + b"\x10\0\x10\0PN" + struct.pack("<H", 24) + b"MIRDHA^ZULEKHA BARQANDAZ ")
put("d35.txt", "base32", base64.b32encode(said(NAME).encode()), FOUND_OR_NOT)
put("p67.pdf", "PDF: bitmap font without any map (letters as pixels, codes say nothing)", lambda: bitmap_font())
put("p68.pdf", "PDF: scanned page in JPEG 2000", lambda: image_page(picture(NAME, "-colorspace", "gray", form="jp2"), "/Filter /JPXDecode", *raw(picture(NAME))[:2]))
put("p69.pdf", "PDF: a black image whose soft mask is the name", lambda: mask_page("/SMask 7 0 R"))
put("p70.pdf", "PDF: a stencil mask of the name", lambda: stencil_page())
put("p71.pdf", "PDF: scanned page cut into strips of six lines", lambda: strips())
put("p72.pdf", "PDF: image in a stamp's appearance", lambda: stamp())
put("p73.pdf", "PDF: text in a tiling pattern", lambda: pdf(VISIBLE + "/Pattern cs /P1 scn 60 400 400 60 re f", resources="/Pattern << /P1 6 0 R >>", objects=[
    deflated(shown(NAME, at="5 5"), "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 300 30] /XStep 300 /YStep 30 /Resources << /Font << /F1 5 0 R >> >>")]))
put("p74.pdf", "PDF: thumbnail of the page", lambda: page_thumbnail())
put("p75.pdf", "PDF: associated file without a name tree", lambda: pdf(catalog="/AF [6 0 R]", objects=["<< /Type /Filespec /F (a.zip) /AFRelationship /Data /EF << /F 7 0 R >> >>",
    deflated(zipped({"a.txt": said(NAME)}), "/Type /EmbeddedFile")]))
put("p76.pdf", "PDF: file attachment's annotation, a docx", lambda: pdf(page="/Annots [6 0 R]", objects=["<< /Type /Annot /Subtype /FileAttachment /Rect [9 9 20 20] /FS 7 0 R >>",
    "<< /Type /Filespec /F (a.docx) /EF << /F 8 0 R >> >>", deflated(docx(paragraph(NAME)), "/Type /EmbeddedFile")]))
put("p77.pdf", "PDF: white on black in an image under other text", lambda: scanned_page(NAME, "-negate", layer=shown("Register of rooms, with quite a few words on it.", at="60 780")))
put("p78.pdf", "PDF: attachment that is encrypted in a PDF", lambda: attached(through(".pdf", pdf(VISIBLE + shown(NAME)), "qpdf", "--encrypt", "lock", "key", "256", "--", "IN", "OUT")), FOUND_OR_NOT)
put("i48.png", "red letters on a green of the same lightness", lambda: through(".png", picture(NAME), "convert", "IN", "+level-colors", "#d02020,#007f00", "OUT"))
put("i49.png", "lying on its side, nothing says so", lambda: picture(NAME, "-rotate", "90"))
put("i50.png", "leaning by six degrees", lambda: picture(NAME, "-rotate", "6"))
put("i51.png", "PNG colour profile, compressed", lambda: png(chunk(b"iCCP", b"desk\0\0" + zlib.compress(said(NAME).encode()))))
put("i52.png", "PNG animation's second frame", lambda: apng(), FOUND_OR_NOT)
put("i53.jpg", "JPEG in CMYK", lambda: picture(NAME, "-colorspace", "CMYK", form="jpg"))
put("i54.tif", "TIFF: the name in a fax's compression", lambda: picture(NAME, "-monochrome", "-compress", "Group4", form="tif"))
put("i55.png", "handwriting-like noise over the name", lambda: picture(NAME, "-attenuate", "0.5", "+noise", "Gaussian"))
put("m25.eml", "mail: raw UTF-8 in the subject", mail("Subject: " + BENGALI))
put("m26.eml", "mail: docx declared as text, base64", lambda: mail(MIME, "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: BASE64", body=base64.encodebytes(docx(paragraph(NAME)))))
put("m27.eml", "mail: base64 with rubbish between the letters", mail(MIME, "Content-Type: text/plain", "Content-Transfer-Encoding: base64", body=b"!\r\n".join([base64.b64encode(said(NAME).encode())[i : i + 16] for i in range(0, 200, 16)])))
put("m28.eml", "mail: encoded word with a language and an underline", mail("Subject: =?utf-8*en?Q?Zule=6Bha_Barq=61ndaz?="))
put("m29.eml", "mail: no closing boundary", mail(MIME, "Content-Type: multipart/mixed; boundary=\"o o\"", body=b"--o o\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(said(NAME).encode())))
put("m30.eml", "mail: unknown character set", mail(MIME, "Content-Type: text/plain; charset=x-desk", "Content-Transfer-Encoding: base64", body=base64.encodebytes(said(BENGALI).encode())))
put("a44.zip", "Unicode path in an extra field, another name in the header", lambda: zipped({info(extra=(lambda b: struct.pack("<HHBI", 0x7075, 5 + len(b), 1, zlib.crc32(b"a.txt")) + b)((FIRST + ".txt").encode())): "Nothing."}))
put("a45.zip", "member compressed with Deflate64", lambda: seven_zip("-mm=Deflate64"), FOUND_OR_NOT)
put("a46.zip", "member compressed with PPMd", lambda: seven_zip("-mm=PPMd"), FOUND_OR_NOT)
put("a47.deb", "ar archive with a tar.gz", lambda: b"!<arch>\n" + (lambda c: b"data.tar.gz/    0           0     0     100644  " + b"%-10d`\n" % len(c) + c + b"\n" * (len(c) % 2))(tarred({"a.txt": said(NAME)}, "w:gz")), FOUND_OR_NOT)
put("a48.warc.gz", "WARC: a gzipped response in a gzipped record", lambda: gzip.compress(b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n") + gzip.compress((lambda b: b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: %d\r\n\r\n" % len(b) + b + b"\r\n\r\n")(
    b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(html(NAME)))), FOUND_OR_NOT)
put("a49.zip", "a zip whose only member is empty, and a second zip behind it", lambda: zipped({"a.txt": said(NAME)}) + zipped({"b.txt": ""}))
put("a50.gz", "gzip with bytes behind it", lambda: gzip.compress(b"Nothing.\n") + said(NAME).encode())
put("a51.tar", "a member behind the end of the tar", lambda: tarred({"a.txt": "Nothing."}) + tarred({"b.txt": gzip.compress(said(NAME).encode())}))
put("o27.docx", "docx: altChunk of HTML with references", lambda: docx("<w:altChunk r:id='c1'/>", {"word/a.html": html("".join(f"&#{ord(c)};" for c in NAME))}))
put("o28.docx", "docx: a macro's project, stored raw", lambda: docx("", {"word/vbaProject.bin": cfb({"PROJECT": b"x", "ThisDocument": b"\x01" + bytes(40) + NAME.encode("utf-16le")})}), FOUND_OR_NOT)
put("o29.docx", "docx: picture on a transparent ground", lambda: docx("", {"word/media/image1.png": picture(NAME, "-transparent", "white")}, part("image", "media/image1.png")))
put("o30.docx", "docx: text box, split over fallback and choice", lambda: docx("<w:p><w:r><w:pict><v:textbox xmlns:v='urn:schemas-microsoft-com:vml'><w:txbxContent><w:p><w:r><w:t>Zule</w:t></w:r><w:r><w:t>kha</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></w:r></w:p>"))
put("x14.xlsx", "xlsx: birth dates counted from 1904", lambda: xlsx(raw_rows="<row><c t='inlineStr'><is><t>DOB</t></is></c><c r='B1' s='1'><v>38947</v></c></row>", parts={
    "xl/styles.xml": f"<styleSheet {S}><numFmts count='1'><numFmt numFmtId='170' formatCode='dd/mm/yyyy'/></numFmts><cellXfs><xf numFmtId='0'/><xf numFmtId='170' applyNumberFormat='1'/></cellXfs></styleSheet>"},
    workbook="<workbookPr date1904='1'/>", rels=f'<Relationship Id="rId9" Type="{OFFICE}/styles" Target="styles.xml"/>'))
put("z09.ods", "ods: the birth date as a date value shown otherwise", lambda: odf("application/vnd.oasis.opendocument.spreadsheet", "<table:table><table:table-row><table:table-cell office:value-type='date' office:date-value='2010-08-19T00:00:00'><text:p>Thu</text:p></table:table-cell></table:table-row></table:table>"))
put("q10.db-wal", "SQLite: a write-ahead log by itself", lambda: wal())
put("v26.mp3", "a second ID3 tag behind the sound", lambda: SILENCE + id3([frame(b"COMM", b"\x01eng\xff\xfe\0\0\xff\xfe" + NAME.encode("utf-16le"))]))
put("v27.mp3", "ID3 general object: a zip", lambda: id3([frame(b"GEOB", b"\0application/zip\0a.zip\0x\0" + zipped({"a.txt": said(NAME)}))]) + SILENCE)
put("v28.flac", "FLAC picture of the name", lambda: (lambda c: b"fLaC\0\0\0\x22" + bytes.fromhex("10001000000000000000") + bytes.fromhex("0ac442f000000000") + bytes(16) + b"\x86" + struct.pack(">I", len(c))[1:] + c)(
    (lambda p: struct.pack(">II", 3, 9) + b"image/png" + struct.pack(">IIIIII", 0, 9, 9, 24, 0, len(p)) + p)(picture(NAME))))


def seven_zip(*options):
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "a.txt").write_text(said(NAME) + "The night was quiet. " * 60)
        run("7z", "a", "-tzip", *options, "out.zip", "a.txt", cwd=folder)
        return Path(folder, "out.zip").read_bytes()


def rectangles(pixels, width, height, scale=1.0):
    rows = []
    for y in range(height):
        x = 0
        while x < width:
            if pixels[y * width + x] < 128:
                end = x
                while end < width and pixels[y * width + end] < 128:
                    end += 1
                rows.append(f"{x * scale:.0f} {(height - y) * scale:.0f} {(end - x) * scale:.0f} {scale * 1.1:.0f} re")
                x = end
            x += 1
    return "\n".join(rows) + " f"


def bitmap_font():
    letters = sorted(set(FIRST))
    glyphs, widths = [], []
    for letter in letters:
        width, height, pixels = raw(picture(letter, "-shave", "40x0", size=30))
        glyphs.append(deflated(f"{width * 10} 0 0 0 {width * 10} {height * 10} d1 " + rectangles(pixels, width, height, 10)))
        widths.append(str(width * 10))
    codes = "".join(f"{33 + letters.index(c):02x}" for c in FIRST)
    return pdf(VISIBLE + f"BT /F2 40 Tf 60 600 Td <{codes}> Tj ET", fonts="/F2 6 0 R", objects=[
        f"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 2000 2000] /FontMatrix [.001 0 0 .001 0 0] /FirstChar 33 /LastChar {32 + len(letters)} /Widths [{' '.join(widths)}] /CharProcs << "
        + " ".join(f"/a{i} {7 + i} 0 R" for i in range(len(letters))) + " >> /Encoding << /Differences [33 " + " ".join(f"/a{i}" for i in range(len(letters))) + "] >> /Resources << >> >>", *glyphs])


def image_page(content, entries, width, height):
    return pdf(f"q 500 0 0 {500 * height // width} 40 500 cm /I1 Do Q", resources="/XObject << /I1 6 0 R >>", objects=[
        stream(content, f"/Type /XObject /Subtype /Image /Width {width} /Height {height} {entries}")])


def mask_page(entry):
    width, height, pixels = raw(picture(NAME, size=36))
    inverted = bytes(255 - v for v in pixels)
    head = f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray /BitsPerComponent 8"
    return pdf(VISIBLE + f"q 500 0 0 {500 * height // width} 40 500 cm /I1 Do Q", resources="/XObject << /I1 6 0 R >>", objects=[
        deflated(bytes(width * height), head + " " + entry), deflated(inverted, head)])


def stencil_page():
    width, height, pixels = raw(picture(NAME, size=36))
    row = -(-width // 8)
    bits = bytearray(row * height)
    for i, value in enumerate(pixels):
        if value > 127:
            bits[i // width * row + i % width // 8] |= 0x80 >> i % width % 8
    return pdf(VISIBLE + f"0 g q 500 0 0 {500 * height // width} 40 500 cm /I1 Do Q", resources="/XObject << /I1 6 0 R >>", objects=[
        deflated(bytes(bits), f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ImageMask true /BitsPerComponent 1")])


def strips():
    width, height, pixels = raw(picture(NAME, size=36))
    objects, draw, names = [], "", ""
    for n, top in enumerate(range(0, height, 6)):
        lines = min(6, height - top)
        objects.append(deflated(pixels[top * width : (top + lines) * width], f"/Type /XObject /Subtype /Image /Width {width} /Height {lines} /ColorSpace /DeviceGray /BitsPerComponent 8"))
        names += f"/S{n} {6 + n} 0 R "
        draw += f"q {width * .6:.1f} 0 0 {lines * .6:.2f} 40 {600 - (top + lines) * .6:.2f} cm /S{n} Do Q\n"
    return pdf(draw, resources=f"/XObject << {names} >>", objects=objects)


def stamp():
    width, height, pixels = raw(picture(NAME, size=36))
    return pdf(page="/Annots [6 0 R]", objects=["<< /Type /Annot /Subtype /Stamp /Rect [60 500 500 560] /F 4 /AP << /N 7 0 R >> >>",
        deflated("440 0 0 60 0 0 cm /I1 Do", "/Type /XObject /Subtype /Form /BBox [0 0 440 60] /Resources << /XObject << /I1 8 0 R >> >>"),
        deflated(pixels, f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray /BitsPerComponent 8")])


def page_thumbnail():
    width, height, pixels = raw(picture(FIRST, size=36))
    return pdf(page="/Thumb 6 0 R", objects=[deflated(pixels, f"/Width {width} /Height {height} /ColorSpace /DeviceGray /BitsPerComponent 8")])


def apng():
    width, height, pixels = raw(picture(FIRST, size=36))
    rows = lambda p: zlib.compress(b"".join(b"\0" + p[y * width : (y + 1) * width] for y in range(height)))
    control = lambda n: chunk(b"fcTL", struct.pack(">IIIIIHHBB", n, width, height, 0, 0, 1, 2, 0, 0))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)) + chunk(b"acTL", struct.pack(">II", 2, 0)) + control(0)
            + chunk(b"IDAT", rows(b"\xff" * width * height)) + control(1) + chunk(b"fdAT", struct.pack(">I", 2) + rows(pixels)) + chunk(b"IEND", b""))


def wal():
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "a.db")
        db = sqlite3.connect(file)
        db.execute("PRAGMA journal_mode=WAL")
        db.execute("CREATE TABLE room (no INTEGER, guest TEXT)")
        db.execute("INSERT INTO room VALUES (99, ?)", (NAME,))
        db.commit()
        content = Path(folder, "a.db-wal").read_bytes()
        db.close()
        return content

# ---------------------------------------------------------------------------------------------------------- file names

put(f"n01 {NAME}.txt", "file's own name", b"Nothing of note.\n")
put(f"n02/{FIRST}/notes.txt", "name of the folder above", b"Nothing of note here.\n")
put("n03 " + BENGALI + ".txt", "file's own name in Bengali", b"Nothing of note, again.\n")
put("n04 zulekhaBarqandazCV-final(2).txt", "within a file's name, in one word", b"Nothing of note, once more.\n")
put("n05 IMG_9830055512_20260102.txt", "telephone number within a file's name", b"Nothing of note, at last.\n")
put("n06 " + unicodedata.normalize("NFD", "Zulékha") + ".txt", "file's own name with combining accents", b"Nothing of note, really.\n")

# ------------------------------------------------------------------------------------------------------------- neutral

NEUTRAL_TEXT = ("On 20.08.2010 and on 19.08.2011 Inspector Barkat Mirza wrote to the Balika Vidyalaya of another town. The number 98300 55521 "
                "was called at ten. Jamil, Zubin and Rokeya were there; the bar was shut. A mirror and a quandary. Born 2010-09-18.\n")


def neutral():
    plain = NEUTRAL_TEXT
    yield "neutral-01.txt", plain.encode()
    yield "neutral-02.txt", ("সাক্ষী বলেন যে তিনি রাত দশটায় দরজা খোলা দেখেছেন। জামিলা বেগম ও রোকেয়া সেখানে ছিলেন। ২০১০ সালের ১৮ আগস্ট।\n").encode()
    yield "neutral-03.txt", ("गवाह ने कहा कि रात दस बजे दरवाज़ा खुला था। जमीला और रुक़ैया वहाँ थीं। मिर्ज़ा साहब बाद में आए।\n").encode("utf-16")
    yield "neutral-04.pdf", pdf(VISIBLE + shown("Rooms and guests, 2010-08-20.") + "0 g 55 600 300 20 re f", objects=["<< /Title (Rooms) >>"], trailer="/Info 6 0 R")
    yield "neutral-05.docx", docx(paragraph(plain), {"word/comments.xml": f"<w:comments {W}><w:comment w:id='1' w:author='A'>{paragraph('Check the bar and the mirror.')}</w:comment></w:comments>"})
    yield "neutral-06.xlsx", xlsx([["room", "guest", "9830055513"], ["4", "Mirza", "40410"]])
    yield "neutral-07.csv", b"no,name,phone\n1,Barkat Mirza,9830055521\n2,\"Banu, Zarina\",9830155512\n"
    yield "neutral-08.json", json.dumps({"a": [1282176001, 9830055511, "2010-08-18", "zule"], "b": "Zurich, Lekh, Barq"}).encode()
    yield "neutral-09.eml", mail("Subject: " + encoded("Rooms"), MIME, "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", body=base64.encodebytes(plain.encode()))
    yield "neutral-10.zip", zipped({"a.zip": zipped({"b.txt": plain + "again"})})
    yield "neutral-11.html", html("<p>" + plain + "</p><!-- nobody -->")
    yield "neutral-12.mp3", id3([frame(b"TIT2", UTF16 + "Song of rooms".encode("utf-16le"))]) + SILENCE
    yield "neutral-13.png", png(chunk(b"tEXt", b"Comment\0a room"))
    yield "neutral-14.mp4", mp4("Rooms in August")
    yield "neutral-15.db", database(lambda db: db.execute("INSERT INTO room VALUES (99, 'Zarina Banu')"))
    yield "neutral-16.txt", ("A long night. " * 40_000 + plain).encode()
    yield "neutral-17.xml", b"<?xml version='1.0'?><rooms><r n='4'>Mirza, Barkat</r></rooms>"
    yield "neutral-18.rtf", b"{\\rtf1\\ansi Register of rooms \\'e9.\\par}"
    try:
        yield "neutral-19.jpg", jpeg()
        yield "neutral-20.png", picture("Register of rooms, August 2010")
    except NoTool:
        pass


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    manifest = {"identity": IDENTITY, "planted": [], "neutral": [], "leftOut": []}
    made = set()
    for file, place, expected, make in PLANTS:
        assert file not in made, file
        made.add(file)
        path = folder / "planted" / file
        try:
            content = make()
        except NoTool as missing:
            manifest["leftOut"].append({"file": file, "place": place, "tool": str(missing)})
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        manifest["planted"].append({"file": file, "place": place, "expected": expected})
    (folder / "neutral").mkdir(parents=True, exist_ok=True)
    for file, content in neutral():
        (folder / "neutral" / file).write_bytes(content)
        manifest["neutral"].append({"file": file})
    json.dump(manifest, sys.stdout, ensure_ascii=False, indent=1)
    print()


if __name__ == "__main__":
    main()
