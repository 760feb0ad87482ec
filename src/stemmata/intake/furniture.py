"""Furniture in plain text: which lines are the report's own, and which are the page's.

The method: every line is labelled by what can be seen of it alone (`lines`), the
contiguous run of lines with the highest score is the body (maximum-sum
subarray, Kadane's algorithm, as in Pasternack and Roth 2009, "Extracting Article
Text from the Web with Maximum Subsequence Segmentation"), and what stands before
and after it is named by its place and its neighbours. Two more signs need no word
list and look at all reports together (`beside`). Nothing is cut: a line that is no
part of the report stays in the text and is marked, and where signs are lacking a
line is body, since a lost line of the report is worse than a kept menu.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from stemmata.intake.dates import date_line
from stemmata.intake.head import (
    dateline,
    is_byline,
    is_outlet,
    is_title,
    repeats_title,
)
from stemmata.intake.lines import BLANKS, Line, read_lines
from stemmata.intake.mastheads import dated_name, is_masthead, is_sure_masthead
from stemmata.intake.repeats import without_repeats
from stemmata.intake.stretches import Stretch, outlet_in_title, stretches
from stemmata.model import Segment, SegmentKind

SHORT_PENALTY = 4
FURNITURE_PENALTY = 12
"""Penalties of the window, in words. Compared at 1/4, 4/12 and 12/40 on 181 news pages turned
into plain text: 4/12 keeps more of the body (recall .968 against .941), so it was taken."""
WEAK_PENALTY = 6
HEAD_LINES = 15
"""How many lines from the top a printed title, date or outlet tag may stand."""
TAIL_SIGNS = frozenset({"comment form", "rating", "share or donate", "disclaimer", "menu"})
TAIL_RATIO = 2
"""The body before a comment form has at least so many times the words of what follows it."""
SCRAP_WORDS = 5
"""Words of a scrap between title and text: "Today's Edition: 48 Pages"."""
LINK_WORDS = 14
"""Words of a link's headline below another."""
LABELLED_WORDS = 22
"""Words of a label and the headline behind it."""

# Words in capitals that a page puts before a link. "KILLED: Ann Lee, 34" is none of them.
_LABEL = re.compile(
    r"(?:(?:RAW |LIVE |RELATED )?(?:VIDEO|PHOTO|IMAGE|GALLERY|SLIDESHOW|MAP|DOCUMENT|STORY)S?"
    r"|UPDATE|WATCH|LISTEN|MORE|ALSO(?: (?:SEE|READ))?|SEE ALSO|EARLIER|PREVIOUSLY|RECALL|READ"
    r"|(?:PREVIOUS|CONTINUING|COMPLETE|FULL|MORE) (?:COVERAGE|STOR(?:Y|IES))) ?: "
    r"(?=['\"“‘]?[A-Z\d])"
)
Mark = tuple[SegmentKind, str]
_BODY: Mark = ("body", "")


def segments(text: str, title: str | None, outlet: str | None) -> tuple[Segment, ...]:
    """The text's non-blank lines in order, each with its kind.

    Spans leave out blanks at a line's ends, non-breaking ones included. `title`
    and `outlet` are what is known from elsewhere; without a title the first
    line that looks like a headline is taken. A dateline ("CITY (Agency) —") is a
    segment of its own and the rest of its line is body.
    """
    lines = read_lines(text)
    marks: list[Mark] = [_BODY] * len(lines)
    if len(lines) > 1:
        _Sheet(lines, marks, title, outlet).mark()
    elif lines and title and is_title(lines[0].text, title, outlet):
        marks[0] = ("title", "")
    return without_repeats(text, _spans(lines, marks, title, outlet))


class _Sheet:
    """One text's lines and the marks they get, rule after rule; a later rule sees the earlier."""

    def __init__(
        self, lines: list[Line], marks: list[Mark], title: str | None, outlet: str | None
    ) -> None:
        self.lines = lines
        self.marks = marks
        self.title = title
        self.outlet = outlet
        self.first, self.last = _window(lines)
        self.opening = next((i for i, line in enumerate(lines) if line.sentence), len(lines))

    def mark(self) -> None:
        self._mark_phrases()
        self._mark_titles()
        self._mark_head()
        self._mark_weak_phrases()
        self._mark_below_title()
        self._mark_tail()
        self._mark_linked_headlines()
        self._mark_labelled_headlines()
        self._mark_repeated_title()
        self._mark_subheads()

    def _free(self, i: int) -> bool:
        return 0 <= i < len(self.lines) and self.marks[i] == _BODY

    def _is_furniture(self, i: int) -> bool:
        return 0 <= i < len(self.lines) and self.marks[i][0] == "furniture"

    def _mark_phrases(self) -> None:
        for i, line in enumerate(self.lines):
            if line.label == "furniture":
                self.marks[i] = ("furniture", line.detail)

    def _mark_titles(self) -> None:
        head = range(min(HEAD_LINES, len(self.lines), self.opening + 3))
        found = self._printed(head)
        if not found and (guess := self._guess_title()) is not None:
            self.title = self.lines[guess].text
            found = self._printed(head)
        for i in found:
            self.marks[i] = ("title", "")
        self.heading = found[-1] if found else -1

    def _printed(self, head: range) -> list[int]:
        """The lines that print the title, which may stand twice: page title and headline."""
        if not self.title:
            return []
        return [i for i in head if is_title(self.lines[i].text, self.title, self.outlet)]

    def _guess_title(self) -> int | None:
        """The first line above the body that looks like a headline.

        A line that the next one continues ("... on Monday that" / "it had ...")
        is wrapped prose. A line that may be an outlet's is taken where there is no other.
        """
        spare: int | None = None
        asked = self.opening == 0 and self.lines[0].text.endswith("?") and self.lines[1].apart
        for i in range(min(HEAD_LINES, self.opening + asked)):
            line = self.lines[i]
            wrapped = (
                i + 1 < len(self.lines)
                and not self.lines[i + 1].apart
                and self.lines[i + 1].text[0].islower()
            )
            if wrapped:
                return spare
            plain = self._free(i) and line.label != "weak" and date_line(line.text) is None
            if not (plain and line.headline and self.opening < len(self.lines)):
                continue
            if self._names_outlet(line) or dated_name(line.text):
                if spare is None and not _names_outlet_surely(line):
                    spare = i
            elif not is_byline(line):
                return i
        return spare

    def _names_outlet(self, line: Line) -> bool:
        return is_masthead(line.text) or is_outlet(line, self.outlet)

    def _mark_head(self) -> None:
        """Dates, outlet tags, bylines, and what stands above the title."""
        for i in range(min(HEAD_LINES, len(self.lines))):
            line = self.lines[i]
            if not self._free(i):
                continue
            if date_line(line.text) is not None or self._is_dated(i):
                self.marks[i] = ("date", "")
            elif (i <= self.opening + 2 and is_outlet(line, self.outlet)) or (
                i < self.opening < len(self.lines) and is_masthead(line.text)
            ):
                self.marks[i] = ("outlet", "")
            elif i <= self.opening + 1 and is_byline(line):
                self.marks[i] = ("furniture", "byline")
            elif i < self.heading and not line.sentence and self.opening < len(self.lines):
                self.marks[i] = self._above_title(line)

    def _is_dated(self, i: int) -> bool:
        """Whether a line is "Outlet, 4 May 2031", or above the body "Place, 4 May 2031"."""
        found = dated_name(self.lines[i].text)
        if found is None or self.opening == len(self.lines):
            return False
        return i < self.opening or (i <= self.opening + 2 and is_masthead(found[0]))

    def _above_title(self, line: Line) -> Mark:
        if line.label == "weak":
            return ("furniture", line.detail)
        if line.headline:
            return ("kicker", "")
        short = line.words <= 3 and not line.digits and not line.stop
        return ("furniture", "category") if short else _BODY

    def _mark_weak_phrases(self) -> None:
        """Phrases that reports hold too: furniture outside the body or beside furniture."""
        for i, line in enumerate(self.lines):
            if line.label != "weak" or not self._free(i):
                continue
            outside = not self.first <= i <= self.last
            if outside or self._is_furniture(i - 1) or self._is_furniture(i + 1):
                self.marks[i] = ("furniture", line.detail)

    def _mark_below_title(self) -> None:
        """Scraps between title and text where other furniture stands: "Font size", the weather."""
        between = range(self.heading + 1, min(self.opening, len(self.lines)))
        if self.heading < 0 or not any(self._is_furniture(i) for i in between):
            return
        for i in between:
            line = self.lines[i]
            barred = " | " in line.text and line.words <= LINK_WORDS
            scrap = (barred or line.words <= SCRAP_WORDS) and not (line.stop or line.bullet)
            if self._free(i) and scrap and (self._is_marked(i - 1) or self._is_marked(i + 1)):
                self.marks[i] = ("furniture", "page's head")

    def _is_marked(self, i: int) -> bool:
        return 0 <= i < len(self.lines) and self.marks[i] != _BODY

    def _mark_tail(self) -> None:
        """After the body's last sentence and a comment form: the headlines of other pages."""
        inside = range(self.first, self.last + 1)
        closing = max((i for i in inside if self.lines[i].sentence and self._free(i)), default=-1)
        marker = next(
            (i for i in range(closing + 1, len(self.lines)) if self._closes_the_page(i)), None
        )
        if closing < 0 or marker is None:
            return
        rest = [i for i in range(marker + 1, len(self.lines)) if self._free(i)]
        body = sum(self.lines[i].words for i in range(closing + 1) if self._free(i))
        if body < TAIL_RATIO * sum(self.lines[i].words for i in rest):
            return
        for i in rest:
            self.marks[i] = ("furniture", _tail_detail(self.lines[i]))

    def _closes_the_page(self, i: int) -> bool:
        kind, detail = self.marks[i]
        heading = detail == "related link" and self.lines[i].words <= 6 and not self.lines[i].stop
        return kind == "furniture" and (detail in TAIL_SIGNS or heading)

    def _mark_linked_headlines(self) -> None:
        """Headlines right below a bare "Read more" or "Related articles"."""
        below = False
        for i, line in enumerate(self.lines):
            kind, detail = self.marks[i]
            if kind == "furniture":
                below = (detail == "related link" and line.words <= 6 and not line.stop) or (
                    below and detail in ("related link", "image")
                )
            elif below and self._free(i) and (_is_linked(line) or self._goes_on_linking(i)):
                self.marks[i] = ("furniture", "related link")
            else:
                below = False

    def _goes_on_linking(self, i: int) -> bool:
        """A further link below one: a line like a headline, whatever its capitals."""
        line, after = self.lines[i], self.lines[i + 1] if i + 1 < len(self.lines) else None
        first = self.marks[i - 1] == ("furniture", "related link") and self.lines[i - 1].words <= 3
        whole = after is None or not after.text[0].islower()
        alike = line.headline or line.text[0].isdigit()
        return alike and whole and not first and not line.stop and line.words <= LINK_WORDS

    def _mark_repeated_title(self) -> None:
        if not self.title:
            return
        for i in range(self.opening + 1, len(self.lines)):
            if self._free(i) and repeats_title(self.lines[i], self.title):
                self.marks[i] = ("furniture", "repeated title")

    def _mark_labelled_headlines(self) -> None:
        """ "VIDEO: Mayor speaks at the dam" between sentences: a link to another page."""
        closing = max((i for i, line in enumerate(self.lines) if line.sentence), default=-1)
        for i in range(self.opening + 1, closing):
            line = self.lines[i]
            label = _LABEL.match(line.text)
            if label and self._free(i) and not line.stop and 4 <= line.words <= LABELLED_WORDS:
                self.marks[i] = ("furniture", "related link")

    def _mark_subheads(self) -> None:
        """A short line that stands alone between prose that is closed and prose that begins."""
        lines = self.lines
        for i in range(max(self.opening, 0) + 1, len(lines) - 1):
            line, before, after = lines[i], lines[i - 1], lines[i + 1]
            if not (self._free(i) and line.words <= 8 and not line.stop and not line.bullet):
                continue
            alone = before.prose and before.stop and after.prose and not after.bullet
            begins = not line.text[0].islower() and not after.text[0].islower()
            if alone and begins and self._free(i - 1) and ":" not in line.text:
                self.marks[i] = ("subhead", "")


def _names_outlet_surely(line: Line) -> bool:
    found = dated_name(line.text)
    return is_masthead(found[0]) if found else is_sure_masthead(line.text)


def _is_linked(line: Line) -> bool:
    """A headline, or an entry of a numbered list, as they stand below "Most read"."""
    numbered = re.match(r"\d{1,2}[.)]\s", line.text) is not None and line.words <= 20
    return numbered or (line.headline and line.title_case and not line.stop)


def _window(lines: Sequence[Line]) -> tuple[int, int]:
    """First and last line of the run with the highest score; all lines where none is above 0."""
    best, bounds = 0, (0, len(lines) - 1)
    total, start = 0, 0
    for i, line in enumerate(lines):
        if total <= 0:
            total, start = 0, i
        total += _score(line)
        if total > best:
            best, bounds = total, (start, i)
    return bounds


def _score(line: Line) -> int:
    if line.prose:
        return line.words
    if line.label == "short":
        return -SHORT_PENALTY
    return -WEAK_PENALTY if line.label == "weak" else -FURNITURE_PENALTY


def _tail_detail(line: Line) -> str:
    if line.sentence:
        return "comment form"
    return "related link" if line.words >= 4 else "menu"


def _spans(
    lines: Sequence[Line], marks: Sequence[Mark], title: str | None, outlet: str | None
) -> Iterator[Segment]:
    """Segments of the lines; the first line of prose gives its dateline apart."""
    prose = [i for i, line in enumerate(lines) if marks[i] == _BODY and line.prose]
    told = any(kind == "title" for kind, _ in marks)
    for i, (line, (kind, detail)) in enumerate(zip(lines, marks, strict=True)):
        if kind == "title" and (cut := outlet_in_title(line.text)):
            inside = [Stretch(cut, len(line.text), "furniture", "outlet's name")]
        elif kind == "body":
            opens, closes = i in prose[:1], i in prose[-1:]
            headline = None if told and not opens else title
            inside = stretches(line.text, opens, closes, headline, outlet)
        else:
            inside = []
        opened = i not in prose[:1]
        for segment in _parts(line, kind, detail, inside):
            if segment.kind == "body" and not opened:
                opened = True
                yield from _opened(segment, line)
            else:
                yield segment


def _parts(line: Line, kind: SegmentKind, detail: str, inside: list[Stretch]) -> Iterator[Segment]:
    """A line's stretches, and what is left between them as what the line is."""
    at = 0
    for one in [*inside, None]:
        rest = line.text[at : one.start if one else len(line.text)]
        if bare := rest.strip(BLANKS):
            start = line.start + at + rest.index(bare[0])
            yield Segment(start, start + len(bare), kind, detail)
        if one:
            yield Segment(line.start + one.start, line.start + one.end, one.kind, one.detail)
            at = one.end


def _opened(segment: Segment, line: Line) -> Iterator[Segment]:
    """A dateline and the rest, where the first segment of the body opens with one."""
    text = line.text[segment.start - line.start : segment.end - line.start]
    start = segment.start
    if length := dateline(text):
        yield Segment(start, start + length, "dateline")
        start = segment.end - len(text[length:].lstrip(BLANKS))
    yield Segment(start, segment.end, segment.kind, segment.detail)
