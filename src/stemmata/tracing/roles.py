"""Who a person is, by the words that stand beside the name in a report.

"X, head of the Y Agency, said", "Y Agency spokesman X said", "the Y's X": the
phrase before or after the name that holds a role word, and the body it names.
The method is that of pattern-based relation extraction (Hearst, 1992): few,
plain patterns, applied at every mention of the surname; the first that names a
body is taken.
"""

from __future__ import annotations

import re

from stemmata.tracing.nations import nations_in, plain, singular, word_set
from stemmata.tracing.organisations import ORGANISATION_NOUNS
from stemmata.tracing.standing import whole

ROLE_NOUNS = word_set(
    "head chief chairman chairwoman chair director deputy president minister premier chancellor "
    "governor governor-general gov mayor secretary spokesman spokeswoman spokesperson official "
    "officer general gen colonel commander commissioner inspector captain leader representative "
    "envoy ambassador senator member manager coordinator scientist professor analyst expert "
    "seismologist doctor nurse prosecutor judge sheriff superintendent lieutenant administrator "
    "adviser advisor executive founder author researcher economist engineer editor"
)
RANKS = word_set(
    "general gen colonel col major maj captain lieutenant lt lieutenant-general lieutenant-colonel "
    "major-general brigadier admiral sergeant inspector commander mr mrs ms dr senior snr comr "
    "inf"
)
# The holder of such an office speaks for the office itself: "Governor of X".
OFFICE_HOLDERS = word_set(
    "governor gov governor-general mayor president minister premier chancellor ambassador "
    "prosecutor sheriff"
)
BREAKS = re.compile(r"[.!?;:\"“”()]\s+|[;:\"“”()]|\s[-–—]\s|\n")
VERBS = word_set(
    "said says say told tells added adding stated noted stressed pointed announced according "
    "reported reports quoted was is were are has have had who that which as while but"
)
# "X, who leads operations for the Y Service,": the body stands in capitals behind the verb.
LEADS = (
    r"\s*,?\s*who (?:leads|heads|runs|directs|commands|speaks)"
    r"(?: (?:the )?(?:[A-Z][\w’'-]*-based )?(?:(?!an? |in )[a-z-]+ ){0,3}?(?:for|of|at)?)?"
    r"(?: the)? ?(?<= )(?![\w’'-]*-based)((?:[A-Z][\w’'-]*[ ]?(?:(?:of|for) (?:the )?)?)+)(?<! )"
)
LINKS = word_set("of at in for from with the to s")


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?['’]?|,", text)


def _bare(word: str) -> str:
    return re.sub(r"['’]s$", "", plain(word)).rstrip(".'")


def _is_rank(word: str) -> bool:
    return _bare(word).split("-")[-1] in RANKS or _bare(word) in RANKS


def _last(pattern: re.Pattern[str], text: str) -> int:
    ends = [m.end() for m in pattern.finditer(text)]
    return ends[-1] if ends else 0


def role_before(text: str, start: int) -> str:
    """The role phrase that ends where a name starts, else ""."""
    window = text[max(0, start - 160) : start]
    abbreviated = re.sub(r"\b(Gov|Gen|Lt|Col|Maj|Dr|Mr|Mrs|Ms|Snr|Comr|Inf|U\.S)\.", r"\1", window)
    words = _words(abbreviated[_last(BREAKS, abbreviated) :])
    kept: list[str] = []
    for word in reversed(words):
        bare = _bare(word)
        if word == ",":
            if not kept or all(_is_rank(w) for w in kept):
                continue
            break
        if bare in VERBS or (bare in {"the", "a", "an"} and not kept):
            break
        kept.insert(0, word)
    roles = [i for i, w in enumerate(kept) if _bare(w) in ROLE_NOUNS]
    if roles:
        first = next((i for i, w in enumerate(kept) if w[0].isupper() or i in roles), 0)
        return " ".join(kept[min(first, roles[0]) :])
    clause = window[_last(BREAKS, window) :]
    owner = re.search(r"((?:[A-Z][\w.]*\s)*[A-Z][\w.]*)['’]s?\s*(?:own )?$", clause)
    return f"of {owner.group(1)}" if owner else ""


def role_after(text: str, end: int) -> str:
    """The role phrase that follows a name, set off by a comma or not, else ""."""
    window = text[end : end + 140]
    leads = re.match(LEADS, window)
    if leads:
        return f"of {leads.group(1)}"
    opening = re.match(r"\s*,?\s*(?:who (?:is|heads|leads)\s+)?(?:the |a |an )?", window)
    words = _words(window[opening.end() if opening else 0 :])
    if words and _bare(words[0]) in {"from", "of"}:
        words = ["of", *words[1:]]
    elif not any(_bare(w) in ROLE_NOUNS for w in words[:3]):
        return ""
    kept: list[str] = []
    for word in words:
        bare = _bare(word)
        if word == "," or bare in VERBS or word.endswith("ing"):
            break
        kept.append(word)
        if word.endswith(".") and len(word) > 3:
            break
    return " ".join(kept).rstrip(".")


def role_body(role: str) -> str | None:
    """The body that a role phrase names: what stands after the last "of", "at" or
    "in" before a body's name, or before the role word; the office itself for a
    governor or a minister.
    """
    words = [w for w in role.split() if w != ","]
    ranked = [w for w in words if _bare(w) in ROLE_NOUNS]
    while len(words) > 1 and _is_rank(words[-1]):
        words.pop()
    bodies = [i for i, w in enumerate(words) if singular(_bare(w)) in ORGANISATION_NOUNS]
    roles = [i for i, w in enumerate(words) if _bare(w) in ROLE_NOUNS]
    if words[:1] == ["of"] and (bodies or re.search(r"\b[A-Z]", " ".join(words[1:2]))):
        return " ".join(words[1:])
    if not roles:
        # "Harbour Guard Commander": the rank was the role, and the body stands before it.
        return " ".join(words) if ranked and bodies[-1:] == [len(words) - 1] else None
    holder = [i for i in roles if _bare(words[i]) in OFFICE_HOLDERS]
    if holder and not [i for i in bodies if i < holder[0]]:
        return _office(words, holder[-1])
    if not bodies:
        return None
    before = range(bodies[-1])
    start = max((i for i in before if _bare(words[i]) in {"at", "in", "for"}), default=-1)
    if start < 0:
        first = bodies[0]
        start = max((i for i in range(first) if _bare(words[i]) in {"of", "from"}), default=-1)
    tail = words[start + 1 :]
    ends = [i for i, w in enumerate(tail) if _bare(w) in ROLE_NOUNS and i > 0]
    if start < 0 and ends:
        tail = tail[: ends[0]]
    return " ".join(w for w in tail) or None


def _office(words: list[str], holder: int) -> str | None:
    """The office of a governor, minister or mayor: with its place, or the words before it.

    None for a bare "Governor": whose, the phrase does not tell.
    """
    rest = words[holder + 1 :]
    if rest[:1] and _bare(rest[0]) in {"of", "for"}:
        return " ".join(words[holder:])
    before = [w for w in words[:holder] if _bare(w) not in {"deputy", "vice", "the"}]
    return " ".join([*before, words[holder]]) if before else None


def resolve_body(phrase: str, text: str, start: int) -> str:
    """A body that the report names in full before: "the agency", "the team" from "a team
    of experts from the governorate". The phrase itself where nothing fits.
    """
    words = [w for w in phrase.split() if _bare(w) not in {"the", "its", "this", "that"}]
    if len(words) != 1 or words[0][0].isupper():
        return phrase
    noun, before = re.escape(words[0]), text[:start]
    if words[0] not in before:
        return phrase
    from_body = re.findall(
        rf"\b[Aa]n? (?:\w+ )?{noun}(?: of \w+)? (?:from|of) ((?:the )?[\w-]+"
        r"(?: (?:of|in)(?: the)? [A-Z]\w+(?: \w+)?)?)",
        before,
    )
    if from_body:
        return str(from_body[-1])
    for match in reversed(list(re.finditer(rf"((?:[\w'’-]+ ){{1,5}}){noun}\b", before))):
        kept: list[str] = []
        for word in reversed(match.group(1).split()):
            if _bare(word) in LINKS | VERBS | {"a", "an", "this", "that", "its", "by"}:
                break
            kept.insert(0, word)
        if kept:
            return " ".join([*kept, words[0]])
    return phrase


def mentions(text: str, surname: str) -> list[tuple[int, int]]:
    """Where a surname stands in a text as a whole word, its given names included."""
    if surname not in text:
        return []
    pattern = rf"(?:\b[A-Z][\w.’'-]*\s+){{0,3}}?\b{re.escape(surname)}\b"
    return [m.span() for m in re.finditer(pattern, text)]


def body_beside(text: str, name: str) -> str | None:
    """The body for which a named person speaks, by the words beside the name; None if none."""
    found = list(whole(name, text))
    found = found or mentions(text, name.split()[-1])
    for start, end in found[:12]:
        for role in (role_before(text, start), role_after(text, end)):
            if role and (phrase := role_body(role)):
                return resolve_body(phrase, text, start)
    return None


def leader_nation(text: str, surname: str) -> str | None:
    """The country whose president, premier or monarch the report says a person is."""
    title = r"(?:[Pp]resident|[Pp]rime [Mm]inister|[Pp]remier|[Kk]ing|[Cc]hancellor|[Ll]eader)"
    name = rf"(?:[A-Z][\w’'-]*\s){{0,3}}?{re.escape(surname)}"
    if surname not in text:
        return None
    for match in re.finditer(rf"\s{title}\s{name}\b", text):
        before = re.search(r"[\w. ’']{3,24}$", text[max(0, match.start() - 24) : match.start()])
        found = nations_in([_bare(w) for w in before.group().split()] if before else [])
        if found:
            return found[-1]
    return None
