"""A stroke alphabet: letters as lines through a small grid, so that they can be drawn at any size.

A glyph is a list of lines; a line is a list of points "xy" on a grid 4 wide and 6 high (y grows downwards).
A line that begins with "~" has its corners rounded. Small letters are drawn as small capitals.
"""

from raster import outline_of_stroke

GLYPHS = {
    "A": "06 20 46,14 34",
    "B": "00 06,~00 30 40 43 03,~03 43 46 36 06",
    "C": "~41 30 00 06 36 45",
    "D": "00 06,~00 30 40 46 36 06",
    "E": "40 00 06 46,03 33",
    "F": "40 00 06,03 33",
    "G": "~41 30 00 06 46 43,43 23",
    "H": "00 06,40 46,03 43",
    "I": "20 26,10 30,16 36",
    "J": "~40 46 16 05",
    "K": "00 06,40 03 46",
    "L": "00 06 46",
    "M": "06 00 23 40 46",
    "N": "06 00 46 40",
    "O": "~20 00 06 46 40 20",
    "P": "06 00,~00 40 43 03",
    "Q": "~20 00 06 46 40 20,34 46",
    "R": "06 00,~00 40 43 03,23 46",
    "S": "~41 30 00 03 43 46 16 05",
    "T": "00 40,20 26",
    "U": "~00 06 46 40",
    "V": "00 26 40",
    "W": "00 16 23 36 40",
    "X": "00 46,40 06",
    "Y": "00 23 40,23 26",
    "Z": "00 40 06 46",
    "0": "~20 00 06 46 40 20,15 31",
    "1": "11 20 26,16 36",
    "2": "~01 00 40 43 06,06 46",
    "3": "~00 40 43 13,~13 43 46 06 05",
    "4": "36 30 04 44",
    "5": "40 00 03,~03 43 46 06",
    "6": "~40 10 03 06 46 43 03",
    "7": "00 40 16",
    "8": "~20 00 03 43 40 20,~23 03 06 46 43 23",
    "9": "~43 03 00 40 43 36 06",
    ".": "26 26",
    ",": "26 17",
    ":": "22 22,25 25",
    ";": "22 22,25 16",
    "-": "13 33",
    "–": "03 43",
    "/": "06 40",
    "(": "~30 10 16 36",
    ")": "~10 30 36 16",
    "'": "20 21",
    '"': "10 11,30 31",
    "#": "10 06,40 36,02 42,04 44",
    "+": "21 25,03 43",
    "=": "02 42,04 44",
    "&": "46 01 10 21 03 06 26 44",
    "%": "06 40,~00 10 11 01 00,~35 45 46 36 35",
    "₹": "00 40,02 42,~00 30 30 34 04,04 36",
    "*": "21 25,02 44,42 04",
    "?": "~01 00 40 43 23 24,26 26",
    "|": "20 26",
    "_": "06 46",
    " ": "",
}


def _rounded(points):
    """Cuts the corners twice (Chaikin), keeping the ends."""
    for _ in range(2):
        cut = [points[0]]
        for (x0, y0), (x1, y1) in zip(points, points[1:]):
            cut += [
                (x0 * 0.75 + x1 * 0.25, y0 * 0.75 + y1 * 0.25),
                (x0 * 0.25 + x1 * 0.75, y0 * 0.25 + y1 * 0.75),
            ]
        points = cut + [points[-1]]
    return points


def _lines(glyph):
    for line in filter(None, GLYPHS[glyph].split(",")):
        points = [(int(point[0]), int(point[1])) for point in line.lstrip("~").split()]
        yield _rounded(points) if line.startswith("~") else points


def width_of(text, size):
    """How wide a text is, in pixels, at a size that is the height of its capitals in pixels."""
    return sum(_advance(character) for character in text) * size / 6


def _advance(character):
    return 5.6 * (0.8 if character.islower() else 1) * (0.6 if character in ".,:;'|" else 1)


def write(
    canvas, x, y, text, size, colour=(30, 30, 34), weight=None, hand=None, slant=0.0, turn=None, alpha=1.0
):
    """Writes text with its top left corner at (x, y); returns the x after it.

    `hand` is a Chance: the letters then waver as in handwriting. `turn` maps a point to where it is drawn,
    for text on something that lies askew.
    """
    weight = size / 7 if weight is None else weight
    for character in text:
        scale = size / 6 * (0.8 if character.islower() else 1)
        drop = size - scale * 6
        lift = hand.around(size * 0.05) if hand else 0
        polygons = []
        for line in _lines(character.upper()):
            points = []
            for gx, gy in line:
                px = x + gx * scale + (6 - gy) * scale * slant
                py = y + drop + gy * scale + lift
                if hand:
                    px, py = px + hand.around(size * 0.02), py + hand.around(size * 0.02)
                points.append(turn((px, py)) if turn else (px, py))
            polygons += outline_of_stroke(points, weight)
        if polygons:
            canvas.fill_all(polygons, colour, alpha)
        x += _advance(character) * size / 6
    return x


def write_centred(canvas, cx, y, text, size, **style):
    write(canvas, cx - width_of(text, size) / 2, y, text, size, **style)
