"""Names: their extent and kind in invented sentences."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading_parts import read, report
from stemmata.reading import name_parts
from stemmata.reading.english.name_weights import Weights, weights
from stemmata.reading.english.parse import parse
from stemmata.reading.name_features import context
from stemmata.reading.name_rules import by_rule, is_outlet
from stemmata.reading.name_search import DOUBT, Found, gathered, scored
from stemmata.reading.name_stretches import stretches
from stemmata.reading.names import _lengthened, is_place, names

KINDS = [
    ("Governor Lena Orsk arrived.", "Lena Orsk", "person"),
    ("The spokesman Ivan Petrov left the town.", "Ivan Petrov", "person"),
    ("They met Lieutenant General Viktor Bramov on Monday.", "Viktor Bramov", "person"),
    ("It was Mr Bramov who called.", "Bramov", "person"),
    ("President Omar al-Tariq spoke.", "Omar al-Tariq", "person"),
    ("Lena Orsk, 43, a baker, said it rained.", "Lena Orsk", "person"),
    ("The Orlan Defence Ministry closed the road.", "Orlan Defence Ministry", "organisation"),
    ("The Orlan Observatory for Human Rights left.", "Orlan Observatory for Human Rights",
     "organisation"),
    ("They work for the Tarvik Flood Council.", "Tarvik Flood Council", "organisation"),
    ("The people of Paris left.", "Paris", "place"),
    ("They fled to Norway in the spring.", "Norway", "place"),
    ("Perus opposition accused them.", "Perus", "place"),
    ("Norways opposition accused the forces of it.", "Norways", "place"),
    ("They fled from Orma Province in the spring.", "Orma Province", "place"),
    ("The news agency Reuters reported it.", "Reuters", "outlet"),
    ("He wrote to The Harbour Gazette.", "Harbour Gazette", "outlet"),
    ("They saw it on Orlan Television yesterday.", "Orlan Television", "outlet"),
    # Arabic, Persian and Turkish names.
    ("Witnesses told Ahmad al-Rashed that the road was shut.", "Ahmad al-Rashed", "person"),
    ("Sheikh Khalid bin Nasser opened the port.", "Khalid bin Nasser", "person"),
    ("Hassan Karimi, the head of the rescue teams, said the search was over.", "Hassan Karimi",
     "person"),
    ("The general, Mahmoud Abdel Rahman, gave no number.", "Mahmoud Abdel Rahman", "person"),
    ("Shells fell on Deir al-Salam, residents said.", "Deir al-Salam", "place"),
    ("Mehmet Yildirim said the bridge had held.", "Mehmet Yildirim", "person"),
    ("Fatima Al-Harbi lost two sons.", "Fatima Al-Harbi", "person"),
    # Russian and Ukrainian names.
    ("Colonel Sergei Lobanov denied it.", "Sergei Lobanov", "person"),
    ("Oleksandr Tymchuk, a miner, heard the blast.", "Oleksandr Tymchuk", "person"),
    ("Foreign Minister Yevgeny Morozov flew home.", "Yevgeny Morozov", "person"),
    ("Natalya Belova told reporters that she would stay.", "Natalya Belova", "person"),
    # Chinese, Korean, Japanese and Indonesian names.
    ("Premier Li Guohua thanked the crews.", "Li Guohua", "person"),
    ("Zhang Wei, who runs a shop there, fled.", "Zhang Wei", "person"),
    ("Kim Min-seok said the ferry had turned too fast.", "Kim Min-seok", "person"),
    ("Takeshi Morimoto of the weather agency warned of more rain.", "Takeshi Morimoto", "person"),
    ("Budi Santoso, a spokesman, said roads were cut.", "Budi Santoso", "person"),
    ("Governor Wahyu Hidayat asked for tents.", "Wahyu Hidayat", "person"),
    # Spanish, African, South Asian and other names.
    ("Mayor Lucia Fernandez del Rio closed the schools.", "Lucia Fernandez del Rio", "person"),
    ("Carlos Mendoza scored twice.", "Carlos Mendoza", "person"),
    ("Jose Luis Ortega, 34, was found alive.", "Jose Luis Ortega", "person"),
    ("Chidi Okafor said the boat had no lights.", "Chidi Okafor", "person"),
    ("Police named the driver as Rajesh Kumar.", "Rajesh Kumar", "person"),
    ("Mr. Van der Meer left the court by a back door.", "Van der Meer", "person"),
    ("Judge Maria O'Connell adjourned the case.", "Maria O'Connell", "person"),
    ("Dr. J. R. Halloran examined them.", "J. R. Halloran", "person"),
    ("Detective Inspector Tom Bryce asked for witnesses.", "Tom Bryce", "person"),
    ("Coach Pete Dolan praised the keeper.", "Pete Dolan", "person"),
    ("\"We saw nothing,\" said Anna Kowalska.", "Anna Kowalska", "person"),
    ("Senator Paul Whitmore's office confirmed it.", "Paul Whitmore", "person"),
    # Particles, elided ones and hyphens of other languages.
    ("Chiara d'Orsini sold the mill.", "Chiara d'Orsini", "person"),
    ("They met Luis Ortega y Rivas in Lima.", "Luis Ortega y Rivas", "person"),
    ("Professor Wong Che-lam taught there.", "Wong Che-lam", "person"),
    # A body or place after "of" is none of the person's name.
    ("Nadia Roth of ORLF won the seat.", "Nadia Roth", "person"),
    ("Nadia Roth of ORLF won the seat.", "ORLF", "organisation"),
    ("Orlan Police Chief Tom Bryce announced 40 arrests.", "Tom Bryce", "person"),
    # Ministries, agencies and other bodies.
    ("The Ministry of Health counted 40 dead.", "Ministry of Health", "organisation"),
    ("The Interior Ministry gave no details.", "Interior Ministry", "organisation"),
    ("The National Disaster Agency sent boats.", "National Disaster Agency", "organisation"),
    ("The Orlan Geological Survey put it at 6.1.", "Orlan Geological Survey", "organisation"),
    ("The World Food Programme sent rice.", "World Food Programme", "organisation"),
    ("The Tarvik Red Cross set up a camp.", "Tarvik Red Cross", "organisation"),
    ("Doctors at the University of Tarvik agreed.", "University of Tarvik", "organisation"),
    ("The Supreme Court ruled on Friday.", "Supreme Court", "organisation"),
    ("The European Commission fined the firm.", "European Commission", "organisation"),
    ("The Ministry of Foreign Affairs summoned the envoy.", "Ministry of Foreign Affairs",
     "organisation"),
    ("Fighters of the Orlan Liberation Front withdrew.", "Orlan Liberation Front", "organisation"),
    ("The United Nations called for a truce.", "United Nations", "organisation"),
    ("NATO sent two ships.", "NATO", "organisation"),
    ("The UN said the camp was full.", "UN", "organisation"),
    ("The Human Rights Council met behind closed doors.", "Human Rights Council", "organisation"),
    ("The Civil Aviation Authority grounded the planes.", "Civil Aviation Authority",
     "organisation"),
    # Companies, teams and ships' owners.
    ("Norvik Energy cut 400 jobs.", "Norvik Energy", "organisation"),
    ("Shares of Brandt Motors fell by 4 percent.", "Brandt Motors", "organisation"),
    ("Halvorsen Shipping Ltd owns the tanker.", "Halvorsen Shipping Ltd", "organisation"),
    ("Tarvik United beat the champions 2-1.", "Tarvik United", "organisation"),
    ("Orlan Airlines cancelled 30 flights.", "Orlan Airlines", "organisation"),
    # Places of many kinds.
    ("The wounded were taken to St Mary Hospital.", "St Mary Hospital", "place"),
    ("The ship sank off the coast of Somalia.", "Somalia", "place"),
    ("Thousands fled from Mosul.", "Mosul", "place"),
    ("The quake struck near Padang.", "Padang", "place"),
    ("Landslides cut roads in Central Java.", "Central Java", "place"),
    ("The river Orma flooded Tarvik Valley.", "Tarvik Valley", "place"),
    ("The convoy crossed the Black Sea.", "Black Sea", "place"),
    ("A fire broke out on Harbour Street.", "Harbour Street", "place"),
    ("The plane landed at Tarvik Airport.", "Tarvik Airport", "place"),
    ("Rescuers reached Lombok Island at dawn.", "Lombok Island", "place"),
    ("It happened in Fresno, Calif.", "Calif.", "place"),
    ("Snow fell across South Dakota.", "South Dakota", "place"),
    ("They live in New York.", "New York", "place"),
    ("The United States sent aid.", "United States", "place"),
    # Outlets and agencies.
    ("State news agency SANA said the town was quiet.", "SANA", "outlet"),
    ("Xinhua reported 12 deaths.", "Xinhua", "outlet"),
    ("He told the BBC that he had seen it.", "BBC", "outlet"),
    ("The Associated Press counted 30 bodies.", "Associated Press", "outlet"),
    ("The Tarvik Times printed the letter.", "Tarvik Times", "outlet"),
    ("Radio Orlan broadcast the speech.", "Radio Orlan", "outlet"),
    ("She wrote in the Daily Herald on Sunday.", "Daily Herald", "outlet"),
    ("Al Jazeera showed the pictures.", "Al Jazeera", "outlet"),
    # Headlines, capitals, lists.
    ("Norway Sends Two Planes To Flooded Towns", "Norway", "place"),
    ("Minister Lena Orsk Resigns After Vote", "Lena Orsk", "person"),
    ("Among the dead were Ivan Petrov, Lena Orsk and Omar Haddad.", "Omar Haddad", "person"),
    ("Among the dead were Ivan Petrov, Lena Orsk and Omar Haddad.", "Ivan Petrov", "person"),
    ("Troops went to Norway, Sweden and Finland.", "Sweden", "place"),
    ("PARIS: Two men were held on Monday.", "PARIS", "place"),
]  # fmt: skip

# The words among which names are looked for.
STRETCHES = [
    ("She met Chiara d'Orsini.", ["Chiara d'Orsini"]),
    ("They asked von der Halde twice.", ["von der Halde"]),
    ("They left Orma-sur-Vir at dawn.", ["Orma-sur-Vir"]),
    ("He met Ramon Ruiz y Cano.", ["Ramon Ruiz y Cano"]),
    ("He met Tom Bryce, Jr. yesterday.", ["Tom Bryce, Jr."]),
    ("Will Ashby told the paper that he had left.", ["Will Ashby"]),
    ("The pro-Norway camp lost.", []),
    ("The anti-New Orma camp lost.", ["New Orma"]),
    ("It is co-owned by Brandt.", ["Brandt"]),
]

NO_NAMES = [
    "The river rose on Monday.",
    "In January the council met.",
    "He said it would rain.",
    "Six people died.",
    "Rescuers searched the rubble on Tuesday night.",
    "Doctors treated the wounded.",
    "The Russian soldiers left in May.",
    "Officials said nothing.",
    "However, the road stayed shut.",
]


@pytest.mark.parametrize(("text", "name", "kind"), KINDS)
def test_kind(text: str, name: str, kind: str) -> None:
    parsed, _ = read(text)
    assert (name, kind) in [(n.text, n.kind) for n in names(parsed)]


@pytest.mark.parametrize("text", NO_NAMES)
def test_no_names(text: str) -> None:
    assert names(read(text)[0]) == ()


@pytest.mark.parametrize(("text", "found"), STRETCHES)
def test_stretches(text: str, found: list[str]) -> None:
    parsed = parse(report(text))
    t = parsed.tokens
    spans = [(t[s.first].start, t[s.last - 1].end) for s in stretches(parsed)]
    assert [text[a:b] for a, b in spans] == found


def test_a_name_typed_once_is_typed_everywhere() -> None:
    text = "Governor Lena Orsk arrived.\nThe crowd cheered Orsk for an hour."
    assert [(n.text, n.kind) for n in names(read(text)[0])] == [
        ("Lena Orsk", "person"),
        ("Orsk", "person"),
    ]


def test_a_doubtful_name_is_as_long_as_the_body_elsewhere() -> None:
    tokens = parse(report("Norway Motors said so. A Norway Motors man went.")).tokens
    sure, doubtful = Found(0, 2, "organisation", 0.8), Found(6, 7, "place", 0.4)
    assert _lengthened(tokens, [sure, doubtful])[1] == Found(6, 8, "organisation", 0.4)
    held = Found(6, 7, "place", 0.9)
    assert _lengthened(tokens, [sure, held])[1] == held


def test_a_title_parts_the_body_from_the_person() -> None:
    text = "The Orlan General Staff General Viktor Bramov spoke."
    assert [n.text for n in names(read(text)[0])] == ["Orlan General Staff", "Viktor Bramov"]


def test_spans_hold_their_words() -> None:
    text = "Governor  Lena Orsk met Ivan Petrov in Paris."
    for name in names(read(text)[0]):
        assert text[name.span.start : name.span.end] == name.text


def test_a_name_that_is_told_twice_is_one_kind() -> None:
    text = "Rana Kazemi leads the clinic.\nIn the street Kazemi is known to all."
    assert {(n.text, n.kind) for n in names(read(text)[0])} == {
        ("Rana Kazemi", "person"),
        ("Kazemi", "person"),
    }


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("orlan news agency", True),
        ("harbour gazette", True),
        ("reuters", True),
        ("state television", True),
        ("space agency", False),
        ("police station", False),
        ("ministry of information and media", False),
        ("english channel", False),
    ],
)
def test_outlets_by_their_words(name: str, outlet: bool) -> None:
    assert is_outlet(name.split()) is outlet


@given(st.text(alphabet="ABab .,-'\u00c9\n", max_size=60))
def test_names_stand_in_order_and_apart(text: str) -> None:
    found = names(parse(report(text)))
    spans = [n.span for n in found]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(text[n.span.start : n.span.end] == n.text for n in found)


def test_the_gazetteer_knows_countries_capitals_and_towns() -> None:
    assert is_place("norway")
    assert is_place("moscow")
    assert is_place("bergen")
    assert not is_place("lena orsk")


@pytest.mark.parametrize("most", [4, 40, 12_000])
def test_words_that_are_kept_give_what_all_their_features_give(
    most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether the words are new, known or forgotten again, and however few there is room for."""
    monkeypatch.setattr(name_parts, "MOST", most)
    table = Weights(weights().rows)
    for text, _, _ in [*KINDS, *KINDS[::-1]]:
        parsed = parse(report(text))
        at, found = context(parsed, by_rule(parsed)), list(stretches(parsed))
        told = [gathered(at, one) for one in found]
        got = scored(at, found, [ranges for ranges, _ in told], table, sure=np.inf)
        rows = [[table.rows[f] for f in row if f in table.rows] for _, its in told for row in its]
        wanted = np.array([np.sum(row, axis=0) for row in rows]) - [DOUBT, 0, 0, 0]
        counts = np.isfinite(got)
        assert np.allclose(got[counts], wanted[counts], atol=1e-4)
