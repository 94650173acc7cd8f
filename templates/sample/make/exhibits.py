"""Photographs of single exhibits, each on its own with label, seal and scale: drawn."""

from lettering import write, write_centred
from raster import Chance, Fade, box, ellipse, mix, rounded, turned
from scene import HEIGHT, WIDTH, blank, cloth, label, marker, phone, ruler, signature, wax_seal


def phone_of_a1():
    canvas = cloth((112, 110, 104), 31)
    phone(
        canvas,
        180,
        70,
        236,
        478,
        (26, 26, 30),
        [("18:55", 38), ("Fri 13 Mar", 16), ("", 16), ("No service", 14)],
        -3,
    )
    label(
        canvas,
        520,
        110,
        360,
        [
            ("CASE", "117/2026 Madhubandighi"),
            ("EXHIBIT", "KT-1"),
            ("MAKE", "NIVO A7, black"),
            ("IMEI 1", "000000110011701"),
            ("FROM", "A1, front room"),
            ("AT", "18:40  13.3.2026"),
        ],
        17,
        32,
        1.5,
    )
    signature(canvas, 560, 400, 90, 5)
    signature(canvas, 720, 404, 90, 6)
    marker(canvas, 96, 500, 1, 78)
    ruler(canvas, 520, 560, 8)
    canvas.photograph(33)
    return canvas


def cash():
    """The cash, fanned out and counted: ninety-seven notes of five hundred rupees."""
    canvas = cloth((64, 70, 92), 41)
    chance = Chance(42)
    for row in range(3):
        for i in range(11):
            x, y = 90 + i * 58 + row * 16, 90 + row * 128
            note = turned(box(x, y, 196, 92), x + 98, y + 46, -9 + i * 1.6 + chance.around(1))
            canvas.shadow(note, 2, 3, 4, 0.16)
            canvas.fill(note, mix((168, 170, 150), (150, 146, 136), chance.number()))
            canvas.stroke(note + note[:1], 1, (104, 104, 96))
            inner = turned(box(x + 10, y + 10, 176, 72), x + 98, y + 46, -9 + i * 1.6)
            canvas.stroke(inner + inner[:1], 0.9, (120, 124, 108))
    for row in range(3):
        write(canvas, 718 + row * 16, 118 + row * 128, "500", 30, colour=(78, 84, 74))
    label(
        canvas,
        96,
        500,
        420,
        [("KT-5   CASH", "97 x 500 = 48 500"), ("COUNTED", "twice, before witnesses")],
        16,
        43,
    )
    marker(canvas, 850, 500, 5, 78)
    ruler(canvas, 560, 580, 6)
    canvas.photograph(44)
    return canvas


def recorder():
    canvas = blank((150, 160, 152), (116, 92, 76))
    canvas.fill(box(0, 430, WIDTH, 210), Fade((134, 100, 76), (94, 68, 52), 430, HEIGHT))
    body = rounded(190, 270, 560, 170, 10)
    canvas.shadow(body, 12, 16, 18, 0.4)
    canvas.fill([(190, 284), (236, 214), (704, 214), (750, 284)], (66, 68, 74))
    canvas.fill(body, Fade((48, 50, 56), (26, 27, 31), 270, 440))
    write(canvas, 226, 300, "OKULA", 24, colour=(200, 204, 212))
    write(canvas, 226, 340, "4 channel recorder", 11, colour=(150, 154, 162))
    for i, colour in enumerate(((90, 200, 96), (214, 160, 60), (70, 76, 80))):
        canvas.fill(ellipse(232 + i * 34, 398, 6), colour)
    for i in range(4):
        canvas.fill(ellipse(560 + i * 42, 330, 13), (88, 90, 98))
        canvas.fill(ellipse(560 + i * 42, 330, 8), (20, 20, 22))
        write(canvas, 556 + i * 42, 352, str(i + 1), 11, colour=(150, 154, 162))
        canvas.stroke(
            [
                (560 + i * 42, 330),
                (580 + i * 46, 250 - i * 8),
                (700 + i * 40, 120 - i * 20),
                (960, 60 - i * 14),
            ],
            5,
            (30, 30, 34),
        )
    label(
        canvas,
        560,
        470,
        330,
        [("EXHIBIT", "KT-7"), ("SERIAL", "OK4-000-7715"), ("CLOCK", "3 min 20 s fast")],
        15,
        52,
        -1,
    )
    marker(canvas, 96, 480, 7, 78)
    ruler(canvas, 220, 580, 6)
    canvas.photograph(53)
    return canvas


def _packet(seed, colour, entries, letters, askew, seals, window=None):
    """A sealed cloth or paper packet: stitched edges, label, wax over the string."""
    canvas = cloth((96, 92, 86), seed)
    packet = turned(rounded(150, 70, 660, 470, 14), 480, 305, askew)
    canvas.shadow(packet, 12, 14, 18, 0.42)
    canvas.fill(packet, colour)
    rim = turned(rounded(168, 88, 624, 434, 10), 480, 305, askew)
    for start, end in zip(rim, rim[1:] + rim[:1]):
        canvas.stroke([start, end], 1.5, mix(colour, (0, 0, 0), 0.35))
    for line in ([(480, 70), (480, 540)], [(150, 150), (810, 150)]):
        canvas.stroke(turned(line, 480, 305, askew), 5, (222, 214, 190))
        canvas.stroke(turned(line, 480, 305, askew), 1.5, (150, 140, 110))
    if window:
        window(canvas)
    label(canvas, 214, 190, 420, entries, 16, seed + 1, askew)
    for i, (x, y) in enumerate(seals):
        wax_seal(canvas, x, y, 44, letters, seed + 10 + i)
    signature(canvas, 240, 470, 110, seed + 3)
    signature(canvas, 420, 474, 100, seed + 4)
    signature(canvas, 580, 466, 120, seed + 5)
    return canvas


def packet_of_boxes():
    canvas = _packet(
        61,
        (206, 196, 170),
        [
            ("CASE", "117/2026  dt 12.3.26"),
            ("EXHIBIT", "KT-8"),
            ("CONTAINS", "3 sealed boxes, condoms"),
            ("SEAL NO", "AM 004108"),
            ("DATE", "13.3.26   21:05"),
        ],
        ("AHTU", "MDD 7"),
        -2,
        [(480, 150), (716, 330)],
    )
    marker(canvas, 60, 520, 8, 78)
    ruler(canvas, 560, 576, 8)
    canvas.photograph(62)
    return canvas


def envelope_of_hairbrush():
    canvas = _packet(
        71,
        (188, 160, 118),
        [
            ("CASE", "117/2026  dt 12.3.26"),
            ("EXHIBIT", "KT-10"),
            ("CONTAINS", "one hairbrush"),
            ("FROM", "room 2, shelf"),
            ("SEAL NO", "AM 004110"),
        ],
        ("AHTU", "MDD 7"),
        1.5,
        [(480, 150), (716, 300)],
    )
    marker(canvas, 60, 520, 10, 78)
    ruler(canvas, 560, 576, 8)
    canvas.photograph(72)
    return canvas


def blood_card():
    canvas = _packet(
        81,
        (232, 228, 214),
        [
            ("CASE", "117/2026  dt 12.3.26"),
            ("EXHIBIT", "BL-1"),
            ("FROM", "protected person V1"),
            ("CONTAINS", "FTA card, 4 spots"),
            ("SEAL NO", "SDH 00231"),
        ],
        ("SDH", "MDD"),
        0,
        [(480, 150), (716, 330)],
    )
    ruler(canvas, 560, 576, 8)
    canvas.photograph(82)
    return canvas


def phone_after_examination():
    """The phone's packet as the laboratory closed it again: another seal, another number."""
    canvas = _packet(
        91,
        (214, 210, 200),
        [
            ("CASE", "117/2026  dt 12.3.26"),
            ("EXHIBIT", "KT-1"),
            ("CONTAINS", "one phone NIVO A7"),
            ("OPENED", "24.3.26, seal AM 004101"),
            ("CLOSED", "27.3.26, seal LB 77120"),
        ],
        ("RFSL", "CY 3"),
        2,
        [(480, 150), (716, 320)],
    )
    ruler(canvas, 560, 576, 8)
    canvas.photograph(92)
    return canvas


def specimen_seal():
    """The specimen of the seal, on a card: goes to the laboratory with the exhibits."""
    canvas = blank((244, 240, 230), (236, 230, 216))
    canvas.stroke(box(60, 50, 840, 540) + [(60, 50)], 3, (70, 66, 60))
    write_centred(canvas, 480, 84, "SPECIMEN IMPRESSION OF SEAL", 28, colour=(40, 40, 44))
    write_centred(canvas, 480, 138, "MADHUBANDIGHI PS CASE 117/2026", 18, colour=(40, 40, 44))
    wax_seal(canvas, 300, 320, 104, ("AHTU", "MDD 7"), 97)
    label(
        canvas,
        470,
        220,
        380,
        [
            ("SEAL", "AHTU MDD 7"),
            ("USED ON", "KT-1 to KT-10"),
            ("HELD BY", "OC, Madhubandighi PS"),
            ("SINCE", "13.3.26  21:30"),
            ("COPY TO", "RFSL with RC 38/2026"),
        ],
        15,
        98,
    )
    signature(canvas, 160, 520, 130, 7)
    signature(canvas, 420, 524, 120, 8)
    signature(canvas, 660, 516, 140, 9)
    return canvas
