"""The page: a case as one HTML file that needs no network and no script."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ..model import Case
from .answer import answer, comparison, remainder, setting
from .cards import questions
from .changes import changes
from .drawings import Tick
from .index import SEVERAL, UNRECORDED, Index, index
from .lineage import trees
from .numerals import counted
from .stemma import stemma
from .texts import texts
from .timeline import calendar, timeline
from .unknowns import methods, unknowns
from .wording import wording

# How many of a long list stand open before the rest is folded away.
OPEN_CARDS, OPEN_TREES, OPEN_NAMINGS, OPEN_DAYS, OPEN_PASSAGES = 12, 8, 8, 20, 40
OPEN_CHANGES = 12

_CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)

_KEY: tuple[tuple[str, str], ...] = (
    ("circle", "the number as such"),
    ("right", "more than, at least"),
    ("left", "less than, up to"),
    ("diamond", "about, nearly"),
    ("bar", "between two numbers"),
)


def page(case: Case, *, title: str | None = None, generated: str | None = None) -> str:
    """A case as one HTML document.

    `title` stands above the answer and in the browser's tab; without it the
    page is named by the number of its reports. `generated` is printed as it is,
    a date for instance; the page itself asks no clock. The same case gives the
    same page, and every word that is not the page's own is a span of a report
    or a word of the case's records.
    """
    found = index(case)
    return (
        _environment()
        .get_template("page.html")
        .render(
            title=title or f"{counted(len(case.reports), 'report')}, side by side",
            generated=generated,
            setting=setting(found),
            answer=answer(found),
            remainder=remainder(found),
            comparison=comparison(found),
            key=_key(found),
            questions=questions(found),
            stemma=stemma(found),
            trees=trees(found),
            passages=_passages(found),
            changes=changes(found),
            calendar=calendar(found),
            days=timeline(found),
            wording=wording(found),
            unknowns=unknowns(found),
            methods=methods(found),
            texts=texts(found),
            most={
                "cards": OPEN_CARDS,
                "trees": OPEN_TREES,
                "namings": OPEN_NAMINGS,
                "days": OPEN_DAYS,
                "passages": OPEN_PASSAGES,
                "changes": OPEN_CHANGES,
            },
        )
    )


def printable(value: Any) -> Any:
    """Text with each character that HTML forbids made visible, or replaced where it has no sign.

    C0 controls become the pictures that Unicode has for them (U+2400 and on);
    other controls, lone surrogates and non-characters become U+FFFD.
    """
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return _CONTROLS.sub(_picture, value)


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("stemmata.showing", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=printable,
    )
    environment.filters["counted"] = counted
    return environment


def _key(found: Index) -> dict[str, Any]:
    """The key to the drawings: shapes, and the origins with their letters and counts."""
    shapes = [
        (Tick("11", 11, form, SEVERAL, False, words, start="3", end="19"), words)  # type: ignore[arg-type]
        for form, words in _KEY
    ]
    shapes.append((Tick("11", 11, "circle", SEVERAL, True, "hollow"), "hollow: another scope"))
    unrecorded = len(found.figures) - len([i for i in found.figures if i in found.origin_of])
    return {
        "shapes": shapes,
        "origins": [(found.signs[o.id], o.name, found.figures_of(o)) for o in found.ranked],
        "unrecorded": (UNRECORDED, unrecorded),
    }


def _passages(found: Index) -> list[dict[str, Any]]:
    """Words that two reports share: those of two outlets first, the longest first."""
    known = [p for p in found.case.passages if p.a in found.labels and p.b in found.labels]
    return [
        {
            "a": (found.labels[p.a], found.places[f"report:{p.a}"]),
            "b": (found.labels[p.b], found.places[f"report:{p.b}"]),
            "earlier": found.labels.get(p.earlier or "", ""),
            "passage": p,
        }
        for p in sorted(known, key=lambda p: (p.one_outlet, -p.words))
    ]
