#!/usr/bin/env python3
"""Writes accounts.csv and csms.csv of this folder: the same bytes on every machine.

People and companies are invented. What is told in README.md is planted here and marked "planted".
"""
import csv
import datetime
import pathlib
import random

START = datetime.date(2027, 1, 4)
FOLDER = pathlib.Path(__file__).resolve().parent
TIERS = {"strategic": (18, 30), "enterprise": (7, 13), "mid-market": (2.5, 5.5), "small": (0.5, 2)}
TIER_COUNTS = {"strategic": 28, "enterprise": 90, "mid-market": 160, "small": 122}
ARR = {"strategic": (350, 900), "enterprise": (120, 340), "mid-market": (35, 110), "small": (6, 30)}
REGIONS = {"North America": 150, "EMEA": 150, "APAC": 60, "LATAM": 40}
DOMAINS = ["fintech", "healthcare", "logistics", "manufacturing", "public sector", "retail"]
FIRST = """Alder Amber Anchor Aspen Beacon Birch Blue Bright Cedar Cinder Clear Cobalt Copper Coral Crest Delta Dover
Drift East Ember Falcon Fern Flint Forge Glen Granite Green Harbor Hazel Heron High Iron Ivory Juniper Kestrel Lake
Lark Linden Long Maple Marble Meadow Mill Moss North Oak Opal Orchard Pale Pine Quarry Quill Raven Red River Rowan
Sable Salt Silver Slate Stone Summit Swift Thorn Timber Vale Violet West White Willow Winter Wolf Wren Yarrow""".split()
SECOND = {
    "energy": ["Energy", "Grid", "Power"], "fintech": ["Capital", "Ledger", "Payments"],
    "healthcare": ["Clinics", "Health", "Pharma"], "logistics": ["Freight", "Lines", "Ports"],
    "manufacturing": ["Castings", "Tools", "Works"], "public sector": ["Council", "Services", "Water"],
    "retail": ["Foods", "Home", "Stores"], "": ["Group", "Holdings", "Partners"],
}
# identifier, name, region, domains, seniority, share of full time, first day, load (1: the average of the region)
CSMS = [
    ("abigail", "Abigail Turner", "North America", "fintech:expert;retail:working", "principal", 1, "2019-03-04", 1.5),
    ("brandon", "Brandon Lee", "North America", "manufacturing:expert;logistics:working", "senior", 1, "2021-06-14", 1.3),
    ("carla", "Carla Nguyen", "North America", "healthcare:expert;public sector:working", "senior", 1, "2020-09-07", 1.2),
    ("derek", "Derek Johnson", "North America", "retail:expert;logistics:working", "mid", 1, "2024-02-05", 0.8),
    ("elena", "Elena Petrova", "North America", "fintech:working;healthcare:working", "mid", 1, "2024-08-12", 0.7),
    ("felix", "Felix Brown", "North America", "logistics:expert;manufacturing:working", "mid", 1, "2023-11-06", 0.9),
    ("gloria", "Gloria Adams", "North America", "public sector:expert;energy:basic", "senior", 0.8, "2022-01-10", 1.0),
    ("hassan", "Hassan Ali", "North America", "retail:working;fintech:basic", "mid", 1, "2025-09-01", 0.6),
    ("irene", "Irene Walsh", "EMEA", "energy:expert;manufacturing:working", "principal", 1, "2018-05-14", 1.5),
    ("jakub", "Jakub Nowak", "EMEA", "manufacturing:expert;logistics:working", "senior", 1, "2021-02-01", 1.2),
    ("katrin", "Katrin Vogel", "EMEA", "healthcare:expert;public sector:working", "senior", 0.8, "2020-04-20", 1.1),
    ("lorenzo", "Lorenzo Conti", "EMEA", "fintech:expert;retail:working", "senior", 1, "2021-10-04", 1.2),
    ("maeve", "Maeve Doyle", "EMEA", "retail:expert;healthcare:working", "mid", 1, "2023-03-13", 0.9),
    ("nils", "Nils Berg", "EMEA", "logistics:expert;public sector:working", "mid", 1, "2024-05-06", 0.8),
    ("oriane", "Oriane Petit", "EMEA", "public sector:expert;fintech:working", "mid", 1, "2023-09-18", 0.9),
    ("pavel", "Pavel Dvorak", "EMEA", "manufacturing:working;energy:basic", "mid", 1, "2025-03-03", 0.6),
    ("quinn", "Quinn Harris", "EMEA", "fintech:working;logistics:working", "mid", 0.6, "2022-06-13", 0.9),
    ("ravi", "Ravi Menon", "APAC", "fintech:expert;logistics:working", "senior", 1, "2020-11-09", 1.4),
    ("sakura", "Sakura Ito", "APAC", "manufacturing:expert;retail:working", "senior", 1, "2021-08-02", 1.1),
    ("thao", "Thao Pham", "APAC", "healthcare:working;retail:working", "mid", 1, "2024-10-07", 0.8),
    ("uma", "Uma Sharma", "APAC", "public sector:working;logistics:working", "mid", 1, "2025-05-12", 0.7),
    ("valentina", "Valentina Rojas", "LATAM", "retail:expert;fintech:working", "senior", 1, "2021-01-18", 1.3),
    ("wagner", "Wagner Lima", "LATAM", "manufacturing:working;logistics:working", "mid", 1, "2023-07-10", 0.9),
    ("ximena", "Ximena Torres", "LATAM", "healthcare:working;public sector:working", "mid", 1, "2025-02-03", 0.8),
]
CSM_COLUMNS = "csm_id,name,team,regions,domains,seniority,fte,max_strategic,start_date".split(",")
ACCOUNT_COLUMNS = (
    "account_id,account_name,parent_id,csm_id,arr,tier,region,domains,effort_hours,health,potential,lifecycle,"
    "renewal_date,onboarding_end,next_qbr,csm_since,last_touch,escalation_open,escalation_closed_on"
).split(",")


def shuffled(source, items):
    items = list(items)
    source.shuffle(items)
    return items


def day(source, first, last):
    return (START + datetime.timedelta(days=source.randint(first, last))).isoformat()


def names(source):
    """Company names, no two alike."""
    taken = set()

    def name(domain):
        while True:
            candidate = f"{source.choice(FIRST)} {source.choice(SECOND[domain])}"
            if candidate not in taken:
                taken.add(candidate)
                return candidate

    return name


def knows(csm, domain):
    return not domain or any(part.split(":")[0] == domain for part in csm[3].split(";"))


def holder(source, region, domain, hours, loads):
    """Mostly who knows the domain and has the least work in proportion to the wanted load; drift is planted there."""
    people = [csm for csm in CSMS if csm[2] == region]
    able = [csm for csm in people if knows(csm, domain)] or people
    if source.random() < 0.12:
        able = people
    chosen = min(able, key=lambda csm: (loads[csm[0]] + hours) / (csm[5] * csm[7]))
    loads[chosen[0]] += hours
    return chosen


def account(source, identifier, tier, region, name, loads):
    # planted: one account in nine of EMEA works in energy, which Irene alone knows well
    energy = 0.11 if region == "EMEA" else 0.03 if region == "North America" else 0
    domain = "energy" if source.random() < energy else source.choice(DOMAINS) if source.random() < 0.6 else ""
    hours = round(source.uniform(*TIERS[tier]) * 2) / 2
    owner = holder(source, region, domain, hours, loads)
    since = max(owner[6], day(source, -1500, -20))
    touched = -source.randint(3, 20 if tier in ("strategic", "enterprise") else 75)
    health = min(98, max(12, round(source.gauss(70, 16))))
    row = dict.fromkeys(ACCOUNT_COLUMNS, "")
    row.update(
        account_id=identifier, account_name=name(domain), csm_id=owner[0],
        arr=round(source.uniform(*ARR[tier])) * 1000, tier=tier, region=region, domains=domain,
        effort_hours=f"{hours:g}" if source.random() < 0.9 else "", health=health,
        potential=round(source.uniform(0, 0.6) * ARR[tier][1]) * 1000 if source.random() < 0.85 else "",
        lifecycle=source.choice(["adopting", "mature", "mature", "mature"]), csm_since=since,
        renewal_date=day(source, -5, 360), next_qbr=day(source, 3, 88) if tier != "small" else "",
        last_touch=day(source, touched, touched))
    if source.random() < 0.03:
        row.update(lifecycle="onboarding", onboarding_end=day(source, 5, 60))
    if health < 45 and source.random() < 0.2:
        row["escalation_open"] = "yes"
    return row


def families(source, rows):
    """planted: the largest customer with four subsidiaries, and fourteen smaller families within a region."""
    largest = max((row for row in rows if row["region"] == "North America"), key=lambda row: row["arr"])
    pool = {region: shuffled(source, (row for row in rows if row["region"] == region and row is not largest))
            for region in REGIONS}
    for row in [largest] + pool["North America"][:4]:
        row["parent_id"] = "GRP-LARGEST"
    pool["North America"] = pool["North America"][4:]
    for number in range(14):
        region = source.choice(list(REGIONS))
        size = source.choice([2, 2, 3])
        members, pool[region] = pool[region][:size], pool[region][size:]
        for row in members:
            row["parent_id"] = f"GRP-{number + 1:02d}"
            row["csm_id"] = members[0]["csm_id"]
            row["csm_since"] = members[0]["csm_since"]


def accounts(source):
    tiers = shuffled(source, (tier for tier, count in TIER_COUNTS.items() for _ in range(count)))
    regions = shuffled(source, (region for region, count in REGIONS.items() for _ in range(count)))
    loads = {csm[0]: 0.0 for csm in CSMS}
    name = names(source)
    rows = [
        account(source, f"W{1001 + index}", tier, region, name, loads)
        for index, (tier, region) in enumerate(zip(tiers, regions))
    ]
    families(source, rows)
    # planted: five orphans
    for row in source.sample([row for row in rows if not row["parent_id"] and row["tier"] != "strategic"], 5):
        row.update(csm_id="", csm_since="")
    return rows


def write(name, columns, rows):
    with open(FOLDER / name, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    write("csms.csv", CSM_COLUMNS, [
        dict(zip(CSM_COLUMNS, (csm[0], csm[1], csm[2], csm[2], csm[3], csm[4], csm[5],
                               {"principal": 5, "senior": 3, "mid": 2}[csm[4]], csm[6])))
        for csm in CSMS])
    write("accounts.csv", ACCOUNT_COLUMNS, accounts(random.Random(20270104)))
