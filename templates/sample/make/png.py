"""Writes a canvas as PNG (ISO/IEC 15948)."""

import struct
import zlib


def png(canvas):
    """Eight bits per channel, RGB, each row filtered by the one above, which suits drawings."""

    def chunk(name, body):
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    raw = bytearray()
    above = bytes(canvas.width * 3)
    for row in canvas.rows:
        raw += b"\x02" + bytes((a - b) & 255 for a, b in zip(row, above))
        above = row
    header = struct.pack(">IIBBBBB", canvas.width, canvas.height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(bytes(raw), 9))
        + chunk(b"IEND", b"")
    )
