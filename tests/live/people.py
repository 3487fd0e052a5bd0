"""The people of raw mails, by Python's own parser of mail: one JSON line of lists of [name, address] by header for each file."""

import json
import sys
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.utils import getaddresses

HEADERS = ("from", "to", "cc", "bcc", "reply-to")


def decoded(text):
    try:
        return str(make_header(decode_header(text)))
    except (LookupError, ValueError, UnicodeError):
        return None


def people(values):
    found = []
    for name, address in getaddresses(values, strict=False) if STRICT else getaddresses(values):
        if address:
            found.append([decoded(name) if name else None, address])
    return found


try:
    getaddresses([], strict=False)
    STRICT = True
except TypeError:
    STRICT = False

for line in sys.stdin:
    with open(line.rstrip("\n"), "rb") as file:
        message = message_from_bytes(file.read(), policy=policy.compat32)
    print(json.dumps({header: people([str(value) for value in message.get_all(header, [])]) for header in HEADERS}))
