"""How much of what was announced stays when a plan is made again: seeded portfolios, changed a little.

Each portfolio is planned and published. Two weeks later some accounts need more or less time, some are gone, some are new, and
somebody gives notice; the plan is made again with `--published`, and once more without it.
"""

import csv
import datetime
import pathlib
import random
import statistics
import tempfile

import planning


def disturb(folder, seed):
    """A twentieth of the accounts needs a quarter more or less; one in a hundred is gone; as many are new."""
    chance = random.Random(seed)
    path = folder / "accounts.csv"
    with open(path, newline="") as file:
        rows = list(csv.DictReader(file))
    kept = [row for row in rows if chance.random() >= 0.01]
    for row in kept:
        if row["effort_hours"] and chance.random() < 0.05:
            row["effort_hours"] = f"{float(row['effort_hours']) * chance.choice([0.75, 1.25]):.2f}"
    for number, row in enumerate(chance.sample(rows, len(rows) - len(kept))):
        new = dict(row, csm_id="", account_id=f"NEW{number}")
        if "parent_id" in new:
            new["parent_id"] = ""
        kept.append(new)
    with open(path, "w", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(kept)
    return {row["account_id"] for row in kept}


def moves(plan):
    return {one["account"]: (one["to"], one["period"], one["start"]) for one in plan["handoffs"]}


def main():
    parser = planning.arguments(__doc__)
    parser.add_argument("--days", type=int, default=14)
    given = parser.parse_args()
    shares = {"begun": [], "announced": [], "without": []}
    print("seed  moves  begun  go on  announced  same CSM  without --published")
    for seed in range(1, given.seeds + 1):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            planning.generate(given, folder / "book", seed, "months")
            first = planning.plan(given, folder / "book", folder / "first")
            day = str(datetime.date.fromisoformat(first["asOf"]) + datetime.timedelta(days=given.days))
            present = disturb(folder / "book", seed)
            with_published = moves(planning.plan(
                given, folder / "book", folder / "second", "--as-of", day, "--published",
                folder / "first" / "plan.json"))
            without = moves(planning.plan(given, folder / "book", folder / "third", "--as-of", day))
        published = [one for one in first["handoffs"] if one["account"] in present]
        begun = [one for one in published if one["start"] < day < one["effective"] and one["kind"] == "handoff"]
        announced = [one for one in published if one["announce"] <= day <= one["start"]]
        def kept(some, now):
            return sum(now.get(one["account"], ("",))[0] == one["to"] for one in some)
        row = (len(published), len(begun), kept(begun, with_published), len(announced), kept(announced, with_published), kept(announced, without))
        print(f"{seed:4}  {row[0]:5}  {row[1]:5}  {row[2]:5}  {row[3]:9}  {row[4]:8}  {row[5]:19}", flush=True)
        if begun:
            shares["begun"].append(row[2] / row[1])
        if announced:
            shares["announced"].append(row[4] / row[3])
            shares["without"].append(row[5] / row[3])
    for key, words in (("begun", "begun handoffs go on"), ("announced", "announced moves stay"), ("without", "of these without --published")):
        if shares[key]:
            print(f"{statistics.mean(shares[key]):.1%} {words}")


if __name__ == "__main__":
    main()
