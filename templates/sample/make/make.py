"""Makes the sample case's evidence: `python3 make.py` writes ../evidence anew, from nothing but this folder.

Everything is drawn or written by the scripts beside this one, with Python's standard library. Made twice by
one version of Python it is the same bytes.
"""

import pathlib
import shutil

import documents
import exhibits
import extractions
import papers
import photographs
import records_of_companies
from jpeg import jpeg
from png import png

EVIDENCE = pathlib.Path(__file__).resolve().parent.parent / "evidence"


def files():
    """Every file of the sample: its path below `evidence`, and its bytes."""
    scene = {
        "01-building.jpg": jpeg(photographs.building()),
        "02-corridor.jpg": jpeg(photographs.corridor()),
        "03-table.jpg": jpeg(photographs.table()),
        "04-padlock.jpg": jpeg(photographs.lock()),
    }
    scene["hashes.sha256"] = extractions.digests(scene)
    yield from ((f"PH-1/{name}", content) for name, content in scene.items())
    yield "KT-1/phone.jpg", jpeg(exhibits.phone_of_a1())
    yield "KT-1/packet-kt-1.jpg", jpeg(exhibits.phone_after_examination())
    yield "KT-3/page-14.png", png(papers.register_page(14))
    yield "KT-3/page-15.png", png(papers.register_page(15))
    yield "KT-5/counted.jpg", jpeg(exhibits.cash())
    yield "KT-6/rent-agreement.pdf", documents.rent_agreement()
    yield "KT-7/recorder.jpg", jpeg(exhibits.recorder())
    yield "KT-8/packet-kt-8.jpg", jpeg(exhibits.packet_of_boxes())
    yield "KT-10/packet-kt-10.jpg", jpeg(exhibits.envelope_of_hairbrush())
    yield "BL-1/packet-bl-1.jpg", jpeg(exhibits.blood_card())

    handed_over = {}
    for mark, folder in (
        ("KT-1.3", extractions.phone_of_a1()),
        ("KT-2.1", extractions.phone_of_a2()),
        ("KT-4.1", extractions.usb_drive()),
        ("KT-7.1", extractions.recorder()),
    ):
        yield from ((f"{mark}/{name}", content) for name, content in folder.items())
        handed_over[mark] = extractions.sha256(folder.get("hashes.sha256", f"{mark[:4]}.dd".encode()))
    yield "AV-1/sid-packet.json", extractions.search_recording()

    statement = records_of_companies.statement_csv()
    yield "DC-1/upi-statement.csv", statement.encode()
    yield "DC-1/bank-reply.eml", records_of_companies.bank_mail(
        statement, extractions.sha256(statement.encode())
    )
    calls = records_of_companies.call_records_csv()
    yield "DC-2/call-records.csv", calls.encode()
    yield "DC-2/operator-reply.eml", records_of_companies.operator_mail(
        calls, extractions.sha256(calls.encode())
    )

    yield "DC-3.1/rent-receipts.pdf", documents.rent_receipts()

    yield "papers/first-information-report.pdf", documents.first_information_report()
    yield "papers/seizure-memo-1.png", png(papers.seizure_memo(1))
    yield "papers/seizure-memo-2.png", png(papers.seizure_memo(2))
    yield "papers/sketch-map.png", png(photographs.plan())
    yield "papers/specimen-seal.jpg", jpeg(exhibits.specimen_seal())
    yield "papers/arrest-memo.pdf", documents.arrest_memo()
    yield "papers/medical-report-v1.pdf", documents.medical_report()
    yield "papers/forwarding-note.pdf", documents.forwarding_note()
    yield "papers/road-certificate.png", png(papers.road_certificate())
    yield "papers/laboratory-receipt.png", png(papers.laboratory_receipt())
    yield "papers/laboratory-report.pdf", documents.cyber_report(handed_over)


def main():
    shutil.rmtree(EVIDENCE, ignore_errors=True)
    total = 0
    for path, content in files():
        target = EVIDENCE / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        total += len(content)
        print(f"{len(content):>9}  {path}")
    print(f"{total:>9}  in all")


if __name__ == "__main__":
    main()
