"""What several of the drawn photographs show: marker cards, scales, phones, sealed packets, wax."""

import math

from lettering import width_of, write, write_centred
from raster import Canvas, Chance, Fade, box, ellipse, mix, rounded, turned

WIDTH, HEIGHT = 960, 640
INK = (32, 36, 58)
PAPER = (236, 231, 218)
WAX = (150, 26, 30)


def blank(top, bottom):
    """A canvas that fades from one colour to another, such as a wall or a table cloth."""
    canvas = Canvas(WIDTH, HEIGHT, top)
    canvas.fill(box(0, 0, WIDTH, HEIGHT), Fade(top, bottom, 0, HEIGHT))
    return canvas


def cloth(colour, seed):
    """A table cloth seen from above: a weave of faint threads."""
    canvas = blank(mix(colour, (255, 255, 255), 0.06), mix(colour, (0, 0, 0), 0.10))
    chance = Chance(seed)
    for x in range(0, WIDTH, 12):
        canvas.stroke([(x + chance.around(2), 0), (x + chance.around(2), HEIGHT)], 2, (0, 0, 0), 0.035)
    for y in range(0, HEIGHT, 12):
        canvas.stroke([(0, y + chance.around(2)), (WIDTH, y + chance.around(2))], 2, (255, 255, 255), 0.05)
    return canvas


def marker(canvas, x, y, number, size=64):
    """A yellow marker card that stands beside an item."""
    tent = [
        (x, y + size * 0.22),
        (x + size * 0.9, y + size * 0.22),
        (x + size, y + size),
        (x - size * 0.1, y + size),
    ]
    canvas.shadow(tent, 6, 7, 10)
    canvas.fill(
        [(x, y), (x + size * 0.9, y), (x + size * 0.9, y + size * 0.3), (x, y + size * 0.3)], (196, 158, 14)
    )
    canvas.fill(tent, (244, 204, 38))
    write_centred(canvas, x + size * 0.45, y + size * 0.40, str(number), size * 0.42, colour=(24, 22, 16))


def ruler(canvas, x, y, centimetres, per_centimetre=44):
    """A scale in centimetres, with its black and white bars."""
    width = centimetres * per_centimetre
    canvas.shadow(box(x, y, width, 40), 3, 4, 6, 0.25)
    canvas.fill(box(x, y, width, 40), (248, 248, 244))
    for i in range(centimetres):
        if i % 2 == 0:
            canvas.fill(box(x + i * per_centimetre, y + 26, per_centimetre, 10), (20, 20, 20))
        canvas.stroke([(x + i * per_centimetre, y), (x + i * per_centimetre, y + 12)], 1.5, (20, 20, 20))
        write(canvas, x + i * per_centimetre + 5, y + 8, str(i), 10, colour=(20, 20, 20))
    write(canvas, x + width - 26, y + 8, "cm", 10, colour=(20, 20, 20))


def phone(canvas, x, y, width, height, body, screen_lines, askew=0.0, cracked=False):
    """A phone lying on its back, its screen showing a lock screen of a few words."""
    cx, cy = x + width / 2, y + height / 2

    def lay(points):
        return turned(points, cx, cy, askew)

    canvas.shadow(lay(rounded(x, y, width, height, width * 0.12)), 7, 9, 12, 0.4)
    canvas.fill(lay(rounded(x, y, width, height, width * 0.12)), body)
    canvas.fill(lay(rounded(x + 5, y + 5, width - 10, height - 10, width * 0.10)), mix(body, (0, 0, 0), 0.5))
    left, top, wide, tall = x + width * 0.06, y + height * 0.07, width * 0.88, height * 0.86
    canvas.fill(lay(box(left, top, wide, tall)), Fade((46, 62, 96), (24, 30, 52), top, top + tall))
    canvas.fill(
        lay(
            [
                (left, top + tall),
                (left + wide * 0.62, top),
                (left + wide, top),
                (left + wide * 0.38, top + tall),
            ]
        ),
        (255, 255, 255),
        0.06,
    )
    canvas.fill(lay(ellipse(cx, y + height * 0.035, width * 0.035)), (10, 10, 12))
    for i, (line, size) in enumerate(screen_lines):
        start = cx - width_of(line, size) / 2
        write(
            canvas,
            start,
            top + tall * (0.16 + 0.11 * i),
            line,
            size,
            colour=(226, 232, 244),
            turn=lambda p: turned([p], cx, cy, askew)[0],
        )
    if cracked:
        crack = [
            (left + wide * 0.95, top + tall * 0.1),
            (left + wide * 0.62, top + tall * 0.2),
            (left + wide * 0.55, top + tall * 0.34),
            (left + wide * 0.3, top + tall * 0.41),
        ]
        canvas.stroke(lay(crack), 1.6, (214, 220, 230), 0.7)
        canvas.stroke(lay([crack[1], (left + wide * 0.9, top + tall * 0.36)]), 1.2, (214, 220, 230), 0.6)


def wax_seal(canvas, x, y, radius, letters, seed):
    """An impression in sealing wax: an uneven blob, a pressed disc, letters."""
    chance = Chance(seed)
    blob = [
        (
            x + (radius + chance.around(radius * 0.13)) * math.cos(i * math.pi / 14),
            y + (radius + chance.around(radius * 0.13)) * math.sin(i * math.pi / 14),
        )
        for i in range(28)
    ]
    canvas.shadow(blob, 3, 4, 6, 0.35)
    canvas.fill(blob, WAX)
    canvas.fill(ellipse(x, y, radius * 0.74), mix(WAX, (0, 0, 0), 0.22))
    canvas.fill(ellipse(x + radius * 0.04, y + radius * 0.05, radius * 0.70), mix(WAX, (255, 255, 255), 0.07))
    size = radius * 0.34
    for row, line in enumerate(letters):
        top = y - size * 0.65 * len(letters) + row * size * 1.35
        write_centred(
            canvas, x + 1.5, top + 1.5, line, size, colour=mix(WAX, (255, 255, 255), 0.30), weight=size / 5
        )
        write_centred(canvas, x, top, line, size, colour=mix(WAX, (0, 0, 0), 0.55), weight=size / 6)


def label(canvas, x, y, width, lines, size=15, seed=1, askew=0.0):
    """A paper label: printed heads, entries by hand. A line is (head, entry)."""
    height = len(lines) * size * 2 + size * 1.4
    cx, cy = x + width / 2, y + height / 2

    def lay(points):
        return turned(points, cx, cy, askew)

    def turn(point):
        return turned([point], cx, cy, askew)[0]

    canvas.shadow(lay(box(x, y, width, height)), 3, 3, 5, 0.25)
    canvas.fill(lay(box(x, y, width, height)), PAPER)
    canvas.stroke(lay(box(x + 5, y + 5, width - 10, height - 10) + [(x + 5, y + 5)]), 1.2, (90, 84, 72))
    hand = Chance(seed)
    for i, (head, entry) in enumerate(lines):
        top = y + size + i * size * 2
        after = write(canvas, x + size, top, head, size * 0.62, colour=(70, 66, 60), turn=turn)
        write(
            canvas,
            after + size * 0.4,
            top - size * 0.15,
            entry,
            size * 0.9,
            colour=INK,
            hand=hand,
            slant=0.12,
            turn=turn,
        )
        canvas.stroke(
            lay([(after, top + size * 1.05), (x + width - size, top + size * 1.05)]), 0.8, (150, 142, 126)
        )


def signature(canvas, x, y, width, seed, colour=INK, weight=1.8):
    """A flourish that stands for a signature: it is nobody's."""
    chance = Chance(seed * 7919)
    knots, strokes = [], 5 + int(chance.number() * 4)
    for i in range(strokes * 2 + 1):
        tall = 22 if i in (1, strokes) else 9
        knots.append(
            (
                x + width * i / (strokes * 2) + chance.around(width * 0.07),
                y + (tall if i % 2 == 0 else -tall) * (0.35 + 0.65 * chance.number()) * 0.6,
            )
        )
    canvas.stroke(smooth(knots), weight, colour)
    tail = [
        (x + width * 0.1, y + 15),
        (x + width * 0.6, y + 11 + chance.around(3)),
        (x + width * 1.05, y + 14 + chance.around(5)),
    ]
    canvas.stroke(smooth(tail), weight * 0.8, colour)


def smooth(points):
    """A curve through the points (Catmull and Rom's), as short lines."""
    padded = [points[0]] + points + [points[-1]]
    curve = []
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:]):
        for step in range(8):
            t = step / 8
            curve.append(
                tuple(
                    0.5
                    * (
                        2 * q
                        + (r - p) * t
                        + (2 * p - 5 * q + 4 * r - s) * t * t
                        + (3 * q - p - 3 * r + s) * t**3
                    )
                    for p, q, r, s in zip(a, b, c, d)
                )
            )
    return curve + [points[-1]]
