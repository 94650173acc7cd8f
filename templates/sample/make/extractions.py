"""What came out of the devices: the extraction folders, the drive's workbook, the reports."""

import hashlib
import json

import chats
import facts
import recordings
from jpeg import jpeg
from papers import register_page
from raster import Canvas
from sheets import workbook


def sha256(content):
    return hashlib.sha256(content).hexdigest()


def digests(files):
    """A list as sha256sum writes it, of real digests of these files."""
    return "".join(f"{sha256(content)}  {name}\n" for name, content in sorted(files.items())).encode()


def halved(canvas):
    """The canvas at half its size, each pixel the mean of four."""
    small = Canvas(canvas.width // 2, canvas.height // 2)
    for y, row in enumerate(small.rows):
        a, b = canvas.rows[2 * y], canvas.rows[2 * y + 1]
        for x in range(small.width * 3):
            i = x // 3 * 6 + x % 3
            row[x] = (a[i] + a[i + 3] + b[i] + b[i + 3]) // 4
    return small


def _report(mark, device, imei, started, ended, lines):
    return (
        "\n".join(
            [
                "KIRAN EXTRACT 4.2 - EXTRACTION REPORT",
                "",
                "Laboratory   Regional Forensic Science Laboratory, Nildanga, Cyber Division",
                "Reference    RFSL/CY/2026/0291",
                f"Case         {facts.CASE}",
                f"Exhibit      {mark}",
                f"Device       {device}",
                f"IMEI         {imei[0]} / {imei[1]}",
                "Method       file system, write-blocked, aeroplane mode, shielded box",
                f"Started      {started} IST",
                f"Ended        {ended} IST",
                "Examiner     Dr. Lopamudra Jana",
                "",
            ]
            + lines
            + ["", "Every file of this folder but this list itself is in hashes.sha256."]
        )
        + "\n"
    )


def phone_of_a1():
    numbers = {"Malati": facts.A2_PHONE, "Sanjib": facts.A1_PHONE}
    files = {
        "report.txt": (
            _report(
                "KT-1",
                "NIVO A7, black",
                facts.A1_IMEI,
                "2026-03-24 11:20",
                "2026-03-24 13:05",
                [
                    "Contacts 4, calls 6, messages 12, payments 2, pictures 1.",
                    "Contacts that the case does not need were left out on the court's order of 16.03.2026.",
                ],
            ).encode()
        ),
        "device.json": (
            (
                json.dumps(
                    {
                        "exhibit": "KT-1",
                        "make": "NIVO",
                        "model": "A7",
                        "colour": "black",
                        "imei": list(facts.A1_IMEI),
                        "sim": {
                            "exhibit": "KT-1.1",
                            "iccid": "8900000000000000117",
                            "number": facts.A1_PHONE,
                        },
                        "card": {"exhibit": "KT-1.2", "gigabytes": 32, "serial": "0x0000117c"},
                        "clock": "2 s slow",
                        "timezone": "Asia/Kolkata",
                        "language": "bn-IN",
                    },
                    indent=2,
                )
                + "\n"
            ).encode()
        ),
        "contacts.csv": (
            (
                "name,number\n"
                f"মালতীদি,{facts.A2_PHONE}\n"
                f"রাজাভাই বম্বে,{facts.A3_PHONE}\n"
                f"বাড়িওয়ালা,{facts.OWNER_PHONE}\n"
                f"হারু গাড়ি,{facts.TRANSPORT_PHONE}\n"
            ).encode()
        ),
        "calls.csv": (
            (
                "time,direction,number,seconds\n"
                f"2026-02-09T18:40:00+05:30,in,{facts.TRANSPORT_PHONE},35\n"
                f"2026-02-09T20:10:00+05:30,out,{facts.A2_PHONE},22\n"
                f"2026-03-01T09:31:00+05:30,in,{facts.OWNER_PHONE},58\n"
                f"2026-03-13T17:03:00+05:30,in,{facts.A2_PHONE},18\n"
                f"2026-03-13T17:09:00+05:30,out,{facts.A2_PHONE},0\n"
                f"2026-03-13T17:12:00+05:30,out,{facts.A2_PHONE},0\n"
            ).encode()
        ),
        "messages.csv": chats.messages_csv(chats.WITH_A1, numbers).encode(),
        "payments.json": (
            (
                json.dumps(
                    [
                        {
                            "time": f"{date}T10:30:00+05:30",
                            "from": facts.A2_UPI,
                            "to": facts.A1_UPI,
                            "inr": amount,
                            "note": "মাইনে",
                        }
                        for date, amount in facts.SALARIES
                    ],
                    ensure_ascii=False,
                    indent=2,
                )
                + "\n"
            ).encode()
        ),
        "media/IMG_20260310_2248.jpg": jpeg(halved(register_page(15)), 70),
    }
    files["hashes.sha256"] = digests(files)
    return files


def phone_of_a2():
    files = {
        "report.txt": (
            _report(
                "KT-2",
                "NIVO LITE 3, blue, screen cracked",
                facts.A2_IMEI,
                "2026-03-24 14:10",
                "2026-03-24 16:25",
                [
                    "Chats 2, voice notes 1.",
                    "Attachment IMG_20260310_2248.jpg received on this phone has the same",
                    "digest as the one sent from KT-1.",
                ],
            ).encode()
        ),
        "chat-with-raja-bhai.txt": chats.export(chats.WITH_A3).encode(),
        "chat-with-sanjib.txt": chats.export(chats.WITH_A1).encode(),
        "voice-note-0012.wav": recordings.voice_note(),
    }
    files["hashes.sha256"] = digests(files)
    return files


def usb_drive():
    rows = [["DATE", "NO", "TAKEN", "KEPT", "NOTE"]]
    sheets = {"FEB": list(rows), "MAR": list(rows)}
    for page in facts.REGISTER.values():
        for date, number, taken, kept, note in page:
            row = [date] + [int(cell) if cell else "" for cell in (number, taken, kept)] + [note]
            sheets["FEB" if date.endswith("/2") else "MAR"].append(row)
    sheets["ROOMS"] = [["ROOM", "NO", "NOTE"], [1, 1, ""], [1, 2, ""], [2, 3, "lock outside. key with S."]]
    files = {"hisab.xlsx": workbook(sheets)}
    files["image-report.txt"] = _image_report(
        "KT-4",
        "USB drive, grey, 16 GB, serial 0000-KT4-0016",
        "KT-4.dd",
        "16 008 609 792 bytes",
        "31 266 816",
        "2026-03-25 10:05",
        "2026-03-25 10:51",
        files,
    )
    return files


def recorder():
    files = {"ch2-20260313-173841.avi": recordings.corridor_clip()}
    files["export-report.txt"] = _image_report(
        "KT-7",
        "hard disk in OKULA recorder, 1 TB, serial 0000-KT7-1000",
        "KT-7.dd",
        "1 000 204 886 016 bytes",
        "1 953 525 168",
        "2026-03-25 12:00",
        "2026-03-26 04:40",
        files,
        [
            "Recorder clock 3 min 20 s fast: what it shows as 17:38:41 took place at 17:35:21 IST.",
            "Clip: channel 2, the corridor, 6 seconds, exported as stored, 4 frames a second.",
        ],
    )
    return files


def _image_report(mark, device, name, size, sectors, started, ended, files, notes=()):
    """An imaging report. The image is too large to be part of a sample: its digests are those of its name."""
    image = name.encode()
    lines = [
        "KIRAN IMAGER 2.0 - IMAGE AND EXPORT REPORT",
        "",
        f"Case      {facts.CASE}",
        f"Exhibit   {mark}",
        f"Device    {device}",
        f"Image     {name}, raw, {size}, {sectors} sectors, 0 unreadable",
        f"Started   {started} IST, behind write blocker WB-3",
        f"Ended     {ended} IST",
        "",
        "Digests of the image",
        f"  MD5     {hashlib.md5(image).hexdigest()}",
        f"  SHA-1   {hashlib.sha1(image).hexdigest()}",
        f"  SHA-256 {sha256(image)}",
        "  source read again after imaging: the same",
        "",
        "Exported from the image",
    ]
    lines += [f"  {sha256(content)}  {file}" for file, content in sorted(files.items())]
    return "\n".join(lines + ([""] + list(notes) if notes else [])).encode() + b"\n"


def search_recording():
    """The packet of the search's own recording; the film itself is large and travels apart."""
    return (
        json.dumps(
            {
                "sid": "0000170326400117",
                "case": facts.CASE,
                "act": "BNSS s.105",
                "device": "unit phone AHTU-MDD-04",
                "recorded_by": "Const. Joydeb Hembram",
                "start": "2026-03-13T17:38:02+05:30",
                "end": "2026-03-13T21:09:47+05:30",
                "parts": [
                    {"name": f"AV-1-part-{i}.mp4", "bytes": size, "sha256": sha256(f"AV-1 part {i}".encode())}
                    for i, size in ((1, 1048576000), (2, 1048576000), (3, 887095296))
                ],
                "forwarded_to": "ACJM, Madhubandighi",
                "forwarded_at": "2026-03-13T23:20:00+05:30",
            },
            indent=2,
        )
        + "\n"
    ).encode()
