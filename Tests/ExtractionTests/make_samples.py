"""Makes small files of each format, each with the word Zyxomira planted, in the folder that is named."""

import base64
import binascii
import gzip
import io
import os
import re
import shutil
import sqlite3
import struct
import subprocess
import sys
import tarfile
import zipfile
import zlib

folder = sys.argv[1]
os.makedirs(folder, exist_ok=True)
os.chdir(folder)
WORD = "Zyxomira"


def write(n, b):
    open(n, "wb").write(b if isinstance(b, bytes) else b.encode())


def pdf(objs, root=1, info=None):
    out = b"%PDF-1.5\n"
    offs = []
    for i, o in enumerate(objs, 1):
        offs.append(len(out))
        out += b"%d 0 obj\n" % i + o + b"\nendobj\n"
    x = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objs) + 1) + b"".join(
        b"%010d 00000 n \n" % o for o in offs
    )
    out += b"trailer\n<</Size %d/Root %d 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objs) + 1,
        root,
        (b"/Info %d 0 R" % info) if info else b"",
        x,
    )
    return out


def stream(b, extra=b"", comp=True):
    if comp:
        b = zlib.compress(b)
        extra += b"/Filter/FlateDecode"
    return b"<<%s/Length %d>>stream\n" % (extra, len(b)) + b + b"\nendstream"


def page(content, extra=b"", more=()):
    return pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>%s>>"
            % extra,
            stream(content),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            *more,
        ]
    )


T = b"BT /F 24 Tf 72 700 Td (%s) Tj ET "
base = T % b"The quick brown fox jumps over it"
write("plain.pdf", page(T % WORD.encode()))
write("white.pdf", page(base + b"1 1 1 rg " + T.replace(b"700", b"600") % WORD.encode()))
write("box.pdf", page(base + T.replace(b"700", b"600") % WORD.encode() + b"0 0 0 rg 0 500 600 300 re f"))
write("off.pdf", page(base + T.replace(b"700", b"-600") % WORD.encode()))
write(
    "annot.pdf",
    page(
        base,
        b"/Annots[<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents<"
        + binascii.hexlify(b"\xfe\xff" + WORD.encode("utf-16-be"))
        + b">>>]",
    ),
)
write(
    "info.pdf",
    pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>",
            b"<</Author(%s)>>" % WORD.encode(),
        ],
        info=4,
    ),
)
write(
    "attach.pdf",
    pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a)<</Type/Filespec/F(a.zip)/EF<</F 4 0 R>>>>]>>>>>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>",
            stream(gzip.compress(WORD.encode(), mtime=0), b"/Type/EmbeddedFile"),
        ]
    ),
)
# revision: first says WORD, update replaces content object
p = page(T % WORD.encode())
up = p + b"4 0 obj\n" + stream(base) + b"\nendobj\n"
x = len(up)
prev = int(re.findall(rb"startxref\n(\d+)", p)[-1])
up += b"xref\n4 1\n%010d 00000 n \ntrailer\n<</Size 6/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (
    len(p),
    prev,
    x,
)
write("revision.pdf", up)
write("broken.pdf", page(T % WORD.encode())[:300])
write(
    "layer.pdf",
    pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[6 0 R]/D<</OFF[6 0 R]>>>>>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/Properties<</L 6 0 R>>>>>>",
            stream(
                base
                + b"/OC /L BDC "
                + (b"BT /F 24 Tf 72 600 Td <%s> Tj ET" % binascii.hexlify(WORD.encode()))
                + b" EMC"
            ),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            b"<</Type/OCG/Name(x)>>",
        ]
    ),
)


def zipped(files, comment=b"", m=zipfile.ZIP_DEFLATED):
    b = io.BytesIO()
    f = zipfile.ZipFile(b, "w", m)
    for n, c in files.items():
        f.writestr(n, c)
    f.comment = comment
    f.close()
    return b.getvalue()


write("member.zip", zipped({"a.txt": WORD}))
write("name.zip", zipped({WORD + ".txt": "x"}))
write("comment.zip", zipped({"a": "b"}, WORD.encode()))
write("nested.zip", zipped({"in.zip": zipped({"in2.zip": zipped({"t.txt": WORD})})}))
write("bz.zip", zipped({"a.txt": WORD * 3}, m=zipfile.ZIP_BZIP2))
write("lzma.zip", zipped({"a.txt": WORD * 3}, m=zipfile.ZIP_LZMA))
D = '<w:document xmlns:w="u"><w:body><w:p><w:r><w:t>Zyx</w:t></w:r><w:r><w:t>omira</w:t></w:r></w:p></w:body></w:document>'
write("split.docx", zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": D}))
write(
    "comments.docx",
    zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": "<w/>",
            "word/comments.xml": '<c><w:comment w:author="%s"/></c>' % WORD,
        }
    ),
)
write(
    "media.docx",
    zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": "<w/>",
            "word/embeddings/x.bin": zipped({"a": WORD}),
        }
    ),
)
write(
    "sheet.xlsx",
    zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "xl/sharedStrings.xml": "<sst><si><t>Raktim</t></si><si><t>other</t></si><si><t>Zyxomira</t></si></sst>",
            "xl/worksheets/sheet1.xml": '<worksheet><sheetData><row><c t="s"><v>2</v></c><c t="s"><v>0</v></c></row></sheetData></worksheet>',
        }
    ),
)
b = io.BytesIO()
t = tarfile.open(fileobj=b, mode="w:xz")
i = tarfile.TarInfo("../../%s" % WORD)
i.size = 3
t.addfile(i, io.BytesIO(b"abc"))
i = tarfile.TarInfo("k")
i.size = len(WORD)
t.addfile(i, io.BytesIO(WORD.encode()))
t.close()
write("a.tar.xz", b.getvalue())
write("a.gz", gzip.compress(WORD.encode(), mtime=0))
write("u16.txt", WORD.encode("utf-16-le") * 4)
write("u16b.txt", b"\xfe\xff" + WORD.encode("utf-16-be"))
write("beng16.txt", ("রাজু দাস " * 4).encode("utf-16-le"))
write("cp1252.txt", ("%s caf\xe9" % WORD).encode("cp1252"))
write("json.json", '{"a":"\\u005ayxomira"}')
write(
    "page.html",
    '<p>Zyx<b>om</b>ira</p><!-- hid --><img alt="Zyxomira2" src="data:image/svg+xml;base64,%s">'
    % base64.b64encode(b"<svg><text>Zyxomira3</text></svg>").decode(),
)
write("ent.html", "<p>&#90;yxomira")
write("a.rtf", "{\\rtf1 {\\*\\x hid} Zy\\'78omira \\u2453?\\u2494?}")
write(
    "qp.vcf",
    "BEGIN:VCARD\r\nN;ENCODING=QUOTED-PRINTABLE:=5Ayxom=\r\nira\r\nNOTE:Zyx\r\n omira\r\nEND:VCARD\r\n",
)
write("b64.txt", "hello " + base64.b64encode(WORD.encode() + b" is the name").decode() + " bye")
write("hex.txt", binascii.hexlify(WORD.encode()))
write(
    "unknown.bin",
    b"\x9d\x01\x7f\x00qz"
    + bytes(range(255, -1, -1)) * 4
    + b"\0\0"
    + WORD.encode()
    + b"\0"
    + WORD.encode("utf-16-le")
    + bytes(range(128, 256)),
)


def chunk(t, d):
    return struct.pack(">I", len(d)) + t + d + struct.pack(">I", zlib.crc32(t + d))


def png(extra=b"", tail=b"", n=64):
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", n, n, 8, 0, 0, 0, 0))
        + extra
        + chunk(b"IDAT", zlib.compress((b"\0" + b"\xff" * n) * n))
        + chunk(b"IEND", b"")
        + tail
    )


write(
    "text.png",
    png(
        chunk(b"tEXt", b"Comment\0" + WORD.encode())
        + chunk(b"zTXt", b"Secret\0\0" + zlib.compress(b"Zyxomira2"))
    ),
)
write("tail.png", png(tail=zipped({"a": WORD})))
write("cut.png", png()[:60])
write(
    "id3.mp3",
    b"ID3\x03\0\0"
    + bytes([0, 0, 0, 40])
    + b"TIT2\0\0\0\x13\0\0\x01\xff\xfe"
    + WORD.encode("utf-16-le")
    + b"\0" * 20
    + b"\xff\xfb\x90\0" * 200,
)
write(
    "mail.eml",
    "From: =?utf-8?b?%s?= <a@b.c>\r\nTo: x@y.z\r\nSubject: =?iso-8859-1?q?Zyxo=6Dira2?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=Q\r\n\r\n--Q\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n%s\r\n--Q\r\nContent-Type: application/zip; name=\"x.zip\"\r\nContent-Disposition: attachment; filename*=utf-8''%%5Ayxomira3.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n%s\r\n--Q--\r\n"
    % (
        base64.b64encode(WORD.encode()).decode(),
        base64.b64encode(b"Dear Zyxomira4").decode(),
        base64.encodebytes(zipped({"a": "Zyxomira5" * 3})).decode(),
    ),
)
write(
    "box.mbox",
    "From a@b.c Mon\n"
    + "From: a@b.c\nTo: d@e.f\nSubject: x\n\nbody\n\nFrom g\nFrom: a@b.c\nTo: q\n\nDear Zyxo=6Dira\n".replace(
        "q\n\n", "q\nContent-Transfer-Encoding: quoted-printable\n\n"
    ),
)
write(
    "pgp.eml",
    "From: a@b.c\nTo: d@e.f\nContent-Type: multipart/encrypted; boundary=Q\n\n--Q\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n\n--Q--\n",
)
db = sqlite3.connect("a.sqlite")
db.execute("create table t(a,b)")
db.execute("insert into t values(?,?)", (WORD, b"\0" + b"Zyxomira2 in a blob"))
db.commit()
db.close()
write(
    "rows.xlsx",
    zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "xl/sharedStrings.xml": "<sst><si><t>Second</t></si><si><t>other</t></si><si><t>First</t></si></sst>",
            "xl/worksheets/sheet1.xml": '<worksheet><sheetData><row><c r="A1" t="s"><v>2</v></c><c r="B1" t="s"><v>0</v></c></row></sheetData></worksheet>',
        }
    ),
)
write(
    "locked.odt",
    zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>",
            "content.xml": os.urandom(64),
        }
    ),
)


def compound(streams):
    """A compound file (MS-CFB, version 3) whose streams are all longer than the cutoff."""
    sectors = []
    fat = []

    def add(b):
        first = len(sectors)
        n = (len(b) + 511) // 512
        b = b.ljust(n * 512, b"\0")
        for k in range(n):
            sectors.append(b[k * 512 : k * 512 + 512])
            fat.append(first + k + 1)
        fat[-1] = 0xFFFFFFFE
        return first

    def entry(name, kind, start=0xFFFFFFFE, size=0, child=0xFFFFFFFF, right=0xFFFFFFFF):
        u = (name + "\0").encode("utf-16-le")
        return (
            u.ljust(64, b"\0")
            + struct.pack("<HBBIII", len(u), kind, 1, 0xFFFFFFFF, right, child)
            + b"\0" * 36
            + struct.pack("<IQ", start, size)
        )

    out = [entry("Root Entry", 5, child=1)]
    for k, (n, b) in enumerate(streams):
        b = b.ljust(4096, b"\0")
        out.append(entry(n, 2, add(b), len(b), right=k + 2 if k + 1 < len(streams) else 0xFFFFFFFF))
    directory = add(b"".join(out).ljust((len(out) + 3) // 4 * 512, b"\0"))
    own = len(sectors)
    fat.append(0xFFFFFFFD)
    table = b"".join(struct.pack("<I", f) for f in fat).ljust(512, b"\xff")
    assert len(table) == 512
    head = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + b"\0" * 16
        + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
        + b"\0" * 6
        + struct.pack("<IIIIIIIII", 0, 1, directory, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    )
    return head + struct.pack("<I", own) + b"\xff" * (108 * 4) + b"".join(sectors) + table


rtf = b"{\\rtf1 Zyxomira4}"
write(
    "a.msg",
    compound(
        [
            ("__properties_version1.0", b""),
            ("__substg1.0_0037001F", WORD.encode("utf-16-le")),
            ("__substg1.0_1000001E", b"Zyxomira2"),
            ("__substg1.0_37010102", zipped({"a": "Zyxomira3"})),
            ("__substg1.0_10090102", struct.pack("<II4sI", len(rtf) + 12, len(rtf), b"MELA", 0) + rtf),
        ]
    ),
)
write("locked.docx", compound([("EncryptionInfo", b""), ("EncryptedPackage", os.urandom(5000))]))
write("other.ole", compound([("Contents", WORD.encode())]))
write(
    "vba.ole",
    compound(
        [
            ("WordDocument", b""),
            ("VBA", b""),
            (
                "Module1",
                b"junk\0\x01"
                + struct.pack("<H", 0xB000 | (len(b"\0Attribut\0e Zyxomi\0ra") - 1))
                + b"\0Attribut\0e Zyxomi\0ra",
            ),
        ]
    ),
)
write(
    "movie.avi",
    b"RIFF"
    + struct.pack("<I", 4 + 8 + 4 + 8 + 10)
    + b"AVI LIST"
    + struct.pack("<I", 4 + 8 + 10)
    + b"INFOINAM"
    + struct.pack("<I", 10)
    + b"Zyxomira\0\0",
)
write(
    "paths.svg",
    '<svg xmlns="http://www.w3.org/2000/svg"><title>x</title><desc>Zyx<!-- c -->omira</desc></svg>',
)
# A ZIP whose first member says that it is encrypted.
b = bytearray(zipped({"a": "secret", "b": WORD}))
b[6] |= 1
b[b.index(b"PK\x01\x02") + 8] |= 1
write("locked.zip", bytes(b))
write("tiny.png", png(n=1))
write("tail2.png", png(tail=bytes(b or 1 for b in os.urandom(5000))))
b = bytearray(zipped({"a": "x" * 50, "b": WORD}))
b[b.index(b"PK\x03\x04", 4)] = 0
write("lost.zip", bytes(b))
write("stored.zip", zipped({"in.zip": zipped({"a": WORD})}, m=zipfile.ZIP_STORED))
write("cut.zip", zipped({"a": os.urandom(500)})[:300])
if shutil.which("qpdf"):
    subprocess.run(["qpdf", "--encrypt", "x", "y", "256", "--", "plain.pdf", "locked.pdf"])
write("bomb.gz", gzip.compress(b"\0" * (40 << 20), 9, mtime=0))
write("bomb.zip", zipped({"a": b"\0" * (40 << 20)}))
