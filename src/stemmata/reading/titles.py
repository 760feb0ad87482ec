"""What stands around a person's name and tells who it is: the role before it, the words behind."""

from __future__ import annotations

from stemmata.reading.english.nouns import ROLES
from stemmata.reading.names import Mention
from stemmata.reading.roles import Cast
from stemmata.reading.scene import Range, Scene
from stemmata.reading.words import finite, opens_relative


def around(at: Scene, cast: Cast, m: Mention) -> Range:
    """The name with the role before it and the apposition behind it."""
    tokens = cast.tokens
    sentence = at.parse.sentences[tokens[m.first].sentence]
    first, comma = m.role, m.role
    while first > sentence.first and m.first - first < 24:
        before = tokens[first - 1]
        if (
            before.tag[:2] in {"NN", "JJ"}
            or before.lower in {"of", "at", "for", "'s", "the", "in", "-", "a", "an", "to"}
            or (before.text == "," and tokens[first].lower in ROLES | {"head"})
        ):
            comma = first if before.text == "," else comma
            first -= 1
        else:
            break
    if first > sentence.first and tokens[first - 1].lower in {"with", "by", "on"}:
        # "In an interview with Vest, Governor Ann Lee said": she is not of Vest.
        first = comma
    role = any(t.lower in ROLES for t in tokens[first : m.first])
    first = first if role else m.role
    last = m.last
    if last < sentence.last and tokens[last].text == ",":
        stop = next((k for k in range(last + 1, min(sentence.last, last + 24))
                     if tokens[k].text in {",", ".", '"', ";"}), last)  # fmt: skip
        inner = tokens[last + 1 : stop]
        who = next((k for k, t in enumerate(inner) if opens_relative(t)), len(inner))
        acts = any(finite(t) for t in inner[:who])
        if any(t.lower in ROLES for t in inner) and not acts:
            last = stop
    elif last + 1 < sentence.last and tokens[last].lower in {"with", "of"} and m.role < m.first:
        # "Sgt. Ann Lee with the Orle River Authority".
        article = tokens[last + 1].lower == "the"
        body = next((b for b in cast.within(last + 1, last + 2 + article)
                     if b.kind == "organisation"), None)  # fmt: skip
        last = body.last if body is not None else last
    elif last < sentence.last and tokens[last].lower in ROLES and tokens[last].tag == "NN":
        last = min(sentence.last, last + 8)
    return first, last
