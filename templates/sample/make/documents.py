"""The case's own papers as PDF: the information, the arrest memo, the agreement, forms and reports.

A medical form says that an examination took place, by whom, when and with whose consent; what it found
about a person's body is not for a sample.
"""

import facts
from pdf import Paper


def first_information_report():
    paper = Paper("First information report 117/2026", "Madhubandighi PS FIR 117/2026 - sample, invented")
    paper.head("FIRST INFORMATION REPORT")
    paper.head("(under section 173, Bharatiya Nagarik Suraksha Sanhita, 2023)", 10)
    paper.fields(
        [
            ("1. District, PS, year", "South 24 Parganas, Madhubandighi PS, 2026"),
            ("FIR number and date", "117/2026 dated 12.03.2026"),
            (
                "2. Acts and sections",
                (
                    "Immoral Traffic (Prevention) Act, 1956: 3, 4, 5, 6. Bharatiya Nyaya Sanhita, 2023:"
                    " 61(2), 98, 99, 143(3), 143(4), 144(1). POCSO Act, 2012: 17 read with 4. Juvenile"
                    " Justice Act, 2015: 81."
                ),
            ),
            ("3. Occurrence", "between 09.02.2026 and 12.03.2026, continuing"),
            ("Information received", "12.03.2026 at 18:10; general diary entry 845"),
            ("4. Kind of information", "written"),
            (
                "5. Place",
                (
                    "Flat 3B, third floor, Kanchantara Apartment, 27 Shaluk Pukur Lane, about 2 km south of"
                    " the station"
                ),
            ),
            ("6. Informant", "Ishita Dastidar, programme head, Batighar Collective"),
            (
                "7. Accused",
                "Sanjib Kayal; Malati Bhuiyan, also called Moli; one Raja Bhai of Mumbai; others unknown",
            ),
            (
                "8. Delay in reporting",
                "none: the call to the helpline came on 10.03.2026, it was looked into on 11. and 12.03.2026",
            ),
            ("9. Property", "none stolen"),
            (
                "12. Action taken",
                (
                    "case registered; moved to the Anti-Human Trafficking Unit the same day at 20:15, as the"
                    " High Court directed for such cases; copy given free of cost to the informant"
                ),
            ),
            ("13. Sent to court", "12.03.2026 at 21:00, to the ACJM, Madhubandighi"),
        ]
    )
    paper.paragraph("Contents of the information", 10, font="B")
    paper.paragraph(
        "On 10 March 2026 our helpline was called from a shop. The caller, who did not give a name, said that"
        " a girl is kept in flat 3B of Kanchantara Apartment, that a padlock hangs on the outer side of a"
        " room there, and that women come and go with a man called Sanjib. On 11 and 12 March Kabir Anwar"
        " Molla of our staff stood near the building from four to seven in the afternoon. He saw men go up"
        " for a short while, one after another, and a woman whom the others called Moli take money at the"
        " gate by a payment code. On 12 March a shopkeeper told him that she had heard a girl cry at night."
        " We fear that the girl is a child and that she and the women are kept there for another's gain. I"
        " ask for a search without delay. I do not know her name; whoever is found is to be called by a name"
        " that is not hers."
    )
    paper.paragraph("Read over and found correct. Signed: Ishita Dastidar, 12.03.2026, 18:30.", 10)
    paper.paragraph("Recorded by: Partha Pratim Laha, Inspector, Officer-in-Charge, Madhubandighi PS.", 10)
    return paper.bytes()


def arrest_memo():
    paper = Paper("Arrest memo, A1", "Madhubandighi PS case 117/2026, arrest memo of A1 - sample, invented")
    paper.head("MEMORANDUM OF ARREST")
    paper.head("(section 36, Bharatiya Nagarik Suraksha Sanhita, 2023)", 10)
    paper.fields(
        [
            ("Arrested", "Sanjib Kayal, A1, man, 34 years"),
            ("Date, time, place", "13.03.2026, 20:05, flat 3B, Kanchantara Apartment"),
            ("General diary entry", "AHTU 415 of 13.03.2026"),
            ("Arrested by", "Inspector Mousumi Sanyal, Special Police Officer, name badge worn"),
            (
                "Reason under s.35",
                (
                    "offences punishable with more than seven years; to keep evidence from being destroyed;"
                    " no fixed address"
                ),
            ),
            ("Grounds of arrest", "handed over in writing in Bengali at 20:30, read over, receipt signed"),
            ("Witness to the memo", "Gouri Rani Haldar, respectable inhabitant"),
            ("Countersigned", "by the arrested person"),
            ("Told of his rights", "to have someone informed (s.36(c), s.48); to meet an advocate (s.38)"),
            (
                "Informed",
                "Sujit Kayal, brother, by telephone at 21:10; entry in the register of the control room",
            ),
            ("Search of the person", "nothing found; phone KT-1 had been seized from the table"),
            (
                "Medical examination (s.53)",
                "13.03.2026, 22:50, Dr. Subir Bera, Sub-Divisional Hospital, Madhubandighi",
            ),
            ("Produced", "14.03.2026, 13:30, ACJM, Madhubandighi"),
        ]
    )
    paper.paragraph("Signatures: arresting officer; witness; arrested person.", 10)
    return paper.bytes()


def rent_agreement():
    paper = Paper("Rent agreement, flat 3B", "Agreement of tenancy, flat 3B - sample, invented")
    paper.head("AGREEMENT OF TENANCY")
    for text in (
        (
            "This agreement is made on 1 November 2025 between TARAK NATH CHONGDAR of Madhubandighi,"
            " hereinafter the owner, and MALATI BHUIYAN, hereinafter the tenant."
        ),
        (
            "1. The owner lets to the tenant flat 3B on the third floor of Kanchantara Apartment, 27 Shaluk"
            " Pukur Lane, of three rooms, kitchen and bath, for eleven months from 1 November 2025."
        ),
        (
            "2. The rent is twelve thousand rupees a month, payable on or before the fifth day of each month"
            " to tn.chongdar@invalid."
        ),
        (
            "3. The tenant has paid a deposit of thirty-six thousand rupees, which was remitted from the"
            " account of Mr. RAJAT OBEROI of Mumbai, who stands surety for the rent."
        ),
        (
            "4. The flat is let for the residence of the tenant and of paying guests. The tenant shall not"
            " use it for any unlawful purpose."
        ),
        "5. The tenant shall not change the doors or the locks without the owner's leave.",
        "6. The owner may enter after a day's notice.",
        "7. The keys, two for the entry and one for each room, were handed over this day.",
        "8. Either side may end this agreement by one month's notice in writing.",
    ):
        paper.paragraph(text, 11)
    paper.paragraph("Signed: T. N. Chongdar, owner. Malati Bhuiyan, tenant. R. Oberoi, surety.", 11)
    paper.paragraph("Witness: Bhola Prasad Rout, caretaker.", 11)
    return paper.bytes()


def rent_receipts():
    paper = Paper(
        "Rent receipts, flat 3B", "Counterfoils of the owner's receipt book, flat 3B - sample, invented"
    )
    paper.head("COUNTERFOILS OF RENT RECEIPTS")
    paper.paragraph(
        "Flat 3B, Kanchantara Apartment. Received from Malati Bhuiyan, by UPI, to tn.chongdar@invalid."
    )
    months = ("November 2025", "December 2025", "January 2026", "February 2026", "March 2026")
    dates = ("03.11.2025", "02.12.2025", "02.01.2026", "02.02.2026", "02.03.2026")
    paper.fields(
        [("Receipt", "for, received on, rupees")]
        + [
            (f"No. {41 + number}", f"{month}, {date}, 12 000")
            for number, (month, date) in enumerate(zip(months, dates))
        ]
    )
    paper.paragraph(
        "Deposit: 36 000 rupees on 01.11.2025 from the account of R. Oberoi, Mumbai (receipt no. 40)."
    )
    paper.paragraph(
        "Compared with the book and found correct: Debashis Kundu, SI, 15.03.2026. The book was given back."
    )
    return paper.bytes()


def medical_report():
    paper = Paper("Report of examination, V1", "Madhubandighi PS case 117/2026, V1 - sample, invented")
    paper.head("REPORT OF MEDICAL EXAMINATION")
    paper.head("(section 184, BNSS; section 27, POCSO Act)", 10)
    paper.fields(
        [
            (
                "Person examined",
                "protected person V1 (the name is in the sealed cover of the Child Welfare Committee)",
            ),
            ("Brought by", "SI Farzana Khatun, in plain clothes"),
            ("Examined by", "Dr. Paramita Kar, woman medical officer, Reg. WB-INV-00417"),
            ("Place", "Sub-Divisional Hospital, Madhubandighi, a closed room"),
            ("Begun / ended", "14.03.2026, 09:40 / 10:50"),
            (
                "Consent",
                (
                    "of the girl herself, and of the member of the Child Welfare Committee on duty, both in"
                    " writing"
                ),
            ),
            ("Person she trusts", "Sreelekha Pal, counsellor, was present throughout at the girl's wish"),
            ("Language", "Bengali"),
            ("General condition", "oriented, under weight, tired"),
            ("Findings, opinion", "in the separate closed annexure, for the court alone"),
            ("Treatment", "given as the protocol has it; follow-up fixed"),
            ("Age", "no test made: a municipal birth certificate exists (JJ Act, s.94)"),
            (
                "Samples",
                (
                    "blood on one FTA card, four spots, drawn at 10:10, dried, sealed SDH 00231, handed over"
                    " at 10:55"
                ),
            ),
            ("Report handed over", "14.03.2026, 16:20"),
        ]
    )
    return paper.bytes()


def forwarding_note():
    paper = Paper("Forwarding note to the laboratory", "AHTU/MDD/241 of 17.03.2026 - sample, invented")
    paper.head("FORWARDING NOTE")
    paper.paragraph(
        "To the Director, Regional Forensic Science Laboratory, Nildanga. Through the Additional Chief"
        " Judicial Magistrate, Madhubandighi, who allowed it by order of 16.03.2026."
    )
    paper.fields(
        [
            ("Case", "Madhubandighi PS 117/2026 of 12.03.2026"),
            ("Packets", "four: KT-1 (seal AM 004101), KT-2 (AM 004102), KT-4 (AM 004104), KT-7 (AM 004107)"),
            ("Specimen of seal", "AHTU MDD 7, enclosed"),
            ("Carried by", "Constable 1187 Bikash Sardar, road certificate 38/2026"),
        ]
    )
    paper.paragraph("Asked of the laboratory", font="B")
    for line in (
        (
            "1. To take an extraction of KT-1 and KT-2, their SIM cards and memory card, and to state the"
            " digests."
        ),
        "2. To image KT-4 and the disk of KT-7, and to work on the images only.",
        "3. Whether the pictures of register pages on KT-1 were sent from it, when, and to whom.",
        "4. To export from KT-7 what channel 2 shows on 13.03.2026 from 17:30 to 17:45.",
        "5. To certify the electronic records under section 63(4)(c), BSA, Part B.",
    ):
        paper.paragraph(line, indent=12, gap=2)
    paper.paragraph("Mousumi Sanyal, Inspector, investigating officer.", gap=0)
    return paper.bytes()


def cyber_report(digests):
    """`digests` maps a working copy's mark to the digest of its list of files, or of the image."""
    paper = Paper("Laboratory report RFSL/CY/2026/0291", "RFSL/CY/2026/0291 of 10.04.2026 - sample, invented")
    paper.head("REPORT OF EXAMINATION")
    paper.head("Regional Forensic Science Laboratory, Nildanga, Cyber Division", 10)
    paper.fields(
        [
            ("Reference", "RFSL/CY/2026/0291"),
            ("Received", "17.03.2026, 11:40, four packets, seals intact, tally with specimen"),
            ("Opened", "24.03.2026, 10:30, in the presence of Dipankar Mandi"),
            ("Examined", "24.03.2026 to 27.03.2026"),
            ("Closed again", "27.03.2026, 15:00, wax seal RFSL CY 3, numbers LB 77120 to 77125"),
        ]
    )
    for text in (
        (
            "1. KT-1, a phone NIVO A7: one SIM card (KT-1.1) and one memory card (KT-1.2) were taken out. An"
            " extraction was made; the working copy is KT-1.3."
        ),
        (
            "2. KT-2, a phone NIVO LITE 3: its SIM card was read and left in it. The working copy of the"
            " extraction is KT-2.1."
        ),
        (
            "3. The picture IMG_20260310_2248.jpg was made by KT-1 on 10.03.2026 at 22:48 and sent at once to"
            " KT-2."
        ),
        (
            "4. KT-4 was imaged. The workbook hisab.xlsx, last saved on 11.03.2026, is in the working copy"
            " KT-4.1."
        ),
        (
            "5. The disk of KT-7 was imaged and left in it. The recorder's clock is 3 minutes 20 seconds"
            " fast. The clip of channel 2 is in the working copy KT-7.1: an adult closes a padlock on the"
            " outer side of the door marked 2."
        ),
    ):
        paper.paragraph(text)
    paper.paragraph("SHA-256 of what was handed over", font="B")
    lines = []
    for mark, digest in digests.items():
        lines += [f"{mark:8}{digest}"]
    paper.typed(lines)
    paper.paragraph(
        "Dr. Lopamudra Jana, Scientific Officer, Examiner of Electronic Evidence (IT Act, section 79A)."
        " 10.04.2026."
    )
    return paper.bytes()
