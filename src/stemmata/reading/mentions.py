"""Numbers that are figures: with their unit, their modifier, and what they count."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass, replace

from stemmata.model import Modifier, Span
from stemmata.reading.english.counted_nouns import Earlier, Thing
from stemmata.reading.english.exclusions import excluded
from stemmata.reading.english.measured import measured
from stemmata.reading.english.modifiers import modifier
from stemmata.reading.english.numbers import Number, numbers
from stemmata.reading.english.ones import only_points
from stemmata.reading.english.parse import Parse, Sentence
from stemmata.reading.english.parts import of_whole
from stemmata.reading.english.things import counted
from stemmata.reading.english.units import Unit, money_before, unit_after


@dataclass(frozen=True, slots=True)
class Mention:
    """A number that is a figure, with its unit and what it counts."""

    number: Number
    start: int
    end: int
    first: int
    last: int
    unit: Unit | None
    modifier: Modifier
    thing: Thing

    @property
    def share(self) -> bool:
        """True for a percentage or fraction."""
        if self.unit is None:
            return self.number.form == "fraction"
        return self.unit.symbol == "%"


@dataclass(frozen=True, slots=True)
class Setting:
    """A sentence in its report: `text` is the plain text, `starts` the offsets of all tokens."""

    parse: Parse
    text: str
    starts: list[int]
    sentence: Sentence
    span: Span


def mentions(at: Setting, earlier: Earlier) -> tuple[list[Mention], Earlier]:
    """The figures of one sentence, and what serves the next where it leaves its noun out."""
    found: list[Mention] = []
    for number in numbers(at.text, at.span.start, at.span.end):
        if excluded(at.text, number, at.span.start, at.span.end):
            continue
        last = found[-1] if found else None
        mention = _mention(at, number, earlier, bool(found))
        if mention is None:
            continue
        if last is not None and (
            _money_noun(at.text, last, mention)
            or _same_money(at.text, last, mention)
            or _shares_unit(at.text, last, mention)
        ):
            thing = _summed(at, mention) or last.thing
            mention = replace(mention, unit=last.unit, thing=thing)
        elif last is not None and _again_magnitude(at.text, last, mention):
            mention = replace(mention, unit=Unit("M", mention.end, mention.end), thing=last.thing)
        elif last is not None and _shares_hedge(at.text, last, mention):
            mention = replace(mention, modifier=last.modifier)
        found.append(_converted(at.text, last, mention) if last else mention)
        if mention.thing.head != "time" and not _in_matches(at, found):
            earlier = earlier.after(found[-1].thing, _unit_symbol(found[-1]))
    return found, earlier


def _unit_symbol(mention: Mention) -> str:
    """The unit as `Earlier` keeps it: all money is one, a fraction is a share."""
    if mention.share:
        return "%"
    if mention.unit is None:
        return ""
    return "money" if mention.unit.money else mention.unit.symbol


def _shares_unit(text: str, last: Mention, mention: Mention) -> bool:
    """ "11.5 square kilometres of the city's 96": the whole is in the unit of its part."""
    if (
        last.unit is None
        or mention.unit is not None
        or last.share
        or mention.thing.first >= mention.last
    ):
        return False
    return of_whole(text[max(last.end, last.unit.end) : mention.start])


_SUM = re.compile(
    r"\b(?:bonus|fee|fine|salary|wage|loan|reward|ransom|bribe|price|cost|debt|budget|profit|loss"
    r"|revenue|income|sum|prize|pension|tax|payment|offer|bid|deal)s? of "
    r"(?:(?:about|around|some|nearly|just|over|more than|up to|at least) )?$"
)


def _money_noun(text: str, last: Mention, mention: Mention) -> bool:
    """ "worth 70,000 euros a week and a bonus of 500,000": the currency holds on."""
    if last.unit is None or not last.unit.money or mention.unit is not None or mention.share:
        return False
    bare = mention.thing.carried or mention.thing.first < mention.last
    return bare and bool(_SUM.search(text[max(0, mention.start - 40) : mention.start]))


def _summed(at: Setting, mention: Mention) -> Thing | None:
    """The noun of a sum right before its number."""
    if not _SUM.search(at.text[max(0, mention.start - 40) : mention.start]):
        return None
    nothing = Earlier()
    return measured(at.parse, at.sentence, mention.last, mention.first, "money", nothing)


def _same_money(text: str, last: Mention, mention: Mention) -> bool:
    """ "to 3.1 billion euros from 2.7 billion": the same measure at another time."""
    if last.unit is None or mention.unit is not None or last.share or mention.share:
        return False
    gap = text[max(last.end, last.unit.end) : mention.start]
    if mention.thing.first >= mention.last and not mention.thing.carried:
        return False
    return bool(_COMPARING.search(gap)) and len(gap) < 80


_COMPARING = re.compile(
    r"(?:\bfrom|\bcompared (?:with|to)|\bagainst|\bversus|\bup from|\bdown from|\brather than"
    r"|\bshort of(?= the )|\b(?:more|less|higher|lower) than(?= the ))"
    r"(?: (?:the|about|around|some|nearly|just|over|more than))* $"
)


def _in_matches(at: Setting, found: list[Mention]) -> bool:
    """ "23 goals in 38 games, seven of them": what comes next is of the goals."""
    m = found[-1]
    lead = at.parse.tokens[m.first - 1].lower if m.first > at.sentence.first else ""
    return len(found) > 1 and lead in {"in", "over", "from", "across"} and m.thing.head in _MATCHES


_MATCHES = frozenset("game match appearance start season outing test race round".split())


def _shares_hedge(text: str, last: Mention, mention: Mention) -> bool:
    """ "up to 70 per cent of homes in X, and 60 per cent in Y": what the second half leaves out.

    Only a share that names nothing of its own does so: of other pairs ("at least 16 boys and
    three men") the second is exact.
    """
    if not (last.modifier == "up to" and last.share and mention.share):
        return False
    bare = mention.modifier == "exact" and mention.thing.first < mention.last
    gap = text[last.end : mention.start]
    return bare and bool(re.fullmatch(r"[^.;:]{1,60},? and ", gap))


def _again_magnitude(text: str, last: Mention, mention: Mention) -> bool:
    """ "put it at 5.9, but the survey said it was 6.1"."""
    decimal = re.fullmatch(r"\d\.\d", text[mention.start : mention.end])
    bare = mention.unit is None and mention.thing.first < mention.last
    return bool(decimal and bare and last.unit is not None and last.unit.symbol == "M")


def _converted(text: str, last: Mention, mention: Mention) -> Mention:
    """ "58km (36 miles)": the same measure again, in another unit."""
    if last.unit is None or mention.unit is None or last.unit.symbol == mention.unit.symbol:
        return mention
    gap = text[max(last.end, last.unit.end) : min(mention.start, mention.unit.start)]
    if not re.fullmatch(r"\s?(?:\(|/|or )\s?(?:or |about |some |around )?", gap):
        return mention
    how = last.modifier if mention.modifier == "exact" else mention.modifier
    return replace(mention, thing=last.thing, modifier=how, first=last.first)


def _mention(at: Setting, number: Number, earlier: Earlier, more: bool) -> Mention | None:
    """The figure of one number, None where nothing is counted; `more` after others."""
    text, sentence = at.text, at.sentence
    unit = money_before(text, number.start) or _magnitude(text, number, at.span)
    unit = unit or unit_after(text, _past_of(text, number), at.span.end)
    begin = unit.start if unit and unit.end <= number.start else number.start
    finish = unit.end if unit and unit.start >= number.end else number.end
    first = max(sentence.first, bisect.bisect_right(at.starts, begin) - 1)
    last = bisect.bisect_left(at.starts, finish, lo=first)
    how = _modifier(text, at.span, begin, finish, number, unit)
    if unit is None and number.form != "fraction":
        thing = counted(at.parse, sentence, last, first, earlier, number)
        if thing.first < 0 and _REACHING.search(text[max(at.span.start, begin - 40) : begin]):
            reached = measured(at.parse, sentence, last, first, "", Earlier())
            thing = reached if reached.words and thing.head != "toll" else thing
        if thing.words is None and not thing.pronoun and thing.first < 0:
            thing = _level(at, number, first, last) or thing
        if thing.words is None and not thing.pronoun and not _can_be_no_label(number, text):
            return None
        one = text[number.start : number.end].lower() == "one"
        if one and only_points(at.parse, sentence, (first, last), thing, how == "exact", more):
            return None
    else:
        symbol = ("money" if unit.money else unit.symbol) if unit else "%"
        thing = measured(at.parse, sentence, last, first, symbol, earlier)
    end = unit.end if unit and unit.symbol == "%" else number.end
    return Mention(number, number.start, end, first, last, unit, how, thing)


# "cases have passed 36,000": the subject is what reached it.
_REACHING = re.compile(
    r"\b(?:have|has|had|may|could|will) (?:now |already )?(?:pass|reach|exceed|topp|surpass)ed $"
    r"|\b(?:reached|exceeded|topped|surpassed|totalled|numbered) $"
)
_LEVEL = re.compile(
    r"\b(?:is|was|are|were|stands?|stood|fell|f[ae]ll(?:s|en)?|r[io]se[sn]?|dropp?(?:ed|s)?|climb(?:ed|s)?"
    r"|grew|grown|r?each(?:ed|es)|jumped|up|down) (?:to|at)?\s?(?:about |around |nearly |over )?$"
)


def _level(at: Setting, number: Number, first: int, last: int) -> Thing | None:
    """ "the incidence is 35 per 100,000", "cases per 100,000 fell to 35": what has that level."""
    before, after = at.text[at.span.start : number.start], at.text[number.end : number.end + 12]
    per = re.match(r"\s(?:per|in every|for every)\s\d", after)
    if not per and not (_LEVEL.search(before[-40:]) and re.search(r"\bper \d[\d,]*\b", before)):
        return None
    return measured(at.parse, at.sentence, last, first, "", Earlier())


def _can_be_no_label(number: Number, text: str) -> bool:
    """ "take 3 million", "closed at 6,912": a figure, though the text names nothing counted."""
    if text[number.start] == ".":
        return True
    return (number.scaled and number.form != "vague") or bool(
        re.fullmatch(r"\d{1,3}(?:,\d{3})+", text[number.start : number.end])
    )


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
    m = re.match(r"\s+of\s+(?=(?:tonnes?|tons?|(?:square |cubic )?\w*met(?:er|re)s?|miles"
                 r"|hectares|acres"
                 r"|dollars|euros|pounds|rupees|lit(?:er|re)s|gallons|barrels|feet|kilos?\w*)\b)",
                 text[number.end : number.end + 30])  # fmt: skip
    if m and number.form == "vague":
        return number.end + m.end()
    part = _PART_OF_ONE.match(text, number.end) if number.form == "fraction" else None
    return part.end() if part else number.end


# "half a tonne", "a quarter of a mile": so much of one unit.
_PART_OF_ONE = re.compile(
    r"\s(?:of )?an? (?=(?:tonne|ton|mile|kilomet(?:er|re)|met(?:er|re)|hectare|acre|lit(?:er|re)"
    r"|gallon|kilo(?:gram(?:me)?)?|inch|foot|degree|percentage point|per ?cent)\b)"
)
_MAGNITUDE_BEFORE = re.compile(
    r"(?:magnitude|magnitudes|measur\w+|preliminary magnitude|strength|richter)(?:[\s-]+(?:of|at"
    r"|was|is"
    r"|a|an|put at|around|about|between|at least|more than|over|above))*[\s-]*(?:\d\.\d(?:,? "
    r"(?:and|or) ))?$",
    re.IGNORECASE,
)
_MAGNITUDE_AFTER = re.compile(
    r"(?:,? (?:and|or|to|followed by an?|and an?) \d\.\d)?[\s-]*(?:degrees?[\s-](?:earth)?quake"
    r"|magnitude|strength|on the (?:open-ended )?richter|mw\b"
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
    if decimal and re.search(r"\bM[wlbsL]?\s?$", before):
        return Unit("M", number.end, number.end)
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
