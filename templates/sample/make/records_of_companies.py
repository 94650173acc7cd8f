"""What the bank and the telephone company sent: a statement of account, call detail records, their mails."""

from email.message import EmailMessage
from email.policy import SMTP

import facts
from raster import Chance

YEAR = 2026
OPENING = 97300


def statement_csv():
    """A2's account: the sums of the red register come in, and leave again on the days that it names."""
    entries = [(date, "20:29", f"UPI {facts.TRANSPORT_UPI}", amount, 0) for date, amount in [facts.PURCHASE]]
    entries += [(date, "11:12", f"UPI {facts.OWNER_UPI} RENT 3B", amount, 0) for date, amount in facts.RENTS]
    for (date, amount), time in zip(facts.REMITTANCES, ("21:13", "21:39", "22:04", "21:50")):
        entries.append((date, time, f"UPI {facts.A3_UPI}", amount, 0))
    entries += [(date, "10:30", f"UPI {facts.A1_UPI} SALARY", amount, 0) for date, amount in facts.SALARIES]
    chance = Chance(611)
    for page in facts.REGISTER.values():
        for day, number, taken, _, _ in page:
            if taken:
                date = "{}-{:02d}-{:02d}".format(YEAR, *map(int, reversed(day.split("/"))))
                time = f"{19 + int(chance.number() * 4)}:{int(chance.number() * 60):02d}"
                entries.append((date, time, "UPI QR COLLECT", 0, int(taken)))
    balance, lines = OPENING, ["date,time,reference,description,debit_inr,credit_inr,balance_inr"]
    for i, (date, time, description, debit, credit) in enumerate(sorted(entries)):
        balance += credit - debit
        lines.append(
            f"{date},{time},000000{600100 + i * 37},{description},{debit or ''},{credit or ''},{balance}"
        )
    return (
        "\n".join(
            [
                "# Nilganga Co-operative Bank, Madhubandighi branch. Account XXXXXXXX0234, M. Bhuiyan.",
                f"# From 2026-02-01 to 2026-03-13, times IST. Opening balance INR {OPENING}.",
            ]
            + lines
        )
        + "\n"
    )


def call_records_csv():
    """Calls between the three numbers, with the cells that carried them."""
    a1, a2, a3 = facts.A1_PHONE, facts.A2_PHONE, facts.A3_PHONE
    home, far = "MDD-SHALUK-2", "MUM-INV-0412"
    cell = {a1: home, a2: home, a3: far, facts.TRANSPORT_PHONE: "MDD-GHAT-1"}
    chance, calls = Chance(733), []
    for day in range(41):
        month, date = (2, day + 1) if day < 28 else (3, day - 27)
        for _ in range(1 + int(chance.number() * 2)):
            pair = (a2, a1) if chance.number() > 0.4 else (a1, a2)
            calls.append(
                (
                    month,
                    date,
                    9 + int(chance.number() * 13),
                    int(chance.number() * 60),
                    pair,
                    12 + int(chance.number() * 150),
                )
            )
    for date, _ in facts.REMITTANCES:
        _, month, day = map(int, date.split("-"))
        calls.append(
            (month, day, 22, 12 + int(chance.number() * 20), (a3, a2), 90 + int(chance.number() * 200))
        )
    calls += [
        (2, 8, 19, 41, (a3, facts.TRANSPORT_PHONE), 188),
        (2, 9, 9, 58, (a3, a2), 61),
        (2, 9, 18, 22, (facts.TRANSPORT_PHONE, a2), 47),
        (3, 13, 16, 56, (a3, a2), 42),
        (3, 13, 17, 3, (a2, a1), 18),
    ]
    lines = ["calling,called,start,duration_s,first_cell_calling,first_cell_called"]
    for month, date, hour, minute, (caller, called), seconds in sorted(calls):
        start = f"{YEAR}-{month:02d}-{date:02d}T{hour:02d}:{minute:02d}:{int(chance.number() * 60):02d}+05:30"
        lines.append(f"{caller},{called},{start},{seconds},{cell[caller]},{cell[called]}")
    return "\n".join(lines) + "\n"


def mail(sender, subject, date, identifier, text, name, content):
    """An RFC 5322 message with one attachment; nothing in it depends on when it is made."""
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"], message["Subject"], message["Date"] = (
        sender,
        "ahtu.mdd@example.org",
        subject,
        date,
    )
    message["Message-ID"] = f"<{identifier}@example.org>"
    message.set_content(text)
    message.add_attachment(content.encode(), maintype="text", subtype="csv", filename=name)
    message.set_boundary(f"=={identifier}==")
    return message.as_bytes()


def bank_mail(statement, digest):
    return mail(
        "Nodal Officer <nodal@nilganga-bank.example.org>",
        "Reply to notice under BNSS s.94, PS case 117/2026",
        "Mon, 23 Mar 2026 15:22:08 +0530",
        "20260323.152208.0291.nilganga",
        "To the Investigating Officer,\n\nAs asked in your notice AHTU/MDD/233 of 18.03.2026, the statement"
        " of the account\nending 0234 from 01.02.2026 to 13.03.2026 is attached. The certificate under"
        " section\n63(4)(c) of the Bharatiya Sakshya Adhiniyam, Part A, follows by post.\n\nSHA-256 of"
        f" upi-statement.csv:\n{digest}\n\nNikhil Sarma\nNodal Officer, Nilganga Co-operative Bank\n",
        "upi-statement.csv",
        statement,
    )


def operator_mail(records, digest):
    return mail(
        "Nodal Cell <nodal@taranga-telecom.example.org>",
        "CDR, three numbers, PS case 117/2026",
        "Wed, 25 Mar 2026 11:05:41 +0530",
        "20260325.110541.7745.taranga",
        "To the Investigating Officer,\n\nCall detail records of the three numbers in your notice"
        " AHTU/MDD/234 of 18.03.2026,\n01.02.2026 to 13.03.2026, are attached, with the certificate under"
        " section 63(4)(c)\nof the Bharatiya Sakshya Adhiniyam, Part A.\n\nSHA-256 of"
        f" call-records.csv:\n{digest}\n\nRevathi Menon\nNodal Officer, Taranga Telecom\n",
        "call-records.csv",
        records,
    )
