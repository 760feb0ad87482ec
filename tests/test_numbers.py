"""The number grammar, what is no figure, units, modifiers, person nouns and lemmas: tables."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemmata.model import Modifier
from stemmata.reading.english.exclusions import excluded
from stemmata.reading.english.lemmas import lemma
from stemmata.reading.english.modifiers import bounds, modifier
from stemmata.reading.english.numbers import numbers
from stemmata.reading.english.persons import names_people
from stemmata.reading.english.units import money_before, unit_after

NUMBERS = [
    ("nothing here", []),
    ("58", [("58", 58, 58)]),
    ("1,204", [("1,204", 1204, 1204)]),
    ("1,204,300.5", [("1,204,300.5", 1204300.5, 1204300.5)]),
    ("12,34,567", [("12,34,567", 1234567, 1234567)]),
    ("3\u2009000", [("3\u2009000", 3000, 3000)]),
    ("3'000", [("3'000", 3000, 3000)]),
    ("3.000.000", [("3.000.000", 3000000, 3000000)]),
    ("3 000 000 homes", [("3 000 000", 3000000, 3000000)]),
    ("12 300 people", [("12 300", 12300, 12300)]),
    ("page 5 300 times", [("5", 5, 5), ("300", 300, 300)]),
    ("2.14 lakh", [("2.14 lakh", 214000, 214000)]),
    ("1.5 crore", [("1.5 crore", 15e6, 15e6)]),
    ("1,200 crore", [("1,200 crore", 12e9, 12e9)]),
    ("18 thousand", [("18 thousand", 18000, 18000)]),
    ("$137-million", [("137-million", 137e6, 137e6)]),
    ("$5k", [("5k", 5000, 5000)]),
    ("£1.5 mn", [("1.5 mn", 1.5e6, 1.5e6)]),
    ("$21MM", [("21MM", 21e6, 21e6)]),
    ("a 9mm shell", [("9", 9, 9)]),
    ("the 100m in", [("100", 100, 100)]),
    ("1.1m phones", [("1.1m", 1.1e6, 1.1e6)]),
    ("2½ million", [("2½ million", 2.5e6, 2.5e6)]),
    ("¾ of it", [("¾", 0.75, 0.75)]),
    ("2/3 of it", [("2/3", 2 / 3, 2 / 3)]),
    ("twenty-one", [("twenty-one", 21, 21)]),
    ("two hundred and fifty", [("two hundred and fifty", 250, 250)]),
    ("two hundred and three hundred", [("two hundred", 200, 200), ("three hundred", 300, 300)]),
    ("a hundred and twenty", [("a hundred and twenty", 120, 120)]),
    ("three thousand five hundred", [("three thousand five hundred", 3500, 3500)]),
    ("twelve hundred", [("twelve hundred", 1200, 1200)]),
    ("one million two hundred thousand", [("one million two hundred thousand", 1.2e6, 1.2e6)]),
    ("a dozen", [("a dozen", 12, 12)]),
    ("half a dozen", [("half a dozen", 6, 6)]),
    ("half a million", [("half a million", 5e5, 5e5)]),
    ("a quarter of a million", [("a quarter of a million", 2.5e5, 2.5e5)]),
    ("three quarters of a million", [("three quarters of a million", 7.5e5, 7.5e5)]),
    ("one and a half million", [("one and a half million", 1.5e6, 1.5e6)]),
    ("a million and a half", [("a million and a half", 1.5e6, 1.5e6)]),
    ("three and a half", [("three and a half", 3.5, 3.5)]),
    ("two-thirds", [("two-thirds", 2 / 3, 2 / 3)]),
    ("a third of them", [("a third", 1 / 3, 1 / 3)]),
    ("a third man", []),
    ("a quarter-final", []),
    ("a half-smile", []),
    ("one in three", [("one in three", 1 / 3, 1 / 3)]),
    ("two out of every five", [("two out of every five", 0.4, 0.4)]),
    ("one in four days", [("one", 1, 1), ("four", 4, 4)]),
    ("dozens", [("dozens", 24, None)]),
    ("tens of thousands", [("tens of thousands", 20000, None)]),
    ("hundreds of thousands", [("hundreds of thousands", 200000, None)]),
    ("several hundred", [("several hundred", 200, None)]),
    ("a few thousand", [("a few thousand", 2000, None)]),
    ("a couple of dozen", [("a couple of dozen", 24, None)]),
    ("a few men", []),
    ("10-12", [("10-12", 10, 12)]),
    ("10 to 12 million", [("10 to 12 million", 10e6, 12e6)]),
    ("two to three hundred", [("two to three hundred", 200, 300)]),
    ("$140 million to $150 million", [("140 million to $150 million", 140e6, 150e6)]),
    ("40-50,000", [("40-50,000", 40000, 50000)]),
    ("between 40 and 50", [("40 and 50", 40, 50)]),
    ("40 and 50", [("40", 40, 40), ("50", 50, 50)]),
    ("fell from 40 to 50", [("40", 40, 40), ("50", 50, 50)]),
    ("from 40 to 50", [("40 to 50", 40, 50)]),
    ("rose $2 to $71", [("2", 2, 2), ("71", 71, 71)]),
    ("rose 2 to 3 percent", [("2 to 3", 2, 3)]),
    ("up 14 percent to 20 million", [("14", 14, 14), ("20 million", 20e6, 20e6)]),
    ("50 to 40", [("50", 50, 50), ("40", 40, 40)]),
    ("with14,593 homes", [("14,593", 14593, 14593)]),
    ("page14 homes", []),
    ("58people", [("58", 58, 58)]),
    ("covid19", []),
    ("B12", []),
    ("M5.9", [("5.9", 5.9, 5.9)]),
    ("batted .919", [(".919", 0.919, 0.919)]),
    ("a career. 290 hitter", [(". 290", 0.29, 0.29)]),
    ("He left. 290 men came", [("290", 290, 290)]),
    ("some 1 200 staff", [("1 200", 1200, 1200)]),
    ("room 1 200 staff", [("1", 1, 1), ("200", 200, 200)]),
    ("v1.2.3", []),
    ("x_12", []),
    ("1234567890123456789012", []),
]


@pytest.mark.parametrize(("text", "expected"), NUMBERS, ids=[t for t, _ in NUMBERS])
def test_numbers(text: str, expected: list[tuple[str, float, float | None]]) -> None:
    found = [(text[n.start : n.end], n.low, n.high) for n in numbers(text)]
    assert [f[0] for f in found] == [e[0] for e in expected]
    for (_, low, high), (_, wanted_low, wanted_high) in zip(found, expected, strict=True):
        assert low == pytest.approx(wanted_low)
        assert high == (None if wanted_high is None else pytest.approx(wanted_high))


REASONS = [
    ("He came on 4 May.", "4", "date"),
    ("He came on May 4.", "4", "date"),
    ("Some 4 may have left.", "4", None),
    ("It began at 5:30.", "5", "time"),
    ("It began at 5 p.m.", "5", "time"),
    ("It lasted 45 minutes.", "45", "duration"),
    ("It lasted half an hour.", "half", "duration"),
    ("She is 34 years old.", "34", "age"),
    ("Ana Brook, 34, fled.", "34", "age"),
    ("The suspects, 19 and 22, fled.", "22", "age"),
    ("In Lisbon, 34, including two boys, fled.", "34", None),
    ("The twenty-first bus came.", "twenty", "ordinal"),
    ("It fell in 1962.", "1962", "year"),
    ("Some 1962 people fled.", "1962", None),
    ("It fell in 300 BC.", "300", "year"),
    ("Rovers won 3-1.", "3", "score"),
    ("Route 9 was shut.", "9", "label"),
    ("Type 2 patients came.", "2", "label"),
    ("In the camp 300 families slept.", "300", None),
    ("He lives at 12 Elm Street.", "12", "address"),
    ("He has no 12 of spades.", "12", "label"),
    ("One of the men fell.", "One", "pronoun"),
    ("There were 0 deaths.", "0", "zero"),
    ("It is 35 per 100,000 people.", "100,000", "denominator"),
    ("It is 35 per 100,000 people.", "35", None),
    ("They met the Seven Sisters group again.", "Seven", "name"),
    ("See https://example.org/12 now.", "12", "address"),
    ("It was a two-way street.", "two", "label"),
    ("Some 12 men fled.", "12", None),
    ("More than 40 of them fled.", "40", None),
]


@pytest.mark.parametrize(
    ("text", "words", "reason"), REASONS, ids=[f"{t} {w}" for t, w, _ in REASONS]
)
def test_excluded(text: str, words: str, reason: str | None) -> None:
    number = next(n for n in numbers(text) if text[n.start : n.end] == words)
    assert excluded(text, number, 0, len(text)) == reason


AFTER = [
    (" km", "km"),
    ("km", "km"),
    (" kilometres away", "km"),
    ("-kilometre road", "km"),
    (" square kilometres", "km2"),
    (" sq km", "km2"),
    (" sq. km", "km2"),
    (" km²", "km2"),
    ("km2", "km2"),
    (" cubic metres", "m3"),
    (" m³", "m3"),
    (" metric tons", "t"),
    (" tonnes", "t"),
    (" nautical miles", "nmi"),
    (" pounds of rice", "lb"),
    (" pounds", "GBP"),
    (" pounds (91 kg)", "lb"),
    (" dollars", "USD"),
    (" Canadian dollars", "CAD"),
    (" cents", "cent"),
    (" percent", "%"),
    (" per cent", "%"),
    ("%", "%"),
    (" percentage points", "%"),
    (" degrees Celsius", "°C"),
    ("°C", "°C"),
    ("C at night", "°C"),
    (" degrees", "°"),
    (" km/h", "km/h"),
    (" miles per hour", "mph"),
    (" people", None),
    (" inches", "in"),
    (" in May", None),
    (" won the race", None),
    (" metric", None),
    ("m.", "m"),
    (" a day", None),
    ("", None),
]


@pytest.mark.parametrize(("words", "symbol"), AFTER)
def test_unit_after(words: str, symbol: str | None) -> None:
    text = f"some 58{words}"
    found = unit_after(text, 7, len(text))
    assert (found.symbol if found else None) == symbol


BEFORE = [
    ("$", "USD"),
    ("US$", "USD"),
    ("A$", "AUD"),
    ("C$", "CAD"),
    ("NZ$", "NZD"),
    ("HK$", "HKD"),
    ("S$", "SGD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("¥", "JPY"),
    ("₹", "INR"),
    ("₦", "NGN"),
    ("₩", "KRW"),
    ("Rs ", "INR"),
    ("Rs. ", "INR"),
    ("Rp ", "IDR"),
    ("USD ", "USD"),
    ("EUR ", "EUR"),
    ("CHF ", "CHF"),
    ("at ", None),
    ("", None),
]


@pytest.mark.parametrize(("words", "code"), BEFORE)
def test_money_before(words: str, code: str | None) -> None:
    text = f"cost {words}58"
    found = money_before(text, len(text) - 2)
    assert (found.symbol if found else None) == code


HOW = [
    ("at least", "", "at least"),
    ("At the very least", "", "at least"),
    ("no fewer than", "", "at least"),
    ("at least another", "", "at least"),
    ("more than", "", "more than"),
    ("over", "", "more than"),
    ("has climbed past", "", "more than"),
    ("passed the", "", "more than"),
    (">", "", "more than"),
    ("≥", "", "at least"),
    ("up to", "", "up to"),
    ("as high as", "", "up to"),
    ("not more than", "", "up to"),
    ("fewer than", "", "less than"),
    ("under", "", "less than"),
    ("<", "", "less than"),
    ("about", "", "about"),
    ("some", "", "about"),
    ("~", "", "about"),
    ("an estimated", "", "about"),
    ("approx.", "", "about"),
    ("perhaps", "", "about"),
    ("nearly", "", "nearly"),
    ("just under", "", "nearly"),
    ("close to", "", "nearly"),
    ("as many as", "", "exact"),
    ("a total of", "", "exact"),
    ("only", "", "exact"),
    ("", "", "exact"),
    ("discover", "", "exact"),
    ("", " or more", "at least"),
    ("", " people or more", "at least"),
    ("", "+ staff", "at least"),
    ("", "-plus", "at least"),
    ("", "-odd", "about"),
    ("", " or so", "about"),
    ("", " or fewer", "up to"),
    ("", " people at least.", "at least"),
    ("", " people at least 10", "exact"),
]


@pytest.mark.parametrize(("before", "after", "how"), HOW)
def test_modifier(before: str, after: str, how: Modifier) -> None:
    assert modifier(f"They saw {before} " if before else "They saw ", after) == how


@pytest.mark.parametrize(
    ("how", "low", "high"),
    [
        ("exact", 5.0, 5.0), ("about", 5.0, 5.0), ("nearly", 5.0, 5.0), ("between", 5.0, 5.0),
        ("at least", 5.0, None), ("more than", 5.0, None), ("up to", None, 5.0),
        ("less than", None, 5.0),
    ],
)  # fmt: skip
def test_bounds(how: Modifier, low: float | None, high: float | None) -> None:
    assert bounds(how, 5.0, 5.0) == (low, high)


PEOPLE = """
people person woman child nurse teacher firefighter aid-worker pensioner voter goalkeeper
plumber asylum-seeker evacuee trainee inspector gunman policewoman cyclist physician engineer
survivor tenant migrant bride archbishop astronaut lithuanian bengali newlywed amateur celebrity
spokesperson churchgoer shipbuilder roommate casualty fatality victim body idp mp jobseeker
centenarian
"""
THINGS = """
family household house vehicle tanker helicopter container tent trawler excavator shelter
counter barrel computer restaurant plant grant elephant committee degree factor tractor
transformer member-state quarter theatre newspaper reservoir carrier seabird sewer freighter
aquifer mosque arrest protest case poll pole canary chicken event
"""


@pytest.mark.parametrize("word", PEOPLE.split())
def test_names_people(word: str) -> None:
    assert names_people(word)


@pytest.mark.parametrize("word", THINGS.split())
def test_names_things(word: str) -> None:
    assert not names_people(word)


LEMMAS = [
    ("killed", "VBN", "kill"),
    ("killing", "VBG", "kill"),
    ("died", "VBD", "die"),
    ("dying", "VBG", "die"),
    ("shot", "VBN", "shoot"),
    ("left", "VBD", "leave"),
    ("fled", "VBD", "flee"),
    ("hurt", "VBN", "hurt"),
    ("evacuated", "VBN", "evacuate"),
    ("displaced", "VBN", "displace"),
    ("damaged", "VBN", "damage"),
    ("destroyed", "VBN", "destroy"),
    ("injured", "VBN", "injure"),
    ("detained", "VBN", "detain"),
    ("returned", "VBD", "return"),
    ("delivered", "VBN", "deliver"),
    ("shipped", "VBN", "ship"),
    ("planned", "VBN", "plan"),
    ("lent", "VBD", "lend"),
    ("sold", "VBN", "sell"),
    ("paid", "VBD", "pay"),
    ("rallied", "VBD", "rally"),
    ("marched", "VBD", "march"),
    ("seized", "VBD", "seize"),
    ("freed", "VBN", "free"),
    ("agreed", "VBD", "agree"),
    ("sank", "VBD", "sink"),
    ("struck", "VBD", "strike"),
    ("swept", "VBD", "sweep"),
    ("burnt", "VBN", "burn"),
    ("drowned", "VBN", "drown"),
    ("robbed", "VBN", "rob"),
    ("infected", "VBN", "infect"),
    ("vaccinated", "VBN", "vaccinate"),
    ("jailed", "VBN", "jail"),
    ("buried", "VBN", "bury"),
    ("flies", "VBZ", "fly"),
    ("collapsed", "VBD", "collapse"),
    ("cancelled", "VBN", "cancel"),
    ("quarantined", "VBN", "quarantine"),
    ("cut", "VBD", "cut"),
    ("rose", "VBD", "rise"),
    ("fell", "VBD", "fall"),
    ("hit", "VBD", "hit"),
    ("families", "NNS", "family"),
    ("children", "NNS", "child"),
    ("buses", "NNS", "bus"),
    ("houses", "NNS", "house"),
    ("churches", "NNS", "church"),
    ("knives", "NNS", "knife"),
    ("gunmen", "NNS", "gunman"),
    ("crises", "NNS", "crisis"),
    ("casualties", "NNS", "casualty"),
    ("bases", "NNS", "base"),
    ("heroes", "NNS", "hero"),
    ("prizes", "NNS", "prize"),
    ("women", "NNS", "woman"),
    ("news", "NN", "news"),
    ("species", "NNS", "species"),
    ("series", "NN", "series"),
    ("aircraft", "NNS", "aircraft"),
    ("boxes", "NNS", "box"),
    ("nurses", "NNS", "nurse"),
    ("vehicles", "NNS", "vehicle"),
    ("troops", "NNS", "troop"),
    ("sheep", "NNS", "sheep"),
    ("ambulances", "NNS", "ambulance"),
    ("cartridges", "NNS", "cartridge"),
    ("axes", "NNS", "axe"),
    ("firewomen", "NNS", "firewoman"),
]


@pytest.mark.parametrize(("form", "tag", "expected"), LEMMAS)
def test_lemma(form: str, tag: str, expected: str) -> None:
    assert lemma(form, tag) == expected


@given(st.text())
def test_any_text_gives_numbers_in_order(text: str) -> None:
    at = 0
    for number in numbers(text):
        assert at <= number.start < number.end <= len(text)
        at = number.end
        assert excluded(text, number, 0, len(text)) in {None, *(r for _, _, r in REASONS), "run"}


ALPHABET = "0123456789,.$%-/' \u2009½abkmMe"


@given(st.text(st.sampled_from(ALPHABET), max_size=40))
def test_any_digits_and_signs_give_numbers_in_order(text: str) -> None:
    at = 0
    for number in numbers(text):
        assert at <= number.start < number.end <= len(text)
        assert number.low is None or number.high is None or number.low <= number.high
        at = number.end


@given(st.integers(1, 10**12), st.sampled_from(["", ",", "\u2009", "\u202f", "\u00a0", "'"]))
def test_grouping_leaves_the_value(value: int, sign: str) -> None:
    text = f"about {value:,} people".replace(",", sign)
    (found,) = numbers(text)
    assert (found.low, found.high) == (value, value)
    assert text[found.start : found.end] == f"{value:,}".replace(",", sign)


ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def spelled(value: int) -> str:
    """`value` in English words, below a thousand million."""
    ones, tens = ONES.split(), TENS.split()
    if value < 20:
        return ones[value]
    if value < 100:
        rest = value % 10
        return tens[value // 10 - 2] + (f"-{ones[rest]}" if rest else "")
    for scale, name in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if value >= scale:
            rest = value % scale
            joint = " and " if 0 < rest < 100 and scale == 100 else " "
            return f"{spelled(value // scale)} {name}" + (joint + spelled(rest) if rest else "")
    raise AssertionError(value)


@given(st.integers(1, 999_999_999))
def test_spelled_numbers_give_their_value(value: int) -> None:
    text = f"It counted {spelled(value)} homes."
    (found,) = numbers(text)
    assert (found.low, text[found.start : found.end]) == (value, spelled(value))


@given(
    st.floats(0.1, 999, allow_nan=False), st.sampled_from(["thousand", "million", "lakh", "crore"])
)
def test_scales_multiply(value: float, scale: str) -> None:
    factor = {"thousand": 1e3, "million": 1e6, "lakh": 1e5, "crore": 1e7}[scale]
    digits = re.sub(r"\.0$", "", f"{value:.1f}")
    (found,) = numbers(f"some {digits} {scale} homes")
    assert found.low == pytest.approx(float(digits) * factor)
