"""What the devices recorded: the corridor camera's clip, and a voice note without words."""

import math
import struct

from avi import motion_jpeg
from jpeg import jpeg
from lettering import write
from raster import Canvas, Chance, Fade, box, ellipse, rounded


def voice_note(seconds=5, rate=8000):
    """A WAV (RIFF, 16 bit, mono) of a murmur: a voice's pitch and pauses, and no word in it."""
    chance, samples, phase = Chance(404), bytearray(), 0.0
    syllables = []
    at = 0.15
    while at < seconds - 0.4:
        length = 0.12 + chance.number() * 0.16
        syllables.append((at, length, 118 + chance.number() * 46, 480 + chance.number() * 420))
        at += length + 0.03 + (0.35 if chance.number() > 0.82 else 0)
    for i in range(seconds * rate):
        time = i / rate
        value = chance.around(60)
        for start, length, pitch, formant in syllables:
            if start <= time < start + length:
                phase += 2 * math.pi * pitch / rate
                swell = math.sin(math.pi * (time - start) / length) ** 2
                value += swell * (
                    5200 * math.sin(phase)
                    + 2600 * math.sin(phase * round(formant / pitch))
                    + 900 * math.sin(phase * 2)
                )
        samples += struct.pack("<h", int(value))
    form = struct.pack("<HHIIHH", 1, 1, rate, rate * 2, 2, 16)
    body = (
        b"WAVEfmt "
        + struct.pack("<I", len(form))
        + form
        + b"data"
        + struct.pack("<I", len(samples))
        + bytes(samples)
    )
    return b"RIFF" + struct.pack("<I", len(body)) + body


def corridor_clip(frames=24, per_second=4):
    """Channel 2 of the recorder, the flat's corridor: an outline of a man closes a padlock and walks off."""
    return motion_jpeg(
        [jpeg(_corridor(i, frames, per_second), 60) for i in range(frames)], 320, 240, per_second
    )


def _corridor(number, frames, per_second):
    canvas = Canvas(320, 240, (104, 108, 106))
    canvas.fill(box(0, 0, 320, 168), Fade((92, 98, 96), (126, 130, 126), 0, 168))
    canvas.fill(box(0, 168, 320, 72), Fade((74, 72, 68), (96, 92, 86), 168, 240))
    for x in (44, 214):
        canvas.fill(box(x, 44, 62, 126), (58, 52, 46))
        canvas.fill(box(x + 4, 48, 54, 122), (82, 72, 62))
    write(canvas, 240, 58, "2", 11, colour=(190, 186, 170))
    canvas.stroke([(208, 104), (222, 104)], 4, (160, 160, 160))
    at_door = 9
    if number >= at_door - 3:
        canvas.fill(rounded(209, 106, 12, 11, 2), (170, 150, 80))
    walked = max(0, number - at_door) / (frames - 1 - at_door)
    x = 192 - walked * 150
    sway = 2 * math.sin(number * 1.6) if walked else 0
    shade = (34, 36, 40)
    canvas.fill(ellipse(x + 4, 216, 30, 5), (20, 20, 20), 0.4)
    canvas.fill([(x - 17, 122), (x + 17, 122), (x + 12, 178), (x - 12, 178)], shade)
    canvas.fill(ellipse(x, 104, 12, 15), shade)
    for side in (-1, 1):
        canvas.stroke([(x + side * 6, 174), (x + side * (7 + sway * 2), 214)], 9, shade)
        hand = (x + 24, 114) if side == 1 and not walked else (x + side * (19 - sway), 164)
        canvas.stroke([(x + side * 15, 128), hand], 7, shade)
    canvas.photograph(500 + number, grain=9, vignette=0.5)
    canvas.fill(box(6, 6, 214, 17), (0, 0, 0), 0.45)
    write(
        canvas,
        10,
        10,
        f"CH2 2026-03-13 17:38:{41 + number // per_second:02d}",
        9,
        colour=(236, 236, 236),
        weight=1.3,
    )
    return canvas
