"""Running Ballast on seeded portfolios."""

import argparse
import json
import pathlib
import subprocess
import sys


def arguments(description):
    """A parser for what all of these scripts take."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("ballast", type=pathlib.Path)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--accounts", type=int, default=150)
    parser.add_argument("--csms", type=int, default=6)
    parser.add_argument("--time-limit", type=int, default=10)
    return parser


def generate(given, folder, seed, periods):
    subprocess.run(
        [given.ballast, "bench", "generate", "--quiet", "--accounts", str(given.accounts), "--csms", str(given.csms),
         "--seed", str(seed), "--periods", periods, "--output", folder], check=True)


def plan(given, folder, output, *more):
    """The plan; None where the rules cannot all hold."""
    run = subprocess.run(
        [given.ballast, "plan", folder, "--quiet", "--time-limit", str(given.time_limit), "--output", output, *more],
        stderr=subprocess.PIPE, text=True)
    if run.returncode == 3:
        return None
    if run.returncode != 0:
        sys.exit(f"{folder}: {run.stderr}")
    return json.loads((output / "plan.json").read_text())
