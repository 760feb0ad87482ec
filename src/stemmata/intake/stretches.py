"""Furniture inside a line: pages that were scraped into one line, or into few.

A line of the report can hold, beside its sentences, the date and the headline
once more, counters of a gallery, picture credits, and at its end the links and
tags of the page. Such a stretch is told by the words that open it together with
what it looks like: a set form that closes itself, or a tail without sentences.
Where a stretch could go on into the report, it is left alone: furniture that is
kept costs less than a sentence that is lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from stemmata.intake.dates import date_line
from stemmata.intake.head import is_agency, normal
from stemmata.intake.lines import BLANKS, FUNCTION_WORDS
from stemmata.model import SegmentKind

OPENING = 160
"""Characters before the headline in which dates and the page's buttons may stand."""
LONGEST_TAIL = 3000
"""Characters of a page's links and tags behind the last sentence; the longest seen has 1,900."""
CAPITALS = 0.55
"""Share of capitalised words, among those of four letters and more, in a run of headlines and
tags. Running text has 0.1 to 0.3, headlines alone 0.8 and more, tags lower it."""
FUNCTION_SHARE = 0.2
"""Share of function words above which a tail is prose. Headlines have 0.05 to 0.15."""
LINK_WORDS = 25
"""Words of one headline behind "Related:"."""
ABOUT_LENGTH = 1200
"""Characters of what an outlet says of itself below a report."""


class Stretch(NamedTuple):
    """A part of a line: offsets into the line, and what it is."""

    start: int
    end: int
    kind: SegmentKind
    detail: str = ""


_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LETTERS = re.compile(r"[^\W_]+")
_DAY_OF_WEEK = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,? )?"
_DAY_NAMED = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.?,? \d{4})"
_DAY_IN_DIGITS = r"\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}"
_HOUR = r"(?:,?(?: [@|-]| at)? ?\d{1,2}:\d\d(?::\d\d)?(?: ?[AaPp]\.?[Mm]\b\.?)?(?: [A-Z]{2,4}\b)?)?"
_STAMP = rf"{_DAY_OF_WEEK}(?:{_DAY_NAMED}|{_DAY_IN_DIGITS}){_HOUR}"
_PICTURE = r"(?:[Pp]hoto(?:graph)?|PHOTO|[Ii]mage|[Pp]icture|[Gg]raphic)s?"

# Forms that say themselves where they end.
_CLOSED: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "image",
        re.compile(
            rf"\((?:[A-Z][\w.]*[ /]){{0,2}}{_PICTURE}(?: ?[:/]|,? (?:by|via|courtesy)\b)"
            r"[^()]{0,75}\)(?: ?Buy Photo)?"
            rf"|\((?:AP|AFP|Reuters|EPA) {_PICTURE}\)"
            r"|\b(?:Image|Photo|Slide|Picture) \d{1,3} of(?: /)? ?\d{1,3}\b(?: Caption)?(?: Close)?"
            r"(?=\W*$| ['\"“‘]?(?:[A-Z]|\d))"
            r"|\b\d{1,3} / \d{1,3}(?:(?: Caption)?(?: Close)?(?=\W*$)| Back to Gallery\b)"
            r"|\bBuy (?:this )?[Pp]hoto\b(?=\W*$| [A-Z])"
            r"|(?:\bCLOSE )?(?:\bSkip(?: in)? )*\bx Embed x Share\b"
            r"|\bEMBED ?>? ?More (?:[A-Z]\w+ )?Videos\b"
            r"|\bLast Video ?Next Video\b"
        ),
    ),
    (
        "share or donate",
        re.compile(
            r"\bGet short URL\b(?: \d{1,6}\b(?! [a-z])){0,3}"
            r"|\bPrint Tweet\b(?: Views \d+)?"
            r"|\bShare Pin It\b(?: \d+ of \d+)?(?: More Galleries)?"
            r"|\b(?:Facebook|Twitter|Pinterest|LinkedIn|WhatsApp|Google\+?|Email|Print|Tweet|Share"
            r"|Reddit|Tumblr|Telegram)(?:[ ,|/]+(?:on )?(?:Facebook|Twitter|Pinterest|LinkedIn"
            r"|WhatsApp|Google\+?|Email|Print|Tweet|Share|Reddit|Tumblr|Telegram)\b){3,}"
        ),
    ),
    (
        "date",
        re.compile(
            rf"\((?:Published|Posted|Updated):? {_STAMP}\)"
            rf"|\((?:updated|published) (?:\d{{4}} )?{_STAMP}\)"
            rf"|\b(?:Posted|Updated|Published|Last [Uu]pdated|Last [Mm]odified): {_STAMP}"
            rf"(?=\W*$| [A-Z]|\W*\()"
        ),
    ),
    (
        # The name of a film that the page shows: 'Dam breaks above the town - YouTube'.
        "image",
        re.compile(
            r"(?:(?<=^)|(?<=[.!?] )|(?<=[.!?][\"”’] ))[^.!?]{12,140}? [-–—|] YouTube\b"
            r"(?=\W*$| [\"“‘(]?[A-Z])"
        ),
    ),
    (
        "advertisement",
        re.compile(r"\b(?:Story|Article) [Cc]ontinues [Bb]elow(?: [Aa]dvertisement| [Aa]d\b)?"),
    ),
)

_SENTENCE_END = r"(?:(?<=[.!?…;])|(?<=[.!?…][\"”’)\]])|(?<=^))"
_COUNTER = r"(?:(?:\.\.\.|…) )?(?:\d{1,5} )?"
# Words that open the links below a report. The first need no other sign than a tail without
# sentences; the second also stand in reports, and count only where the text ends.
_LINKS = re.compile(
    rf"{_SENTENCE_END}\s*(?P<tail>{_COUNTER}(?:Advertisement )?(?:"
    r"(?:Related|RELATED|Similar|Recommended|Popular|Trending) (?:Articles?|ARTICLES?|Stor(?:y|ies)"
    r"|STOR(?:Y|IES)|News|NEWS|Contents?|Topics?|Coverage|COVERAGE|Videos?|VIDEOS?|Links?|Posts?)\b"
    r"|(?:Related|RELATED|Tags|TAGS|Topics|Keywords|Filed [Uu]nder|See also|SEE ALSO|Read more"
    r"|READ MORE|Read also|READ ALSO|MORE|WATCH) ?:"
    r"|Read (?:Also|More|Next)\b|See Also\b|You (?:May|Might) Also Like\b|Most (?:Read|Popular"
    r"|Viewed|Shared)\b|More (?:Stories|Headlines|Videos) (?:From|from)\b|Our Standards ?:"
    r"|Community [Ss]tandards ?[Dd]iscussion\b"
    r").*)$"
)
_LAST_LINKS = re.compile(
    rf"{_SENTENCE_END}\s*(?P<tail>{_COUNTER}(?:Related|Tags?|Topics?|Keywords|Share|Subscribe"
    r"|Comments|Twitter|Facebook|Advertisement|Download|Follow)\b.*)$"
)
_CREDITS = re.compile(
    rf"{_SENTENCE_END}\s*(?P<tail>\(?(?:Additional |Further )?(?:[Rr]eporting|[Ww]riting|[Ee]diting"
    r"|[Tt]ranslation|[Cc]ompiled|[Tt]ranslated)(?: and (?:writing|editing))? by [A-Z].*)$"
)
_COPYRIGHT = re.compile(
    rf"(?:{_SENTENCE_END}\s*|\s)(?P<tail>\(?(?:(?:©|\([Cc]\))|Copyright(?: ©| \([Cc]\))?) ?"
    r"(?:19|20)\d\d\b(?:[^.]{0,80}|.{0,40}[Aa]ll [Rr]ights [Rr]eserved.{0,160}))$"
)
_BARE_COUNTER = re.compile(
    r"(?:[a-z]{4,}|\d{3}|[a-z]{3,}[\"”)])[.!?][\"”]?\s+(?P<tail>(?:[A-Z]{2,4} )?\d{1,4})$"
)
_ABOUT = re.compile(
    rf"{_SENTENCE_END}\s*(?P<tail>(?P<name>(?:The )?[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){{0,7}}) is"
    r" (?:the|an?|one of)\b[^.]{0,80}\b(?:newspaper|daily|news agency|broadcaster|news channel"
    r"|website|magazine|publication|news organi[sz]ation|radio station|television station"
    r"|news (?:site|service|outlet|portal))\b.*)$"
)
_PRINT = re.compile(
    r"(?:Print|Email|E-mail|Share|Send) this (?:page|article|story)\b|Date of publication"
)
_LEADS = re.compile(
    r"(?:Published|Posted|Updated|Last updated|Date of publication)\b", re.IGNORECASE
)

_CALL_SIGN = r"(?:[WK][A-Z]{2,3}(?:-?(?:TV|DT|FM|AM|LD))?(?:[ -]?\d{1,2}(?:-?TV)?)?)"
_SEPARATOR = re.compile(r"\s+(?:[-–—|•]|::)\s*(?=\S)")
_STATION = re.compile(
    rf"(?:(?:The )?[\w-]+\.(?:com|net|org|tv)\b|{_CALL_SIGN}\b(?!['’])|(?:ABC|NBC|CBS|FOX|Fox|CW"
    r"|PBS|News ?[Cc]hannel|NewsCenter|Channel|Local|News|Action News|Eyewitness News) ?\d{1,2}\b"
    r"|\d{1,2} News\b)"
)


def stretches(
    text: str, opens: bool, closes: bool, title: str | None, outlet: str | None
) -> list[Stretch]:
    """The stretches of a body line that are no sentences of the report, in order.

    `opens` and `closes` say whether it is the text's first and last line of body.
    They do not overlap, leave out blanks at their ends, and hold never the whole line
    but where all of it is furniture.
    """
    found = list(_opening(text, title)) if opens else []
    start = max((one.end for one in found), default=0)
    end = len(text)
    if (tail := _tail(text, start, closes, outlet)) is not None:
        found.append(tail)
        end = tail.start
    for detail, pattern in _CLOSED:
        for match in pattern.finditer(text, start, end):
            found.append(Stretch(match.start(), match.end(), "furniture", detail))
    return list(_apart(text, found))


def outlet_in_title(text: str) -> int | None:
    """Where in a page's title the outlet's own name begins, its separator included.

    Only names that hold a call sign, an address or a channel's number are looked for:
    "Two held - WXYZ-TV 3 Northland".
    """
    if text.isupper():
        return None
    for match in _SEPARATOR.finditer(text):
        rest = text[match.end() :]
        if len(text[: match.start()].split()) < 3 or len(rest.split()) > 15:
            continue
        if _STATION.match(rest):
            return match.start() + len(match.group()) - len(match.group().lstrip(BLANKS))
    return None


def _opening(text: str, title: str | None) -> Iterator[Stretch]:
    """Dates, buttons, the agency and the headline, as they stand before the first sentence."""
    at, told = 0, False
    while at < len(text):
        at += len(text[at:]) - len(text[at:].lstrip(BLANKS))
        if not told and (end := _title_at(text, at, title)):
            yield Stretch(at, end, "title")
            at, told = end, True
        elif end := _date_at(text, at):
            yield Stretch(at, end, "date")
            at = end
        elif form := _opening_form(text, at):
            yield Stretch(at, form.end, "furniture", form.detail)
            at = form.end
        elif told and (end := _agency_at(text, at)):
            yield Stretch(at, end, "outlet")
            at = end
        else:
            return


def _opening_form(text: str, at: int) -> Stretch | None:
    if at > OPENING:
        return None
    for detail, pattern in (("menu", _PRINT), *_CLOSED):
        if match := pattern.match(text, at):
            return Stretch(at, match.end(), "furniture", detail)
    return None


def _date_at(text: str, at: int) -> int:
    """The end of a date that a sentence or a headline follows, 0 where there is none."""
    lead = _LEADS.match(text, at)
    start = lead.end() if lead else at
    match = re.compile(rf"(?: ?(?:on|at|:))? ?{_STAMP}").match(text, start)
    if match is None or at > OPENING or date_line(text[at : match.end()]) is None:
        return 0
    following = text[match.end() :].lstrip(BLANKS + "\"'“‘(")
    begins = bool(following) and (following[0].isupper() or following[0].isdigit())
    # "4 April 2031 Reuters" or "(updated ...)" go on as a page does, "4 April 2031 was" does not.
    return match.end() if begins or text[match.end() : match.end() + 8] == "(updated" else 0


def _title_at(text: str, at: int, title: str | None) -> int:
    wanted = _LETTERS.findall((title or "").casefold().replace("'", "").replace("’", ""))
    if len(wanted) < 4:
        return 0
    end = at
    for word, match in zip(wanted, _words(text, at), strict=False):
        if match.group().casefold().replace("'", "").replace("’", "") != word:
            return 0
        end = match.end()
        wanted = wanted[1:]
    following = text[end:].lstrip(BLANKS + ".!?\"'“”‘’([")
    if wanted or not following or following[0].islower():
        return 0
    closing = re.compile(r"[.!?\"”’)]*").match(text, end)
    return closing.end() if closing else end


def _words(text: str, at: int) -> Iterator[re.Match[str]]:
    return re.compile(r"[^\W_]+(?:['’][^\W_]+)*").finditer(text, at)


def _agency_at(text: str, at: int) -> int:
    """The end of an agency's name that stands between the headline and the first sentence."""
    match = re.compile(r"[A-Z][\w-]*").match(text, at)
    if match is None or (not match.group().isupper() and match.group() != "Reuters"):
        return 0
    following = text[match.end() :].lstrip(BLANKS)
    begins = following[:1].isupper() or following[:1].isdigit()
    return match.end() if begins and is_agency(match.group()) else 0


def _tail(text: str, start: int, closes: bool, outlet: str | None) -> Stretch | None:
    """What stands behind the last sentence: the earliest opening whose rest is no prose."""
    found: list[tuple[int, str]] = []
    near = max(start, len(text) - LONGEST_TAIL)
    for detail, pattern, anywhere in _TAILS:
        if not (anywhere or closes):
            continue
        for match in _each(pattern, text, near):
            tail = text[match.start("tail") :]
            if detail not in _TAIL_TESTS or _TAIL_TESTS[detail](tail):
                found.append((match.start("tail"), detail))
                break
    if closes and outlet and (about := _about(text, near, outlet)) is not None:
        found.append((about, "disclaimer"))
    if not found:
        return None
    at, detail = min(found)
    return Stretch(at, len(text), "furniture", detail)


def _each(pattern: re.Pattern[str], text: str, start: int) -> Iterator[re.Match[str]]:
    """Matches one after another, though each of them runs to the line's end."""
    match = pattern.search(text, start)
    while match is not None:
        yield match
        match = pattern.search(text, match.start("tail") + 1)


def _is_links(tail: str) -> bool:
    """Whether a tail is headlines, tags and buttons: no sentence, and written in capitals."""
    if ":" in tail[:24] and _is_one_headline(tail):
        return True
    if _HEADING.match(tail) and not re.search(r"[.!?][\"”]?(?:\s|$)", tail):
        return True
    words: list[str] = _WORD.findall(tail)
    if len(words) <= 3 and all(word[0].isupper() for word in words):
        return True
    small = sum(word.lower() in FUNCTION_WORDS for word in words)
    if small > FUNCTION_SHARE * len(words) or _ends_as_prose(tail):
        return False
    long = [word for word in words if len(word) > 3]
    return sum(word[0].isupper() for word in long) >= CAPITALS * len(long)


_HEADING = re.compile(r"(?:Related|RELATED) [A-Z]")


def _is_one_headline(tail: str) -> bool:
    return len(tail.split()) <= LINK_WORDS and not re.search(r"[.!?][\"”]?(?:\s|$)", tail)


def _ends_as_prose(tail: str) -> bool:
    """A full stop that closes a sentence, not one behind a name ("Trust Principles.")."""
    return any(
        len([w for w in _WORD.findall(sentence) if w.islower()]) >= 5
        for sentence in re.findall(r"[^.!?]+[.!?](?=\s|$)", tail)
    )


def _is_credits(tail: str) -> bool:
    """Names of those who wrote and edited, and nothing that happened."""
    words: list[str] = [word for word in _WORD.findall(tail) if word.lower() not in _CREDIT_WORDS]
    return bool(words) and sum(word[0].isupper() for word in words) >= 0.9 * len(words)


_CREDIT_WORDS = frozenset(
    """additional further reporting writing editing translation compiled translated by and in at for
    from with the of on our""".split()
)
_TAILS: tuple[tuple[str, re.Pattern[str], bool], ...] = (
    ("related link", _LINKS, True),
    ("related link", _LAST_LINKS, False),
    ("byline", _CREDITS, False),
    ("disclaimer", _COPYRIGHT, True),
    ("counter", _BARE_COUNTER, False),
)
_TAIL_TESTS: dict[str, Callable[[str], bool]] = {"related link": _is_links, "byline": _is_credits}


def _about(text: str, start: int, outlet: str) -> int | None:
    """Where the outlet begins to tell of itself, its name above that included."""
    wanted = normal(outlet).replace(" ", "").removeprefix("the")
    for match in _each(_ABOUT, text, max(start, len(text) - ABOUT_LENGTH)):
        name = normal(match["name"]).replace(" ", "").removeprefix("the")
        name = name[: len(name) // 2] if 2 * name[: len(name) // 2] == name else name
        if len(name) > 3 and (name.startswith(wanted) or wanted.startswith(name)):
            return match.start("tail")
    return None


def _apart(text: str, found: Iterable[Stretch]) -> Iterator[Stretch]:
    """The stretches in order without blanks at their ends; of two that overlap, the first."""
    last = 0
    for one in sorted(found):
        cut = text[one.start : one.end]
        start = one.start + len(cut) - len(cut.lstrip(BLANKS))
        end = start + len(cut.strip(BLANKS))
        if last <= start < end:
            yield Stretch(start, end, one.kind, one.detail)
            last = end
