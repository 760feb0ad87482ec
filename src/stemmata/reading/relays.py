"""Who passes on whose words: "Selwire, citing police, reported", "said Selwire, quoting X".

An outlet that cites somebody says it through them: the one cited is the source. So is
an outlet that no list knows, if its name is no person's, place's or other body's.
"""

from __future__ import annotations

from collections.abc import Sequence

from stemmata.reading.adjuncts import citing
from stemmata.reading.english.known_names import is_place, word_classes
from stemmata.reading.english.nouns import BODIES, GROUPS, MEDIA, OUTLET_ENDS, OUTLETS, ROLES
from stemmata.reading.english.parse import Sentence, Token
from stemmata.reading.phrases import phrase_after
from stemmata.reading.scene import Attribution, Range, Scene
from stemmata.reading.words import is_capital, is_pronoun

_CITING = frozenset({"citing", "quoting"})


def relay(at: Scene, sentence: Sentence, one: Attribution) -> None:
    """Make whom an outlet cites the source of what it reports, and the outlet its carrier."""
    if one.source is None or not passes(at.tokens, one.source):
        return
    cited = one.cited or _cited(at, sentence, one)
    if cited is not None and not (cited[0] < one.source[1] and one.source[0] < cited[1]):
        one.through.append(one.source)
        one.passed = one.source
        one.source = one.cited = cited


def passes(tokens: Sequence[Token], source: Range) -> bool:
    """True for a phrase that can name an outlet: by its words, or a name that nothing else has."""
    words = tokens[slice(*source)]
    if any(t.lower in MEDIA or t.lower in OUTLETS for t in words):
        return True
    plain = [t for t in words if t.lower not in {"the", "a", "an"}]
    if not plain or not all(is_capital(t) for t in plain) or is_pronoun(plain[0]):
        return False
    if any(t.lower in ROLES | GROUPS | BODIES - MEDIA for t in plain):
        return False
    if plain[-1].lower in OUTLET_ENDS and len(plain) < 5:
        return True
    name = plain[0]
    known = is_place(name.lower) or {"given", "surname"} & set(word_classes(name.lower))
    return len(plain) == 1 and not known and not _is_surname(tokens, name)


def _is_surname(tokens: Sequence[Token], name: Token) -> bool:
    """True where the report has the word behind another name: "Jean Mokonzi"."""
    return any(
        t.text == name.text and t.i > 0 and tokens[t.i - 1].tag[:3] == "NNP" and t.i != name.i
        for t in tokens
    )


def _cited(at: Scene, sentence: Sentence, one: Attribution) -> Range | None:
    """Whom "citing" names between source and cue, at the sentence's head, or at its end."""
    tokens, last = at.tokens, sentence.last
    assert one.source is not None
    if (beside := citing(tokens, one.source[1], last)) is not None:
        return beside
    if tokens[sentence.first].lower in _CITING:
        phrase = phrase_after(tokens, sentence.first + 1, last)
        return phrase if phrase is not None and tokens[phrase[1]].text == "," else None
    for k in range(one.end, last - 1):
        if tokens[k].text != "," or tokens[k + 1].lower not in _CITING or at.inside[k] >= 0:
            continue
        phrase = phrase_after(tokens, k + 2, last)
        if phrase is not None:
            one.words = [(a, min(b, k)) for a, b in one.words if a < k]
            return phrase
    return None


_HEARD = frozenset(
    {
        ("speaking", "to"), ("talking", "to"), ("quoted", "by"), ("cited", "by"),
        ("speaking", "on"), ("interviewed", "by"), ("speaking", "with"), ("interview", "with"),
        ("comments", "to"), ("remarks", "to"), ("statement", "to"), ("told", "to"),
        ("carried", "by"),
    }
)  # fmt: skip
# Who was spoken to stands at most so many words before the cue.
_FAR = 60


def spoken_to(at: Scene, sentence: Sentence, one: Attribution, i: int) -> None:
    """ "Speaking to X, he said", "the mayor, quoted by X, said": X may be an outlet."""
    tokens = at.tokens
    aside = one.words[0][0] if one.side == "after" and one.words else i
    for k in (*range(max(sentence.first, i - _FAR), i - 1), *range(i + 1, aside - 1)):
        pair = tokens[k].lower, tokens[k + 1].lower
        if pair in _HEARD and at.inside[k] < 0:
            phrase = phrase_after(tokens, k + 2, i if k < i else aside)
            if phrase is not None:
                one.through.append(phrase)
