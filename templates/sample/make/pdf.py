"""Writes small PDF 1.4 files of text, lines and boxes in the standard Helvetica and Courier fonts."""

import zlib

# The widths of Helvetica's characters 32 to 126, in thousandths of the size (Adobe's font metrics).
HELVETICA = (
    [278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278]
    + [556] * 10
    + [
        278,
        278,
        584,
        584,
        584,
        556,
        1015,
        667,
        667,
        722,
        722,
        667,
        611,
        778,
        722,
        278,
        500,
        667,
        556,
        833,
        722,
        778,
        667,
        778,
        722,
        667,
        611,
        722,
        667,
        944,
        667,
        667,
        611,
        278,
        278,
        278,
        469,
        556,
        333,
        556,
        556,
        500,
        556,
        556,
        278,
        556,
        556,
        222,
        222,
        500,
        222,
        833,
        556,
        556,
        556,
        556,
        333,
        500,
        278,
        556,
        500,
        722,
        500,
        500,
        500,
        334,
        260,
        334,
        584,
    ]
)
A4 = (595, 842)


def width_of(text, size):
    return sum(HELVETICA[ord(c) - 32] if 32 <= ord(c) <= 126 else 556 for c in text) * size / 1000


class Paper:
    """A document that is written from top to bottom; a new page begins where the old one is full."""

    def __init__(self, title, foot):
        self.title, self.foot, self.pages = title, foot, []
        self.turn_page()

    def turn_page(self):
        self.content, self.y = [], 790
        self.pages.append(self.content)

    def room_for(self, height):
        if self.y - height < 60:
            self.turn_page()

    def put(self, x, y, text, size=10, font="R"):
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        self.content.append(f"BT /{font} {size} Tf {x:.1f} {y:.1f} Td ({escaped}) Tj ET")

    def line(self, x0, y0, x1, y1, width=0.6):
        self.content.append(f"{width} w {x0:.1f} {y0:.1f} m {x1:.1f} {y1:.1f} l S")

    def head(self, text, size=14):
        self.room_for(size * 2)
        self.put((A4[0] - width_of(text, size) * 1.06) / 2, self.y, text, size, "B")
        self.y -= size * 1.6

    def paragraph(self, text, size=10, indent=0, font="R", gap=6):
        words, line = text.split(), ""
        for word in words + [None]:
            if word is not None and width_of(f"{line} {word}", size) < A4[0] - 120 - indent:
                line = f"{line} {word}".strip()
                continue
            self.room_for(size * 1.4)
            self.put(60 + indent, self.y, line, size, font)
            self.y -= size * 1.4
            line = word
        self.y -= gap

    def fields(self, rows, split=200, size=9.5):
        """A ruled table of two columns: what is asked, what is answered."""
        for name, value in rows:
            lines, line = [], ""
            for word in value.split():
                if width_of(f"{line} {word}", size) > A4[0] - 70 - split - 60:
                    lines.append(line)
                    line = ""
                line = f"{line} {word}".strip()
            lines.append(line)
            height = len(lines) * size * 1.35 + 6
            self.room_for(height)
            top = self.y + size + 2
            self.line(60, top, A4[0] - 60, top)
            self.put(66, self.y, name, size, "B")
            for i, text in enumerate(lines):
                self.put(60 + split, self.y - i * size * 1.35, text, size)
            self.y -= height
            self.line(60, self.y + size + 2, A4[0] - 60, self.y + size + 2)
        self.y -= 8

    def typed(self, lines, size=9):
        """Lines as they stand, in Courier."""
        for line in lines:
            self.room_for(size * 1.3)
            self.put(60, self.y, line, size, "C")
            self.y -= size * 1.3
        self.y -= 6

    def bytes(self):
        objects = [b"<< /Type /Catalog /Pages 2 0 R /Lang (en-IN) >>", b""]
        fonts = {"R": "Helvetica", "B": "Helvetica-Bold", "C": "Courier"}
        for base in fonts.values():
            objects.append(
                f"<< /Type /Font /Subtype /Type1 /BaseFont /{base} /Encoding /WinAnsiEncoding >>".encode()
            )
        resources = " ".join(f"/{name} {3 + i} 0 R" for i, name in enumerate(fonts))
        kids = []
        for number, content in enumerate(self.pages, 1):
            foot = f"{self.foot}  -  page {number} of {len(self.pages)}"
            text = "\n".join(content + [f"BT /R 8 Tf 60 36 Td ({foot}) Tj ET"]).encode("cp1252")
            packed = zlib.compress(text, 9)
            objects.append(
                b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)
            )
            objects.append(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {A4[0]} {A4[1]}] /Contents {len(objects)} 0 R "
                f"/Resources << /Font << {resources} >> >> >>".encode()
            )
            kids.append(f"{len(objects)} 0 R")
        objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>".encode()
        objects.append(f"<< /Title ({self.title}) >>".encode())
        out, places = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"), []
        for number, body in enumerate(objects, 1):
            places.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        table = len(out)
        out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
        out += b"".join(b"%010d 00000 n \n" % place for place in places)
        out += (
            f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\n"
            f"startxref\n{table}\n%%EOF\n"
        ).encode()
        return bytes(out)
