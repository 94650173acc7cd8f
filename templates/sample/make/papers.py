"""Scanned papers: the red register's pages, the seizure memo, the laboratory's receipt, road certificate."""

import facts
from lettering import width_of, write, write_centred
from raster import Canvas, Chance, box, ellipse, turned
from scene import INK, signature, wax_seal

BLACK = (44, 44, 48)
WIDE, TALL = 1000, 1414  # A4 at 121 dots to the inch


def _sheet(colour=(252, 251, 247)):
    return Canvas(WIDE, TALL, colour)


def _stamp(canvas, x, y, lines, seed, askew=-9):
    """A rubber stamp in violet ink."""
    colour = (92, 62, 146)
    ring = turned(ellipse(x, y, 92, 46), x, y, askew)
    canvas.stroke(ring + ring[:1], 3, colour, 0.7)
    inner = turned(ellipse(x, y, 84, 39), x, y, askew)
    canvas.stroke(inner + inner[:1], 1.2, colour, 0.7)
    for i, line in enumerate(lines):
        start, top = x - width_of(line, 12) / 2, y - len(lines) * 9 + i * 18 + 3
        write(
            canvas,
            start,
            top,
            line,
            12,
            colour=colour,
            alpha=0.75,
            hand=Chance(seed + i),
            turn=lambda point: turned([point], x, y, askew)[0],
        )


def register_page(number):
    """One page of the red register: columns ruled by hand, numbers for names, sums."""
    canvas = Canvas(1000, 1180, (240, 230, 204))
    chance = Chance(number)
    for y in range(150, 1150, 42):
        canvas.stroke([(0, y), (1000, y + chance.around(1))], 1, (150, 168, 190))
    for x in (150, 300, 480, 660):
        canvas.stroke([(x + chance.around(2), 90), (x + chance.around(2), 1150)], 1.6, (186, 84, 84))
    canvas.fill(box(0, 0, 26, 1180), (206, 192, 160))
    write(canvas, 900, 34, str(number), 24, colour=(90, 80, 70))
    for x, head in ((50, "DATE"), (190, "NO"), (320, "TAKEN"), (500, "KEPT"), (690, "NOTE")):
        write(canvas, x, 104, head, 19, colour=INK, hand=chance, slant=0.15)
    for i, (date, name, taken, kept, note) in enumerate(facts.REGISTER[number]):
        y = 162 + i * 84
        for x, text in ((50, date), (206, name), (330, taken), (510, kept)):
            write(canvas, x, y, text, 23, colour=INK, hand=chance, slant=0.18)
        write(
            canvas,
            680,
            y + 3,
            note,
            17,
            colour=(140, 36, 40) if "SENT" in note or "PAID" in note else INK,
            hand=chance,
            slant=0.15,
        )
    return canvas


def _form(canvas, top, rows, seed, head_size=13, entry_size=16, pitch=44, indent=300):
    """Printed heads at the left, entries by hand at the right, a dotted rule under each."""
    hand = Chance(seed)
    y = top
    for head, *entries in rows:
        write(canvas, 80, y + 3, head, head_size, colour=BLACK)
        for entry in entries:
            write(canvas, indent, y, entry, entry_size, colour=INK, hand=hand, slant=0.13)
            canvas.stroke([(indent, y + entry_size + 8), (930, y + entry_size + 8)], 0.8, (170, 168, 160))
            y += pitch
    return y


SEIZED = [
    ("KT-1", "Phone NIVO A7 black", "front room, table", "18:40"),
    ("KT-2", "Phone NIVO LITE 3 blue, cracked", "front room, table", "18:48"),
    ("KT-3", "Register, red cloth", "front room, table", "18:56"),
    ("KT-4", "USB drive, 16 GB, grey", "front room, drawer", "19:00"),
    ("KT-5", "Cash 97 x 500 = 48500", "front room, drawer", "19:04"),
    ("KT-6", "Rent agreement, 2 sheets", "front room, wall cabinet", "19:07"),
    ("KT-7", "Recorder OKULA, 4 ch", "corridor, over door", "19:08"),
    ("KT-8", "3 sealed boxes, condoms", "room 1, shelf", "19:22"),
    ("KT-9", "Padlock and 2 keys", "room 2, outer side", "19:10"),
    ("KT-10", "Hairbrush", "room 2, shelf", "19:34"),
]


def seizure_memo(page):
    canvas = _sheet()
    write_centred(canvas, 500, 56, "SEIZURE MEMO", 30, colour=BLACK)
    write_centred(
        canvas, 500, 104, "BNSS S.105, S.185 - ITPA S.15   SHEET " + f"{page} OF 2", 14, colour=BLACK
    )
    if page == 1:
        y = _form(
            canvas,
            150,
            [
                ("CASE", "Madhubandighi PS 117/2026 dt 12.3.2026"),
                ("PLACE", "Flat 3B, Kanchantara Apartment", "27 Shaluk Pukur Lane"),
                ("FROM", "front room, corridor, rooms 1 and 2"),
                ("BEGUN / ENDED", "17:40 / 21:20 on 13.3.2026"),
                ("SEIZED BY", "SI Debashis Kundu, AHTU"),
                ("BEFORE", "Insp. Mousumi Sanyal, SPO"),
            ],
            201,
        )
        for x, head in ((80, "MARK"), (180, "ARTICLE"), (560, "WHERE FOUND"), (860, "TIME")):
            write(canvas, x, y + 20, head, 13, colour=BLACK)
        canvas.stroke([(70, y + 10), (940, y + 10)], 1.6, BLACK)
        canvas.stroke([(70, y + 44), (940, y + 44)], 1.6, BLACK)
        hand = Chance(202)
        for i, (mark, article, where, time) in enumerate(SEIZED):
            top = y + 62 + i * 62
            for x, text, size in ((80, mark, 17), (180, article, 14), (560, where, 14), (860, time, 16)):
                write(canvas, x, top, text, size, colour=INK, hand=hand, slant=0.12)
            canvas.stroke([(70, top + 38), (940, top + 38)], 0.7, (180, 178, 170))
        return canvas
    y = _form(
        canvas,
        150,
        [
            ("PACKED", "each alone, cloth or paper packet"),
            ("SEALED WITH", "AHTU MDD 7, wax, nos AM 004101 to 004110"),
            ("SEAL HANDED TO", "OC, Madhubandighi PS at 21:30"),
            ("RECORDING", "SID 0000 1703 2640 0117"),
            ("RECORDER CLOCK", "3 min 20 s fast, KT-7"),
        ],
        203,
    )
    write(canvas, 80, y + 20, "SPECIMEN OF SEAL", 13, colour=BLACK)
    wax_seal(canvas, 420, y + 80, 62, facts.SEAL, 240)
    y += 180
    for i, (role, name) in enumerate(
        [
            ("INDEPENDENT WITNESS 1", "Gouri Rani Haldar"),
            ("INDEPENDENT WITNESS 2", "Sk. Nasiruddin"),
            ("PRESENT FOR THE NGO", "Ishita Dastidar"),
            ("OCCUPANT, COPY RECEIVED", "Sanjib Kayal"),
            ("SEIZING OFFICER", "Debashis Kundu, SI"),
            ("SPECIAL POLICE OFFICER", "Mousumi Sanyal, Insp."),
        ]
    ):
        top = y + i * 118
        write(canvas, 80, top, role, 13, colour=BLACK)
        write(canvas, 80, top + 30, name, 15, colour=INK, hand=Chance(210 + i), slant=0.12)
        signature(canvas, 560, top + 30, 170, 220 + i, weight=2.4)
        canvas.stroke([(520, top + 62), (900, top + 62)], 0.8, (170, 168, 160))
    _stamp(canvas, 780, 380, ["AHTU", "MADHUBANDIGHI"], 230)
    return canvas


def laboratory_receipt():
    canvas = Canvas(1000, 720, (250, 246, 226))
    write_centred(canvas, 500, 48, "RECEIPT FOR EXHIBITS", 28, colour=BLACK)
    write_centred(canvas, 500, 94, "REGIONAL FORENSIC SCIENCE LABORATORY, NILDANGA", 15, colour=BLACK)
    y = _form(
        canvas,
        146,
        [
            ("RECEIPT NO", "RFSL/CY/2026/0291"),
            ("CASE", "Madhubandighi PS 117/2026 dt 12.3.2026"),
            ("RECEIVED", "17.3.2026, 11:40"),
            ("THROUGH", "Const. 1187 Bikash Sardar, RC 38/2026"),
            ("PACKETS", "four: KT-1, KT-2, KT-4, KT-7"),
            ("SEALS", "AHTU MDD 7, intact, tally with specimen"),
            ("RECEIVED BY", "Dipankar Mandi, exhibits desk"),
        ],
        251,
    )
    signature(canvas, 620, y + 60, 180, 252, weight=2.4)
    _stamp(canvas, 330, y + 60, ["RFSL NILDANGA", "17 MAR 2026"], 253)
    return canvas


def road_certificate():
    canvas = Canvas(1000, 720, (246, 250, 244))
    write_centred(canvas, 500, 48, "ROAD CERTIFICATE", 28, colour=BLACK)
    write_centred(canvas, 500, 94, "MADHUBANDIGHI POLICE STATION, MALKHANA", 15, colour=BLACK)
    y = _form(
        canvas,
        146,
        [
            ("RC NO", "38/2026   dt 17.3.2026"),
            ("MALKHANA REG", "MR 61/2026"),
            ("ORDER", "ACJM Madhubandighi, 16.3.2026"),
            ("ARTICLES", "KT-1 KT-2 KT-4 KT-7, and specimen seal"),
            ("CARRIED BY", "Const. 1187 Bikash Sardar"),
            ("OUT", "08:35, seals intact"),
            ("TO", "RFSL Nildanga, cyber division"),
        ],
        261,
    )
    signature(canvas, 150, y + 60, 160, 262, weight=2.4)
    signature(canvas, 620, y + 60, 180, 263, weight=2.4)
    _stamp(canvas, 470, y + 50, ["MADHUBANDIGHI", "PS"], 264, 8)
    return canvas
