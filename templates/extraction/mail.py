"""Takes a message or a mailbox apart with Python's email package.

    python3 -I mail.py FILE MOST

Writes records to standard output, in the order of the parts: a kind, a length, a newline, that many bytes, a newline.
    header   a field of a header, or text around the parts, decoded, in UTF-8
    text     a part that is text, in UTF-8
    file     any other part, its transfer encoding undone
    locked   a part that is encrypted; no bytes
At most MOST parts; one more is written as "more". Nothing of the message is written to standard error.
"""

import email
import email.header
import email.policy
import email.utils
import re
import sys


def write(kind, data=b""):
    if isinstance(data, str):
        data = data.encode("utf-8", "replace")
    sys.stdout.buffer.write(b"%s %d\n%s\n" % (kind.encode(), len(data), data))


def decode(value):
    """RFC 2047, and 8-bit letters that no header may have but many do."""
    raw = str(value).encode("utf-8", "surrogateescape")
    text = text_of(raw, None)
    try:
        text = "".join(
            text_of(piece, charset) if isinstance(piece, bytes) else piece
            for piece, charset in email.header.decode_header(text)
        )
    except Exception:
        pass  # a broken word stays as it is written
    return text


def text_of(data, charset):
    for name in (charset, "utf-8"):
        try:
            return data.decode(name)
        except (LookupError, UnicodeDecodeError, TypeError, ValueError):
            continue
    return data.decode("windows-1252", "replace")


def headers(part):
    for name, value in part.raw_items():
        text = decode(value)
        write("header", "%s: %s" % (decode(name), text))
        unfolded = re.sub(r"\r?\n[ \t]", "", text)
        if unfolded != text:
            write("header", unfolded)
    for field in ("content-type", "content-disposition"):
        try:
            for name, value in part.get_params([], field):  # RFC 2231
                write("header", "%s=%s" % (name, decode(email.utils.collapse_rfc2231_value(value))))
        except Exception:
            pass
    try:
        write("header", decode(part.get_filename("")))
    except Exception:
        pass


def is_locked(part):
    kind = part.get_content_type()
    return kind == "multipart/encrypted" or (
        kind in ("application/pkcs7-mime", "application/x-pkcs7-mime")
        and "signed-data" not in str(part.get("content-type", ""))
    )


def messages(data):
    if data.startswith(b"From "):
        return re.split(rb"(?m)^From [^\n]*\n", data)[1:]
    return [data]


def main(path, most):
    with open(path, "rb") as file:
        data = file.read()
    for line in re.findall(rb"(?m)^From [^\n]*", data) if data.startswith(b"From ") else []:
        write("header", text_of(line, None))
    count = 0
    for message in messages(data):
        for part in email.message_from_bytes(message, policy=email.policy.compat32).walk():
            count += 1
            if count > most:
                write("more")
                return
            headers(part)
            if is_locked(part):
                write("locked")
            for around in (part.preamble, part.epilogue):
                if around:
                    write("header", decode(around))
            if part.is_multipart():
                continue
            body = part.get_payload(decode=True) or b""
            if part.get_content_maintype() == "text":
                write("text", text_of(body, part.get_content_charset()))
            else:
                write("file", body)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
