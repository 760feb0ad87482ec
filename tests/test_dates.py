"""The dates that a period's words name, seen from a report of Sunday, 11 December 2016."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemmata.reading.english.dates import When, resolve

PUBLISHED = date(2016, 12, 11)
"""A Sunday."""

# words | start | end | as of | precision; "-" is None
RELATIVE = """
on Friday | 2016-12-09 | 2016-12-09 | - | day
On Friday | 2016-12-09 | 2016-12-09 | - | day
on Sunday | 2016-12-11 | 2016-12-11 | - | day
Sunday | 2016-12-11 | 2016-12-11 | - | day
last Sunday | 2016-12-04 | 2016-12-04 | - | day
next Friday | 2016-12-16 | 2016-12-16 | - | day
this Friday | 2016-12-09 | 2016-12-09 | - | day
earlier on Friday | 2016-12-09 | 2016-12-09 | - | day
early on Tuesday | 2016-12-06 | 2016-12-06 | - | day
late Thursday evening | 2016-12-08 | 2016-12-08 | - | day
Wed. | 2016-12-07 | 2016-12-07 | - | day
on Tuesday at 5:30 p.m. local time | 2016-12-06 | 2016-12-06 | - | day
on Friday's first day | 2016-12-09 | 2016-12-09 | - | day
yesterday | 2016-12-10 | 2016-12-10 | - | day
today | 2016-12-11 | 2016-12-11 | - | day
this morning | 2016-12-11 | 2016-12-11 | - | day
tomorrow | 2016-12-12 | 2016-12-12 | - | day
the day before yesterday | 2016-12-09 | 2016-12-09 | - | day
overnight | 2016-12-10 | 2016-12-11 | - | day
last night | 2016-12-10 | 2016-12-11 | - | day
overnight into Saturday | 2016-12-09 | 2016-12-10 | - | day
overnight on Friday | 2016-12-09 | 2016-12-09 | - | day
in the past 24 hours | 2016-12-10 | 2016-12-11 | - | day
Over the past four days | 2016-12-07 | 2016-12-11 | - | day
over the last 48 hours alone | 2016-12-09 | 2016-12-11 | - | day
in Past 72 Hours | 2016-12-08 | 2016-12-11 | - | day
in the past day | 2016-12-10 | 2016-12-11 | - | day
in the past week | 2016-12-04 | 2016-12-11 | - | week
over the last two weeks | 2016-11-27 | 2016-12-11 | - | week
in the past three months | 2016-09-11 | 2016-12-11 | - | month
over the past year | 2015-12-11 | 2016-12-11 | - | year
for the past five years | 2011-12-11 | 2016-12-11 | - | year
in the last decade | 2006-12-11 | 2016-12-11 | - | year
over the past few days | - | 2016-12-11 | - | day
in recent days | - | 2016-12-11 | - | day
in recent months | - | 2016-12-11 | - | month
recently | - | 2016-12-11 | - | month
over the next three days | 2016-12-11 | 2016-12-14 | - | day
since October | 2016-10-01 | 2016-12-11 | 2016-12-11 | month
since Friday | 2016-12-09 | 2016-12-11 | 2016-12-11 | day
since 2011 | 2011-01-01 | 2016-12-11 | 2016-12-11 | year
since the rising began in March 2011 | 2011-03-01 | 2016-12-11 | 2016-12-11 | month
since the start of the year | 2016-01-01 | 2016-12-11 | 2016-12-11 | month
since last week | 2016-11-28 | 2016-12-11 | 2016-12-11 | week
since a 9.1 tremor in 2004 | 2004-01-01 | 2016-12-11 | 2016-12-11 | year
since two weeks ago | 2016-11-21 | 2016-12-11 | 2016-12-11 | week
since the siege began | - | 2016-12-11 | 2016-12-11 | day
in February | 2016-02-01 | 2016-02-29 | - | month
in December | 2016-12-01 | 2016-12-11 | - | month
last December | 2015-12-01 | 2015-12-31 | - | month
in March last year | 2015-03-01 | 2015-03-31 | - | month
in March this year | 2016-03-01 | 2016-03-31 | - | month
late last month | 2016-11-21 | 2016-11-30 | - | week
this week | 2016-12-05 | 2016-12-11 | - | week
last week | 2016-11-28 | 2016-12-04 | - | week
earlier this week | 2016-12-05 | 2016-12-11 | - | week
last month | 2016-11-01 | 2016-11-30 | - | month
this year | 2016-01-01 | 2016-12-11 | - | year
last year | 2015-01-01 | 2015-12-31 | - | year
next year | 2017-01-01 | 2017-12-31 | - | year
early last year | 2015-01-01 | 2015-04-30 | - | month
during the final months of the siege last year | 2015-01-01 | 2015-12-31 | - | year
so far | - | 2016-12-11 | 2016-12-11 | day
to date | - | 2016-12-11 | 2016-12-11 | day
so far this year | 2016-01-01 | 2016-12-11 | 2016-12-11 | year
now | - | - | 2016-12-11 | day
For the time being | - | - | 2016-12-11 | day
by 9 December | - | 2016-12-09 | 2016-12-09 | day
as of Friday | - | 2016-12-09 | 2016-12-09 | day
Up to the midday Monday | - | 2016-12-05 | 2016-12-05 | day
until Monday | - | 2016-12-05 | 2016-12-05 | day
by the end of the year | - | 2016-12-31 | 2016-12-31 | month
before Friday | - | 2016-12-08 | 2016-12-08 | day
after 4 December | 2016-12-04 | 2016-12-11 | - | day
on 4 January | 2016-01-04 | 2016-01-04 | - | day
Jan. 4 | 2016-01-04 | 2016-01-04 | - | day
on 15 December | 2016-12-15 | 2016-12-15 | - | day
on 29 February | 2016-02-29 | 2016-02-29 | - | day
between 3 and 7 May | 2016-05-03 | 2016-05-07 | - | day
May 3-7 | 2016-05-03 | 2016-05-07 | - | day
from 28 November to 3 December | 2016-11-28 | 2016-12-03 | - | day
between Monday and Friday | 2016-12-05 | 2016-12-09 | - | day
on Tuesday or Wednesday | 2016-12-06 | 2016-12-07 | - | day
Friday, Dec. 9, at 4 p.m. | 2016-12-09 | 2016-12-09 | - | day
on Friday and Saturday | 2016-12-09 | 2016-12-10 | - | day
from November to February | 2015-11-01 | 2016-02-29 | - | month
at the weekend | 2016-12-10 | 2016-12-11 | - | day
over the weekend | 2016-12-10 | 2016-12-11 | - | day
last weekend | 2016-12-03 | 2016-12-04 | - | day
41 years ago | 1975-01-01 | 1975-12-31 | - | year
two months ago | 2016-10-01 | 2016-10-31 | - | month
three days ago | 2016-12-08 | 2016-12-08 | - | day
a week ago | 2016-11-28 | 2016-12-04 | - | week
six hours ago | 2016-12-10 | 2016-12-11 | - | day
in the 24 hours to Friday | 2016-12-08 | 2016-12-09 | - | day
two days after 4 December | 2016-12-06 | 2016-12-06 | - | day
in the third quarter | 2016-07-01 | 2016-09-30 | - | month
last quarter | 2016-07-01 | 2016-09-30 | - | month
at 7:48 a.m. | 2016-12-10 | 2016-12-11 | - | day
in the evening | 2016-12-10 | 2016-12-11 | - | day
"""

# Told in full: the same whether the day of publication is known or not.
ABSOLUTE = """
in December 2003 | 2003-12-01 | 2003-12-31 | - | month
in 1967 | 1967-01-01 | 1967-12-31 | - | year
July 2011 | 2011-07-01 | 2011-07-31 | - | month
August 21 2013 | 2013-08-21 | 2013-08-21 | - | day
Oct. 10, 2002 | 2002-10-10 | 2002-10-10 | - | day
on the 3rd of May 2014 | 2014-05-03 | 2014-05-03 | - | day
on Friday, 9 December 2016 | 2016-12-09 | 2016-12-09 | - | day
2016-12-09 | 2016-12-09 | 2016-12-09 | - | day
on 23/11/2016 | 2016-11-23 | 2016-11-23 | - | day
at 4:43 a.m. on 4 January 2009 | 2009-01-04 | 2009-01-04 | - | day
in 2014 and 2015 | 2014-01-01 | 2015-12-31 | - | year
in 2014-2015 | 2014-01-01 | 2015-12-31 | - | year
in 2014–15 | 2014-01-01 | 2015-12-31 | - | year
between 3 and 7 May 2012 | 2012-05-03 | 2012-05-07 | - | day
from 28 December to 3 January 2015 | 2014-12-28 | 2015-01-03 | - | day
from March 2015 to May | 2015-03-01 | 2015-05-31 | - | month
between March 2011 and June 2013 | 2011-03-01 | 2013-06-30 | - | month
in early December 2016 | 2016-12-01 | 2016-12-10 | - | week
in mid-2015 | 2015-05-01 | 2015-08-31 | - | month
at the end of March 2015 | 2015-03-21 | 2015-03-31 | - | week
in the first week of May 2015 | 2015-05-01 | 2015-05-07 | - | week
in the second half of 2015 | 2015-07-01 | 2015-12-31 | - | month
in the first quarter of 2015 | 2015-01-01 | 2015-03-31 | - | month
Q3 2015 | 2015-07-01 | 2015-09-30 | - | month
in the 1990s | 1990-01-01 | 1999-12-31 | - | year
in the summer of 2015 | 2015-01-01 | 2015-12-31 | - | year
by 4 May 2015 | - | 2015-05-04 | 2015-05-04 | day
before 2011 | - | 2010-12-31 | 2010-12-31 | year
in the year to March 2016 | 2015-04-01 | 2016-03-31 | - | year
in the week ending 9 December 2016 | 2016-12-02 | 2016-12-09 | - | week
three days before 9 December 2016 | 2016-12-06 | 2016-12-06 | - | day
"""

UNKNOWN = [
    ("daily", "rate"),
    ("every day", "rate"),
    ("per year", "rate"),
    ("on a daily basis", "rate"),
    ("every Friday", "rate"),
    ("on Fridays", "every week"),
    ("during the operation", "event"),
    ("during a three-day operation", "event"),
    ("eight-year", "event"),
    ("over six seasons", "event"),
    ("in the first 24 hours", "event"),
    ("within a week", "event"),
    ("in the aftermath of the flood", "event"),
    ("two weeks earlier", "elsewhere"),
    ("a day after the flood", "elsewhere"),
    ("the same day", "elsewhere"),
    ("the next day", "elsewhere"),
    ("at the time", "elsewhere"),
    ("last summer", "season"),
    ("on 9/12/2016", "cannot be told apart"),
    ("on 31 April 2015", "no day 31"),
]

LEANING = [
    "on Friday", "yesterday", "in the past 24 hours", "since October", "in February", "this week",
    "41 years ago", "so far", "now", "by 9 December", "at the weekend", "overnight",
    "between 3 and 7 May", "in recent days", "at 7:48 a.m.", "since the siege began", "last year",
    "the third quarter", "until Monday",
]  # fmt: skip


def rows(table: str) -> list[tuple[str, When]]:
    found = []
    for line in table.strip().splitlines():
        words, start, end, as_of, precision = (cell.strip() for cell in line.split("|"))
        days = [None if day == "-" else date.fromisoformat(day) for day in (start, end, as_of)]
        found.append((words, When(*days, precision, "")))  # type: ignore[arg-type]
    return found


def dates(when: When) -> tuple[object, ...]:
    return when.start, when.end, when.as_of, when.precision


@pytest.mark.parametrize(("words", "expected"), rows(RELATIVE))
def test_words_that_lean_on_publication(words: str, expected: When) -> None:
    assert dates(resolve(words, PUBLISHED)) == dates(expected)


@pytest.mark.parametrize(("words", "expected"), rows(ABSOLUTE))
@pytest.mark.parametrize("published", [None, PUBLISHED])
def test_words_that_say_it_all(words: str, expected: When, published: date | None) -> None:
    assert dates(resolve(words, published)) == dates(expected)


@pytest.mark.parametrize(("words", "why"), UNKNOWN)
def test_words_that_name_no_date(words: str, why: str) -> None:
    when = resolve(words, PUBLISHED)
    assert dates(when) == (None, None, None, "unknown")
    assert why in when.reason
    assert words in when.reason


@pytest.mark.parametrize("words", LEANING)
def test_without_a_day_of_publication_they_are_unknown(words: str) -> None:
    when = resolve(words, None)
    assert dates(when) == (None, None, None, "unknown")
    assert "publication" in when.reason and "not known" in when.reason


def test_since_a_year_begins_though_publication_is_unknown() -> None:
    assert dates(resolve("since 2011", None)) == (date(2011, 1, 1), None, None, "year")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("on Friday", "'on Friday' is the Friday before 2016-12-11: 2016-12-09"),
        ("yesterday", "'yesterday' is the day before 2016-12-11: 2016-12-10"),
        (
            "in the past 24 hours",
            "'in the past 24 hours' is the 24 hours up to 2016-12-11: 2016-12-10 to 2016-12-11",
        ),
        ("now", "'now' is the day of publication: as of 2016-12-11"),
        ("daily", "'daily': a rate or habit, which names no date"),
    ],
)
def test_reasons(words: str, reason: str) -> None:
    assert resolve(words, PUBLISHED).reason == reason


@pytest.mark.parametrize(
    ("period", "measure", "expected"),
    [
        ("on Friday", "stock", (None, None, date(2016, 12, 9), "day")),
        ("on Friday", "flow", (date(2016, 12, 9), date(2016, 12, 9), None, "day")),
        ("in 2014", "stock", (None, None, date(2014, 12, 31), "year")),
        (None, "stock", (None, None, PUBLISHED, "day")),
        (None, "running total", (None, None, PUBLISHED, "day")),
        (None, "flow", (None, None, None, "unknown")),
        (" ", "", (None, None, None, "unknown")),
    ],
)
def test_a_stock_holds_as_of_a_day(
    period: str | None, measure: str, expected: tuple[object, ...]
) -> None:
    assert dates(resolve(period, PUBLISHED, measure=measure)) == expected


def test_a_weekend_to_come_or_gone_stays_open() -> None:
    assert resolve("this weekend", date(2016, 12, 7)).precision == "unknown"
    assert resolve("this weekend", PUBLISHED).start == date(2016, 12, 10)


_DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2089, 12, 31))


@given(period=st.text(max_size=60), published=st.none() | _DAYS)
def test_any_words_give_an_answer_in_order(period: str, published: date | None) -> None:
    when = resolve(period, published)
    if when.start and when.end:
        assert when.start <= when.end
    if when.precision == "unknown":
        assert when.start is when.end is when.as_of is None
    assert when.reason


@given(published=_DAYS, words=st.sampled_from([w for w, _ in rows(RELATIVE)]))
def test_every_relative_phrase_resolves_on_every_day(published: date, words: str) -> None:
    when = resolve(words, published)
    assert when.precision != "unknown"
    if when.start and when.end:
        assert when.start <= when.end


@given(published=_DAYS, name=st.sampled_from(["Monday", "Friday", "Saturday", "Sunday"]))
def test_a_weekday_is_the_nearest_at_or_before(published: date, name: str) -> None:
    found = resolve(f"on {name}", published).start
    assert found is not None
    assert found.strftime("%A") == name
    assert timedelta(0) <= published - found < timedelta(days=7)


@given(day=_DAYS, published=st.none() | _DAYS)
def test_a_full_date_is_that_day(day: date, published: date | None) -> None:
    words = f"on {day.day} {day:%B} {day.year}"
    assert dates(resolve(words, published)) == (day, day, None, "day")
