"""Figures: every mention of a quantity, with its fields, from a parsed report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from stemmata.model import Figure, Span, Statement
from stemmata.reading.background import background
from stemmata.reading.english.actions import action, clause_verb, done_so_often
from stemmata.reading.english.chains import linked, shared
from stemmata.reading.english.coins import coin
from stemmata.reading.english.counted_nouns import HARM, HARMED, Earlier
from stemmata.reading.english.cues import FORMS
from stemmata.reading.english.distances import of_a_place
from stemmata.reading.english.figure_places import Counted, place_of
from stemmata.reading.english.governed import LENGTHS
from stemmata.reading.english.left_out import HEDGES, number_of
from stemmata.reading.english.magnitudes import magnitude_action, magnitude_told
from stemmata.reading.english.modifiers import bounds
from stemmata.reading.english.number_words import CRIMES
from stemmata.reading.english.numbers import HINT
from stemmata.reading.english.parse import Parse
from stemmata.reading.english.whereabouts import Local, whereabouts
from stemmata.reading.kinds import kind_of, unit_of
from stemmata.reading.mentions import Mention, Setting, mentions
from stemmata.reading.tables import with_tables
from stemmata.reading.timing import carried_on, period_of
from stemmata.reading.wholes import with_wholes


def find_figures(
    parse: Parse, statements: Sequence[Statement] = (), quotes: Sequence[Span] = ()
) -> tuple[Figure, ...]:
    """Every figure of the report, in the order of the text.

    A figure inside a statement's content has its source, via and organisation.
    """
    figures: list[Figure] = []
    earlier = Earlier()
    before: Setting | None = None
    told_before: Sequence[Figure] = ()
    starts, text = [t.start for t in parse.tokens], _numeric(parse)
    for sentence, local in zip(parse.sentences, whereabouts(parse), strict=True):
        at = Setting(parse, text, starts, sentence, parse.span(sentence.first, sentence.last))
        number = len(figures)
        if HINT.search(text, at.span.start, at.span.end):
            found, earlier = mentions(at, earlier)
            around = _Around(at, local, statements, quotes)
            verbs = _verbs(at, found)
            here = [
                _figure(around, m, verb, number + i)
                for i, (m, verb) in enumerate(zip(found, verbs, strict=True), 1)
            ]
            figures += carried_on(at, here, before, told_before)
        elif "number of" in text[at.span.start : at.span.end]:
            told = number_of(parse, sentence, sentence.last)
            earlier = earlier.after(told, "") if told else earlier
        before, told_before = at, figures[number:]
    denials = {s.id for s in statements if s.cue_class == "denying"}
    figures = _of_another(figures, parse.report.text, denials)
    return tuple(with_wholes(parse.report, with_tables(parse.report, figures)))


_SPEAKS = re.compile(r"\bsp(?:eaks?|oken?) of (?:[a-z]+ ){0,3}$")


# "There are not 27 dead. There are 19.": what takes the place of a denied number stands so near.
_INSTEAD = 40


def _of_another(figures: Sequence[Figure], text: str, denials: set[str]) -> list[Figure]:
    """ "3,000 marched, police said; organisers spoke of 5,000": who marched, by another count.

    So is the number behind one that is denied ("not 27 dead but 19").
    """
    found = list(figures[:1])
    for one in figures[1:]:
        before, same = found[-1], found[-1].unit == one.unit == "person"
        spoken = one.action is None and _SPEAKS.search(text[max(0, one.start - 40) : one.start])
        instead = before.statement in denials and one.statement not in denials
        instead = instead and one.action is None and one.start - before.end < _INSTEAD
        again = (spoken or instead) and same and one.thing in {before.thing, "people"}
        found.append(replace(one, action=before.action) if again else one)
    return found


@dataclass(frozen=True, slots=True)
class _Around:
    """What a sentence gives its figures: places, statements and quotations."""

    at: Setting
    local: Local
    statements: Sequence[Statement]
    quotes: Sequence[Span]


def _numeric(parse: Parse) -> str:
    """The plain text with the narrow blanks that group digits kept."""
    if not re.search("\\d[\u00a0\u2009\u202f]\\d{3}", parse.report.text):
        return parse.plain
    text = list(parse.plain)
    for m in re.finditer("(?<=\\d)[\u00a0\u2009\u202f](?=\\d{3})", parse.report.text):
        text[m.start()] = "\u2009"
    return "".join(text)


def _own(m: Mention) -> tuple[int, int]:
    """The tokens of what is counted where it follows its number, else of the number."""
    return (m.thing.first, m.thing.last) if m.thing.first >= m.first else (m.first, m.last)


def _verbs(at: Setting, found: Sequence[Mention]) -> list[str | None]:
    """The action of each mention of a sentence; the members of a list share theirs."""
    named = [_named_harm(at, m) for m in found]
    own = [_action(at, m, _own(m)) or name for m, name in zip(found, named, strict=True)]
    ends = [max(m.last, _own(m)[1]) for m in found]
    for i in range(1, len(found)):
        # "A ferry carrying 212 passengers and 18 crew capsized": the ferry did.
        whole = found[i].thing.first >= found[i].first
        if whole and _carried(at, found[i - 1]) and linked(at.parse, ends[i - 1], found[i].first):
            own[i] = own[i - 1]
    for i in range(1, len(found)):
        if own[i] is None and own[i - 1] is not None and _again(at, found[i - 1], found[i]):
            own[i] = own[i - 1]
    links = [
        found[i].unit is None
        and found[i + 1].unit is None
        and linked(at.parse, ends[i], found[i + 1].first)
        for i in range(len(found) - 1)
    ]
    return shared(own, links)


def _again(at: Setting, last: Mention, m: Mention) -> bool:
    """ "rose to 23, up from 11", "140 of 600 staff, or a quarter": the same, told once more."""
    gap = at.text[last.end : m.start]
    if _BEFORE_THAT.search(gap):
        return True
    told_so = re.search(r",? or (?:about |nearly |almost |some |roughly )*$", gap)
    return bool(told_so) and m.share != last.share and len(gap) < 50


_BEFORE_THAT = re.compile(
    r"^[^.;]{0,60}(?:, (?:up|down) from|\bcompared (?:with|to)|\bfrom|, half)"
    r"(?: (?:about|around|some|nearly|just|over|more than|[$€£]))* ?[$€£]?$"
)


def _carried(at: Setting, m: Mention) -> bool:
    """True where the count is the object of a participle that describes the noun before it."""
    tokens, k = at.parse.tokens, m.first - 1
    while k > at.sentence.first and tokens[k].lower in HEDGES:
        k -= 1
    return k > at.sentence.first and tokens[k].tag == "VBG" and tokens[k - 1].tag in {"NN", "NNP"}


def _named_harm(at: Setting, m: Mention) -> str | None:
    """ "among the seven injured", "eleven of the dead were women": the noun tells the verb."""
    m_of = re.match(r"\s(?:of|among) the (\w+)", at.text[m.end : m.end + 24])
    word = m_of[1].lower() if m_of else (m.thing.head if m.thing.first >= 0 else None)
    return HARM.get(word or "")


def _figure(around: _Around, m: Mention, verb: str | None, number: int) -> Figure:
    """The `number`-th figure of its report, with every field."""
    at, report = around.at, around.at.parse.report
    quoted = any(q.start <= m.start and m.end <= q.end for q in around.quotes)
    statement = _statement(around.statements, m.start, m.end)
    if statement is not None and not quoted:
        begins = max((s.start for s in statement.content if s.start <= m.start), default=-1)
        statement = None if background(at.parse, m.first, begins) else statement
    if verb is not None and statement is not None and _only_said(verb, statement, report.text):
        verb = None
    low, high = _interval(m)
    own = _own(m)
    period = period_of(at, m, statement)
    money = m.unit is not None and m.unit.money
    cue = statement.cue if statement else None
    asked = Counted((m.first, m.last), own, m.thing.head, money, period, cue)
    return Figure(
        id=f"{report.id}-{number:02d}",
        report=report.id,
        start=m.start,
        end=m.end,
        text=report.text[m.start : m.end],
        modifier=m.modifier,
        low=low,
        high=high,
        kind=kind_of(m, verb, at.text[at.span.start : m.start], at.text[m.end : m.end + 60]),
        unit=_coin(at, m, unit_of(m, verb, at.text[m.end : m.end + 60])),
        thing=m.thing.words,
        action=verb,
        place=place_of(around.local, at.parse, asked),
        period=period,
        source=statement.source_name if statement else None,
        via=statement.via if statement else None,
        quoted=quoted,
        statement=statement.id if statement else None,
        sentence=at.span,
        head=m.thing.head,
        organisation=statement.organisation if statement else None,
    )


def _coin(at: Setting, m: Mention, unit: str) -> str:
    """The unit; of "500 rupees" those of the country that the report is of."""
    if m.unit is None or not m.unit.money:
        return unit
    before = at.text[max(0, m.unit.start - 20) : m.unit.start].split()
    words = at.text[m.unit.start : m.unit.end]
    return coin(unit, words, before[-1] if before else "", at.parse.report.text)


# Who "spoke of 2,000" names a number: the counted did nothing by that.
_NAMING = frozenset({"speak"})


def _only_said(verb: str, statement: Statement, text: str) -> bool:
    """ "denied that 230 people were aboard": denied is what is told of them, not done to them."""
    if statement.cue is None:
        return False
    if statement.cue_class not in {"denying", "doubting"} and verb not in _NAMING:
        return False
    words = text[statement.cue.start : statement.cue.end].lower().split()
    return any(FORMS.get(word) == verb for word in words)


def _interval(m: Mention) -> tuple[float | None, float | None]:
    """low and high as number and modifier allow them; per cent as a share of 1."""
    low, high = m.number.low, m.number.high
    if m.share and (m.number.form != "fraction" or m.unit is not None):
        low, high = (None if v is None else round(v / 100, 10) for v in (low, high))
    return bounds(m.modifier, low, high)


def _action(at: Setting, m: Mention, own: tuple[int, int]) -> str | None:
    """The verb over the counted thing; for a measure of something named before, over that."""
    if m.thing.head == "toll" or _TOLL.search(at.text[max(at.span.start, m.start - 60) : m.start]):
        return "die"
    if (befell := _of_them(at, m)) is not None:
        return befell
    if m.number.crime is not None:
        return CRIMES[m.number.crime]
    if m.thing.head == "time" and m.thing.first < 0:
        return done_so_often(at.parse, at.sentence, m.first)
    apart = m.unit is None and not m.share and 0 <= m.thing.first < m.first
    if apart and not m.thing.carried and m.thing.head in HARMED and m.thing.head in HARM:
        return HARM[m.thing.head]
    if apart and not m.thing.carried:
        told = action(at.parse, at.sentence, m.thing.first, m.thing.last, m.thing.first)
        if told:
            return told
    if m.unit is not None and m.unit.symbol == "M":
        told = magnitude_action(at.parse, at.sentence, m.thing, m.first, m.last)
        told = told or magnitude_told(at.parse.tokens, at.sentence, m.first)
        if told is not None:
            return told
    if m.unit is not None or m.share:
        if _is_told_by_be(at, m):
            return None
        length = m.unit is not None and m.unit.symbol in LENGTHS
        if length and of_a_place(at.parse, at.sentence, m.first, m.last):
            return None
        first, end = m.thing.first, m.thing.last
        if first >= 0 and end <= m.first and not m.thing.carried and _worth(at, end, m.first):
            told = action(at.parse, at.sentence, first, end, first)
            if told is not None:
                return told
    if m.unit is None and not m.share and at.text[m.end : m.end + 1] == "-":
        return None
    found = action(at.parse, at.sentence, own[0], max(m.last, own[1]), m.first)
    if found is None and m.unit is not None and (m.unit.money or m.unit.symbol in LENGTHS):
        return clause_verb(at.parse, at.sentence, m.first, m.unit.symbol in LENGTHS)
    return found


def _of_them(at: Setting, m: Mention) -> str | None:
    """ "Ten were arrested, two of them wounded": what befell those two, told without a verb."""
    follow = [t.lower for t in at.parse.tokens[m.last : min(m.last + 4, at.sentence.last)]]
    if follow[:1] != ["of"] or follow[1:2] not in (["them"], ["whom"]):
        return None
    told = follow[3:] if follow[2:] and follow[2].endswith("ly") else follow[2:3]
    return HARM.get(told[0]) if told else None


_TOLL = re.compile(
    r"\b(?:(?:death|overall|total|the) toll|(?:body|death) count)\b[^.;,\d]{0,30} (?:to|at)"
    r" (?:at least |about )?$"
)


def _is_told_by_be(at: Setting, m: Mention) -> bool:
    """ "the epicentre was about 85 miles from": nothing happened, it is so."""
    k = m.first - 1
    while k > at.sentence.first and at.parse.tokens[k].lower in HEDGES:
        k -= 1
    after = m.last + 1 < at.sentence.last and at.parse.tokens[m.last].tag == "VBN"
    return at.parse.tokens[k].lower in {"is", "was", "are", "were"} and not after


def _worth(at: Setting, end: int, first: int) -> bool:
    """ "stole gems worth 85 million", "damage estimated at 54 million": no verb parts the two."""
    return all(
        (t.tag[:2] not in {"VB", "MD", "WD", "WP"} and t.lower not in {"cost", "costs"})
        or t.lower in {"estimated", "valued", "totalling", "totaling"}
        for t in at.parse.tokens[end:first]
    )


def _statement(statements: Sequence[Statement], start: int, end: int) -> Statement | None:
    """The innermost statement whose content covers the figure, of those that have a source."""
    best: tuple[bool, int, Statement] | None = None
    over: list[Statement] = []
    for statement in statements:
        for s in statement.content:
            rank = statement.source is None and statement.source_name is None, s.end - s.start
            if s.start <= start and end <= s.end:
                over.append(statement)
                best = (*rank, statement) if best is None or rank < best[:2] else best
    if best is None:
        return None
    # "The firm denied having said that 40 would go": what it denies it does not say.
    nobody = best[2].source is None and best[2].source_name is None
    own = (s for s in over if s.source_name == best[2].source_name and (nobody or s.source_name))
    return next((s for s in own if s.cue_class == "denying"), best[2])
