"""Bytes to text, without a guess that goes unsaid."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from stemmata.errors import IntakeError
from stemmata.intake.lines import BLANKS

MAX_LINE = 1_000_000
"""Characters in one line. The longest line in the corpora measured has 40,000; a data file
written as one line is no report, and reading it would cost gigabytes."""
MAX_BYTES = 64 * 1024 * 1024
"""Size of a plain-text file. A thousand-page book has 3 MB."""
SAMPLE = 65_536
"""Bytes that are looked at to tell text from binary data and to guess an encoding."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KINDS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"{\\rtf", "a rich-text document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"SQLite format 3\x00", "a database"),
)
_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27}) + b"\x7f"
_CONTROL_SHARE = 0.01
"""Control characters in a text file are strays; in binary data they are a tenth of the bytes."""
_WESTERN_SHARE = 0.1
"""Above this share of bytes beyond ASCII a text is hardly Western European."""
_WESTERN = re.compile(
    r"[\u0000-\u007f\u00a0-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    r"\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]*"
)
_UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_UTF8_SHARE = 0.5
"""Share of the bytes beyond ASCII in whole UTF-8 characters from which a text is broken UTF-8
rather than something else; in Windows-125x such sequences come about by chance only."""
_SAVE = "Save it as UTF-8 and read it again."


def decode(data: bytes, declared: str | None = None) -> str:
    """The text that the bytes hold.

    Tried in turn: a byte-order mark, the declared encoding, strict UTF-8, then
    Windows-1252 where every character it gives is a plausible one, then what
    charset-normalizer finds in a text that is mostly beyond ASCII. A byte-order
    mark is no part of the text; line ends stay as they are.

    Raises:
        IntakeError: with a reason and a remedy where the bytes are empty, binary or in
            no encoding that fits. No character is ever replaced.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            marked = _decoded(data[len(mark) :], encoding)
            if marked is None:
                raise IntakeError(f"it opens as {encoding.upper()} and goes on otherwise", _SAVE)
            return _checked(marked)
    _refuse_binary(data)
    for named in (declared, "utf-8"):
        if named and (found := _decoded(data, named)) is not None:
            return _checked(found)
    if (fallback := _fallback(data)) is None:
        raise IntakeError(_utf8_fault(data), _SAVE)
    return _checked(fallback)


def check_lines(text: str | bytes) -> None:
    """Refuse a text with a line beyond `MAX_LINE` characters (bytes: four times as many).

    Takes steps in the number of lines' lengths, not of characters, and copies nothing.

    Raises:
        IntakeError: where there is such a line.
    """
    limit = MAX_LINE if isinstance(text, str) else 4 * MAX_LINE
    start = 0
    while start + limit < len(text):
        stop = start + limit + 1
        if isinstance(text, str):
            end = max(text.rfind("\n", start, stop), text.rfind("\r", start, stop))
        else:
            end = max(text.rfind(b"\n", start, stop), text.rfind(b"\r", start, stop))
        if end < 0:
            raise IntakeError(
                f"it has a line of more than {MAX_LINE:,} characters",
                "This is probably data rather than a report: break it into lines, "
                "or give each report a file of its own.",
            )
        start = end + 1


def read_text(data: bytes) -> str:
    """The text of a plain-text file: `decode`, and no line beyond `MAX_LINE`.

    Raises:
        IntakeError: as `decode` and `check_lines` do.
    """
    check_lines(data)
    text = decode(data)
    check_lines(text)
    return text


def _checked(text: str) -> str:
    if not text.strip(BLANKS):
        raise IntakeError("it is empty", "Leave it out, or put the report's text into it.")
    return text


def _refuse_binary(data: bytes) -> None:
    for magic, kind in _KINDS:
        if data.startswith(magic):
            raise IntakeError(f"it is {kind}, not text", "Export it as plain text or HTML first.")
    sample = data[:SAMPLE]
    strays = len(sample) - len(sample.translate(None, _CONTROLS))
    if b"\0" in data or strays > _CONTROL_SHARE * len(sample):
        raise IntakeError(
            "it is binary, not text",
            "If it is text after all (UTF-16 without a mark, say), save it as UTF-8.",
        )


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError, ValueError):
        return None


def _fallback(data: bytes) -> str | None:
    beyond = len(data) - len(data.translate(None, bytes(range(128, 256))))
    if sum(map(len, _UTF8.findall(data))) >= _UTF8_SHARE * beyond:
        return None
    if beyond <= _WESTERN_SHARE * len(data):
        text = _decoded(data, "cp1252")
        return text if text is not None and _WESTERN.fullmatch(text) else None
    best = from_bytes(data[:SAMPLE]).best()
    if best is None or best.percent_chaos > 10:
        return None
    return _decoded(data, best.encoding)


def _utf8_fault(data: bytes) -> str:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return f"it is not valid UTF-8 (byte {error.start + 1}) and no other encoding fits"
    return "no encoding fits"
