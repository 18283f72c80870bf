"""What the grain of months costs on seeded portfolios of 13 weeks, in percent.

For each seed the same portfolio is planned twice: jointly in weeks, and in two stages, who and which month first, the day of
every handoff second. The second route is then fixed in the model of weeks, as accepted moves: once with its days, once only
who goes to whom, so that the weeks choose the days. Where the weeks' hard limits cannot be kept, the plan of months would
break somebody in some week.
"""

import argparse
import csv
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile


def generate(ballast, folder, arguments, seed, periods):
    subprocess.run(
        [ballast, "bench", "generate", "--quiet", "--accounts", str(arguments.accounts), "--csms", str(arguments.csms),
         "--seed", str(seed), "--periods", periods, "--output", folder], check=True)


def plan(ballast, folder, output, arguments, *more):
    code = subprocess.run(
        [ballast, "plan", folder, "--quiet", "--time-limit", str(arguments.time_limit), "--output", output, *more],
        stderr=subprocess.PIPE, text=True)
    if code.returncode == 3:
        return None
    if code.returncode != 0:
        sys.exit(f"{folder}: {code.stderr}")
    return json.loads((output / "plan.json").read_text())


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


def compare(ballast, seed, arguments, folder):
    weeks, months = folder / "weeks", folder / "months"
    generate(ballast, weeks, arguments, seed, "weeks")
    generate(ballast, months, arguments, seed, "months")
    for name in ("accounts.csv", "csms.csv"):
        if (weeks / name).read_bytes() != (months / name).read_bytes():
            sys.exit(f"seed {seed}: {name} differs between the two grains")
    joint = plan(ballast, weeks, folder / "joint", arguments)
    coarse = plan(ballast, months, folder / "coarse", arguments)
    fixed = []
    for name, with_days in (("days", True), ("people", False)):
        accept_everything(coarse, folder / "decisions.csv", with_days)
        fixed.append(plan(ballast, weeks, folder / name, arguments, "--decisions", folder / "decisions.csv"))
    return joint, fixed


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ballast", type=pathlib.Path)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--accounts", type=int, default=150)
    parser.add_argument("--csms", type=int, default=6)
    parser.add_argument("--time-limit", type=int, default=10)
    arguments = parser.parse_args()
    costs = {"days": [], "people": []}
    print("seed  weeks h  certified gap  two stages: with days  people only")
    for seed in range(1, arguments.seeds + 1):
        with tempfile.TemporaryDirectory() as folder:
            joint, fixed = compare(arguments.ballast.resolve(), seed, arguments, pathlib.Path(folder))
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
            print(f"{name}: {len(found)} of {arguments.seeds} keep the weeks' limits; median {statistics.median(found):+.2%}, largest {max(found):+.2%}")
        else:
            print(f"{name}: none of {arguments.seeds} keeps the weeks' limits")


if __name__ == "__main__":
    main()
