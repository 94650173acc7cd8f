"""The invented facts that the drawn and written pieces of evidence share, so that they agree with each other.

Every person, place, number and account is made up. Telephone numbers begin with 00000 and UPI names end in
@invalid: no network gives either out.
"""

CASE = "MADHUBANDIGHI PS CASE 117/2026"
FLAT = "FLAT 3B, KANCHANTARA APARTMENT, 27 SHALUK PUKUR LANE, MADHUBANDIGHI"
SEAL = ("AHTU", "MDD 7")
LAB_SEAL = ("RFSL", "CY 3")

A1_PHONE = "+91 00000 00117"
A2_PHONE = "+91 00000 00234"
A3_PHONE = "+91 00000 00391"
OWNER_PHONE = "+91 00000 00462"
TRANSPORT_PHONE = "+91 00000 00558"

A1_IMEI = ("000000110011701", "000000110011719")
A2_IMEI = ("000000220023402", "000000220023410")

A1_UPI = "sk.kayal@invalid"
A2_UPI = "malati.b@invalid"
A3_UPI = "rajat.o@invalid"
OWNER_UPI = "tn.chongdar@invalid"
TRANSPORT_UPI = "haru.t@invalid"
A2_ACCOUNT = "XXXXXXXX0234"

# What the red register calls "sent": the same sums leave the account on the same days.
REMITTANCES = [("2026-02-13", 14000), ("2026-02-20", 15500), ("2026-02-27", 12000), ("2026-03-06", 16000)]
RENTS = [("2026-02-02", 12000), ("2026-03-02", 12000)]
SALARIES = [("2026-02-16", 3000), ("2026-03-02", 3000)]
PURCHASE = ("2026-02-09", 25000)

# The register's pages: date, number, taken, kept back, note. It names nobody: the women have numbers in it.
REGISTER = {
    14: [
        ("9/2", "3", "", "", "FROM H. 25000 PAID"),
        ("10/2", "1", "1800", "1800", ""),
        ("10/2", "2", "2400", "1900", ""),
        ("11/2", "1", "1500", "1500", "OLD DUES"),
        ("12/2", "2", "2100", "1600", ""),
        ("13/2", "", "", "", "R.B. 14000 SENT"),
        ("14/2", "3", "1500", "1500", "NOTHING TO HER"),
        ("15/2", "1", "2700", "2700", "OLD DUES"),
        ("17/2", "3", "1500", "1500", ""),
        ("18/2", "2", "1900", "1400", ""),
        ("20/2", "", "", "", "R.B. 15500 SENT"),
    ],
    15: [
        ("21/2", "1", "2100", "1600", ""),
        ("22/2", "3", "1500", "1500", ""),
        ("24/2", "2", "2600", "2100", ""),
        ("25/2", "3", "3000", "3000", ""),
        ("26/2", "1", "1500", "1500", "OLD DUES"),
        ("27/2", "", "", "", "R.B. 12000 SENT"),
        ("1/3", "3", "1500", "1500", ""),
        ("2/3", "", "", "", "RENT 12000 PAID"),
        ("4/3", "2", "2400", "1900", ""),
        ("6/3", "", "", "", "R.B. 16000 SENT"),
        ("10/3", "3", "1500", "1500", ""),
    ],
}
