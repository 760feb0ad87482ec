"""The case file: what goes in comes out, and what does not fit is refused."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings

from cases import cases, flood, made_report
from stemmata.case import check, load, open_case, original, readings, save
from stemmata.errors import CaseError, RecordError, SpanError
from stemmata.model import Case, Failure, Figure, Reading, Span

SLOW_DISK = settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture
def case_file(tmp_path: Path) -> Path:
    path = tmp_path / "flood.db"
    save(flood(), path)
    return path


def change(path: Path, statement: str, *values: object) -> None:
    """Change a case file behind its back, as another program could."""
    with closing(sqlite3.connect(path)) as db, db:
        assert db.execute(statement, values).rowcount > 0


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as db:
        return db.execute(query).fetchall()


def test_a_case_comes_back_as_it_was(case_file: Path) -> None:
    assert load(case_file) == flood()


@SLOW_DISK
@given(cases())
def test_any_case_comes_back_as_it_was(case: Case) -> None:
    with TemporaryDirectory() as folder:
        save(case, Path(folder) / "any.db")
        assert load(Path(folder) / "any.db") == case


def test_two_saves_hold_the_same(tmp_path: Path) -> None:
    dumps = []
    for name in ("one.db", "two.db"):
        save(flood(), tmp_path / name)
        with closing(sqlite3.connect(tmp_path / name)) as db:
            dumps.append("\n".join(db.iterdump()))
    assert dumps[0] == dumps[1]


def test_one_plain_file_remains(case_file: Path) -> None:
    assert [path.name for path in case_file.parent.iterdir()] == [case_file.name]
    assert rows(case_file, "PRAGMA journal_mode") == [("delete",)]
    assert rows(case_file, "PRAGMA integrity_check") == [("ok",)]
    assert rows(case_file, "PRAGMA foreign_key_check") == []


def test_originals_are_kept(case_file: Path) -> None:
    for report in flood().reports:
        assert original(case_file, report.sha256) == report.original
    with pytest.raises(CaseError, match="no original"):
        original(case_file, "0" * 64)


def test_an_original_that_is_another_is_refused(tmp_path: Path) -> None:
    report = replace(made_report("a", "Two boats sank."), original=b"Three boats sank.")
    with (
        open_case(tmp_path / "a.db", create=True) as case,
        pytest.raises(RecordError, match="SHA-256"),
    ):
        case.add([Reading(report, (), ())])


def test_the_same_report_adds_nothing(case_file: Path) -> None:
    before = load(case_file)
    with open_case(case_file) as case:
        assert case.is_traced()
        case.add(readings(flood()))
        assert case.is_traced()
    assert load(case_file) == before


def test_a_new_report_is_to_be_traced(case_file: Path) -> None:
    later = made_report("later", "Nobody is missing.")
    with open_case(case_file) as case:
        case.add([Reading(later, (), ())])
        assert not case.is_traced()
        assert case.load().quantities == flood().quantities
        case.write_traced(Case(reports=(*flood().reports, later)))
        assert case.is_traced()
    now = load(case_file)
    assert now.reports == (*flood().reports, later)
    assert (now.quantities, now.origins, now.edges) == ((), (), ())
    assert now.figures == flood().figures


def test_known_by_id_and_bytes(case_file: Path) -> None:
    with open_case(case_file) as case:
        assert case.known() == {(one.id, one.sha256) for one in flood().reports}


def test_another_report_with_the_same_id_is_refused(case_file: Path) -> None:
    with open_case(case_file) as case, pytest.raises(RecordError, match=r"Rename herald\.txt"):
        case.add([Reading(made_report("herald", "Another text."), (), ())])
    assert load(case_file) == flood()


def test_a_failure_goes_when_the_report_was_read(case_file: Path) -> None:
    with open_case(case_file) as case:
        case.add([], [Failure("later.txt", "it is empty"), Failure("photo.jpg", "it is binary")])
        assert {one.name for one in case.load().failures} == {"later.txt", "photo.jpg"}
        case.add([Reading(made_report("later", "All is well."), (), ())])
        assert [one.name for one in case.load().failures] == ["photo.jpg"]
        assert case.load().failures[0].reason == "it is binary"


def test_nothing_is_added_where_one_thing_is_refused(tmp_path: Path) -> None:
    wrong = tuple(
        replace(one, figures=tuple(replace(figure, text="1,205") for figure in one.figures))
        for one in readings(flood())
    )
    with open_case(tmp_path / "a.db", create=True) as case:
        fine = Reading(made_report("fine", "All is well."), (), ())
        with pytest.raises(SpanError, match="herald"):
            case.add([fine, *wrong])
        assert case.load() == Case()


def test_a_figure_of_an_unknown_statement_is_refused(tmp_path: Path) -> None:
    report, figure = flood().reports[0], flood().figures[0]
    with (
        open_case(tmp_path / "a.db", create=True) as case,
        pytest.raises(RecordError, match="does not fit together"),
    ):
        case.add([Reading(report, (), (figure,))])


def test_half_a_character_is_refused(tmp_path: Path) -> None:
    report = replace(made_report("a", "12 boats"), text="12 \ud83d boats")
    with (
        open_case(tmp_path / "a.db", create=True) as case,
        pytest.raises(RecordError, match="surrogates"),
    ):
        case.add([Reading(report, (), ())])


@pytest.mark.parametrize(
    ("statement", "values", "named"),
    [
        ('UPDATE figures SET text = ? WHERE id = "herald-01"', ("1,205",), "herald-01 at"),
        ("UPDATE figures SET start = start + 1, \"end\" = \"end\" + 1 WHERE id = 'post-01'", (),
         "post-01 at"),
        ("UPDATE figures SET sentence_end = 9999 WHERE id = 'post-01'", (), "sentence of figure"),
        ("UPDATE figures SET start = -3 WHERE id = 'post-01'", (), "post-01 at -3"),
        ("UPDATE reports SET text = replace(text, '1,204', '1,205')", (), "herald"),
        ("UPDATE statement_spans SET text = 'asked' WHERE text = 'said'", (), "herald-s1"),
        ("UPDATE segments SET \"end\" = 9999 WHERE report = 'post'", (), "line of kind body"),
        ("UPDATE passage_spans SET \"end\" = 9999 WHERE side = 'b'", (), "passage shared by"),
        ("UPDATE edge_evidence SET start = 9999", (), "link from town to herald"),
        ("UPDATE mutations SET to_words = '1,200'", (), "number that changed between herald"),
    ],
)  # fmt: skip
def test_a_span_that_does_not_match_is_refused(
    case_file: Path, statement: str, values: tuple[str, ...], named: str
) -> None:
    change(case_file, statement, *values)
    with pytest.raises(SpanError) as refused:
        load(case_file)
    assert named in str(refused.value)
    assert "Report " in str(refused.value)


def test_a_span_in_no_report_is_refused() -> None:
    case = flood()
    with pytest.raises(SpanError, match="post"):
        check(replace(case, reports=case.reports[:1], passages=(), edges=()))


def test_offsets_are_code_points(tmp_path: Path) -> None:
    report = made_report("a", "🌊🌊 e\u0301tait \u00a012 boats")
    start = report.text.index("12")
    figure = Figure(
        "a-1", "a", start, start + 2, "12", "exact", 12.0, 12.0, "count", "item", "boats",
        None, None, None, None, None, False, sentence=Span(0, len(report.text)),
    )  # fmt: skip
    save(Case(reports=(report,), figures=(figure,)), tmp_path / "a.db")
    assert load(tmp_path / "a.db").figures == (figure,)
    cut = 'SELECT substr(r.text, f.start + 1, f."end" - f.start) FROM figures f, reports r'
    assert rows(tmp_path / "a.db", cut) == [("12",)]


def test_views_read_as_words(case_file: Path) -> None:
    found = rows(
        case_file, "SELECT outlet, question, number, origin, sentence FROM figures_in_words"
    )
    herald, children, post = found
    assert herald[:4] == ("The Herald", "How many people have left?", "1,204", "the town")
    assert children[1] == "How many of them are children?"
    assert post[4] == flood().reports[1].text
    assert rows(case_file, "SELECT cue, content FROM statements_in_words")[1] == (
        None, "More than 1,200 people",
    )  # fmt: skip
    assert rows(case_file, "SELECT figures, independent_origins FROM quantities_in_words") == [
        (2, 1), (1, 1),
    ]  # fmt: skip
    assert rows(case_file, "SELECT suggested_grade FROM quantities_in_words") == [
        ("weak",),
        (None,),
    ]
    assert rows(case_file, "SELECT a_number, relation, b_number FROM relations_in_words") == [
        ("1,204", "rounds", "1,200"), ("300", "part-of", "1,204"),
    ]  # fmt: skip


def foreign_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("CREATE TABLE reports (id TEXT)")


def newer_case(path: Path) -> None:
    save(flood(), path)
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 999")


def damaged_case(path: Path) -> None:
    save(flood(), path)
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: path.write_text("Not a case.\n"), "not an SQLite file"),
        (lambda path: path.write_bytes(b"\x00\xff" * 50), "not an SQLite file"),
        (lambda path: path.mkdir(), "is a folder"),
        (foreign_database, "no case of stemmata"),
        (newer_case, "newer stemmata"),
        (damaged_case, "damaged|malformed"),
    ],
)
def test_what_is_no_case_is_refused_and_left_alone(tmp_path: Path, make, said: str) -> None:
    path = tmp_path / "x.db"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(CaseError, match=said) as refused, open_case(path, create=True) as case:
        case.load()
    assert "x.db" in str(refused.value)
    assert "\n" not in str(refused.value)
    assert (path.read_bytes() if path.is_file() else None) == before


@pytest.mark.parametrize(
    ("place", "create", "said"),
    [
        ("missing.db", False, "there is no case"),
        ("no/such/folder/a.db", True, "no folder"),
        ("a\0b.db", True, "null"),
        ("x" * 300 + ".db", True, "long"),
    ],
)
def test_a_place_where_no_case_can_be(tmp_path: Path, place: str, create: bool, said: str) -> None:
    with pytest.raises(CaseError, match=said):
        open_case(tmp_path / place, create=create)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_becomes_a_case(tmp_path: Path) -> None:
    (tmp_path / "new.db").touch()
    with open_case(tmp_path / "new.db", create=True) as case:
        assert case.load() == Case()


def test_a_busy_case_is_waited_for_then_told(
    case_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stemmata.case.file._BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(case_file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(CaseError, match="Another program"):
            load(case_file)
    assert load(case_file) == flood()


def test_save_never_overwrites(case_file: Path) -> None:
    with pytest.raises(CaseError, match="there already"):
        save(Case(), case_file)
    assert load(case_file) == flood()
