"""Writes a seeded workspace with drifted, overloaded and mismatched books and an uncovered region.

    python3 generate_portfolio.py --accounts 120 --csms 6 --seed 1 DIR

Everything follows from the seed. No policy is written: the default policy holds.
"""

import argparse
import csv
import datetime
import pathlib
import random

START = datetime.date(2027, 1, 4)
TIERS = [("strategic", 0.06), ("enterprise", 0.24), ("mid-market", 0.4), ("small", 0.3)]
BASE_HOURS = {"strategic": 22, "enterprise": 10, "mid-market": 4, "small": 1.5}
BASE_ARR = {"strategic": 900_000, "enterprise": 250_000, "mid-market": 60_000, "small": 12_000}
DOMAINS = ["healthcare", "retail", "finance", "logistics"]
REGIONS = ["north", "south"]
LEVELS = ["basic", "working", "expert"]


def day(generator, first, last):
    return (START + datetime.timedelta(days=generator.randint(first, last))).isoformat()


def csms(generator, count):
    rows = []
    for index in range(count):
        domains = generator.sample(DOMAINS, generator.randint(1, 3))
        rows.append({
            "csm_id": f"C{index:02}",
            "regions": REGIONS[index % 2] if generator.random() < 0.8 else ";".join(REGIONS),
            "domains": ";".join(f"{name}:{generator.choice(LEVELS)}" for name in domains),
            "capacity_hours": generator.choice([100, 120, 130, 130, 140]),
            "start_date": "", "leave_start": "", "leave_end": "", "last_day": "",
        })
    if count >= 5:
        rows[1]["last_day"] = day(generator, 30, 80)
        rows[2]["start_date"] = day(generator, -20, 20)
        rows[3]["leave_start"], rows[3]["leave_end"] = day(generator, 20, 30), day(generator, 50, 70)
    return rows


def accounts(generator, count, team):
    # Squared random numbers make some books far larger than others: the drift of a few years.
    drift = [generator.random() ** 2 + 0.1 for _ in team]
    rows, total = [], 0.0
    for index in range(count):
        tier = generator.choices([name for name, _ in TIERS], [weight for _, weight in TIERS])[0]
        region = "overseas" if generator.random() < 0.03 else generator.choice(REGIONS)
        fitting = [k for k, row in enumerate(team) if region in row["regions"]]
        pool = fitting if fitting and generator.random() < 0.9 else range(len(team))
        owner = generator.choices(list(pool), [drift[k] for k in pool])[0]
        hours = BASE_HOURS[tier] * generator.uniform(0.6, 1.5)
        total += hours
        rows.append({
            "account_id": f"A{index:04}", "tier": tier, "region": region,
            "csm_id": "" if generator.random() < 0.04 else team[owner]["csm_id"],
            "parent_id": f"A{generator.randrange(index):04}" if index and generator.random() < 0.05 else "",
            "arr": int(BASE_ARR[tier] * generator.lognormvariate(0, 0.5)),
            "domains": ";".join(generator.sample(DOMAINS, generator.choice([0, 1, 1, 2]))),
            "effort_hours": hours if generator.random() < 0.9 else "",
            "health": generator.randint(20, 100),
            "renewal_date": day(generator, -60, 300),
            "csm_since": day(generator, -1500, -30),
            "next_qbr": day(generator, 0, 120) if generator.random() < 0.6 else "",
            "escalation_open": "yes" if generator.random() < 0.03 else "no",
        })
    # The team carries about 80 % of its capacity as a whole, however the books are spread.
    factor = 0.8 * sum(row["capacity_hours"] for row in team) / total
    for row in rows:
        if row["effort_hours"] != "":
            row["effort_hours"] = f"{row['effort_hours'] * factor:.2f}"
    return rows


def write(path, rows):
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--accounts", type=int, default=120)
    parser.add_argument("--csms", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    generator = random.Random(arguments.seed)
    arguments.folder.mkdir(parents=True, exist_ok=True)
    team = csms(generator, arguments.csms)
    write(arguments.folder / "accounts.csv", accounts(generator, arguments.accounts, team))
    write(arguments.folder / "csms.csv", team)
    (arguments.folder / "ballast.yaml").write_text(f"version: 1\nhorizon:\n  start: {START}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
