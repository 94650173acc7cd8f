"""Writes JPEG frames as Motion JPEG in an AVI 1.0 file."""

import struct


def motion_jpeg(frames, width, height, per_second):
    """An AVI 1.0 file (RIFF) with one video stream of JPEG frames, and its index."""

    def riff(name, *parts):
        body = b"".join(parts)
        return name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) & 1)

    def listing(kind, *parts):
        return riff(b"LIST", kind, *parts)

    largest = max(map(len, frames))
    rate = (1_000_000 // per_second, largest * per_second, 0)  # microseconds a frame, bytes a second
    main = struct.pack("<14I", *rate, 0x10, len(frames), 0, 1, largest, width, height, 0, 0, 0, 0)
    stream = b"vidsMJPG" + struct.pack(
        "<IHHIIIIIIiI4H", 0, 0, 0, 0, 1, per_second, 0, len(frames), largest, -1, 0, 0, 0, width, height
    )
    bitmap = struct.pack("<IiiHH4sIiiII", 40, width, height, 1, 24, b"MJPG", width * height * 3, 0, 0, 0, 0)
    header = listing(
        b"hdrl", riff(b"avih", main), listing(b"strl", riff(b"strh", stream), riff(b"strf", bitmap))
    )
    index, at, chunks = [], 4, []
    for frame in frames:
        chunk = riff(b"00dc", frame)
        index.append(b"00dc" + struct.pack("<III", 0x10, at, len(frame)))
        at += len(chunk)
        chunks.append(chunk)
    return riff(b"RIFF", b"AVI ", header, listing(b"movi", *chunks), riff(b"idx1", *index))
