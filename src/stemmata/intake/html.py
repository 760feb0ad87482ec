"""A web page to the text and metadata of its article.

trafilatura (Barbaresi 2021, "Trafilatura: A Web Scraping Library and
Command-Line Tool for Text Discovery and Extraction") picks the article. It is
given text that was decoded here, since it guesses encodings from bytes; comments
are left out; dates come from the page's own fields alone, since its wide search
takes a year in the text for the date of the page.

lxml drops, without a word, what lies deeper than 255 elements and text nodes of
more than 10 MB. Such pages are found by a linear scan first and parsed with these
limits off; where still nothing comes out, the page's plain text is taken.
"""

from __future__ import annotations

import html
import logging
import re
from dataclasses import dataclass
from typing import Any

import lxml.etree  # type: ignore[import-untyped]
import lxml.html  # type: ignore[import-untyped]
from trafilatura import bare_extraction
from trafilatura.metadata import extract_metadata

from stemmata.errors import IntakeError
from stemmata.intake.dates import iso_date
from stemmata.intake.head import normal
from stemmata.intake.lines import word_set
from stemmata.intake.text import decode

MAX_BYTES = 16 * 1024 * 1024
"""Size of a page. News pages have 0.1 to 2 MB."""
MAX_EXTRACTED = 4_000_000
"""Characters up to which trafilatura reads a page; beyond, its time grows with the square."""
MAX_DEPTH = 200
"""Open elements from which lxml's limit of 255 comes near."""
HOPELESS_DEPTH = 2_000
"""Open elements from which trafilatura gives nothing even with the limits off."""
MAX_TAG = 10_000
"""Characters of a tag; lxml's time grows with the square of a tag's attributes."""

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)

_CHARSET = re.compile(
    rb"<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,200}?encoding\s*=\s*"
    rb"[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_LONG_TAG = re.compile(rf"<(/?[A-Za-z][A-Za-z0-9]*)\b[^<>]{{{MAX_TAG},}}>")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)[^<>]*?(/?)>")
_UNCOUNTED = word_set(
    "p li td tr th thead tbody tfoot option dt dd area base br col embed hr img input link meta "
    "param source track wbr html body head"
)
_HIDDEN = word_set("script style noscript template svg title iframe textarea select")
_INLINE = word_set(
    "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span "
    "strike strong sub sup time tt u var wbr img"
)
_LIST = re.compile(r"<li\b", re.IGNORECASE)
# trafilatura throws figures away with their captions; a caption is a paragraph of the report.
_FIGURE = re.compile(r"<(/?)figure\b[^<>]*>", re.IGNORECASE)
_CAPTION = re.compile(r"<(/?)figcaption\b[^<>]*>", re.IGNORECASE)
_NAME = re.compile(r"/?([A-Za-z][A-Za-z0-9]*)")
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says: its article's text and, where it tells them, the rest."""

    text: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None


def read_page(data: bytes) -> Page:
    """The article of an HTML page: title, blank line, paragraphs apart by blank lines.

    Raises:
        IntakeError: where the bytes cannot be decoded or the page holds no text.
    """
    page = _LONG_TAG.sub(r"<\1>", decode(data, declared_charset(data)))
    shown = _CAPTION.sub(r"<\1p>", _FIGURE.sub(r"<\1div>", page))
    found = _extract(shown)
    text = _paragraphs(_with_lists(found.text, shown)) if found and found.text else ""
    if not text:
        text = plain_text(page)
    if not text:
        raise IntakeError(
            "the page holds no text",
            "Perhaps a script fills it in: save it from a browser as text.",
        )
    title = _field(found, "title")
    if title and normal(title) not in normal(text[: 2 * len(title) + 300]):
        text = f"{title}\n\n{text}"
    published = _field(found, "date")
    return Page(
        text,
        title,
        _field(found, "sitename"),
        iso_date(published) if published else None,
        _field(found, "url"),
    )


def declared_charset(data: bytes) -> str | None:
    """The encoding that the page names in its first bytes."""
    match = _CHARSET.search(data[:4096])
    if match is None:
        return None
    name = (match[1] or match[2]).decode("ascii", "ignore").lower()
    # As the HTML standard has it: what says Latin-1 is Windows-1252, and what can say
    # "UTF-16" in single bytes is UTF-8.
    if name.startswith(("utf-16", "utf-32")):
        return "utf-8"
    return "cp1252" if name in ("iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii") else name


def _extract(page: str) -> Any:
    depth = _depth(page)
    if len(page) > MAX_EXTRACTED or depth > HOPELESS_DEPTH:
        return None
    found = _trafilatura(page) if depth <= MAX_DEPTH else None
    if found is not None and found.text:
        return found
    try:
        tree = lxml.html.fromstring(_undeclared(page), parser=lxml.html.HTMLParser(huge_tree=True))
    except (lxml.etree.LxmlError, ValueError):
        return None
    found = _trafilatura(tree)
    return found if found is not None else _metadata(tree)


def _with_lists(text: str, page: str) -> str:
    """The article's text with the lines that trafilatura has only where it favours recall.

    It drops lists of short lines inside an article. What it finds between two lines of
    the article is the article's; what it finds before or after is not taken.
    """
    if not _LIST.search(page) or len(page) > MAX_EXTRACTED or _depth(page) > MAX_DEPTH:
        return text
    wider = _trafilatura(page, favor_recall=True)
    kept, lines = text.splitlines(), (wider.text or "").splitlines() if wider else []
    own = set(kept)
    places = [i for i, line in enumerate(lines) if line in own]
    inside = lines[places[0] : places[-1] + 1] if places else []
    # Where the two differ in more than what one leaves out, nothing tells where a line belongs.
    if [line for line in inside if line in own] != kept:
        return text
    return "\n".join(inside)


def _trafilatura(page: Any, favor_recall: bool = False) -> Any:
    """trafilatura's answer, None where it has none or fails on the page."""
    try:
        return bare_extraction(
            page,
            fast=True,
            include_comments=False,
            favor_recall=favor_recall,
            with_metadata=True,
            date_extraction_params=dict(_DATES),
        )
    except Exception:  # a page that trips the library is read by the next means, not lost
        return None


def _metadata(tree: Any) -> Any:
    try:
        return extract_metadata(tree, date_config=dict(_DATES))
    except Exception:  # as above
        return None


def _undeclared(page: str) -> str:
    """The page without an XML declaration, which lxml refuses in decoded text."""
    return re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", page)


def _depth(page: str) -> int:
    """Highest number of open elements, unclosed paragraphs, cells and items aside."""
    depth = deepest = 0
    for closing, name, empty in _TAG.findall(page):
        if empty or name.lower() in _UNCOUNTED:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _field(found: Any, name: str) -> str | None:
    value = getattr(found, name, None)
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _paragraphs(text: str) -> str:
    """Paragraphs apart by blank lines; rows of a table and items of a list one below the other."""
    pieces: list[str] = []
    before = ""
    for line in filter(None, (line.strip() for line in text.splitlines())):
        kind = line[0] if line.startswith(("|", "- ")) else ""
        if pieces:
            pieces.append("\n" if kind and kind == before else "\n\n")
        pieces.append(line)
        before = kind
    return "".join(pieces)


def plain_text(page: str) -> str:
    """All text of a page outside scripts and the like, found in one pass from left to right."""
    pieces: list[str] = []
    place = 0
    while (start := page.find("<", place)) >= 0:
        pieces.append(page[place:start])
        place = _after_markup(page, start, pieces)
    pieces.append(page[place:])
    text = html.unescape("".join(pieces)).replace("\0", "")
    return _paragraphs("\n".join(" ".join(line.split()) for line in text.splitlines()))


def _after_markup(page: str, start: int, pieces: list[str]) -> int:
    """Where the text goes on after the markup, or the lone "<", at `start`."""
    if page.startswith("<!--", start):
        end = page.find("-->", start + 4)
        return end + 3 if end >= 0 else len(page)
    name = _NAME.match(page, start + 1)
    if name is None and page[start + 1 : start + 2] not in ("!", "?"):
        pieces.append("<")
        return start + 1
    end = page.find(">", start)
    if end < 0:
        return len(page)
    tag = name[1].lower() if name else ""
    if tag in _HIDDEN and page[start + 1] != "/":
        closing = re.compile(f"</{tag}", re.IGNORECASE).search(page, end)
        return closing.start() if closing else len(page)
    if tag not in _INLINE:
        pieces.append("\n")
    return end + 1
