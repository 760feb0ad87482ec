"""Which reports can speak of one matter: those that share names.

A report's topic is the handful of names that it uses most. Two reports that
share two of them can speak of one matter. It is a gate, no grouping of events:
it keeps "officials" of one earthquake apart from those of another, and a number
in one story from the same number in a story about something else.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping

from stemmata.model import Reading
from stemmata.tracing.nations import nations, plain, singular, word_set
from stemmata.tracing.organisations import ORGANISATION_NOUNS
from stemmata.tracing.roles import ROLE_NOUNS

# How many names make a topic and how many must be shared. Set on eleven small corpora,
# mixed: 243 of 286 pairs within a matter meet, and 93 of 3,455 across, nearly all of these
# between matters of one war.
TOPIC_NAMES = 10
SHARED_NAMES = 2
# So many reports that share a pair of names with one are asked: the work stays near linear.
_ASKED = 20
_MENU = re.compile(r"\s[|»›]\s|\s>\s")
NO_TOPIC = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december the he she it they we you i mr mrs ms "
    "in on at but and as if this that there these his her an a for from after more gmt general "
    "president minister news reuters afp ap said no not one two three four five six seven eight "
    "nine "
    "ten dozen score hundred thousand million another around about also all some many anyone "
    "authority deputy investigator detective witness resident survivor expert analyst county "
    "state city town patrol new up after over home page edition print email font share tweet"
)
# "The Sheriff's Office" is in every report of its kind: offices and bodies are no topic.
_NO_NAME = NO_TOPIC | ORGANISATION_NOUNS | ROLE_NOUNS


def topic(reading: Reading) -> frozenset[str]:
    """The names a report uses most, folded; countries under their ISO code."""
    report = reading.report
    kept = [s for s in report.segments if s.kind in {"title", "subhead", "body", "dateline"}]
    return _topic("\n".join(_told(report.text[s.start : s.end]) for s in kept) or report.text)


def _told(text: str) -> str:
    """A segment without lines that are a page's menu: bars between names."""
    return "\n".join(line for line in text.split("\n") if not _MENU.search(line))


@functools.lru_cache(maxsize=16_384)
def _topic(text: str) -> frozenset[str]:
    small = set(re.findall(r"\b[a-z]+\b", text))
    counts: Counter[str] = Counter()
    for written in re.findall(r"\b[A-Z][\w’'-]*", text):
        word = singular(re.sub(r"['’]s?$", "", plain(written)))
        if len(word) > 1 and word not in _NO_NAME and word not in small:
            counts[nations().get(word, word)] += 1
    # Of names used as often the first counts: a report names early what it is about.
    ranked = sorted(counts, key=lambda word: -counts[word])
    return frozenset(ranked[:TOPIC_NAMES])


def same_matter(a: frozenset[str], b: frozenset[str]) -> bool:
    """True where two topics share enough names to be one matter's."""
    return len(a & b) >= SHARED_NAMES


def matter_keys(names: frozenset[str]) -> Iterator[tuple[str, ...]]:
    """Keys such that two reports of one matter share at least one: a topic's pairs of names."""
    return itertools.combinations(sorted(names), SHARED_NAMES)


def on_one_matter(topics: Mapping[str, frozenset[str]]) -> Callable[[str], set[str]]:
    """A function of a report's id: the reports that can speak of its matter, itself among them.

    `topics` are those of all reports. At most `_ASKED` reports are given for each pair of names.
    """
    of_pair: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for report in sorted(topics):
        for pair in matter_keys(topics[report]):
            of_pair[pair].append(report)

    def near(report: str) -> set[str]:
        return {r for pair in matter_keys(topics[report]) for r in of_pair[pair][:_ASKED]}

    return near
