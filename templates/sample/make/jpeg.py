"""Writes a canvas as baseline JPEG (ITU-T T.81), 4:2:0."""

import math
import struct

# T.81 annex K: the example quantisation tables, row by row, and the Huffman tables: how many codes of each
# length, and the values in the order of their codes.
LUMA = bytes.fromhex(
    "100b0a101828333d0c0c0e131a3a3c370e0d1018283945380e11161d3357503e12162538446d674d182337405168715c"
    "31404e5767797865485c5f6270646763"
)
CHROMA = bytes.fromhex(
    "1112182f6363636312151a4263636363181a3863636363632f4263636363636363636363636363636363636363636363"
    "63636363636363636363636363636363"
)
ZIGZAG = bytes.fromhex(
    "000108100902030a11182019120b04050c131a21283029221b140d06070e151c232a313839322b241d160f171e252c33"
    "3a3b342d261f272e353c3d362f373e3f"
)
DC_LUMA = (
    bytes.fromhex("00010501010101010100000000000000"),
    bytes.fromhex("000102030405060708090a0b"),
)
DC_CHROMA = (
    bytes.fromhex("00030101010101010101010000000000"),
    bytes.fromhex("000102030405060708090a0b"),
)
AC_LUMA = (
    bytes.fromhex("0002010303020403050504040000017d"),
    bytes.fromhex(
        "01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728"
        "292a3435363738393a434445464748494a535455565758595a636465666768696a737475767778797a83848586878889"
        "8a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2"
        "e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa"
    ),
)
AC_CHROMA = (
    bytes.fromhex("00020102040403040705040400010277"),
    bytes.fromhex(
        "000102031104052131061241510761711322328108144291a1b1c109233352f0156272d10a162434e125f11718191a26"
        "2728292a35363738393a434445464748494a535455565758595a636465666768696a737475767778797a828384858687"
        "88898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9da"
        "e2e3e4e5e6e7e8e9eaf2f3f4f5f6f7f8f9fa"
    ),
)


def jpeg(canvas, quality=78):
    def scaled(table):
        scale = 5000 // quality if quality < 50 else 200 - quality * 2
        return [min(255, max(1, (value * scale + 50) // 100)) for value in table]

    def segment(marker, body):
        return struct.pack(">HH", marker, len(body) + 2) + body

    luma, chroma = scaled(LUMA), scaled(CHROMA)
    out = bytearray(b"\xff\xd8" + segment(0xFFE0, b"JFIF\x00\x01\x01\x01\x00\x48\x00\x48\x00\x00"))
    for number, table in ((0, luma), (1, chroma)):
        out += segment(0xFFDB, bytes([number]) + bytes(table[i] for i in ZIGZAG))
    out += segment(
        0xFFC0,
        struct.pack(">BHHB", 8, canvas.height, canvas.width, 3) + bytes([1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]),
    )
    for number, (counts, values) in ((0, DC_LUMA), (16, AC_LUMA), (1, DC_CHROMA), (17, AC_CHROMA)):
        out += segment(0xFFC4, bytes([number]) + counts + values)
    out += segment(0xFFDA, bytes([3, 1, 0x00, 2, 0x11, 3, 0x11, 0, 63, 0]))
    return bytes(out) + _scan(canvas, luma, chroma) + b"\xff\xd9"


def _scan(canvas, luma, chroma):
    y_plane, cb_plane, cr_plane = _planes(canvas)
    bits = _Bits()
    plan = [
        (_Coder(bits, luma, DC_LUMA, AC_LUMA), y_plane),
        (_Coder(bits, chroma, DC_CHROMA, AC_CHROMA), cb_plane),
        (_Coder(bits, chroma, DC_CHROMA, AC_CHROMA), cr_plane),
    ]
    for top in range(0, canvas.height, 16):
        for left in range(0, canvas.width, 16):
            for dy, dx in ((0, 0), (0, 8), (8, 0), (8, 8)):
                plan[0][0].block(plan[0][1], top + dy, left + dx)
            for coder, plane in plan[1:]:
                coder.block(plane, top // 2, left // 2)
    return bits.finish()


def _planes(canvas):
    """Luma at full size, chroma at half, each padded to whole blocks by repeating the edge."""
    wide, high = -(-canvas.width // 16) * 16, -(-canvas.height // 16) * 16
    luma, blue, red = [], [], []
    for y in range(high):
        row = canvas.rows[min(y, canvas.height - 1)]
        pixels = list(zip(row[0::3], row[1::3], row[2::3]))
        pixels += [pixels[-1]] * (wide - canvas.width)
        luma.append([0.299 * r + 0.587 * g + 0.114 * b - 128 for r, g, b in pixels])
        blue.append([-0.168736 * r - 0.331264 * g + 0.5 * b for r, g, b in pixels])
        red.append([0.5 * r - 0.418688 * g - 0.081312 * b for r, g, b in pixels])

    def halved(plane):
        return [
            [
                (a + b + c + d) / 4
                for a, b, c, d in zip(plane[y][0::2], plane[y][1::2], plane[y + 1][0::2], plane[y + 1][1::2])
            ]
            for y in range(0, high, 2)
        ]

    return luma, halved(blue), halved(red)


def _cosines(values):
    """The one-dimensional DCT of eight values, by Arai, Agui and Nakajima; scaled as AAN_SCALE says."""
    a, b, c, d, e, f, g, h = values
    t0, t7, t1, t6, t2, t5, t3, t4 = a + h, a - h, b + g, b - g, c + f, c - f, d + e, d - e
    t10, t13, t11, t12 = t0 + t3, t0 - t3, t1 + t2, t1 - t2
    z1 = (t12 + t13) * 0.707106781
    u10, u11, u12 = t4 + t5, t5 + t6, t6 + t7
    z5 = (u10 - u12) * 0.382683433
    z2, z4, z3 = 0.541196100 * u10 + z5, 1.306562965 * u12 + z5, u11 * 0.707106781
    z11, z13 = t7 + z3, t7 - z3
    return t10 + t11, z11 + z4, t13 + z1, z13 - z2, t10 - t11, z13 + z2, t13 - z1, z11 - z4


AAN_SCALE = [1.0] + [math.cos(k * math.pi / 16) * math.sqrt(2) for k in range(1, 8)]


class _Coder:
    """Codes the blocks of one component."""

    def __init__(self, bits, table, dc, ac):
        self.bits, self.dc, self.ac, self.last = bits, _codes(*dc), _codes(*ac), 0
        self.factor = [
            1 / (table[v * 8 + u] * AAN_SCALE[u] * AAN_SCALE[v] * 8) for v in range(8) for u in range(8)
        ]

    def block(self, plane, top, left):
        rows = [_cosines(plane[y][left : left + 8]) for y in range(top, top + 8)]
        columns = [_cosines(column) for column in zip(*rows)]
        values = [round(columns[i & 7][i >> 3] * self.factor[i]) for i in ZIGZAG]
        difference, self.last = values[0] - self.last, values[0]
        self._value(self.dc, 0, difference)
        zeros = 0
        for value in values[1:]:
            if value == 0:
                zeros += 1
                continue
            while zeros > 15:
                self.bits.put(*self.ac[0xF0])
                zeros -= 16
            self._value(self.ac, zeros << 4, value)
            zeros = 0
        if zeros:
            self.bits.put(*self.ac[0])

    def _value(self, codes, run, value):
        size = abs(value).bit_length()
        self.bits.put(*codes[run | size])
        self.bits.put(value if value >= 0 else value + (1 << size) - 1, size)


def _codes(counts, values):
    codes, code, at = {}, 0, 0
    for length, count in enumerate(counts, 1):
        for value in values[at : at + count]:
            codes[value] = (code, length)
            code += 1
        at += count
        code <<= 1
    return codes


class _Bits:
    def __init__(self):
        self.out, self.held, self.count = bytearray(), 0, 0

    def put(self, value, length):
        self.held = self.held << length | value
        self.count += length
        while self.count >= 8:
            self.count -= 8
            byte = self.held >> self.count & 255
            self.out.append(byte)
            if byte == 255:
                self.out.append(0)
        self.held &= (1 << self.count) - 1

    def finish(self):
        if self.count:
            self.put((1 << (8 - self.count)) - 1, 8 - self.count)
        return bytes(self.out)
