"""Checks a solution against its MPS file and prints one line of JSON; shares no code with any solver.

    check.py model.mps solution.json

Integer columns are rounded first; a row may be broken by a part in a million of what stands in it.
"""

import json
import math
import sys


def read(path):
    rows, columns, integer, sides, ranges, bounds = {}, {}, set(), {}, {}, {}
    section, is_integer = None, False
    with open(path, encoding="utf-8") as file:
        for line in file:
            words = line.split()
            if not words or line.startswith("*"):
                continue
            if not line.startswith(" "):
                section = words[0]
            elif section == "ROWS":
                rows[words[1]] = words[0]
            elif section == "COLUMNS" and words[1] == "'MARKER'":
                is_integer = words[2] == "'INTORG'"
            elif section == "COLUMNS":
                entries = columns.setdefault(words[0], [])
                entries += [(words[i], float(words[i + 1])) for i in range(1, len(words), 2)]
                if is_integer:
                    integer.add(words[0])
            elif section == "RHS":
                sides[words[1]] = float(words[2])
            elif section == "RANGES":
                ranges[words[1]] = float(words[2])
            elif section == "BOUNDS":
                low, high = bounds.get(words[2], (0.0, math.inf))
                value = float(words[3])
                bounds[words[2]] = (value if words[0] in ("LO", "FX") else low, value if words[0] in ("UP", "FX") else high)
    return rows, columns, integer, sides, ranges, bounds


def limits(kind, side, width):
    if kind == "E":
        return side, side
    if kind == "L":
        return (side - width if width is not None else -math.inf), side
    return side, (side + width if width is not None else math.inf)


def main():
    rows, columns, integer, sides, ranges, bounds = read(sys.argv[1])
    with open(sys.argv[2], encoding="utf-8") as file:
        values = json.load(file)
    faults = [f"unknown column {name}" for name in values if name not in columns]
    activity, scale = dict.fromkeys(rows, 0.0), dict.fromkeys(rows, 1.0)
    for name, entries in columns.items():
        value = values.get(name, 0.0)
        if name in integer:
            if abs(value - round(value)) > 1e-5:
                faults.append(f"{name} = {value} is not whole")
            value = round(value)
        low, high = bounds.get(name, (0.0, math.inf))
        if not low - 1e-6 * max(1, abs(low)) <= value <= high + 1e-6 * max(1, abs(high)):
            faults.append(f"{name} = {value} is outside its bounds")
        for row, factor in entries:
            activity[row] += factor * value
            scale[row] = max(scale[row], abs(factor * value))
    objective = next(name for name, kind in rows.items() if kind == "N")
    for row, kind in rows.items():
        if kind == "N":
            continue
        low, high = limits(kind, sides.get(row, 0.0), ranges.get(row))
        if not low - 1e-6 * scale[row] <= activity[row] <= high + 1e-6 * scale[row]:
            faults.append(f"row {row} is {activity[row]}, not within {low} to {high}")
    print(json.dumps({"feasible": not faults, "objective": activity[objective], "faults": faults[:5]}))


if __name__ == "__main__":
    main()
