"""Figures: every mention of a quantity, with its fields, from a parsed report."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from stemmata.model import Figure, Kind, Modifier, Report, Span, Statement
from stemmata.reading.background import background
from stemmata.reading.english.actions import action
from stemmata.reading.english.exclusions import excluded
from stemmata.reading.english.modifiers import bounds, modifier
from stemmata.reading.english.numbers import HINT, Number, numbers
from stemmata.reading.english.parse import Parse, Sentence, Token
from stemmata.reading.english.parts import among_the_dead, goes_on, includes, of_the, of_whole
from stemmata.reading.english.periods import bare_date, clause_between, nearest, periods
from stemmata.reading.english.places import Place, carried_on, place_of, places
from stemmata.reading.english.things import HARM, Thing, counted, measured
from stemmata.reading.english.units import Unit, money_before, unit_after


@dataclass(frozen=True, slots=True)
class _Mention:
    """A number that is a figure, with its unit and what it counts."""

    number: Number
    start: int
    end: int
    first: int
    last: int
    unit: Unit | None
    modifier: Modifier
    thing: Thing


def find_figures(
    parse: Parse, statements: Sequence[Statement] = (), quotes: Sequence[Span] = ()
) -> tuple[Figure, ...]:
    """Every figure of the report, in the order of the text.

    A figure inside a statement's content has its source, via and organisation.
    """
    figures: list[Figure] = []
    carried: str | None = None
    starts = [t.start for t in parse.tokens]
    text = _numeric(parse)
    earlier: Thing | None = None
    for sentence in parse.sentences:
        span = parse.span(sentence.first, sentence.last)
        where = places(parse, sentence)
        if HINT.search(text, span.start, span.end):
            found = _mentions(parse, sentence, text, span, starts, earlier)
            when = periods(parse.plain, span.start, span.end) if found else []
            for mention in found:
                figures.append(
                    _figure(parse, sentence, span, mention, where, when, carried, statements, quotes, len(figures))
                )
            if found:
                earlier = found[-1].thing
        carried = carried_on(where, carried)
    return tuple(_with_parts(parse.report, figures))


def _numeric(parse: Parse) -> str:
    """The plain text with the narrow blanks that group digits kept."""
    if not re.search("\\d[\u00a0\u2009\u202f]\\d{3}", parse.report.text):
        return parse.plain
    text = list(parse.plain)
    for m in re.finditer("(?<=\\d)[\u00a0\u2009\u202f](?=\\d{3})", parse.report.text):
        text[m.start()] = "\u2009"
    return "".join(text)


def _mentions(
    parse: Parse,
    sentence: Sentence,
    text: str,
    span: Span,
    starts: list[int],
    earlier: Thing | None,
) -> list[_Mention]:
    """The figures of one sentence; the thing of one serves the next where it leaves its own out."""
    found: list[_Mention] = []
    for number in numbers(text, span.start, span.end):
        if excluded(text, number, span.start, span.end):
            continue
        last = found[-1] if found else None
        mention = _mention(
            parse, sentence, text, span, starts, number, last.thing if last else earlier, bool(found)
        )
        if mention is not None and last is not None and _again_magnitude(text, last, mention):
            mention = replace(mention, unit=Unit("M", mention.end, mention.end), thing=last.thing)
        if mention is not None:
            found.append(_converted(text, last, mention) if last else mention)
    return found


def _again_magnitude(text: str, last: _Mention, mention: _Mention) -> bool:
    """"put it at 5.9, but the survey said it was 6.1"."""
    decimal = re.fullmatch(r"\d\.\d", text[mention.start : mention.end])
    bare = mention.unit is None and mention.thing.first < mention.last
    return bool(decimal and bare and last.unit is not None and last.unit.symbol == "M")


def _converted(text: str, last: _Mention, mention: _Mention) -> _Mention:
    """"58km (36 miles)": the same measure again, in another unit."""
    if last.unit is None or mention.unit is None or last.unit.symbol == mention.unit.symbol:
        return mention
    gap = text[max(last.end, last.unit.end) : min(mention.start, mention.unit.start)]
    if not re.fullmatch(r"\s?(?:\(|/|or )\s?(?:or |about |some |around )?", gap):
        return mention
    how = last.modifier if mention.modifier == "exact" else mention.modifier
    return replace(mention, thing=last.thing, modifier=how, first=last.first)


def _mention(
    parse: Parse,
    sentence: Sentence,
    text: str,
    span: Span,
    starts: list[int],
    number: Number,
    earlier: Thing | None,
    same_sentence: bool,
) -> _Mention | None:
    unit = money_before(text, number.start) or _magnitude(text, number, span)
    unit = unit or unit_after(text, _past_of(text, number), span.end)
    begin = unit.start if unit and unit.end <= number.start else number.start
    finish = unit.end if unit and unit.start >= number.end else number.end
    first = max(sentence.first, bisect.bisect_right(starts, begin) - 1)
    last = bisect.bisect_left(starts, finish, lo=first)
    how = _modifier(text, span, begin, finish, number, unit)
    share = number.form == "fraction" or (unit is not None and unit.symbol == "%")
    if unit is None and not share:
        thing = counted(parse, sentence, last, first, earlier, number)
        if thing.words is None and not thing.pronoun:
            return None
        if _is_bare_one(parse, text, number, how, thing, (first, last), same_sentence):
            return None
    else:
        symbol = unit.symbol if unit else "%"
        thing = measured(parse, sentence, last, first, symbol, earlier)
    end = unit.end if unit and unit.symbol == "%" else number.end
    return _Mention(number, number.start, end, first, last, unit, how, thing)


_MAGNITUDE_WORD = re.compile(r"(?:a |an )?magnitude[\s-]*(?:of )?$", re.IGNORECASE)


def _modifier(
    text: str, span: Span, begin: int, finish: int, number: Number, unit: Unit | None
) -> Modifier:
    if number.joined:
        return "between"
    before = text[span.start : begin]
    how = modifier(before, text[finish : finish + 20])
    if how == "exact" and unit is not None and unit.symbol == "M":
        return modifier(_MAGNITUDE_WORD.sub("", before), "")
    return how


def _past_of(text: str, number: Number) -> int:
    """Where the unit of a number begins: after "of" in "dozens of tonnes"."""
    m = re.match(r"\s+of\s+(?=(?:tonnes?|tons?|(?:square |cubic )?\w*met(?:er|re)s?|miles|hectares|acres"
                 r"|dollars|euros|pounds|rupees|lit(?:er|re)s|gallons|barrels|feet|kilos?\w*)\b)",
                 text[number.end : number.end + 30])  # fmt: skip
    return number.end + m.end() if m and number.form == "vague" else number.end


def _is_bare_one(
    parse: Parse, text: str, number: Number, how: str, thing: Thing, at: tuple[int, int], more: bool
) -> bool:
    """"one" counts people, or what is hedged or stands in a list of counts; else it only points."""
    if text[number.start : number.end].lower() != "one":
        return False
    tokens = parse.tokens
    if thing.first < 0:
        beside = [*tokens[max(0, at[0] - 1) : at[0]], *tokens[at[1] : at[1] + 1]]
        return how == "exact" and not any(t.lemma in HARM or t.lower in HARM for t in beside)
    if _speaks(tokens[thing.last : thing.last + 4]):
        return True
    return not (how != "exact" or thing.person or (more and not thing.carried))


def _speaks(follow: list[Token]) -> bool:
    """"one woman in the town told": a speaker, not a count."""
    for token in follow:
        if token.lower in {",", '"', "."}:
            return False
        if token.lemma in {"say", "tell"}:
            return True
    return False


_MAGNITUDE_BEFORE = re.compile(
    r"(?:magnitude|magnitudes|measur\w+|preliminary magnitude|strength|richter)(?:[\s-]+(?:of|at|was|is"
    r"|a|an|put at|around|about|between|at least|more than|over|above))*[\s-]*(?:\d\.\d(?:,? (?:and|or) ))?$",
    re.IGNORECASE,
)
_MAGNITUDE_AFTER = re.compile(
    r"(?:,? (?:and|or|to|followed by an?|and an?) \d\.\d)?[\s-]*(?:degrees?[\s-](?:earth)?quake|magnitude|strength|on the (?:open-ended )?richter|mw\b"
    r"|(?:earth)?quakes?\b|temblors?\b|tremors?\b|aftershocks?\b)",
    re.IGNORECASE,
)


def _magnitude(text: str, number: Number, span: Span) -> Unit | None:
    """The magnitude of an earthquake: a small number with a decimal, or the word beside it."""
    if number.low is None or not 0 < number.low < 10 or number.form not in {"digits", "words"}:
        return None
    before = text[max(span.start, number.start - 50) : number.start]
    after = text[number.end : min(span.end, number.end + 40)]
    decimal = "." in text[number.start : number.end]
    word = re.search(r"magnitude|richter", before + after, re.IGNORECASE)
    m = _MAGNITUDE_AFTER.match(after)
    if m and (decimal or re.match(r"[\s-]*(?:magnitude|on the)", after, re.IGNORECASE)):
        keep = re.match(r"[\s-]*(?:magnitude|strength)", after, re.IGNORECASE)
        end = number.end + (keep.end() if keep else 0)
        return Unit("M", number.end, end)
    if _MAGNITUDE_BEFORE.search(before) and (decimal or word):
        return Unit("M", number.end, number.end)
    if decimal and re.search(r"\b(?:quake|temblor|tremor|aftershock)s?\b", before, re.IGNORECASE):
        return Unit("M", number.end, number.end)
    return None


def _figure(
    parse: Parse,
    sentence: Sentence,
    span: Span,
    m: _Mention,
    where: list[Place],
    times: list[Span],
    carried: str | None,
    statements: Sequence[Statement],
    quotes: Sequence[Span],
    index: int,
) -> Figure:
    report = parse.report
    low, high = m.number.low, m.number.high
    share = m.number.form == "fraction" or (m.unit is not None and m.unit.symbol == "%")
    if share and m.number.form != "fraction":
        low, high = _hundredth(low), _hundredth(high)
    low, high = bounds(m.modifier, low, high)
    statement = _statement(statements, m.start, m.end)
    quoted = any(q.start <= m.start and m.end <= q.end for q in quotes)
    if statement is not None and not quoted and background(parse, m.first):
        statement = None
    own = (m.thing.first, m.thing.last) if m.thing.first >= m.first else (m.first, m.last)
    verb = _action(parse, sentence, m, own)
    cue = statement.cue if statement else None
    when = _period(sentence, span, parse, m, times, statement)
    kind = _kind(m, share, verb, parse.plain[m.end : m.end + 60], when)
    return Figure(
        id=f"{report.id}-{index + 1:02d}",
        report=report.id,
        start=m.start,
        end=m.end,
        text=report.text[m.start : m.end],
        modifier=m.modifier,
        low=low,
        high=high,
        kind=kind,
        unit=_unit(m, share),
        thing=m.thing.words,
        action=verb,
        place=place_of(where, (m.first, m.last), max(m.last, own[1]), carried, cue, parse),
        period=when,
        source=statement.source_name if statement else None,
        via=statement.via if statement else None,
        quoted=quoted,
        statement=statement.id if statement else None,
        sentence=span,
        head=m.thing.head,
        organisation=statement.organisation if statement else None,
    )


def _action(parse: Parse, sentence: Sentence, m: _Mention, own: tuple[int, int]) -> str | None:
    """The verb over the counted thing; for a measure of something named before, over that."""
    if m.unit is not None and m.unit.symbol == "M" and 0 <= m.thing.first:
        at, end = m.thing.first, max(m.thing.last, m.last if m.thing.last <= m.first else 0)
        return action(parse, sentence, at, end, min(at, m.first))
    return action(parse, sentence, own[0], max(m.last, own[1]), m.first)


def _hundredth(value: float | None) -> float | None:
    return None if value is None else round(value / 100, 10)


def _unit(m: _Mention, share: bool) -> str:
    if share:
        return "%"
    if m.unit is not None:
        return m.unit.symbol
    return "person" if m.thing.person else "item"


_CHANGES = frozenset(
    "decrease increase rise fall drop grow shrink decline climb jump soar plunge surge cut reduce "
    "double gain lose slip widen narrow expand contract dip tumble slump".split()
)
_RATE = re.compile(
    r"^[^.;,]{0,45}?\b(?:a|per|each|every|an)\s+(?:day|week|month|year|hour|night|minute|season|head"
    r"|person|capita|second)\b|^[^.;,]{0,45}?\b(?:on a (?:daily|weekly) basis|daily|annually|per capita)\b",
    re.IGNORECASE,
)


def _kind(m: _Mention, share: bool, verb: str | None, after: str, when: str | None) -> Kind:
    if (share or m.unit) and verb and verb.split(" ")[0] in _CHANGES:
        return "change"
    if _RATE.match(after):
        return "rate"
    if share:
        return "share"
    return "measure" if m.unit is not None else "count"


def _statement(statements: Sequence[Statement], start: int, end: int) -> Statement | None:
    """The innermost statement whose content covers the figure."""
    best: tuple[int, Statement] | None = None
    for statement in statements:
        for s in statement.content:
            if s.start <= start and end <= s.end and (best is None or s.end - s.start < best[0]):
                best = (s.end - s.start, statement)
    return best[1] if best else None


def _period(
    sentence: Sentence,
    span: Span,
    parse: Parse,
    m: _Mention,
    times: list[Span],
    statement: Statement | None,
) -> str | None:
    """The nearest period phrase of the clause, or the sentence's first words; not when it was said."""
    kept = []
    for s in times:
        overlaps = s.start < m.end and s.end > m.start
        opening = not parse.plain[span.start : s.start].strip(" \"'(")
        said = not opening and statement is not None and _beside(parse, s, statement)
        if overlaps or said:
            continue
        if not opening and clause_between(parse.plain, s, Span(m.start, m.end)):
            continue
        if opening and sentence.first == 0 or opening and bare_date(parse.plain, s):
            continue
        kept.append(s)
    best = nearest(kept, m.start, m.end)
    return " ".join(parse.report.text[best.start : best.end].split()) if best else None


def _beside(parse: Parse, when: Span, statement: Statement) -> bool:
    """"said on Friday", "on Friday told": outside what was said, in the cue's own clause."""
    cue = statement.cue
    if cue is None or any(c.start <= when.start and when.end <= c.end for c in statement.content):
        return False
    if when.start >= cue.end:
        between = parse.plain[cue.end : when.start]
    else:
        between = parse.plain[when.end : cue.start]
    return len(between) < 60 and not re.search(r"[;:\"]|\bthat\b", between)


def _with_parts(report: Report, figures: list[Figure]) -> list[Figure]:
    """Set `part_of` by the words between figures."""
    result: list[Figure] = []
    for i, figure in enumerate(figures):
        whole = _whole(report.text, figures, result, i)
        figure = figure if whole is None else replace(figure, part_of=figures[whole].id)
        result.append(_inherited(report.text, result, figure))
    return result


def _inherited(text: str, done: list[Figure], figure: Figure) -> Figure:
    """A figure in a list, a part, or a conversion has the action of the one it goes with."""
    if figure.action is not None or not done or done[-1].sentence != figure.sentence:
        return figure
    whole = next((f for f in done if f.id == figure.part_of), None)
    if whole is None and goes_on(text[done[-1].end : figure.start]):
        whole = done[-1]
    if whole is None and text[done[-1].end : figure.start].rstrip().endswith("("):
        whole = done[-1]
    return figure if whole is None else replace(figure, action=whole.action)


def _whole(text: str, figures: list[Figure], done: list[Figure], i: int) -> int | None:
    """The index of the figure that figure `i` is a part of, by the words around it."""
    figure = figures[i]
    if i + 1 < len(figures) and figures[i + 1].sentence == figure.sentence:
        nxt = figures[i + 1]
        if of_whole(text[figure.end : nxt.start]) and _comparable(figure, nxt):
            return i + 1
    after, noun = text[figure.end : figure.end + 80], of_the(text[figure.end : figure.end + 40])
    apart = among_the_dead(text[figure.sentence.start : figure.sentence.end])
    for k in range(i - 1, max(-1, i - 6), -1):
        other = figures[k]
        if not _comparable(figure, other):
            continue
        same = other.sentence == figure.sentence
        between = text[other.end : figure.start]
        if same and includes(between, after):
            return k
        if same and k == i - 1 and done[k].part_of and goes_on(between):
            return next(j for j in range(len(figures)) if figures[j].id == done[k].part_of)
        if noun and other.head and noun.startswith(other.head[:5]):
            return k
        if not same and apart and done[k].part_of is None and _near(figure, other):
            return k
    return None


def _near(figure: Figure, other: Figure) -> bool:
    """Close enough for "among the dead" to mean the dead told before."""
    return figure.sentence.start - other.sentence.end < 400 and other.unit == "person"


def _comparable(part: Figure, whole: Figure) -> bool:
    if part.unit == "%":
        return whole.unit != "%"
    if part.unit != whole.unit:
        return False
    a, b = part.low or part.high or 0, whole.high or whole.low or 0
    return a <= b or whole.high is None
