"""What the grain of months costs on seeded portfolios of 13 weeks, in percent.

For each seed the same portfolio is planned twice: jointly in weeks, and in two stages, who and which month first, the day of
every handoff second. The days of the second route are then fixed in the model of weeks, as accepted moves, and both plans
are compared there. Where the weeks' hard limits cannot be kept with them, the plan of months would break somebody in some week.
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


def accept_everything(plan, path):
    """Every move of the plan with its day, and everybody else stays."""
    with open(path, "w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["account_id", "decision", "proposed_move", "proposed_csm_id", "proposed_start"])
        for one in plan["assignments"]:
            if one["kind"] == "unassigned":
                continue
            receiver = one.get("cover") or one["csm"]
            is_move = one["kind"] != "stay"
            rows.writerow([one["account"], "accept", one["kind"], receiver if is_move else "", one["start"] if is_move else ""])


def compare(ballast, seed, arguments, folder):
    weeks, months = folder / "weeks", folder / "months"
    generate(ballast, weeks, arguments, seed, "weeks")
    generate(ballast, months, arguments, seed, "months")
    for name in ("accounts.csv", "csms.csv"):
        if (weeks / name).read_bytes() != (months / name).read_bytes():
            sys.exit(f"seed {seed}: {name} differs between the two grains")
    joint = plan(ballast, weeks, folder / "joint", arguments)
    coarse = plan(ballast, months, folder / "coarse", arguments)
    accept_everything(coarse, folder / "decisions.csv")
    fixed = plan(ballast, weeks, folder / "fixed", arguments, "--decisions", folder / "decisions.csv")
    return joint, coarse, fixed


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ballast", type=pathlib.Path)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--accounts", type=int, default=150)
    parser.add_argument("--csms", type=int, default=6)
    parser.add_argument("--time-limit", type=int, default=10)
    arguments = parser.parse_args()
    costs = []
    print("seed  weeks h  certified gap  two stages h  costs %  against the bound %")
    for seed in range(1, arguments.seeds + 1):
        with tempfile.TemporaryDirectory() as folder:
            joint, coarse, fixed = compare(arguments.ballast.resolve(), seed, arguments, pathlib.Path(folder))
        hours = joint["objective"] / 60
        if fixed is None:
            print(f"{seed:4}  {hours:7.1f}  {joint['certifiedGap']:13.2%}  breaks a hard limit of some week", flush=True)
            continue
        cost = fixed["objective"] / joint["objective"] - 1
        bound = fixed["objective"] / joint["certifiedBound"] - 1
        costs.append(cost)
        print(f"{seed:4}  {hours:7.1f}  {joint['certifiedGap']:13.2%}  {fixed['objective'] / 60:12.1f}  {cost:7.2%}  {bound:7.2%}", flush=True)
    if costs:
        print(f"{len(costs)} of {arguments.seeds} keep the weeks' limits; median cost {statistics.median(costs):.2%}, largest {max(costs):.2%}")


if __name__ == "__main__":
    main()
