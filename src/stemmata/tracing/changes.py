"""What differs between two wordings of one figure, and by which words.

Only what can be decided from the words is told: a number and its bound, actions
and people of two known classes, the whole of a share, and a period of a given
length. Two words of one class, or of none, are other words of the same meaning.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from stemmata.model import ChangeKind, Figure, Span
from stemmata.tracing.likeness import sentence_of
from stemmata.tracing.nations import plain, singular, word_set

ClassOf = Callable[[str | None], str | None]
"""From words to the class of their meaning, None where they are of none."""

# What stands before a number and bounds it.
_HEDGE = re.compile(
    r"(?:\b(?:some|about|around|approximately|roughly|nearly|almost|over|up to|under|below|"
    r"at least|at most|as many as|as much as|more than|less than|fewer than|a total of|"
    r"no fewer than|no less than|close to|an estimated)\s+)+(?:[$€£]\s?)?$",
    re.I,
)
# Past forms that do not begin as their verb does.
_FORMS: Mapping[str, frozenset[str]] = {
    "leave": word_set("left leaving"),
    "flee": word_set("fled"),
    "die": word_set("dead death deaths dying"),
    "take": word_set("took taken taking"),
    "hold": word_set("held"),
    "lose": word_set("lost"),
    "bring": word_set("brought"),
    "shoot": word_set("shot"),
    "strike": word_set("struck"),
    "give": word_set("gave given"),
    "free": word_set("freed freeing"),
    "fall": word_set("fell fallen"),
    "rise": word_set("rose risen"),
    "hide": word_set("hid hidden"),
    "steal": word_set("stole stolen"),
    "find": word_set("found"),
    "build": word_set("built"),
    "get": word_set("got"),
    "go": word_set("went gone"),
    "send": word_set("sent"),
    "drive": word_set("drove driven"),
    "seek": word_set("sought"),
}
# Classes whose members news writers use for one another.
_LOOSE_ACTIONS = (
    word_set("left evacuated displaced relocated sheltered returned arrived rescued"),
    word_set("damaged destroyed affected"),
    word_set("detained arrested"),
    word_set("injured affected"),
)
_LOOSE_PEOPLE = (
    word_set("civilians residents displaced refugees"),
    word_set("workers medics rescuers"),
)
# What can become of the counted: the actions of which one for another is a change.
_FATES = word_set(
    "killed injured missing displaced evacuated left arrived returned surrendered detained "
    "arrested abducted released rescued trapped damaged destroyed homeless sheltered"
)
_LEFT_SO = re.compile(r"\b(?:dead|injured|wounded|homeless|missing|behind|without)\b", re.I)
# A part of a town or country by its noun, and by the side that it lies on.
_PARTS = word_set(
    "pocket enclave quarter district neighborhood neighbourhood suburb outskirts countryside part "
    "half side area zone front"
)
_SIDES = re.compile(
    r"\b(?:(?:north|south)?(?:east|west)(?:ern)?|north(?:ern)?|south(?:ern)?|central|old|"
    r"rebel-held|government-held|besieged)\b",
    re.I,
)
_WHOLES = word_set("city town country nation state province region island territory")
_LENGTH = re.compile(
    r"\b(?:(?P<n>\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten)[ -])?"
    r"(?P<unit>hour|day|week|month)s?\b",
    re.I,
)
_HOURS = {"hour": 1, "day": 24, "week": 168, "month": 720}
_COUNTS = {
    w: i for i, w in enumerate("one two three four five six seven eight nine ten".split(), 1)
} | {"a": 1, "an": 1}


class Form(NamedTuple):
    """One aspect of a figure's wording: what it comes down to, and by which words."""

    meaning: str
    span: Span


def number_form(figure: Figure, text: str) -> Form:
    """The number with its bound, "more than 1,000" as one."""
    before = _HEDGE.search(text[max(0, figure.start - 40) : figure.start])
    start = figure.start - len(before.group()) if before else figure.start
    return Form(f"{figure.modifier} {figure.low} {figure.high}", Span(start, figure.end))


def action_form(figure: Figure, text: str, class_of: ClassOf) -> Form | None:
    """What happened to the counted, by the class of its verb; None where it has none."""
    meaning = class_of(figure.action) if figure.kind == "count" else None
    span = sentence_of(figure, text)
    first = re.split(r"[ _]", plain(figure.action or ""))[0]
    if meaning not in _FATES or not first:
        return None
    if first == "leave" and _LEFT_SO.search(text, span.start, span.end):
        return None
    forms = _FORMS.get(first, frozenset())
    found = [
        Span(span.start + m.start(), span.start + m.end())
        for m in re.finditer(r"[^\W\d_]+", text[span.start : span.end])
        if plain(m.group()) in forms or _form_of(plain(m.group()), first)
    ]
    near = min(found, key=lambda s: abs(s.start - figure.start), default=None)
    return Form(meaning or "", near) if near else None


def _form_of(word: str, verb: str) -> bool:
    stem = verb[:-1] if verb.endswith(("e", "y")) else verb
    return word.startswith(stem) and len(word) - len(stem) <= 4


def thing_form(figure: Figure, text: str, class_of: ClassOf) -> Form | None:
    """Who is counted, by the class of people; None for things and for people of no class."""
    meaning = class_of(figure.thing) if figure.unit == "person" else None
    span = sentence_of(figure, text)
    at = text.find(figure.thing or "\0", figure.end, span.end)
    if meaning is None or not 0 <= at - figure.end <= 40:
        return None
    return Form(meaning, Span(at, at + len(figure.thing or "")))


def whole_form(figure: Figure, text: str) -> Form | None:
    """Of what a share is a share: a part of a place or the whole of it."""
    if figure.kind != "share":
        return None
    span = sentence_of(figure, text)
    behind = re.match(r"\s+of\s+((?:[\w’'-]+\s?){1,7})", text[figure.end : span.end])
    if behind is None:
        return None
    words = re.split(
        r"\s(?=(?:and|but|has|have|had|was|were|is|are|while|after|with|by|in|on|at|under|from)\b)",
        behind.group(1),
    )[0].rstrip()
    start = figure.end + behind.start(1)
    nouns = {singular(plain(w)).removesuffix("'s") for w in words.split()}
    named = re.search(r"\b[A-Z]", words) is not None
    if nouns & _PARTS or (_SIDES.search(words) and named and not nouns & _WHOLES):
        return Form("part", Span(start, start + len(words)))
    if nouns & _WHOLES or (named and len(words.split()) <= 3):
        return Form("whole", Span(start, start + len(words)))
    return None


def period_form(figure: Figure, text: str) -> Form | None:
    """How long a period is, where the words beside the figure give its length."""
    span = sentence_of(figure, text)
    at = text.find(figure.period or "\0", span.start, span.end)
    length = _LENGTH.search(figure.period or "")
    if at < 0 or length is None:
        return None
    given = (length["n"] or "").lower()
    plural = length.group().lower().endswith("s")
    if not given and plural:
        return None
    count = int(given) if given.isdigit() else _COUNTS.get(given, 1)
    hours = count * _HOURS[length["unit"].lower()]
    return Form(f"{hours} hours", Span(at, at + len(figure.period or "")))


def forms(
    figure: Figure, text: str, action_class: ClassOf, people_class: ClassOf
) -> dict[ChangeKind, Form]:
    """Every aspect of a figure's wording that can be told."""
    found: dict[ChangeKind, Form | None] = {
        "number": number_form(figure, text),
        "action": action_form(figure, text, action_class),
        "thing": thing_form(figure, text, people_class),
        "place": whole_form(figure, text),
        "period": period_form(figure, text),
    }
    return {kind: form for kind, form in found.items() if form is not None}


def differ(kind: ChangeKind, a: str, b: str) -> bool:
    """True where two meanings are two, and no looser words for one."""
    loose = {"action": _LOOSE_ACTIONS, "thing": _LOOSE_PEOPLE}.get(kind, ())
    return a != b and not any({a, b} <= group for group in loose)
