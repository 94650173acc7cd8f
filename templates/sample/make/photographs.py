"""The photographs of the place, as the unit's photographer took them: drawn, nobody in them."""

from lettering import write, write_centred
from raster import Canvas, Chance, Fade, box, ellipse, mix, rounded
from scene import HEIGHT, WIDTH, blank, cloth, label, marker, phone, ruler


def building():
    """The front of the building, at dusk; the third floor's right-hand flat is lit."""
    canvas = blank((88, 102, 138), (206, 170, 142))
    chance = Chance(11)
    for left, top, width, shade in (
        (0, 322, 120, 80),
        (96, 284, 150, 72),
        (730, 250, 130, 84),
        (846, 300, 114, 74),
    ):
        canvas.fill(box(left, top, width, 560 - top), (shade - 4, shade, shade + 8))
        canvas.fill(box(left + width * 0.3, top - 22, width * 0.24, 22), (30, 32, 38))  # a water tank
    wall = Fade((204, 190, 160), (176, 158, 128), 70, 560)
    canvas.fill(box(228, 84, 510, 480), wall)
    canvas.fill(box(214, 72, 538, 20), (150, 138, 118))
    for floor in range(4):
        y = 112 + floor * 114
        canvas.fill(box(228, y + 90, 510, 9), (154, 140, 116))
        for flat in range(4):
            x = 252 + flat * 122
            lit = floor == 0 and flat == 3
            pane = (252, 220, 142) if lit else mix((58, 66, 80), (92, 104, 118), chance.number())
            canvas.fill(box(x, y, 92, 84), (132, 116, 96))
            canvas.fill(box(x + 5, y + 5, 82, 74), pane)
            if lit:  # a curtain, drawn
                canvas.fill(box(x + 5, y + 5, 82, 74), (196, 120, 84), 0.55)
            for bar in range(6):
                canvas.stroke([(x + 12 + bar * 14, y + 4), (x + 12 + bar * 14, y + 80)], 2.2, (52, 48, 44))
            canvas.stroke([(x + 4, y + 40), (x + 88, y + 40)], 2.2, (52, 48, 44))
            if chance.number() > 0.55:
                canvas.fill(
                    box(x + 12, y + 62, 26, 24), mix((120, 140, 120), (180, 120, 110), chance.number())
                )
    canvas.fill(box(0, 556, WIDTH, 84), Fade((104, 100, 98), (66, 64, 66), 556, HEIGHT))
    canvas.fill(box(420, 484, 128, 80), (66, 58, 52))
    for bar in range(9):
        canvas.stroke([(426 + bar * 14.5, 486), (426 + bar * 14.5, 562)], 3, (128, 124, 118))
    canvas.fill(rounded(360, 452, 250, 30, 4), (40, 62, 92))
    write_centred(canvas, 485, 459, "KANCHANTARA  27", 15, colour=(238, 226, 182))
    for wire in range(4):
        canvas.stroke(
            [(0, 196 + wire * 12), (240, 218 + wire * 9), (480, 212 + wire * 10), (960, 168 + wire * 14)],
            1.6,
            (40, 40, 46),
        )
    canvas.fill(box(116, 150, 11, 410), (64, 60, 60))
    canvas.fill(ellipse(860, 560, 70, 9), (40, 38, 40), 0.4)
    canvas.fill(rounded(806, 510, 110, 46, 12), (92, 112, 60))
    canvas.fill([(822, 512), (838, 478), (892, 478), (906, 512)], (60, 76, 44))
    for wheel in (826, 894):
        canvas.fill(ellipse(wheel, 556, 13), (28, 28, 30))
    canvas.photograph(1)
    return canvas


def corridor():
    """The corridor of the flat: three doors, the last one with a hasp and a padlock on the outside."""
    canvas = blank((196, 190, 172), (196, 190, 172))
    vx0, vx1, vy0, vy1 = 392, 568, 196, 428  # the far wall
    canvas.fill([(0, 0), (WIDTH, 0), (vx1, vy0), (vx0, vy0)], Fade((222, 218, 204), (170, 164, 150), 0, vy0))
    canvas.fill(
        [(0, HEIGHT), (WIDTH, HEIGHT), (vx1, vy1), (vx0, vy1)],
        Fade((120, 92, 78), (158, 118, 96), vy1, HEIGHT),
    )
    canvas.fill(
        [(0, 0), (vx0, vy0), (vx0, vy1), (0, HEIGHT)], Fade((180, 196, 186), (150, 168, 158), 0, HEIGHT)
    )
    canvas.fill(
        [(WIDTH, 0), (vx1, vy0), (vx1, vy1), (WIDTH, HEIGHT)],
        Fade((190, 204, 194), (142, 160, 150), 0, HEIGHT),
    )
    canvas.fill(box(vx0, vy0, vx1 - vx0, vy1 - vy0), (168, 180, 172))
    for i in range(7):  # floor tiles
        share = (i / 7) ** 1.7
        y = vy1 + (HEIGHT - vy1) * share
        spread = (y - vy1) / (HEIGHT - vy1)
        canvas.stroke([(vx0 * (1 - spread), y), (vx1 + (WIDTH - vx1) * spread, y)], 1.6, (90, 66, 56), 0.6)
    for i in range(1, 6):
        canvas.stroke([(vx0 + (vx1 - vx0) * i / 6, vy1), (WIDTH * i / 6, HEIGHT)], 1.6, (90, 66, 56), 0.6)

    def on_wall(side, depth, height):
        """A point on the left (0) or right (1) wall: depth 0 near, 1 far; height 0 floor, 1 ceiling."""
        x = vx0 * depth if side == 0 else WIDTH - (WIDTH - vx1) * depth
        floor, ceiling = HEIGHT - (HEIGHT - vy1) * depth, vy0 * depth
        return (x, floor + (ceiling - floor) * height)

    for side, near, far in ((0, 0.30, 0.56), (0, 0.72, 0.86), (1, 0.30, 0.58)):
        for inset, colour in ((0.0, (98, 72, 52)), (0.018, (134, 98, 70))):
            canvas.fill(
                [
                    on_wall(side, near + inset, 0),
                    on_wall(side, near + inset, 0.76 - inset),
                    on_wall(side, far - inset, 0.76 - inset),
                    on_wall(side, far - inset, 0),
                ],
                colour,
            )
        rim = (far - near) / 4
        for low, high in ((0.08, 0.34), (0.42, 0.68)):
            canvas.fill(
                [
                    on_wall(side, near + rim, low),
                    on_wall(side, near + rim, high),
                    on_wall(side, far - rim, high),
                    on_wall(side, far - rim, low),
                ],
                (118, 84, 60),
            )
    hasp = on_wall(1, 0.325, 0.47)
    canvas.fill(box(hasp[0] - 26, hasp[1] - 6, 34, 12), (176, 176, 180))
    canvas.stroke(
        ellipse(hasp[0] - 18, hasp[1] + 16, 9, 12)[24:] + [(hasp[0] - 9, hasp[1] + 18)], 4, (196, 196, 202)
    )
    canvas.fill(rounded(hasp[0] - 33, hasp[1] + 16, 30, 26, 4), (176, 142, 58))
    canvas.fill(box(444, 262, 72, 166), (104, 76, 56))
    canvas.fill(box(450, 268, 60, 160), (140, 104, 76))
    canvas.fill(ellipse(503, 350, 3.5), (206, 186, 120))
    canvas.fill(box(472, 210, 16, 9), (60, 60, 62))  # the camera over the far door
    canvas.fill(ellipse(480, 222, 6), (24, 24, 28))
    canvas.fill([(432, 18), (528, 18), (512, 52), (448, 52)], (250, 248, 232))
    marker(canvas, 700, 540, 9, 58)
    marker(canvas, 520, 404, 7, 30)
    canvas.photograph(2, vignette=0.42, light=(0.5, 0.5))
    return canvas


def table():
    """The table in the front room: two phones, the red register, a stand with a payment code, cash."""
    canvas = cloth((86, 104, 96), 3)
    phone(canvas, 120, 120, 130, 262, (26, 26, 30), [("18:42", 24), ("Fri 13 Mar", 9)], -8)
    phone(canvas, 352, 96, 124, 250, (40, 66, 120), [("18:42", 22), ("3 missed", 9)], 11, cracked=True)
    register = [(560, 116), (800, 98), (822, 420), (582, 438)]
    canvas.shadow(register, 10, 12, 14, 0.4)
    canvas.fill(register, (138, 28, 34))
    canvas.fill([(560, 116), (590, 114), (612, 436), (582, 438)], (104, 18, 24))
    canvas.fill([(646, 190), (770, 181), (775, 246), (651, 255)], (226, 214, 182))
    write(canvas, 664, 206, "HISAB", 20, colour=(58, 44, 60), hand=Chance(5), slant=0.15)
    stand = [(90, 448), (250, 440), (262, 604), (98, 612)]
    canvas.shadow(stand, 9, 10, 12, 0.4)
    canvas.fill(stand, (244, 244, 248))
    chance = Chance(77)
    for row in range(15):
        for column in range(15):
            if chance.number() > 0.5 or (row in (0, 6) and column < 7):
                x, y = 122 + column * 7 + row * 0.5, 470 + row * 7 - column * 0.35
                canvas.fill(box(x, y, 7, 7), (22, 22, 26))
    write(canvas, 120, 584, "PAY HERE", 12, colour=(30, 40, 90))
    for i in range(5):
        note = [
            (388 + i * 7, 470 + i * 5),
            (560 + i * 7, 452 + i * 5),
            (568 + i * 7, 528 + i * 5),
            (396 + i * 7, 546 + i * 5),
        ]
        canvas.shadow(note, 3, 3, 4, 0.2)
        canvas.fill(note, mix((150, 158, 140), (176, 166, 150), i / 5))
        canvas.stroke(note + note[:1], 1, (110, 112, 100))
    write(canvas, 448, 500, "500", 26, colour=(84, 92, 80))
    for number, x, y in ((1, 62, 330), (2, 486, 312), (3, 838, 372), (5, 616, 520)):
        marker(canvas, x, y, number)
    ruler(canvas, 660, 590, 6)
    canvas.photograph(4)
    return canvas


def lock():
    """The padlock on the outer side of the second room's door, closed, with its key ring."""
    canvas = blank((128, 94, 68), (110, 80, 58))
    for i in range(9):
        canvas.stroke([(60 + i * 110, 0), (54 + i * 110, HEIGHT)], 3, (88, 62, 44), 0.5)
    canvas.fill(box(560, 0, 14, HEIGHT), (70, 50, 36))
    canvas.fill(box(574, 0, 386, HEIGHT), Fade((182, 196, 186), (150, 166, 156), 0, HEIGHT))
    plate = rounded(300, 214, 360, 70, 8)
    canvas.shadow(plate, 6, 8, 10, 0.4)
    canvas.fill(plate, Fade((196, 198, 204), (140, 142, 150), 214, 284))
    for x in (326, 372, 604, 640):
        canvas.fill(ellipse(x, 249, 9), (98, 98, 104))
        canvas.stroke([(x - 6, 245), (x + 6, 253)], 2.5, (60, 60, 66))
    shackle = ellipse(486, 300, 52, 74, corners=64)[32:] + [(538, 330)]
    canvas.stroke([(434, 330)] + shackle, 17, (120, 122, 128))
    canvas.stroke([(434, 330)] + shackle, 9, (206, 208, 214))
    body = rounded(402, 322, 168, 150, 18)
    canvas.shadow(body, 10, 12, 14, 0.45)
    canvas.fill(body, Fade((206, 168, 76), (146, 110, 40), 322, 472))
    canvas.fill(ellipse(486, 410, 17), (98, 74, 28))
    canvas.fill(box(481, 412, 10, 34), (98, 74, 28))
    write_centred(canvas, 486, 344, "SANTRI 50", 17, colour=(104, 78, 28))
    label(
        canvas,
        622,
        380,
        300,
        [("EXHIBIT", "KT-9"), ("FOUND ON", "outer side, room 2"), ("TIME", "19:10  13.3.26")],
        15,
        9,
        4,
    )
    marker(canvas, 300, 490, 9, 76)
    ruler(canvas, 622, 580, 6)
    canvas.photograph(6)
    return canvas


def plan():
    """The sketch map of the flat (not a photograph: it is written as PNG)."""
    canvas = Canvas(1100, 800, (250, 248, 240))
    ink = (40, 48, 84)
    chance = Chance(21)

    def wall(*points):
        canvas.stroke([(x + chance.around(1.5), y + chance.around(1.5)) for x, y in points], 6, ink)

    wall((90, 110), (1010, 110), (1010, 640), (90, 640), (90, 110))
    wall((90, 330), (360, 330))
    wall((430, 330), (700, 330))
    wall((770, 330), (1010, 330))
    wall((90, 430), (250, 430))
    wall((320, 430), (1010, 430))
    wall((520, 110), (520, 330))
    wall((600, 430), (600, 640))
    for gap, text in (
        ((140, 150), "FRONT ROOM"),
        ((590, 150), "ROOM 1"),
        ((640, 560), "ROOM 2"),
        ((130, 570), "KITCHEN, BATH"),
        ((470, 368), "CORRIDOR"),
    ):
        write(canvas, *gap, text, 18, colour=ink, hand=chance)
    for number, x, y in (
        (1, 180, 230),
        (2, 250, 230),
        (3, 320, 225),
        (4, 420, 200),
        (5, 255, 285),
        (6, 420, 275),
        (7, 900, 375),
        (8, 660, 250),
        (9, 790, 405),
        (10, 880, 520),
    ):
        canvas.fill(ellipse(x, y, 17), (244, 204, 38))
        canvas.stroke(ellipse(x, y, 17) + ellipse(x, y, 17)[:1], 2, ink)
        write_centred(canvas, x, y - 8, str(number), 15, colour=ink)
    for x, y in ((360, 330), (700, 330), (250, 430)):  # doors
        canvas.stroke([(x, y), (x + 50, y + 50)], 3, ink)
    canvas.stroke([(700, 430), (700, 432)], 10, (176, 40, 40))
    write(canvas, 640, 398, "hasp outside", 12, colour=(176, 40, 40), hand=chance)
    write(canvas, 108, 372, "ENTRY", 14, colour=ink, hand=chance)
    canvas.stroke([(90, 350), (90, 410)], 9, (250, 248, 240))
    write(canvas, 90, 40, "SKETCH MAP - FLAT 3B, KANCHANTARA APARTMENT", 22, colour=ink)
    write(
        canvas,
        90,
        76,
        "not to scale. drawn 13.3.2026, 20:50. numbers are exhibit marks KT-1 to KT-10",
        14,
        colour=ink,
    )
    write(
        canvas,
        90,
        690,
        "1,2 phones  3 red register  4 usb drive  5 cash  6 agreement  7 recorder",
        15,
        colour=ink,
    )
    write(canvas, 90, 722, "8 sealed boxes  9 padlock and keys  10 hairbrush", 15, colour=ink)
    return canvas
