"""The page of a case: its first line, what it shows, and that nothing in a report can break it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings

from cases import cases, flood
from floods import FIGURES, TEXTS, large, small
from stemmata.model import Case, Edge, Failure, Figure, Origin, Quantity, Relation, Report, Span
from stemmata.showing.answer import answer, comparison, remainder, setting
from stemmata.showing.drawings import Scale, parts, scale_for, shape, strip
from stemmata.showing.index import index, letter
from stemmata.showing.numerals import amount, plain, reach
from stemmata.showing.page import page, printable
from stemmata.showing.stemma import MOST_LINKS, MOST_REPORTS, stemma
from stemmata.showing.wording import wording

VOID = {"meta", "br"}


class Read(HTMLParser):
    """A page read back: its tags in balance, its ids, its links, its text and its full texts."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str, str]] = []
        self.headings: list[str] = []
        self.text = ""
        self.full: list[str] = []
        self.inside: int | None = None
        self.feed(html)
        self.close()
        assert not self.open, f"never closed: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(tag)
        if tag not in VOID:
            self.open.append((tag, dict(attrs)))
        if tag == "div" and dict(attrs).get("class") == "text":
            self.inside = len(self.open)
            self.full.append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open[-1][0] == tag, f"</{tag}> closes {self.open[-1:]}"
        if self.inside == len(self.open):
            self.inside = None
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1][0] != "style":
            self.text += data
        if self.inside is not None:
            self.full[-1] += data

    def values(self, name: str) -> list[str]:
        return [value for _, key, value in self.attributes if key == name]


def check(case: Case, html: str) -> Read:
    """What holds of the page of any case."""
    read = Read(html)
    assert read.full == [printable(r.text) for r in case.reports]
    ids = read.values("id")
    assert len(ids) == len(set(ids))
    assert {h[1:] for h in read.values("href") if h.startswith("#")} <= set(ids)
    loading = {"script", "link", "img", "iframe", "object", "embed", "form", "base", "video"}
    assert not loading & set(read.tags)
    assert not {"src", "srcset", "action", "poster", "xlink:href"} & {
        a for _, a, _ in read.attributes
    }
    assert not [a for _, a, _ in read.attributes if a.startswith("on") or a == "style"]
    outward = {(tag, v) for tag, a, v in read.attributes if a == "href" and v[:1] != "#"}
    assert all(tag == "a" and re.match("https?://", v, re.I) for tag, v in outward)
    levels = [int(h[1]) for h in read.headings]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))
    html.encode()
    return read


def told(figures: int, *origins: int) -> Case:
    """A case of so many figures, of which each origin gave as many as said."""
    text = "1 " * figures
    report = Report("r", "r.txt", "0" * 64, text, ())
    made = [replace(FIGURES[0], id=f"f{n}", report="r", start=2 * n, end=2 * n + 1, text="1",
                    sentence=Span(0, len(text))) for n in range(figures)]  # fmt: skip
    ids = iter(f.id for f in made)
    found = tuple(
        Origin(f"o{n}", f"Office {n + 1}", "organisation", tuple(next(ids) for _ in range(gave)),
               (), ("r",), (), "named source", "one name")
        for n, gave in enumerate(origins)
    )  # fmt: skip
    return Case(reports=(report,), figures=tuple(made), origins=found)


@pytest.mark.parametrize(
    ("case", "line"),
    [
        (Case(), "No report could be read."),
        (told(0), "1 report, and no figure found in them."),
        (told(1), "One figure was found, and no origin is recorded for it."),
        (told(1, 1), "The one figure goes back to one origin: Office 1."),
        (told(7), "No origin is recorded for any of the 7 figures."),
        (told(66, 66), "All 66 figures go back to one origin: Office 1."),
        (told(66, 57), "All but 9 of 66 figures go back to one origin: Office 1."),
        (told(66, 57, 4), "All but 9 of 66 figures go back to one origin: Office 1."),
        (told(2000, 1999), "All but 1 of 2,000 figures go back to one origin: Office 1."),
        (
            told(66, 40, 3),
            "All but 3 of the 43 figures with a recorded origin go back to one: Office 1. "
            "For the other 23 of 66 no origin is recorded.",
        ),
        (
            told(66, 41),
            "All 41 figures with a recorded origin go back to one: Office 1. "
            "For the other 25 of 66 no origin is recorded.",
        ),
        (told(66, 2), "2 of 66 figures go back to one origin: Office 1; "
                      "for 64 no origin is recorded."),
        (
            told(80, 12, 10, 8, 7, 5),
            "42 of 80 figures go back to 5 independent origins; for 38 no origin is recorded.",
        ),
        (told(30, 20, 10), "All 30 figures go back to 2 independent origins."),
        (told(3, 1), "1 of 3 figures goes back to one origin: Office 1; "
                     "for 2 no origin is recorded."),
    ],
)  # fmt: skip
def test_the_first_line_says_how_many_figures_go_back_to_how_many_origins(
    case: Case, line: str
) -> None:
    assert answer(index(case)) == line
    assert line in Read(page(case)).text


@pytest.mark.parametrize(
    ("case", "line"),
    [
        (
            told(66, 57, 4),
            "Of the rest, 4 go back to 1 other origin and for 5 no origin is recorded.",
        ),
        (told(66, 66), ""),
        (told(66, 57), "Of the rest, for 9 no origin is recorded."),
        (told(80, 12, 10), "The largest, Office 1, gave 12."),
        (told(66, 40, 3), ""),
        (told(4), ""),
    ],
)
def test_the_second_line_says_where_the_rest_comes_from(case: Case, line: str) -> None:
    assert remainder(index(case)) == line


def test_pairs_are_counted_once_between_reports_and_without_parts() -> None:
    case = small()
    twice = replace(case, relations=case.relations + case.relations[:3])
    line = (
        "The 20 figures answer 10 questions; 4 of these are answered by more than one report. "
        "10 pairs of figures from different reports were compared: "
        "3 agree, 2 round, 2 update, 1 conflicts and 2 differ in scope."
    )
    assert comparison(index(case)) == comparison(index(twice)) == line
    assert setting(index(case)) == "5 reports by 4 outlets, 1 with no outlet named"


def test_no_conflict_is_said() -> None:
    case = small()
    case = replace(case, relations=tuple(r for r in case.relations if r.relation == "agrees"))
    assert comparison(index(case)).endswith("were compared: 3 agree and none conflict.")


@pytest.mark.parametrize(
    ("value", "kind", "unit", "said"),
    [
        (1096, "count", "person", "1,096"),
        (0.93, "share", "%", "93 %"),
        (1 / 3, "share", "%", "33.33 %"),
        (-0.2, "change", "%", "-20 %"),
        (78.5, "measure", "km2", "78.5 km²"),
        (1_200_000, "measure", "USD", "1,200,000 USD"),
        (7.1, "measure", "M", "magnitude 7.1"),
        (0.0004, "measure", "t", "0.0004 t"),
        (0, "count", "item", "0"),
    ],
)
def test_amounts(value: float, kind: str, unit: str, said: str) -> None:
    assert amount(value, kind, unit).replace("\N{NO-BREAK SPACE}", " ") == said


def bounded(modifier: str, low: float | None, high: float | None, **more: object) -> Figure:
    return replace(FIGURES[0], modifier=modifier, low=low, high=high, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("figure", "words", "form"),
    [
        (bounded("exact", 43, 43), "43", "circle"),
        (bounded("more than", 1000, None), "more than 1,000", "right"),
        (bounded("at least", 43, None), "at least 43", "right"),
        (bounded("up to", None, 12), "up to 12", "left"),
        (bounded("less than", None, 12), "less than 12", "left"),
        (bounded("about", 8500, 8500), "about 8,500", "diamond"),
        (bounded("nearly", None, 2000), "nearly 2,000", "diamond"),
        (bounded("between", 30, 40), "30 to 40", "bar"),
        (bounded("between", 0.3, 0.4, kind="share", unit="%"), "30 to 40 %", "bar"),
        (bounded("exact", 24, None, text="dozens"), "at least 24", "right"),
        (bounded("exact", None, None, text="some"), "some", "right"),
    ],
)
def test_a_modifier_is_a_word_and_a_shape(figure: Figure, words: str, form: str) -> None:
    assert reach(figure).replace("\N{NO-BREAK SPACE}", " ") == words
    assert shape(figure) == form


@pytest.mark.parametrize(
    ("values", "scale"),
    [
        ((52, 52), None),
        ((1000, 1096), Scale(1000, 1096)),
        ((25, 80), Scale(0, 80)),
        ((2, 90_000), Scale(2, 90_000, logarithmic=True)),
        ((-5, 5), Scale(-5, 5)),
    ],
)
def test_scales(values: tuple[float, ...], scale: Scale | None) -> None:
    assert scale_for([bounded("exact", v, v) for v in values]) == scale


@pytest.mark.parametrize("number", [2, 5, 40, 2000])
@pytest.mark.parametrize("spread", [1, 3, 500])
def test_a_strip_counts_every_figure_and_stays_low(number: int, spread: int) -> None:
    figures = [
        bounded(("exact", "about")[n % 2], 100 + n % spread, 100 + n % spread, id=f"f{n}")
        for n in range(number)
    ]
    drawn = strip(index(Case(figures=tuple(figures))), figures)
    assert drawn is not None
    assert sum(t.count for t in drawn.ticks) == number
    assert drawn.height <= 400
    assert drawn.flat == (spread == 1)


def test_ticks_of_a_strip_do_not_overlap() -> None:
    figures = [bounded("exact", v, v, id=f"f{v}") for v in (100, 101, 102, 150, 200, 200.5)]
    drawn = strip(index(Case(figures=tuple(figures))), figures)
    assert drawn is not None
    at = [(float(t.x.rstrip("%")) * 3.3, t.y) for t in drawn.ticks]
    for n, (x, y) in enumerate(at):
        assert all(abs(x - a) >= 21.9 or abs(y - b) >= 21.9 for a, b in at[n + 1 :])


def test_parts_stand_inside_their_own_wholes_on_one_scale() -> None:
    found = index(small())
    drawn = parts(found, found.known(["wire-4", "lantern-4"]))
    assert [(p.part, p.whole) for p in drawn] == [
        ("412 children", "1,096 villagers"),
        ("more than 600 children", "2,300 evacuees"),
    ]
    assert [p.outer for p in drawn] == ["47.65%", "100.00%"]
    assert drawn[0].inner == "37.59%"


def test_wording_keeps_quotation_apart_and_shows_words_of_the_reports() -> None:
    rows = wording(index(small()))
    moved = next(n for n in rows if "villagers" in n.words)
    assert moved.words == ("displaced people", "residents", "villagers")
    assert [([w.text for w in v.own], [w.text for w in v.quoted]) for v in moved.voices] == [
        ([], ["villagers"]), (["residents"], []), (["displaced people"], []),
    ]  # fmt: skip
    everything = " ".join(TEXTS.values()).casefold()
    lemmas = {f.action for f in FIGURES} | {f.head for f in FIGURES}
    assert all(w in lemmas or w.casefold() in everything for n in rows for w in n.words)


def test_what_differs_comes_first_then_what_moved_then_what_agrees() -> None:
    read = check(small(), page(small()))
    order = [
        "Where they differ", "How many people are missing?", "What share of the lower valley",
        "Where figures moved on", "How many people died", "How many people left Ostrel?",
        "Where they agree", "How many evacuees are there?", "Told by one report only",
        "The stemma", "The timeline", "What each calls it", "What is not known", "The method",
        "The reports, as read",
    ]  # fmt: skip
    main = read.text[read.text.index("One mark is one figure") :]
    places = [main.index(words) for words in order]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "words",
    [
        "1,096 lies in “more than 1,000”",
        "the same number, but of “the lower valley” and of “the district”",
        "parts of different wholes: 1,096 villagers, 2,300 evacuees",
        "most specific from most origins: the exact number of the origin",
        "low 43, high 57",
        "1 report has no date of publication:",
        "1 report names no outlet:",
        "scan.bin: no text: the file is binary",
        "1 question has no best value:",
        "8 figures have no recorded origin.",
        "30,000,000 to 40,000,000 crowns",
        "3 May 2031",
        "“on Tuesday”".strip("“”"),
        "also written: Ana Brodek, Ana Brodeck",
        "the same speaker under another spelling",
    ],
)
def test_the_page_says(words: str) -> None:
    said = re.sub(r"\s+", " ", Read(page(small())).text)
    assert words in said


def test_every_figure_leads_to_its_sentence_and_every_hash_is_there() -> None:
    case = small()
    read = Read(page(case, title="The flood", generated="7 May 2031"))
    linked = set(read.values("href"))
    found = index(case)
    assert all(f"#{found.anchors[f.id]}" in linked for f in case.figures)
    assert all(r.sha256 in read.text for r in case.reports)
    assert "The flood" in read.text and "7 May 2031" in read.text
    assert ("a", "href", "https://meridian.example/ostrel") in read.attributes


def test_what_changed_on_the_way_is_told_in_the_words_of_both_reports() -> None:
    said = re.sub(r"\s+", " ", Read(page(flood())).text)
    told = said[said.index("What changed on the way") :]
    assert "The number: 1,204 in The Herald, More than 1,200 in =Post." in told
    assert "It came in with =Post." in told
    assert "one remark of one number" in told
    assert "What changed on the way" not in Read(page(small())).text


def test_the_same_case_gives_the_same_page() -> None:
    assert page(small()) == page(small())


HOSTILE = (
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
    "</style></title></div></details><b>", "{{ 7 * 7 }}{% raw %}",
    "\u202egnp.exe \u05d0\u05d1\u05d2",
    "nul\x00 bell\x07 escape\x1b[31m c1\x85", "lone \ud800 surrogate \uffff", "&lt;b&gt; &amp;",
    "javascript:alert(1)", "\u0627\u0644\u0641\u064a\u0636\u0627\u0646 43",
)  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_in_a_report_can_break_the_page(words: str) -> None:
    text = f"{words} 43 {words}"
    start = text.index(" 43 ") + 1
    figure = replace(
        FIGURES[0], id=words, report=words, start=start, end=start + 2, thing=words, action=words,
        place=words, period=words, source=words, via=words, head=words, organisation=words,
        unit=words, sentence=Span(0, len(text)),
    )  # fmt: skip
    other = replace(figure, id=words + "2", report=words + "2", head="x" + words)
    reports = [
        Report(i, words, words, text, (), words, words, words, words, words, words)
        for i in (words, words + "2")
    ]
    base = small().quantities[0]
    quantity = replace(
        base, id=words, question=words, unit=words, figures=(figure.id, other.id), method=words,
        reports=(words, words + "2"), origins=(words,), unknown=(), reason=words,
        estimate=replace(base.estimate, method=words, reason=words),
    )  # fmt: skip
    case = Case(
        reports=tuple(reports),
        failures=(Failure(words, words, words),),
        figures=(figure, other),
        origins=(Origin(words, words, "person", (figure.id,), (), (words,), (words, "b" + words),
                        words, words),),
        quantities=(quantity,),
        relations=(Relation(figure.id, other.id, "conflicts", words, words, words),),
        edges=(Edge(words, words + "2", "said to", True, words),
               Edge(f"via:{words}", words, "quoted through", False, words)),
    )  # fmt: skip
    html = page(case, title=words, generated=words)
    read = check(case, html)
    assert printable(words) in read.text
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\uffff]", html)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(cases())
def test_any_case_has_a_page(case: Case) -> None:
    check(case, page(case))


def test_two_figures_that_share_words_both_have_a_place() -> None:
    text = "two of the three bridges"
    whole = replace(FIGURES[0], id="a", report="r", start=0, end=16, text=text[:16])
    inner = replace(FIGURES[0], id="b", report="r", start=11, end=16, text="three")
    same = replace(inner, id="c")
    case = Case(reports=(Report("r", "r.txt", "0", text, ()),), figures=(whole, inner, same))
    read = check(case, page(case))
    assert {"figure-1", "figure-2", "figure-3"} <= set(read.values("id"))


def test_records_that_point_nowhere_are_passed_over() -> None:
    case = small()
    gone = replace(case, reports=case.reports[1:], figures=case.figures[3:])
    check(gone, page(gone))
    bare = replace(gone, figures=(), quantities=(), origins=())
    check(bare, page(bare))
    assert isinstance(case.quantities[0], Quantity)


def test_two_hundred_reports_make_a_page_that_opens() -> None:
    case = large(200, 2000)
    html = page(case)
    check(case, html)
    assert len(html) < 5_000_000
    assert html.count('class="card') == sum(
        1 for q in case.quantities if len({i.split("-")[0] for i in q.figures}) > 1
    )


@pytest.mark.parametrize("reports", [1, 5, 60, 200])
def test_the_stemma_stays_legible_and_says_what_it_leaves_out(reports: int) -> None:
    case = large(reports, reports * 10)
    found = index(case)
    drawn = stemma(found)
    assert drawn is not None
    assert len([n for n in drawn.nodes if n.layer in ("report", "copy")]) <= MOST_REPORTS
    origins = [n for n in drawn.nodes if n.layer == "origin"]
    direct = [e for e in drawn.links if e.colour]
    assert len(origins) == 1 or len(direct) <= MOST_LINKS
    if len(origins) < len(case.origins):
        assert f"{len(case.origins) - len(origins)} origin" in drawn.left_out
    for node in drawn.nodes:
        assert 0 <= node.x <= drawn.width and 0 <= node.y <= drawn.height


@pytest.mark.parametrize(("inferred", "layers"), [(False, "copy"), (True, "report")])
def test_only_a_known_copy_stands_right_of_what_it_copies(inferred: bool, layers: str) -> None:
    case = small()
    case = replace(case, edges=(*case.edges[:-1], replace(case.edges[-1], inferred=inferred)))
    drawn = stemma(index(case))
    assert drawn is not None
    assert next(n.layer for n in drawn.nodes if n.key == "leaflet") == layers


@pytest.mark.parametrize(
    ("number", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (702, "AAA")]
)
def test_letters(number: int, letters: str) -> None:
    assert letter(number) == letters


def test_plain_numbers_have_no_needless_decimals() -> None:
    assert [plain(v) for v in (3.0, 3.10, 1234567.891, 1e14, 2e40)] == [
        "3", "3.1", "1,234,567.89", "100,000,000,000,000", "2e+40",
    ]  # fmt: skip


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


STYLE = files("stemmata.showing").joinpath("templates/style.css").read_text(encoding="utf-8")
COLOURS = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", STYLE))


@pytest.mark.parametrize("name", ["c1", "c2", "c3", "c4", "c5", "c6", "c7", "more", "none"])
def test_white_letters_stand_out_on_every_origins_colour(name: str) -> None:
    assert contrast(COLOURS[name], "#ffffff") >= 4.5


@pytest.mark.parametrize("colour", [COLOURS["ink"], COLOURS["soft"], "#767069"])
def test_words_stand_out_on_the_paper(colour: str) -> None:
    assert contrast(colour, COLOURS["paper"]) >= 4.5


def test_badges_stand_out() -> None:
    badges = re.findall(r"\.badge\.[\w-]+ \{ color: (#\w{3,6}); background: (#\w{6})", STYLE)
    assert len(badges) == 5
    for ink, ground in badges:
        assert contrast("#ffffff" if ink == "#fff" else ink, ground) >= 4.5


def test_the_style_loads_nothing() -> None:
    assert "url(" not in STYLE and "@import" not in STYLE
