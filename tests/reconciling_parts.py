"""Invented readings, written short: a sentence with its number in square brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from stemmata.model import Figure, Origin, Reading, Report, Span

_MODIFIERS = ("more than", "at least", "less than", "up to", "about", "nearly")


def number(text: str) -> tuple[float, float | None]:
    """The bounds of "1,040", "93 %", "dozens"."""
    words = {"dozens": 24.0, "hundreds": 200.0, "two": 2.0, "three": 3.0, "half": 0.5}
    if text.lower() in words:
        low = words[text.lower()]
        return low, None if text.lower() in ("dozens", "hundreds") else low
    plain = float(re.sub(r"[^\d.]", "", text))
    plain = plain / 100 if "%" in text or "percent" in text else plain
    return plain, plain


def figure(
    report: str,
    at: int,
    sentence: Span,
    text: str,
    start: int,
    before: str,
    **fields: Any,
) -> Figure:
    """A figure of `text` at `start`; its hedge is what stands right before the bracket."""
    hedge = next((m for m in _MODIFIERS if before.rstrip().lower().endswith(m)), "exact")
    low, high = number(text)
    if hedge in ("more than", "at least"):
        high = None
    if hedge in ("less than", "up to"):
        low, high = None, low  # type: ignore[assignment]
    kind = "share" if "%" in text or text == "half" else "count"
    given: dict[str, Any] = {
        "modifier": hedge,
        "low": low,
        "high": high,
        "kind": kind,
        "unit": "%" if kind == "share" else "person",
        "thing": "people",
        "action": None,
        "place": None,
        "period": None,
        "source": None,
        "via": None,
        "quoted": False,
        "sentence": sentence,
    }
    given |= fields
    if isinstance(given.get("part_of"), int):
        given["part_of"] = f"{report}-{given['part_of']:02}"
    return Figure(f"{report}-{at:02}", report, start, start + len(text), text, **given)


def reading(
    report: str, published: str | None, *sentences: tuple[str, dict[str, Any]] | str
) -> Reading:
    """A report of sentences; each "[12]" in one is a figure with the fields beside it.

    Several figures of one sentence share its fields, or take them from a list
    under "each". A string alone is a sentence without figures.
    """
    text = ""
    figures: list[Figure] = []
    for one in sentences:
        marked, fields = (one, {}) if isinstance(one, str) else one
        plain = marked.replace("[", "").replace("]", "")
        span = Span(len(text), len(text) + len(plain))
        each = fields.get("each", [{}] * marked.count("["))
        common = {k: v for k, v in fields.items() if k != "each"}
        for match, own in zip(re.finditer(r"\[([^\]]+)\]", marked), each, strict=True):
            shift = marked[: match.start()].count("[") + marked[: match.start()].count("]")
            start = span.start + match.start() - shift
            figures.append(
                figure(
                    report, len(figures) + 1, span, match[1], start,
                    marked[: match.start()], **(common | own),
                )
            )  # fmt: skip
        text += plain + "\n\n"
    whole = Report(report, f"{report}.txt", report, text, (), published=published)
    return Reading(whole, (), tuple(figures))


def origin(name: str, figures: Sequence[str]) -> Origin:
    return Origin(
        name, name, "organisation", tuple(figures), (), (), (name,), "as given", "as given"
    )


RIVER = "the Orla valley"


def toll(text: str, action: str = "kill", **fields: Any) -> tuple[str, dict[str, Any]]:
    """A sentence of a flood's toll."""
    return text, {"action": action, "place": RIVER, **fields}
