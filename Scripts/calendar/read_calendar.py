"""Reads handoffs.ics with the package icalendar and checks it against handoffs.csv and assignments.csv beside it."""
import collections
import csv
import datetime
import pathlib
import sys

from icalendar import Calendar


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def physical_lines(data, problems):
    """RFC 5545, 3.1: CR LF, at most 75 octets, each line whole characters."""
    if not data.endswith(b"\r\n"):
        problems.append("the file does not end with CR LF")
    for number, line in enumerate(data.split(b"\r\n"), 1):
        if b"\n" in line or b"\r" in line:
            problems.append(f"line {number} holds a bare CR or LF")
        if len(line) > 75:
            problems.append(f"line {number} has {len(line)} octets")
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            problems.append(f"line {number} is cut inside a character")


def expected_days(handoff, kind):
    """Day by day what a handoff puts into a calendar, from the CSV alone."""
    start, introduction = handoff["overlap_start"], handoff["introduction"]
    effective, end = handoff["effective_date"], handoff["overlap_end"]
    if kind == "cover":
        back = datetime.date.fromisoformat(end) + datetime.timedelta(days=1)
        return sorted([start, back.isoformat()])
    days = [introduction, effective]
    return sorted(days + ([start] if start < effective else []))


def check(folder):
    problems = []
    data = (folder / "handoffs.ics").read_bytes()
    physical_lines(data, problems)
    calendar = Calendar.from_ical(data)
    events = calendar.walk("VEVENT")
    handoffs = rows(folder / "handoffs.csv")
    kinds = {row["account"]: row["decision"] for row in rows(folder / "assignments.csv")}
    wanted = collections.Counter(
        day for handoff in handoffs for day in expected_days(handoff, kinds.get(handoff["account"])))
    found = collections.Counter()
    for event in events:
        start, end = event.decoded("DTSTART"), event.decoded("DTEND")
        found[start.isoformat()] += 1
        if isinstance(start, datetime.datetime) or end - start != datetime.timedelta(days=1):
            problems.append(f"{event['UID']} is no all-day event")
        for key in ("UID", "DTSTAMP", "SEQUENCE", "SUMMARY", "DESCRIPTION"):
            if key not in event:
                problems.append(f"an event has no {key}")
        if getattr(event, "errors", None):
            problems.append(f"{event['UID']}: {event.errors}")
        attendees = event.get("ATTENDEE", [])
        for attendee in attendees if isinstance(attendees, list) else [attendees]:
            if not str(attendee).startswith("mailto:") or "ORGANIZER" not in event:
                problems.append(f"{event['UID']} has an attendee without address or organizer")
    identifiers = collections.Counter(str(event["UID"]) for event in events)
    problems += [f"{uid} stands {count} times" for uid, count in identifiers.items() if count > 1]
    if found != wanted:
        problems.append(f"days differ: only in the CSV {wanted - found}, only in the calendar {found - wanted}")
    print(f"{folder.name}: {len(events)} events of {len(handoffs)} handoffs, {len(problems)} problems")
    for problem in problems[:20]:
        print(f"  {problem}")
    return not problems


if __name__ == "__main__":
    results = [check(pathlib.Path(folder)) for folder in sys.argv[1:]]
    sys.exit(0 if all(results) else 1)
