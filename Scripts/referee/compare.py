"""Compares Ballast with HiGHS on the exported model of seeded portfolios.

For each seed: `ballast plan`, `ballast export-model --format mps`, HiGHS on that file. Fails when the plan is further
from the optimum than the gap it states, or when a bound lies above the optimum.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
import time

import highspy

HERE = pathlib.Path(__file__).parent


def highs_optimum(path, limit):
    """Objective and dual bound of the exported model, and seconds."""
    solver = highspy.Highs()
    solver.silent()
    solver.setOptionValue("time_limit", float(limit))
    solver.setOptionValue("mip_rel_gap", 1e-6)
    solver.readModel(str(path))
    started = time.monotonic()
    solver.run()
    information = solver.getInfo()
    return information.objective_function_value, information.mip_dual_bound, time.monotonic() - started


def case(ballast, seed, limit, referee_limit, folder):
    accounts, csms = 60 + seed * 7 % 141, 4 + seed % 5
    subprocess.run(
        [sys.executable, HERE / "generate_portfolio.py", folder, "--accounts", str(accounts), "--csms", str(csms),
         "--seed", str(seed)], check=True)
    subprocess.run([ballast, "plan", folder, "--quiet", "--time-limit", str(limit)], check=True)
    model = folder / "model.mps"
    subprocess.run([ballast, "export-model", folder, "--quiet", "--output", model], check=True)
    plan = json.loads((folder / "out" / "plan.json").read_text())
    optimum, dual, seconds = highs_optimum(model, referee_limit)
    return accounts, csms, plan, optimum, dual, seconds


def problems(plan, optimum, dual):
    slack = 1e-6 * max(1, abs(optimum))
    found = []
    if plan["objective"] < dual - slack:
        found.append("the plan is better than HiGHS's bound")
    if plan["objective"] > optimum + plan["gap"] * abs(plan["objective"]) + slack:
        found.append("the plan is further from the optimum than its gap")
    for name in ("bound", "certifiedBound"):
        if plan.get(name) is not None and plan[name] > optimum + slack:
            found.append(f"{name} lies above the optimum")
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ballast", help="the ballast binary")
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--time-limit", type=int, default=60, help="seconds of Ballast")
    parser.add_argument("--referee-limit", type=int, default=300, help="seconds of HiGHS")
    arguments = parser.parse_args()
    failures = 0
    print("seed accounts csms      plan     HiGHS HiGHS bound    gap  cert.gap ballast s HiGHS s")
    for seed in range(1, arguments.seeds + 1):
        with tempfile.TemporaryDirectory() as name:
            accounts, csms, plan, optimum, dual, seconds = case(
                arguments.ballast, seed, arguments.time_limit, arguments.referee_limit, pathlib.Path(name))
        found = problems(plan, optimum, dual)
        failures += bool(found)
        certified = plan.get("certifiedGap")
        print(
            f"{seed:4} {accounts:8} {csms:4} {plan['objective']:9.1f} {optimum:9.1f} {dual:11.1f} "
            f"{plan['gap']:6.3%} {certified if certified is None else format(certified, '8.3%')} "
            f"{plan['run']['seconds']:9.1f} {seconds:7.1f} {'; '.join(found)}", flush=True)
    print(f"{arguments.seeds - failures} agree, {failures} do not")
    sys.exit(bool(failures))


if __name__ == "__main__":
    main()
