"""Classes of actions and of people: what the words say, and what they do not."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemmata.reading.english.ontology import (
    ACTIONS,
    PEOPLE,
    action_class,
    action_verbs,
    people_class,
)

ACTION_CASES = [
    ("kill", "killed"), ("die", "killed"), ("drown", "killed"), ("slay", "killed"),
    ("injure", "injured"), ("wound", "injured"), ("hurt", "injured"),
    ("miss", "missing"), ("vanish", "missing"),
    ("displace", "displaced"), ("flee", "displaced"),
    ("evacuate", "evacuated"), ("airlift", "evacuated"), ("relocate", "relocated"),
    ("return", "returned"), ("go back", "returned"), ("leave", "left"), ("arrive", "arrived"),
    ("detain", "detained"), ("arrest", "arrested"), ("abduct", "abducted"),
    ("kidnap", "abducted"), ("release", "released"), ("grant amnesty", "released"),
    ("surrender", "surrendered"), ("rescue", "rescued"), ("strand", "trapped"),
    ("affect", "affected"), ("need", "in need"), ("damage", "damaged"), ("destroy", "destroyed"),
    ("burn down", "destroyed"), ("deliver", "delivered"), ("hand out", "delivered"),
    ("ship", "transported"), ("control", "controlled"), ("recapture", "recaptured"),
    ("liberate", "recaptured"), ("join", "joined"), ("shell", "attacked"), ("battle", "fought"),
    ("infect", "infected"), ("test", "tested"), ("vaccinate", "vaccinated"),
    ("hospitalise", "hospitalised"), ("hospitalize", "hospitalised"), ("treat", "treated"),
    ("march", "protested"), ("attend", "attended"), ("vote", "voted"), ("elect", "elected"),
    ("charge", "charged"), ("convict", "convicted"), ("steal", "stolen"), ("make off", "stolen"),
    ("sell", "sold"), ("buy", "bought"), ("pay", "paid"), ("lend", "lent"), ("earn", "earned"),
    ("pledge", "invested"), ("offer", "offered"), ("produce", "produced"), ("build", "built"),
    ("shut down", "closed"), ("hire", "employed"), ("lay off", "dismissed"),
    ("rise", "increased"), ("shrink", "decreased"), ("take shelter", "sheltered"),
    ("Take  Shelter", "sheltered"),
    # Nothing is said, too many senses, or a phrase whose plain verb means something else.
    ("be", None), ("put", None), ("shoot", None), ("burn", None), ("clear", None), ("turn", None),
    ("kill off time", None), ("", None), (None, None),
]  # fmt: skip


@pytest.mark.parametrize(("lemma", "expected"), ACTION_CASES)
def test_actions(lemma: str | None, expected: str | None) -> None:
    assert action_class(lemma) == expected


PEOPLE_CASES = [
    ("civilians", "civilians"),
    ("civilian", "civilians"),
    ("children", "children"),
    ("children and newborn babies", "children"),
    ("schoolchildren", "children"),
    ("civilian children", "children"),
    ("children of soldiers", "children"),
    ("young women", "women"),
    ("men", "men"),
    ("armed men", "combatants"),
    ("gunmen", "combatants"),
    ("rebel fighters", "combatants"),
    ("children under the age of eight", "children"),
    ("soldiers", "security forces"),
    ("police officers", "security forces"),
    ("members of the security forces", "security forces"),
    ("policemen", "security forces"),
    ("UN peacekeepers", "peacekeepers"),
    ("aid workers", "aid workers"),
    ("health-care workers", "medics"),
    ("doctors and nurses", "medics"),
    ("women journalists", "journalists"),
    ("firefighters", "rescuers"),
    ("detainees", "prisoners"),
    ("hostages", "hostages"),
    ("internally displaced people", "displaced"),
    ("displaced families", "displaced"),
    ("displaced children", "children"),
    ("refugees", "refugees"),
    ("asylum-seekers", "refugees"),
    ("government ministers", "officials"),
    ("elderly people", "elderly"),
    ("people with disabilities", None),
    ("residents who were trapped with soldiers", "residents"),
    ("construction workers", "workers"),
    # The text does not say, or says two things.
    ("people", None),
    ("victims", None),
    ("teenagers", None),
    ("dead", None),
    ("others", None),
    ("women and children", None),
    ("women, children and the elderly", None),
    ("fighters and civilians", None),
    ("bridges", None),
    ("", None),
    (None, None),
]


@pytest.mark.parametrize(("words", "expected"), PEOPLE_CASES)
def test_people(words: str | None, expected: str | None) -> None:
    assert people_class(words) == expected


def test_every_class_has_words_and_a_meaning() -> None:
    assert set(action_verbs().values()) == set(ACTIONS)
    assert all(c.meaning for c in (*ACTIONS.values(), *PEOPLE.values()))
    assert len(action_verbs()) >= 400


def test_terms_of_the_codebooks() -> None:
    assert "IDMC EVACUATED" in ACTIONS["evacuated"].terms
    assert "ACLED Arrests" in ACTIONS["arrested"].terms
    assert "UCDP GED deaths_civilians" in PEOPLE["civilians"].terms
    names = re.compile(r"(?:IDMC|ACLED|UCDP GED|HXL|Airwars) \S")
    terms = [t for c in (*ACTIONS.values(), *PEOPLE.values()) for t in c.terms]
    assert all(names.match(t) for t in terms)


@given(st.sampled_from(sorted(action_verbs())))
def test_case_and_spelling_of_a_verb_do_not_matter(verb: str) -> None:
    assert action_class(verb.upper()) == action_class(verb) is not None


@given(st.text(max_size=60))
def test_any_words_are_of_a_known_class_or_none(words: str) -> None:
    assert people_class(words) in {None, *PEOPLE}
    assert action_class(words) in {None, *ACTIONS}
