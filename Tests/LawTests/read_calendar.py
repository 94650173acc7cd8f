"""Reads a calendar of one event from standard input by PyPI's icalendar, and says in JSON what is in it."""
import json
import sys

from icalendar import Calendar

calendar = Calendar.from_ical(sys.stdin.buffer.read())
(event,) = calendar.walk("VEVENT")
json.dump(
    {
        "uid": str(event["UID"]),
        "summary": str(event["SUMMARY"]),
        "description": str(event["DESCRIPTION"]),
        "start": event.decoded("DTSTART").isoformat(),
        "end": event.decoded("DTEND").isoformat(),
        "categories": [str(category) for category in event["CATEGORIES"].cats],
        "alarms": [alarm.decoded("TRIGGER").total_seconds() for alarm in event.walk("VALARM")],
        "errors": [str(error) for error in calendar.errors + event.errors],
    },
    sys.stdout,
)
