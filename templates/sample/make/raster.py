"""Draws filled shapes and strokes, smoothed at their edges, on a canvas of RGB pixels.

Standard library only. Coordinates are pixels from the top left corner; colours are (red, green, blue), each 0
to 255.
"""

import math

SUBLINES = 4  # scan lines per pixel row; across, the coverage of a pixel is exact


def mix(a, b, share):
    """The colour `share` of the way from a to b."""
    return tuple(round(x + (y - x) * share) for x, y in zip(a, b))


class Fade:
    """A paint that changes from one colour to another down the canvas."""

    def __init__(self, top, bottom, y0, y1):
        self.top, self.bottom, self.y0, self.y1 = top, bottom, y0, y1

    def at(self, y):
        return mix(self.top, self.bottom, min(1, max(0, (y - self.y0) / (self.y1 - self.y0))))


class Chance:
    """A small generator of numbers (Lehmer's), the same on every machine."""

    def __init__(self, seed):
        self.state = seed * 48271 % 2147483647 or 1

    def number(self):
        """At least 0, less than 1."""
        self.state = self.state * 48271 % 2147483647
        return self.state / 2147483647

    def around(self, spread):
        return (self.number() - 0.5) * 2 * spread


def ellipse(cx, cy, rx, ry=None, turn=0.0, corners=48):
    """The outline of an ellipse, as a polygon."""
    ry = rx if ry is None else ry
    c, s = math.cos(turn), math.sin(turn)
    points = []
    for i in range(corners):
        x = rx * math.cos(2 * math.pi * i / corners)
        y = ry * math.sin(2 * math.pi * i / corners)
        points.append((cx + x * c - y * s, cy + x * s + y * c))
    return points


def box(x, y, width, height):
    return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]


def rounded(x, y, width, height, radius):
    """A box with round corners."""
    points = []
    corners = [
        (x + width - radius, y + radius, -90),
        (x + width - radius, y + height - radius, 0),
        (x + radius, y + height - radius, 90),
        (x + radius, y + radius, 180),
    ]
    for cx, cy, start in corners:
        for step in range(7):
            angle = math.radians(start + step * 15)
            points.append((cx + radius * math.cos(angle), cy + radius * math.sin(angle)))
    return points


def turned(points, cx, cy, degrees):
    """The points turned about (cx, cy)."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return [(cx + (x - cx) * c - (y - cy) * s, cy + (x - cx) * s + (y - cy) * c) for x, y in points]


class Canvas:
    def __init__(self, width, height, colour=(255, 255, 255)):
        self.width, self.height = width, height
        self.rows = [bytearray(bytes(colour) * width) for _ in range(height)]

    def fill(self, outline, paint, alpha=1.0):
        """Fills a polygon. `paint` is a colour or a Fade."""
        self.fill_all([outline], paint, alpha)

    def fill_all(self, outlines, paint, alpha=1.0):
        """Fills what lies in any of the polygons, each pixel once (so that overlaps do not show)."""
        edges = []
        for outline in outlines:
            if _area(outline) < 0:
                outline = outline[::-1]
            for (x0, y0), (x1, y1) in zip(outline, outline[1:] + outline[:1]):
                if y0 < y1:
                    edges.append((y0, y1, x0, (x1 - x0) / (y1 - y0), 1))
                elif y1 < y0:
                    edges.append((y1, y0, x1, (x0 - x1) / (y0 - y1), -1))
        if not edges:
            return
        edges.sort()
        top = max(0, math.floor(edges[0][0]))
        bottom = min(self.height, math.ceil(max(edge[1] for edge in edges)))
        live, following = [], 0
        for y in range(top, bottom):
            while following < len(edges) and edges[following][0] < y + 1:
                live.append(edges[following])
                following += 1
            live = [edge for edge in live if edge[1] > y]
            spans = []
            for sub in range(SUBLINES):
                line = y + (sub + 0.5) / SUBLINES
                crossings = sorted(
                    (x + (line - y0) * slope, wind) for y0, y1, x, slope, wind in live if y0 <= line < y1
                )
                winding = 0
                for x, wind in crossings:
                    if winding == 0:
                        start = x
                    winding += wind
                    if winding == 0 and x > start:
                        spans.append((max(0.0, start), min(float(self.width), x)))
            self._blend(y, spans, paint.at(y) if isinstance(paint, Fade) else paint, alpha)

    def _blend(self, y, spans, colour, alpha):
        spans = [(a, b) for a, b in spans if b > a]
        if not spans:
            return
        row = self.rows[y]
        left = int(min(a for a, _ in spans))
        right = min(self.width, math.ceil(max(b for _, b in spans)))
        if alpha == 1 and len(spans) == SUBLINES:  # one span on each line: its inside is solid
            inner0 = math.ceil(max(a for a, _ in spans))
            inner1 = int(min(b for _, b in spans))
            if inner1 > inner0:
                row[inner0 * 3 : inner1 * 3] = bytes(colour) * (inner1 - inner0)
                self._edges(row, spans, colour, alpha, left, inner0)
                self._edges(row, spans, colour, alpha, inner1, right)
                return
        self._edges(row, spans, colour, alpha, left, right)

    @staticmethod
    def _edges(row, spans, colour, alpha, left, right):
        red, green, blue = colour
        for x in range(left, right):
            cover = 0.0
            for a, b in spans:
                part = (b if b < x + 1 else x + 1) - (a if a > x else x)
                if part > 0:
                    cover += part
            cover *= alpha / SUBLINES
            if cover > 0:
                i = x * 3
                row[i] = int(row[i] + (red - row[i]) * cover + 0.5)
                row[i + 1] = int(row[i + 1] + (green - row[i + 1]) * cover + 0.5)
                row[i + 2] = int(row[i + 2] + (blue - row[i + 2]) * cover + 0.5)

    def stroke(self, points, width, colour, alpha=1.0):
        """Draws a line through the points, with round joins and ends."""
        self.fill_all(outline_of_stroke(points, width), colour, alpha)

    def shadow(self, outline, dx, dy, reach=8, depth=0.30):
        """Darkens softly what lies behind a shape that stands off the ground."""
        steps = 4
        for step in range(steps):
            grow = reach * (step + 1) / steps
            cx = sum(x for x, _ in outline) / len(outline)
            cy = sum(y for _, y in outline) / len(outline)
            far = max(math.hypot(x - cx, y - cy) for x, y in outline) or 1
            scale = 1 + (grow - reach / 2) / far
            moved = [(cx + (x - cx) * scale + dx, cy + (y - cy) * scale + dy) for x, y in outline]
            self.fill(moved, (12, 12, 16), depth / steps)

    def photograph(self, seed, grain=5, vignette=0.34, light=(0.5, 0.42)):
        """Makes a drawing look lit by a flash: darker towards the corners, with some grain."""
        chance = Chance(seed)
        grains = [chance.around(grain) for _ in range(4099)]  # prime, so that rows do not line up
        at = 0
        lx, ly = light
        for y, row in enumerate(self.rows):
            fy = ((y / self.height - ly) * 1.1) ** 2
            for x in range(self.width):
                falloff = 1 - vignette * 1.6 * (fy + ((x / self.width - lx) * 1.05) ** 2)
                at = at + 1 if at < 4098 else 0
                noise = grains[at]
                for i in (x * 3, x * 3 + 1, x * 3 + 2):
                    value = row[i] * falloff + noise
                    row[i] = 0 if value < 0 else 255 if value > 255 else int(value)


def outline_of_stroke(points, width):
    """Polygons that together cover a line of this width."""
    half = width / 2
    polygons = []
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        length = math.hypot(x1 - x0, y1 - y0)
        if length == 0:
            continue
        nx, ny = (y0 - y1) / length * half, (x1 - x0) / length * half
        polygons.append([(x0 + nx, y0 + ny), (x1 + nx, y1 + ny), (x1 - nx, y1 - ny), (x0 - nx, y0 - ny)])
    corners = 8 if width < 4 else 16
    polygons += [ellipse(x, y, half, corners=corners) for x, y in points]
    return polygons


def _area(outline):
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(outline, outline[1:] + outline[:1]))
