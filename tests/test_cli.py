"""The command line on real files: what it does, says and returns, above all when input is bad."""

from __future__ import annotations

import json
import os
import pty
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

import stemmata
from stemmata import cli
from stemmata.case import load, original
from stemmata.cli import main
from stemmata.errors import StemmataError
from stemmata.pipeline import gather
from stemmata.reading.policies import POLICIES
from stemmata.reconciling import METHODS

ROOT = Path(__file__).resolve().parents[1]

HERALD = """\
Flood in Ostrava Minor

Mayor Ilse Brandt said on Friday that 1,204 people had left the town. "We have lost 16 houses," \
she told RBN.

About 300 of the evacuees were children, she added.
"""
POST = """\
More than 1,200 flee Ostrava Minor

More than 1,200 people left Ostrava Minor on Friday, Mayor Brandt said.
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of two reports in the working folder, where nothing else is."""
    monkeypatch.chdir(tmp_path)
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "herald.txt").write_text(HERALD, "utf-8")
    (reports / "post.txt").write_text(POST, "utf-8")
    return reports


def run(*arguments: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """The command line in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "stemmata", *map(str, arguments)],
        input=stdin, capture_output=True, timeout=300, check=False,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip


def test_the_whole_way(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "reports", "--case", "flood.db"]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    (line,) = said.out.splitlines()
    assert line.startswith("2 reports read (2 new, 0 already known); the case holds ")
    assert "figures" in line and "statements" in line and "quantities" in line

    assert main(["report", "flood.db", "-o", "report.html"]) == 0
    html = Path("report.html").read_text("utf-8")
    assert "<html" in html and "1,204" in html

    assert main(["export", "flood.db", "-o", "tables"]) == 0
    lines = Path("tables/figures.jsonl").read_text("utf-8").splitlines()
    figures = [json.loads(line) for line in lines]
    assert {"1,204", "16", "300", "1,200"} <= {figure["text"] for figure in figures}
    texts = {"herald": HERALD, "post": POST}
    for figure in figures:
        assert texts[figure["report"]][figure["start"] : figure["end"]] == figure["text"]
        assert figure["group"] is not None
    assert {path.name for path in folder.parent.iterdir()} == {
        "reports", "flood.db", "report.html", "tables",
    }  # fmt: skip


def test_reading_again_adds_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    main(["read", "reports", "--case", "flood.db"])
    before, content = load("flood.db"), Path("flood.db").read_bytes()
    capsys.readouterr()
    assert main(["read", "reports", "reports/post.txt", "--case", "flood.db"]) == 0
    assert "2 reports read (0 new, 2 already known)" in capsys.readouterr().out
    assert load("flood.db") == before
    assert Path("flood.db").read_bytes() == content


def test_one_by_one_or_together_is_the_same() -> None:
    main(["read", "reports", "--case", "together.db"])
    main(["read", "reports/herald.txt", "--case", "single.db"])
    main(["read", "reports/post.txt", "--case", "single.db"])
    together, single = load("together.db"), load("single.db")
    assert (together.figures, together.statements) == (single.figures, single.statements)
    assert (together.quantities, together.relations) == (single.quantities, single.relations)
    assert (together.origins, together.edges) == (single.origins, single.edges)


def test_originals_are_kept() -> None:
    main(["read", "reports", "--case", "flood.db"])
    for report in load("flood.db").reports:
        assert original("flood.db", report.sha256) == Path(report.name).read_bytes()


def test_a_changed_report_is_a_report_of_its_own(folder: Path) -> None:
    main(["read", "reports", "--case", "flood.db"])
    (folder / "post.txt").write_text(POST.replace("1,200", "1,300"), "utf-8")
    for known in (0, 1):
        summary = stemmata.read(["reports"], "flood.db")
        assert (summary.new, summary.known) == (1 - known, 1 + known)
    assert [report.id for report in load("flood.db").reports] == ["herald", "post", "post-2"]


def test_two_runs_export_the_same() -> None:
    exports = []
    for name in ("one", "two"):
        assert run("read", "reports", "--case", f"{name}.db").returncode == 0
        assert run("export", f"{name}.db", "-o", name).returncode == 0
        assert run("export", f"{name}.db", "-o", name, "--format", "csv").returncode == 0
        exports.append({path.name: path.read_bytes() for path in Path(name).iterdir()})
    assert len(exports[0]) == 28
    assert exports[0] == exports[1]


def test_the_method_of_the_estimates_can_be_chosen() -> None:
    main(["read", "reports", "--case", "flood.db"])
    found = {}
    for method in METHODS:
        assert main(["export", "flood.db", "-o", method, "--estimate", method]) == 0
        lines = Path(method, "quantities.jsonl").read_text("utf-8").splitlines()
        found[method] = [json.loads(line) for line in lines]
    for method, rows in found.items():
        assert {row["estimate_method"] for row in rows} == {method}
        for row in rows:
            assert row["low"] <= row["best"] <= row["high"]
            assert sorted(row["estimate_took"] + row["estimate_left"]) == sorted(row["figures"])
    assert main(["report", "flood.db", "-o", "page.html", "--estimate", "range"]) == 0
    assert "the middle of the two" in Path("page.html").read_text("utf-8")
    assert "the middle of the two" not in _page("flood.db")


def _page(case: str) -> str:
    main(["report", case, "-o", "other.html"])
    return Path("other.html").read_text("utf-8")


def test_no_estimate_by_another_name() -> None:
    main(["read", "reports", "--case", "flood.db"])
    with pytest.raises(StemmataError, match="no estimate by the name of 'guess'"):
        stemmata.export("flood.db", "tables", estimate="guess")
    with pytest.raises(StemmataError, match="no estimate by the name of 'guess'"):
        stemmata.report("flood.db", "page.html", estimate="guess")


def test_report_in_one_step_is_the_same_page() -> None:
    main(["read", "reports", "--case", "flood.db"])
    assert main(["report", "flood.db", "-o", "a.html"]) == 0
    assert main(["report", "reports", "-o", "b.html"]) == 0
    assert Path("a.html").read_bytes() == Path("b.html").read_bytes()


def test_a_page_never_becomes_a_report(folder: Path) -> None:
    for _ in range(2):
        assert main(["report", "reports", "-o", "reports/report.html"]) == 0
    assert len(gather("reports/herald.txt").reports) == 1
    html = (folder / "report.html").read_text("utf-8")
    assert main(["report", "reports/herald.txt", "reports/post.txt", "-o", "direct.html"]) == 0
    assert Path("direct.html").read_text("utf-8") == html
    assert main(["read", "reports", "--case", "flood.db"]) == 0
    case = load("flood.db")
    assert [report.id for report in case.reports] == ["herald", "post"]
    assert case.failures[0].reason == "it is a page that stemmata wrote"


def test_a_case_in_the_folder_that_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        assert main(["read", "reports", "--case", "reports/flood.db"]) == 0
    assert "flood.db" not in capsys.readouterr().err


def test_standard_input() -> None:
    done = run("read", "-", "--case", "flood.db", stdin=HERALD.encode())
    assert done.returncode == 0, done.stderr
    assert [report.text for report in load("flood.db").reports] == [HERALD]
    done = run("read", "-", "--case", "none.db", stdin=b"")
    assert done.returncode == 1
    assert b"could not read standard input" in done.stderr


def test_titles_of_a_corpus() -> None:
    row = {
        "report": "post",
        "title": "Thousands flee",
        "outlet": "The Post",
        "published": "2031-05-05",
    }
    Path("reports.jsonl").write_text(json.dumps(row) + "\n")
    Path("figures.jsonl").write_text('{"id": "gold", "text": "99 boats sank."}\n')
    summary = stemmata.read(".", "flood.db")
    assert summary.new == 2
    (post,) = [report for report in load("flood.db").reports if report.id == "post"]
    assert (post.outlet, post.published) == ("The Post", "2031-05-05")


def missing(path: Path) -> None:
    assert not path.exists()


def empty(path: Path) -> None:
    path.touch()


def binary(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 40)


def one_long_line(path: Path) -> None:
    path.write_bytes(b"12 boats sank and " * 2_800_000)


def dangling(path: Path) -> None:
    path.symlink_to("vanished")


def endless(path: Path) -> None:
    path.symlink_to(path.name)


def pipe(path: Path) -> None:
    os.mkfifo(path)


def empty_folder(path: Path) -> None:
    path.mkdir()


def forbidden(path: Path) -> None:
    path.write_text("12 boats sank.")
    path.chmod(0)


def escapes(path: Path) -> None:
    path.with_name("a\x1b[2Jb\nc.txt").touch()


BAD = [
    (empty, "bad.txt", "empty"),
    (binary, "bad.txt", "."),
    (binary, "bad.jpg", "."),
    (one_long_line, "bad.txt", "."),
    (dangling, "bad.txt", "."),
    (endless, "bad.txt", "."),
    (pipe, "bad.txt", "regular"),
    (empty_folder, "bad", "no report"),
    (forbidden, "bad.txt", "may not be read"),
    (missing, "bad.txt", "no such file"),
]


@pytest.mark.parametrize(("make", "name", "reason"), BAD)
def test_bad_input_beside_good(
    capsys: pytest.CaptureFixture[str],
    make: Callable[[Path], None],
    name: str,
    reason: str,
    request: pytest.FixtureRequest,
) -> None:
    if make is forbidden:
        request.getfixturevalue("unprivileged")
    make(Path(name))
    assert main(["read", "reports", name, "--case", "flood.db"]) == 0
    said = capsys.readouterr()
    (line,) = said.err.splitlines()
    assert line.startswith(f"could not read {name}: ")
    assert reason in line
    assert f"Could not read 1: {name}." in said.out
    assert len(said.out.splitlines()) == 1
    case = load("flood.db")
    assert [report.id for report in case.reports] == ["herald", "post"]
    assert [failure.name for failure in case.failures] == [name]
    assert case.failures[0].remedy


@pytest.mark.parametrize(("make", "name", "reason"), BAD)
def test_bad_input_alone(
    capsys: pytest.CaptureFixture[str],
    make: Callable[[Path], None],
    name: str,
    reason: str,
    request: pytest.FixtureRequest,
) -> None:
    if make is forbidden:
        request.getfixturevalue("unprivileged")
    make(Path(name))
    for arguments in (["read", name, "--case", "new.db"], ["report", name, "-o", "new.html"]):
        assert main(arguments) == 1
        said = capsys.readouterr()
        (line,) = said.err.splitlines()
        assert line.startswith(f"could not read {name}: ") and reason in line
        assert said.out.startswith("0 reports read")
    assert not Path("new.db").exists() and not Path("new.html").exists()


def test_invalid_utf_8_never_ends_a_run(folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b"Flood\n\nBrandt said 12 boats sank \xff\xfe on Friday.\n")
    assert main(["read", "reports", "--case", "flood.db"]) == 0
    assert {"herald", "post"} <= {report.id for report in load("flood.db").reports}


def test_half_a_character_in_json() -> None:
    Path("rows.jsonl").write_text('{"id": "half", "text": "Brandt said 12 \\ud83d boats sank."}\n')
    assert main(["read", "reports", "rows.jsonl", "--case", "flood.db"]) == 0
    assert {"herald", "post"} <= {report.id for report in load("flood.db").reports}


def test_a_name_sends_the_terminal_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    escapes(folder / "x")
    assert main(["read", "reports", "--case", "flood.db"]) == 0
    said = capsys.readouterr()
    assert len(said.err.splitlines()) == len(said.out.splitlines()) == 1
    assert "\x1b" not in said.err + said.out
    assert r"a\x1b[2Jb\nc.txt" in said.err


@pytest.mark.parametrize("verb", ["read", "report", "export"])
def test_a_case_that_is_none(capsys: pytest.CaptureFixture[str], verb: str) -> None:
    Path("notes.txt").write_text("My notes.\n")
    with closing(sqlite3.connect("music.db")) as db, db:
        db.execute("CREATE TABLE songs (title TEXT)")
    before = Path("music.db").read_bytes()
    calls = {
        "read": [["read", "reports", "--case", case]
                 for case in ("notes.txt", "music.db", "reports", "no/x.db")],
        "report": [["report", "music.db", "-o", "x.html"]],
        "export": [["export", "notes.txt", "-o", "x"], ["export", "music.db", "-o", "x"],
                   ["export", "missing.db", "-o", "x"]],
    }  # fmt: skip
    for arguments in calls[verb]:
        assert main(arguments) == 1
        said = capsys.readouterr()
        assert said.out == ""
        (line,) = said.err.splitlines()
        assert line.startswith("stemmata: ") and line.endswith(tuple(".dbx"))
    assert Path("notes.txt").read_text() == "My notes.\n"
    assert Path("music.db").read_bytes() == before
    assert not Path("x").exists() and not Path("x.html").exists() and not Path("no").exists()


@pytest.mark.parametrize(
    ("out", "said"),
    [
        ("flood.db", "overwritten"),
        ("reports/post.txt", "overwritten"),
        ("reports", "is a folder"),
        ("no/report.html", "no folder"),
    ],
)
def test_a_page_where_none_can_be(
    folder: Path, capsys: pytest.CaptureFixture[str], out: str, said: str
) -> None:
    main(["read", "reports", "--case", "flood.db"])
    before = load("flood.db")
    capsys.readouterr()
    assert main(["report", "reports/post.txt", "-o", out]) == 1
    assert said in capsys.readouterr().err
    assert load("flood.db") == before
    assert (folder / "post.txt").read_text("utf-8") == POST


def test_a_case_among_reports_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    main(["read", "reports", "--case", "flood.db"])
    assert main(["report", "flood.db", "reports", "-o", "x.html"]) == 1
    assert "one case file alone" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        [], ["frobnicate"], ["read"], ["read", "x"], ["read", "--case", "x.db"], ["report", "x"],
        ["export", "x.db"], ["export", "x.db", "-o", "d", "--format", "xlsx"],
        ["export", "x.db", "-o", "d", "--policy", "foo"],
        ["export", "x.db", "-o", "d", "--estimate", "guess"],
        ["export", "a.db", "b.db", "-o", "d"], ["read", "x", "--case", "x.db", "--frob"],
    ],
)  # fmt: skip
def test_wrong_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert "usage: stemmata" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--help"], ["read", "--help"], ["--version"]])
def test_help_without_loading_a_model(arguments: list[str]) -> None:
    code = (
        "import sys; from stemmata.cli import main\n"
        f"try: main({arguments})\n"
        "except SystemExit as end: assert end.code == 0; assert 'spacy' not in sys.modules"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")}, check=False, capture_output=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert b"stemmata" in done.stdout


def test_the_policies_are_those_that_there_are() -> None:
    assert set(cli._POLICIES) == set(POLICIES)


def test_a_page_to_standard_output() -> None:
    assert main(["report", "reports", "-o", "page.html"]) == 0
    done = run("report", "reports", "-o", "-")
    assert (done.returncode, done.stdout) == (0, Path("page.html").read_bytes())
    assert done.stderr.decode().startswith("the page: 2 reports, ")
    done = run("report", "gone.txt", "-o", "-")
    assert (done.returncode, done.stdout) == (1, b"")
    assert not Path("-").exists()


def test_a_case_read_as_a_report(capsys: pytest.CaptureFixture[str]) -> None:
    main(["read", "reports", "--case", "flood.db"])
    Path("flood.txt").write_bytes(Path("flood.db").read_bytes())
    capsys.readouterr()
    for name in ("flood.db", "flood.txt"):
        assert main(["read", name, "--case", "new.db"]) == 1
        said = capsys.readouterr().err
        assert "it is a case file and no report" in said
        assert f"stemmata report {name} -o report.html" in said
    with closing(sqlite3.connect("music.db")) as db, db:
        db.execute("CREATE TABLE songs (title TEXT)")
    assert main(["read", "music.db", "--case", "new.db"]) == 1
    assert "case file" not in capsys.readouterr().err


def test_what_the_package_shows() -> None:
    code = "import sys, stemmata; print(*dir(stemmata)); assert 'spacy' not in sys.modules"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")}, check=True, capture_output=True,
    )  # fmt: skip
    names = done.stdout.decode().split()
    assert {"read", "report", "export", "gather", "Summary", "Case", "case"} <= set(names)
    assert not {"Any", "TYPE_CHECKING", "annotations", "version"} & set(names)
    assert all(hasattr(stemmata, name) for name in names)


@pytest.mark.parametrize("place", ["before", "after"])
def test_debug_shows_where(capsys: pytest.CaptureFixture[str], place: str) -> None:
    arguments = ["export", "missing.db", "-o", "x"]
    assert main(["--debug", *arguments] if place == "before" else [*arguments, "--debug"]) == 1
    assert "Traceback" in capsys.readouterr().err
    assert main(arguments) == 1
    assert "Traceback" not in capsys.readouterr().err


def test_the_status_of_a_process() -> None:
    assert run("read", "reports", "gone.txt", "--case", "flood.db").returncode == 0
    assert run("read", "gone.txt", "--case", "flood.db").returncode == 1
    assert run("read").returncode == 2
    assert run("--version").stdout.decode().startswith("stemmata ")


def test_a_reader_that_goes_away() -> None:
    main(["read", "reports", "--case", "flood.db"])
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "stemmata", "export", "flood.db", "-o", "x"],
        stdout=writer, stderr=subprocess.PIPE, check=False,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip
    os.close(writer)
    assert done.returncode == 1
    assert done.stderr == b""


def test_a_terminal_sees_how_far_it_is() -> None:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "stemmata", "read", "reports", "--case", "flood.db"],
        stdout=subprocess.PIPE, stderr=theirs,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src"), "TERM": "xterm"},
    )  # fmt: skip
    os.close(theirs)
    seen = b"".join(terminal(ours))
    out, _ = process.communicate(timeout=300)
    assert process.returncode == 0
    assert b"reading" in seen and b"2/2" in seen
    assert len(out.splitlines()) == 1


def terminal(descriptor: int) -> Iterator[bytes]:
    """What arrives at a terminal until its other end is closed."""
    with open(descriptor, "rb", buffering=0) as stream:
        while True:
            try:
                some = stream.read(4096)
            except OSError:
                return
            if not some:
                return
            yield some


class Stopping:
    """A standard input at which somebody presses Ctrl-C."""

    @property
    def buffer(self) -> Stopping:
        return self

    def read(self) -> bytes:
        raise KeyboardInterrupt


def test_ctrl_c(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", Stopping())
    assert main(["read", "-", "--case", "flood.db"]) == 130
    assert capsys.readouterr().err.startswith("stemmata: stopped")


@pytest.mark.parametrize("stage", ["reading", "tracing", "reconciling"])
def test_what_was_stopped_is_finished_by_the_next(stage: str) -> None:
    def stop(now: str, done: int, total: int) -> None:
        assert done <= total
        if now == stage:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stemmata.read("reports", "flood.db", progress=stop)
    if stage == "tracing":
        assert [report.id for report in load("flood.db").reports] == ["herald", "post"]
        assert load("flood.db").quantities == ()
    assert stemmata.read("reports", "flood.db").read == 2
    stemmata.read("reports", "whole.db")
    assert load("flood.db") == load("whole.db")
