"""Solves an MPS file with one solver and writes how plan and bound came closer, one line of JSON each.

    peer.py highs model.mps --time-limit 60 --threads 1 --log trace.jsonl --solution solution.json

Times are wall seconds since the solver was started on the model it had read. A solver that is not here ends the
program with 69 and says what is missing.
"""

import argparse
import contextlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

UNAVAILABLE = 69
NUMBER = r"[-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?"


class Missing(Exception):
    pass


class Trace:
    """Appends a line whenever the plan or the bound has changed."""

    def __init__(self, path):
        self.file = open(path, "w", buffering=1, encoding="utf-8")
        self.started = time.monotonic()
        self.objective = self.bound = None

    def start(self):
        self.started = time.monotonic()

    def note(self, objective=None, bound=None, seconds=None):
        known = (self.objective, self.bound)
        if objective is not None and abs(objective) < 1e19:
            self.objective = objective if self.objective is None else min(self.objective, objective)
        if bound is not None and abs(bound) < 1e19:
            self.bound = bound if self.bound is None else max(self.bound, bound)
        if known != (self.objective, self.bound):
            self.write(seconds)

    def write(self, seconds=None, **more):
        seconds = time.monotonic() - self.started if seconds is None else seconds
        line = {"seconds": seconds, "objective": self.objective, "bound": self.bound, **more}
        self.file.write(json.dumps(line) + "\n")


def highs(arguments, trace):
    try:
        import highspy
    except ImportError as error:
        raise Missing(f"Python module highspy: {error}")
    solver = highspy.Highs()
    for name, value in [
        ("log_to_console", False), ("time_limit", float(arguments.time_limit)), ("mip_rel_gap", 0.0),
        ("mip_abs_gap", 1e-6), ("threads", arguments.threads)]:
        solver.setOptionValue(name, value)
    solver.readModel(arguments.model)

    def note(event):
        trace.note(event.data_out.mip_primal_bound, event.data_out.mip_dual_bound)

    for callback in (solver.cbMipImprovingSolution, solver.cbMipLogging, solver.cbMipInterrupt):
        callback.subscribe(note)
    trace.start()
    solver.run()
    info = solver.getInfo()
    trace.note(info.objective_function_value if info.primal_solution_status == 2 else None, info.mip_dual_bound)
    names, values = solver.getLp().col_names_, solver.getSolution().col_value
    found = dict(zip(names, values)) if info.primal_solution_status == 2 else None
    return f"HiGHS {solver.version()}", str(solver.getModelStatus()).split(".")[-1], found


@contextlib.contextmanager
def standard_output_in(path):
    """What C++ writes to standard output goes to a file."""
    kept = os.dup(1)
    with open(path, "wb") as file:
        os.dup2(file.fileno(), 1)
    try:
        yield pathlib.Path(path)
    finally:
        os.dup2(kept, 1)
        os.close(kept)


def cpsat(arguments, trace):
    try:
        import ortools
        from ortools.linear_solver.python import model_builder
    except ImportError as error:
        raise Missing(f"Python module ortools: {error}")
    model = model_builder.Model()
    if not model.import_from_mps_file(arguments.model):
        raise Missing("an MPS reader that takes this model")
    solver = model_builder.Solver("sat")
    solver.set_time_limit_in_seconds(float(arguments.time_limit))
    solver.set_solver_specific_parameters(
        f"num_workers:{arguments.threads} log_search_progress:true relative_gap_limit:0 absolute_gap_limit:0")
    solver.enable_output(True)
    # The binding of its log callback fails: the log goes to a file, and its own times are read from there.
    trace.start()
    with standard_output_in(arguments.log + ".raw") as raw:
        status = solver.solve(model)
    progress = re.compile(rf"^#\S+\s+({NUMBER})s\s.*best:({NUMBER}|inf|-)\s+next:\[({NUMBER}),")
    for line in raw.read_text(errors="replace").splitlines():
        match = progress.search(line)
        if match:
            best = match.group(2)
            trace.note(
                None if best in ("inf", "-") else float(best), float(match.group(3)), seconds=float(match.group(1)))
    raw.unlink()
    found = None
    if status in (model_builder.SolveStatus.OPTIMAL, model_builder.SolveStatus.FEASIBLE):
        found = {variable.name: solver.value(variable) for variable in model.get_variables()}
        trace.note(solver.objective_value, solver.best_objective_bound)
    return f"OR-Tools CP-SAT {ortools.__version__}", str(status).split(".")[-1], found


def scip(arguments, trace):
    try:
        import pyscipopt
    except ImportError as error:
        raise Missing(f"Python module pyscipopt: {error}")
    kinds = pyscipopt.SCIP_EVENTTYPE
    watched = kinds.BESTSOLFOUND | getattr(kinds, "DUALBOUNDIMPROVED", kinds.NODESOLVED)

    class Watch(pyscipopt.Eventhdlr):
        def eventinit(self):
            self.model.catchEvent(watched, self)

        def eventexit(self):
            self.model.dropEvent(watched, self)

        def eventexec(self, event):
            trace.note(self.model.getPrimalbound(), self.model.getDualbound())

    model = pyscipopt.Model()
    model.hideOutput()
    model.readProblem(arguments.model)
    model.setParam("limits/time", float(arguments.time_limit))
    model.setParam("limits/gap", 0.0)
    model.includeEventhdlr(Watch(), "watch", "notes plan and bound")
    trace.start()
    model.optimize()
    trace.note(model.getPrimalbound(), model.getDualbound())
    found = None
    if model.getNSols():
        best = model.getBestSol()
        found = {variable.name: best[variable] for variable in model.getVars()}
    # A last event comes when the model is taken down, after the log has been closed.
    trace.note = lambda *ignored: None
    return f"SCIP {model.version()}", model.getStatus(), found


def lines_of(command):
    """Lines as they come: without a terminal C programs would keep them back."""
    line_wise = ["stdbuf", "-oL"] if shutil.which("stdbuf") else []
    with subprocess.Popen(line_wise + command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as child:
        yield from child.stdout


def cbc(arguments, trace):
    program = shutil.which("cbc")
    if program is None:
        try:
            import pulp
            program = pulp.PULP_CBC_CMD().path
        except ImportError:
            raise Missing("program cbc, and Python module pulp that brings one")
    raw = pathlib.Path(arguments.solution + ".raw")
    command = [
        program, arguments.model, "-timeMode", "elapsed", "-seconds", str(arguments.time_limit), "-ratio", "0",
        "-allow", "0"] + (["-threads", str(arguments.threads)] if arguments.threads > 1 else [])
    version, status = "CBC", "unknown"
    patterns = [
        (re.compile(rf"Continuous objective value is ({NUMBER})"), (None, 1)),
        (re.compile(rf"Integer solution of ({NUMBER}) found"), (1, None)),
        (re.compile(rf"({NUMBER}) best solution, best possible ({NUMBER})"), (1, 2)),
        (re.compile(rf"cuts changed objective from {NUMBER} to ({NUMBER})"), (None, 1)),
        (re.compile(rf"^Lower bound:\s+({NUMBER})"), (None, 1)),
        (re.compile(rf"^Objective value:\s+({NUMBER})"), (1, None)),
    ]
    trace.start()
    for line in lines_of(command + ["-solve", "-solution", str(raw)]):
        if line.startswith("Version:"):
            version = "CBC " + line.split(":")[1].strip()
        if line.startswith("Result -"):
            status = line.split("-", 1)[1].strip()
        for pattern, (objective, bound) in patterns:
            match = pattern.search(line)
            if match:
                trace.note(
                    float(match.group(objective)) if objective else None, float(match.group(bound)) if bound else None)
    if status == "Optimal solution found":
        trace.note(None, trace.objective)
    found = None
    if raw.exists():
        rows = [line.replace("**", "").split() for line in raw.read_text().splitlines()]
        if rows and "no integer solution" not in " ".join(rows[0]).lower() and "infeasible" not in " ".join(rows[0]).lower():
            found = {row[1]: float(row[2]) for row in rows[1:] if len(row) >= 3}
        raw.unlink()
    return version, status, found


def glpsol(arguments, trace):
    program = shutil.which("glpsol")
    if program is None:
        raise Missing("program glpsol")
    raw = pathlib.Path(arguments.solution + ".raw")
    progress = re.compile(rf"^\+\s*\d+:\s*(?:mip =|>>>>>)\s*(not found yet|{NUMBER})\s*>=\s*({NUMBER}|-inf)")
    relaxed = re.compile(rf"^[*#]?\s*\d+: obj =\s*({NUMBER})")
    version, status, last = "glpsol", "unknown", None
    trace.start()
    for line in lines_of([
            program, "--freemps", arguments.model, "--tmlim", str(max(1, int(arguments.time_limit))), "-w", str(raw)]):
        if line.startswith("GLPSOL"):
            version = "glpsol " + line.split()[-1]
        match = relaxed.match(line)
        if match:
            last = float(match.group(1))
        if line.startswith("OPTIMAL LP SOLUTION FOUND"):
            trace.note(None, last)
        match = progress.match(line)
        if match:
            trace.note(
                None if match.group(1) == "not found yet" else float(match.group(1)),
                None if match.group(2) == "-inf" else float(match.group(2)))
        if "SOLUTION FOUND" in line or "TIME LIMIT" in line:
            status = line.strip()
    if status == "INTEGER OPTIMAL SOLUTION FOUND":
        trace.note(None, trace.objective)
    found = None
    if raw.exists():
        values = [float(line.split()[2]) for line in raw.read_text().splitlines() if line.startswith("j ")]
        if trace.objective is not None:
            found = dict(zip(columns_in_order(arguments.model), values))
        raw.unlink()
    return version, status, found


def columns_in_order(path):
    names, inside = {}, False
    with open(path, encoding="utf-8") as file:
        for line in file:
            if not line.startswith(" "):
                inside = line.startswith("COLUMNS")
            elif inside and "'MARKER'" not in line:
                names.setdefault(line.split()[0])
    return list(names)


PEERS = {"highs": highs, "cpsat": cpsat, "scip": scip, "cbc": cbc, "glpsol": glpsol}


def listed():
    import importlib.util
    modules = {"highs": "highspy", "cpsat": "ortools", "scip": "pyscipopt"}
    for name in PEERS:
        here = importlib.util.find_spec(modules[name]) if name in modules else shutil.which(name)
        if name == "cbc":
            here = here or importlib.util.find_spec("pulp")
        print(f"{name}: {'here' if here else 'missing'}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", action="store_true", help="say which solvers are here")
    parser.add_argument("peer", nargs="?", choices=sorted(PEERS))
    parser.add_argument("model", nargs="?")
    parser.add_argument("--time-limit", type=float, default=60)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--log", default="trace.jsonl")
    parser.add_argument("--solution", default="solution.json")
    arguments = parser.parse_args()
    if arguments.list:
        return listed()
    if not arguments.model:
        parser.error("a peer and a model are needed")
    trace = Trace(arguments.log)
    try:
        version, status, values = PEERS[arguments.peer](arguments, trace)
    except Missing as missing:
        trace.write(version=arguments.peer, status=f"missing: {missing}")
        print(missing, file=sys.stderr)
        sys.exit(UNAVAILABLE)
    trace.write(version=version, status=status)
    if values is not None:
        kept = {name: value for name, value in values.items() if value}
        pathlib.Path(arguments.solution).write_text(json.dumps(kept), encoding="utf-8")


if __name__ == "__main__":
    main()
