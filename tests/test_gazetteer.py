"""Place words and the places they may mean, by the embedded gazetteer and by a user's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemmata.errors import StemmataError
from stemmata.reading.english.toponyms import toponym
from stemmata.reading.gazetteer import (
    Gazetteer,
    GazetteerError,
    embedded,
    fold,
    from_csv,
    sounds,
)
from stemmata.reading.geocoding import candidates

# words | what they mean | what they name besides | countries by adjective
TOPONYMS = """
Aville | Aville | |
eastern Aville | Aville | |
the town of Aville in Beland | Aville | Beland |
the town of Aville in the north of Beland province | Aville | Beland |
Beland's Ceeshire province | Ceeshire | Beland |
the Aville suburb of Deeville | Deeville | Aville |
Aville, the capital of Beland | Aville | Beland |
Aville in Ceeshire, Beland | Aville | Ceeshire; Beland |
Aville south of the city of Deeville | Aville | Deeville |
the Peruvian city of Aville | Aville | | PE
a rebel-held Kenyan town | | | KE
58 km south of Aville | Aville | |
Aville and Deeville | Aville; Deeville | |
Isle of Aville | Isle of Aville | |
Aville Island of Beland | Aville Island | Beland |
the Gulf of Aville | Gulf of Aville | |
the Indian Ocean | Indian Ocean | |
the Abu al-Aville quarter | Abu al-Aville | |
The worst-hit villages | | |
the city | | |
their homes | | |
 | | |
"""


@pytest.mark.parametrize("line", TOPONYMS.strip("\n").splitlines())
def test_what_place_words_name(line: str) -> None:
    words, meant, wider, countries = ([c.strip() for c in line.split("|")] + [""])[:4]
    found = toponym(words)
    assert "; ".join(n.words for n in found.meant) == meant
    assert "; ".join(n.words for n in found.wider) == wider
    assert "; ".join(found.countries) == countries


@pytest.mark.parametrize(
    ("words", "near"),
    [
        ("Aville", False),
        ("58 km south of Aville", True),
        ("off the coast southwest of Aville", True),
        ("near Aville", True),
        ("outside the port of Aville", True),
        ("east of the country's capital, Aville", True),
        ("the south of Aville", False),
        ("in southern Aville", False),
    ],
)
def test_places_that_are_only_near(words: str, near: bool) -> None:
    assert toponym(words).meant[0].near is near


@pytest.mark.parametrize(
    ("words", "sort"),
    [
        ("the town of Aville", "town"),
        ("Aville city", "town"),
        ("Aville province", "region"),
        ("the northern province of Aville", "region"),
        ("Aville District", "region"),
        ("Aville island", "island"),
        ("Aville", ""),
    ],
)
def test_what_the_noun_beside_a_name_says(words: str, sort: str) -> None:
    assert toponym(words).meant[0].sort == sort


# Spellings of one name, and names that must stay apart.
ALIKE = [
    ("Deir ez-Zor", "Dayr az Zawr"),
    ("Sheikh Maskin", "Shaykh Miskin"),
    ("Kharkiv", "Kharkov"),
    ("Al-Hasakah", "Hasaka"),
    ("Kunduz", "Qunduz"),
]
APART = [("Nairobi", "Lagos"), ("Bamako", "Banjul"), ("Bogota", "Baghdad"), ("Mosul", "Basra")]


@pytest.mark.parametrize(("a", "b"), ALIKE)
def test_transliterations_sound_alike(a: str, b: str) -> None:
    assert sounds(a) == sounds(b)


@pytest.mark.parametrize(("a", "b"), APART)
def test_other_names_sound_apart(a: str, b: str) -> None:
    assert sounds(a) != sounds(b)


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Chişinău", "chisinau"),
        ("São Paulo", "sao paulo"),
        ("Łódź", "lodz"),
        ("St. Louis", "saint louis"),
        ("The Gambia", "gambia"),
        ("Al-Hasakah", "hasakah"),
        ("N'Djamena", "ndjamena"),
    ],
)
def test_names_are_folded(name: str, folded: str) -> None:
    assert fold(name) == folded


# words | context | name, country and level of each candidate
EMBEDDED = """
Nairobi | | Nairobi KE place
in the city of Nairobi | | Nairobi KE place
eastern Nairobi | | Nairobi KE place
Kenya | | Kenya KE country
northern Kenya | | Kenya KE country
Kenya's north | | Kenya KE country
Kenyas north | | Kenya KE country
a Kenyan village | | Kenya KE country
the Kenyan capital, Nairobi | | Nairobi KE place
Nairobi Kenya | | Nairobi KE place
Chisinau | | Chisinau MD place
the DRC | | Democratic Republic of the Congo CD country
Britain | | United Kingdom GB country
Texas | | Texas US admin1
Scotland | | Scotland GB admin1
Trinidad and Tobago | | Trinidad and Tobago TT country
Kenya, Uganda, Rwanda and other countries | | Kenya KE country; Uganda UG country; Rwanda RW country
Valencia | Spain; the Spanish coast | Valencia ES place
Valencia | Venezuela | Valencia VE place
Valencia, Spain | Venezuela | Valencia ES place
the Venezuelan city of Valencia | Spain | Valencia VE place
Georgia | Atlanta; Texas | Georgia US admin1
Georgia | Tbilisi | Georgia GE country
Nosuchtown in Kenya | | Kenya KE country
Nosuchtown | Kenya |
the city | Kenya |
the Indian Ocean | |
their homes | |
"""


@pytest.fixture(scope="module")
def geonames() -> Gazetteer:
    return embedded()


@pytest.mark.parametrize("line", EMBEDDED.strip().splitlines())
def test_embedded(line: str, geonames: Gazetteer) -> None:
    words, context, expected = (cell.strip() for cell in line.split("|"))
    found = candidates(words, geonames, [c for c in context.split("; ") if c])
    assert "; ".join(f"{c.name} {c.country} {c.level}" for c in found) == expected
    assert all(c.reason for c in found)


def test_places_have_coordinates_and_areas_have_none(geonames: Gazetteer) -> None:
    town, country = candidates("Nairobi", geonames)[0], candidates("Kenya", geonames)[0]
    assert town.latitude == pytest.approx(-1.28, abs=0.1)
    assert town.longitude == pytest.approx(36.82, abs=0.1)
    assert (country.latitude, country.longitude) == (None, None)
    assert town.country_name == "Kenya"


def test_where_nothing_tells_several_are_kept(geonames: Gazetteer) -> None:
    found = candidates("Springfield", geonames)
    assert len(found) > 3
    assert {c.name for c in found} == {"Springfield"}
    assert "nothing tells which" in found[0].reason


@pytest.mark.parametrize(
    ("words", "context", "reason"),
    [
        ("Nairobi", [], "Nairobi: the only place of that name in GeoNames"),
        (
            "the city of Valencia in Spain",
            [],
            "Valencia: the only place of that name in Spain, as the words say",
        ),
        (
            "Valencia",
            ["Spain"],
            "Valencia: the only place of that name in Spain, which the report names",
        ),
        (
            "Nosuchtown in Kenya",
            [],
            "GeoNames has no 'Nosuchtown' there; the words put it in Kenya",
        ),
        ("a Kenyan village", [], "the words name no place but the country Kenya"),
        (
            "58 km south of Nairobi",
            [],
            "Nairobi: the only place of that name in GeoNames; the words speak of a place near it "
            "or so far from it",
        ),
    ],
)
def test_reasons(words: str, context: list[str], reason: str, geonames: Gazetteer) -> None:
    assert candidates(words, geonames, context)[0].reason == reason


HEADER = "name,pcode,lat,lon,admin level,country,alternative names\n"
ROWS = (
    HEADER + "Freedonia North,FN01,,,1,Kenya,Upper Freedonia\n"
    "Rivertown,FN0101,1.5,36.25,,KE,Riverton; Shahr al-Nahr\n"
    "Rivertown,FS0201,-1.5,37.25,,KEN,\n"
    "Freedonia South,FS02,,,ADM1,Kenya,\n"
)


def written(folder: Path, text: str) -> Path:
    path = folder / "places.csv"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("Rivertown", ["FN0101", "FS0201"]),
        ("the town of Rivertown in Freedonia South", ["FS0201"]),
        ("Rivertown in Upper Freedonia", ["FN0101"]),
        ("Riverton", ["FN0101"]),
        ("Freedonia North province", ["FN01"]),
        ("Nairobi", []),
    ],
)
def test_a_gazetteer_of_ones_own(words: str, ids: list[str], tmp_path: Path) -> None:
    own = from_csv(written(tmp_path, "\ufeff" + ROWS))
    assert [c.id for c in candidates(words, own)] == ids


def test_rows_are_read_in_full(tmp_path: Path) -> None:
    place = from_csv(written(tmp_path, ROWS)).places[1]
    assert (place.name, place.id, place.country) == ("Rivertown", "FN0101", "KE")
    assert (place.latitude, place.longitude, place.level) == (1.5, 36.25, "place")
    assert place.others == ("Riverton", "Shahr al-Nahr")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "line 1: the header lacks the columns: name, pcode, lat, lon, admin level, country"),
        ("name,pcode\nA,1\n", "line 1: the header lacks the columns: lat, lon"),
        (HEADER, "holds no places"),
        (HEADER + ",K1,1,2,1,KE,\n", "line 2: the name is empty"),
        (HEADER + "A,,1,2,1,KE,\n", "line 2: the pcode is empty"),
        (HEADER + "A,K1,1,2,1,,\n", "line 2: the country is empty"),
        (HEADER + "A,K1,x,2,1,KE,\n", "line 2: lat 'x' is no number of degrees"),
        (HEADER + "A,K1,91,2,1,KE,\n", "line 2: lat 91 lies outside -90 to 90"),
        (HEADER + "A,K1,nan,2,1,KE,\n", "line 2: lat nan lies outside"),
        (HEADER + "A,K1,1,,1,KE,\n", "line 2: one of lat and lon is empty"),
        (HEADER + "A,K1,1,2,9,KE,\n", "line 2: the admin level '9' is none of 0 to 5"),
        (HEADER + "A,K1,1,2,1,KE,\nB,K1,1,2,1,KE,\n", "line 3: P-code K1 stands in line 2"),
        (HEADER + "A,K1,1\n", "line 2: the country is empty"),
    ],
)
def test_bad_rows_are_named_by_their_line(text: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"places\.csv") as caught:
        from_csv(written(tmp_path, text))
    assert message in str(caught.value)
    assert isinstance(caught.value, StemmataError)


def test_bad_files(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="no such gazetteer file"):
        from_csv(tmp_path / "none.csv")
    (tmp_path / "latin.csv").write_bytes(HEADER.encode() + "Bogotá,C1,1,2,,CO,\n".encode("latin-1"))
    with pytest.raises(GazetteerError, match="not in UTF-8"):
        from_csv(tmp_path / "latin.csv")
    with pytest.raises(GazetteerError, match="cannot be opened"):
        from_csv(tmp_path)


@given(words=st.text(max_size=60), context=st.lists(st.text(max_size=20), max_size=2))
def test_any_words_give_an_answer(words: str, context: list[str]) -> None:
    found = candidates(words, embedded(), context)
    assert len(found) <= 10
    assert all(c.reason and c.name for c in found)
