"""What the grain of months costs on seeded portfolios of 13 weeks, in percent.

For each seed the same portfolio is planned twice: jointly in weeks, and in two stages, who and which month first, the day of
every handoff second. The second route is then fixed in the model of weeks, as accepted moves: once with its days, once only
who goes to whom, so that the weeks choose the days. Where the weeks' hard limits cannot be kept, the plan of months would
break somebody in some week.
"""

import csv
import pathlib
import statistics
import sys
import tempfile

import planning


def accept_everything(plan, path, with_days):
    """Every move of the plan, with its day or with its receiver alone, and everybody else stays."""
    with open(path, "w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["account_id", "decision", "proposed_move", "proposed_csm_id", "proposed_start", "csm_id"])
        for one in plan["assignments"]:
            if one["kind"] == "unassigned":
                continue
            receiver = one.get("cover") or one["csm"]
            is_move = one["kind"] != "stay"
            if is_move and not with_days and one["kind"] != "cover":
                rows.writerow([one["account"], "accept", "", "", "", receiver])
            elif with_days or not is_move:
                rows.writerow([one["account"], "accept", one["kind"], receiver if is_move else "", one["start"] if is_move else "", ""])


def compare(given, seed, folder):
    weeks, months = folder / "weeks", folder / "months"
    planning.generate(given, weeks, seed, "weeks")
    planning.generate(given, months, seed, "months")
    for name in ("accounts.csv", "csms.csv"):
        if (weeks / name).read_bytes() != (months / name).read_bytes():
            sys.exit(f"seed {seed}: {name} differs between the two grains")
    joint = planning.plan(given, weeks, folder / "joint")
    coarse = planning.plan(given, months, folder / "coarse")
    fixed = []
    for name, with_days in (("days", True), ("people", False)):
        accept_everything(coarse, folder / "decisions.csv", with_days)
        fixed.append(planning.plan(given, weeks, folder / name, "--decisions", folder / "decisions.csv"))
    return joint, fixed


def main():
    given = planning.arguments(__doc__).parse_args()
    costs = {"days": [], "people": []}
    print("seed  weeks h  certified gap  two stages: with days  people only")
    for seed in range(1, given.seeds + 1):
        with tempfile.TemporaryDirectory() as folder:
            joint, fixed = compare(given, seed, pathlib.Path(folder))
        words = []
        for name, one in zip(costs, fixed):
            if one is None:
                words.append("breaks a limit")
                continue
            costs[name].append(one["objective"] / joint["objective"] - 1)
            words.append(f"{costs[name][-1]:+.2%}")
        print(f"{seed:4}  {joint['objective'] / 60:7.1f}  {joint['certifiedGap']:13.2%}  {words[0]:>21}  {words[1]:>14}", flush=True)
    for name, found in costs.items():
        if found:
            print(f"{name}: {len(found)} of {given.seeds} keep the weeks' limits; median {statistics.median(found):+.2%}, largest {max(found):+.2%}")
        else:
            print(f"{name}: none of {given.seeds} keeps the weeks' limits")


if __name__ == "__main__":
    main()
