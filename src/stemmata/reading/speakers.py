"""Whom a source phrase means, over the whole report.

A pronoun goes to the last speaker that it can agree with, a description to the
one speaker whose role or name has its head word, a surname or short form to the
first full form. Where two are left and nothing tells them apart, nobody is
named: unknown is an answer.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import replace

from stemmata.reading.english.nouns import (
    BODIES,
    DOCUMENT_WORDS,
    FIRMS,
    GROUPS,
    MEDIA,
    OUTLET_ENDS,
    OUTLETS,
    ROLES,
)
from stemmata.reading.likeness import (
    LIKE,
    WATCHERS,
    bodies_of,
    called,
    full,
    norm,
    personal,
    same_person,
    surname,
    watcher_of,
)
from stemmata.reading.names import Mention
from stemmata.reading.roles import Cast, Speaker, body_of, describe, role_words
from stemmata.reading.scene import Attribution, Range, Scene
from stemmata.reading.subjects import subject_before
from stemmata.reading.titles import around
from stemmata.reading.words import is_pronoun

# A subject goes on into the next sentence, so many words away at most.
NEAR = 24
# A body's name of so many words, small ones left out, is no short form of another.
FULL = 4
# A pronoun reaches back over so many attributions at most.
REACH = 8
_ANY_BODY = frozenset({"group", "body", "organisation", "organization", "agency", "it"})
# A single name behind these is more likely a place: "the correspondent in Orma".
_AT = frozenset({"in", "at", "near", "without"})
# Who speaks for a body, and for one that is known by then.
_MOUTHS = frozenset({"spokesman", "spokeswoman", "spokesperson", "ceo"})
_PAPERS = frozenset({"newspaper", "paper", "magazine", "daily", "weekly", "broadcaster"})
_OUTLETS = MEDIA | OUTLETS | OUTLET_ENDS


def resolve(
    at: Scene, found: Sequence[Attribution], named: Sequence[Mention]
) -> list[Speaker | None]:
    """The speaker of each attribution; `name` is None where it stays unknown."""
    cast = Cast(at.tokens, named)
    roll = _Roll(at, cast)
    out: list[Speaker | None] = []
    for k, one in enumerate(found):
        out.append(roll.speaker(one, _spoken_before(found, out, k)))
    return [roll.late(s) for s in out]


def _spoken_before(
    found: Sequence[Attribution], out: Sequence[Speaker | None], k: int
) -> Speaker | None:
    """Whose words a verb without a subject carries on: those of the last speaker before."""
    if not found[k].inherits or found[k].meant is not None:
        return None
    return next((out[n] for n in range(k - 1, -1, -1) if found[n].kind != "according"), None)


class _Roll:
    """The speakers of one report as far as it has been read.

    A class because who is meant depends on everyone who spoke before.
    """

    def __init__(self, at: Scene, cast: Cast) -> None:
        self.at = at
        self.cast = cast
        self._initials: dict[str, list[Speaker]] = {}
        self._like: dict[str, list[Speaker]] = {}
        self._introduced: list[int] = []
        self.persons = self._persons()
        self._like.clear()
        self.spoken: list[Speaker] = []
        self._heard: set[int] = set()
        self._people: dict[str | None, Speaker] = {}
        self._bodies = bodies_of(cast)
        self._watcher = watcher_of(cast)

    def _persons(self) -> list[Speaker]:
        """Every person named in the report: the first full form, with role and body."""
        cast, found = self.cast, list[Speaker]()
        for m in cast.named:
            placed = (
                m.last - m.first == 1 and cast.tokens[m.role - 1].lower in _AT if m.role else False
            )
            if m.kind != "person" or placed:
                continue
            first, last = around(self.at, cast, m)
            role = role_words(cast.tokens[first:last])
            body = body_of(cast, first, m.first, m) or body_of(cast, m.last, last, None)
            name = cast.words(m.first, m.last)
            same = next(iter(self._alike(name)), None)
            if same is None:
                found.append(Speaker(name, "person", body, role, head="", whole=name))
                self._introduced.append(cast.tokens[m.first].start)
                for letter in {name[0].lower(), surname(name)[0]}:
                    self._initials.setdefault(letter, []).append(found[-1])
                self._like.clear()
            else:
                same.role |= role
                same.organisation = same.organisation or body
                if len(name.split()) > len((same.name or "").split()) and full(name, same.name):
                    same.name = name
                    self._like.clear()
        return found

    def speaker(self, one: Attribution, before: Speaker | None) -> Speaker | None:
        """Resolve one attribution and remember who spoke; `before` is whom it carries on."""
        who = self._speaker(one, before)
        if who is not None and who.name is not None:
            self.spoken.append(who)
            self._heard.add(id(who))
            if personal(who):
                self._people[who.name] = who
        return who

    def _speaker(self, one: Attribution, before: Speaker | None) -> Speaker | None:
        phrase = one.meant if one.meant is not None else one.source
        if one.inherits and one.meant is None:
            return before
        if phrase is None:
            return None
        said = describe(self.cast, phrase)
        if said.kind != "person" and (short := self._surname_alone(phrase)) is not None:
            return short
        if (body := self._body_told(said, one)) is not None:
            return body
        if said.kind == "pronoun":
            return self._pronoun(said, phrase)
        if said.kind == "person":
            return self._person(said)
        return self._described(said)

    def _body_told(self, said: Speaker, one: Attribution) -> Speaker | None:
        """ "Orlex has offered 40 million, the buyout house said": it speaks of itself."""
        described = said.definite and said.name and said.name.islower() and not said.plural
        if not described or said.head not in FIRMS or not one.words or one.side != "before":
            return None
        first = one.words[0][0]
        own = next((m for m in self.cast.within(first, first + 2)), None)
        if own is None or own.kind not in {"organisation", "other"}:
            return None
        name = self.cast.words(own.first, own.last)
        return Speaker(name, "organisation", role=said.role, head=said.head, whole=name)

    def _surname_alone(self, phrase: Range) -> Speaker | None:
        """A word that the report has as a surname, though the tagger takes it for a noun."""
        token = self.cast.tokens[phrase[0]]
        if phrase[1] - phrase[0] > 1 or not token.text[:1].isupper() or is_pronoun(token):
            return None
        found = {id(p): p for p in self.persons if p.name and " " in p.name
                 and p.name.split()[-1] == token.text}  # fmt: skip
        return next(iter(found.values())) if len(found) == 1 else None

    def _recent(self) -> list[Speaker]:
        return self.spoken[-REACH:][::-1]

    def _pronoun(self, said: Speaker, phrase: Range) -> Speaker | None:
        if said.head in {"latter", "former", "both"}:
            return self._of_two(said.head, phrase)
        if said.head in {"he", "she"}:
            found = self._he(said.head, phrase)
            if found is not None and found.kind == "person":
                found.gender = found.gender or said.head
            return found or Speaker(None, "pronoun")
        if said.head == "they" and (goes_on := self._people_before(phrase)) is not None:
            return goes_on
        if said.head in {"it", "they"}:
            for s in self._recent():
                body = s.kind == "organisation" or (s.kind == "unnamed" and not s.plural)
                if (said.head == "it" and body and s.head not in ROLES) or (
                    said.head == "they" and (s.plural or s.kind == "organisation")
                ):
                    return s
        return Speaker(None, "pronoun")

    def _of_two(self, word: str, phrase: Range) -> Speaker:
        """ "The latter", "both": of the two who spoke last, or are named in the sentence before."""
        if word == "both" and self.spoken and self.spoken[-1].plural:
            return self.spoken[-1]
        told: list[Speaker] = []
        for s in self._recent():
            if s.name and all(s.name != t.name for t in told):
                told.append(s)
        pair = told[:2][::-1] if len(told) > 1 else self._named_before(phrase[0])
        if len(pair) != 2:
            return Speaker(None, "pronoun")
        if word == "both":
            return Speaker(f"{pair[0].name} and {pair[1].name}", "unnamed", plural=True)
        return pair[1 if word == "latter" else 0]

    def _named_before(self, first: int) -> list[Speaker]:
        """The persons named in the sentence before that of word `first`."""
        number = self.at.tokens[first].sentence
        if not number:
            return []
        before = self.at.parse.sentences[number - 1]
        named = (m for m in self.cast.within(before.first, before.last) if m.kind == "person")
        found = [self._find(self.cast.words(m.first, m.last)) for m in named]
        return [s for n, s in enumerate(found) if s is not None and s not in found[:n]]

    def _people_before(self, phrase: Range) -> Speaker | None:
        """ "They" after "Police are looking for a man": the plural subject goes on."""
        subject = subject_before(self.at, phrase[0])
        if subject is None or phrase[0] - subject[1] > NEAR:
            return None
        said = describe(self.cast, subject)
        people = said.plural or said.head == "police"
        return said if people and said.name and said.head in GROUPS else None

    def _he(self, word: str, phrase: Range) -> Speaker | None:
        fitting = [s for s in self._recent() if personal(s) and called(s, word)]
        if fitting:
            # The subject goes on; where somebody else spoke since, two may be meant.
            goes_on = fitting[0] is self.spoken[-1]
            one = len({s.name for s in fitting}) == 1
            return fitting[0] if goes_on or one else None
        people = bisect.bisect_left(self._introduced, self.cast.tokens[phrase[0]].start)
        if people == 1 and called(self.persons[0], word):
            return self.persons[0]
        # Nobody is named, and a body spoke last: "he" speaks for it.
        last = self.spoken[-1] if self.spoken else None
        body = last is not None and last.kind == "organisation" and last.head not in _OUTLETS
        return last if not people and body else None

    def _alike(self, name: str) -> list[Speaker]:
        """The persons whom `name` can mean; only those of like initials are compared."""
        if not name.strip():
            return []
        if name not in self._like:
            near = self._initials.get(surname(name)[0], [])
            self._like[name] = [p for p in near if p.name and same_person(p.name, name)]
        return self._like[name]

    def _find(self, name: str) -> Speaker | None:
        same = self._alike(name)
        if len(same) > 1:
            same = [p for p in same if id(p) in self._heard] or same
        return same[-1] if same else None

    def _person(self, said: Speaker) -> Speaker:
        known = self._find(said.name or "")
        if known is None:
            return said
        known.organisation = known.organisation or said.organisation or self._spoken_for(said)
        known.role |= said.role
        return known

    def _spoken_for(self, said: Speaker) -> str | None:
        """ "Spokesman Ann Lee" speaks for the one body that has spoken so far, if it did last.

        So does "its chairman, Ann Lee", whoever has spoken before it.
        """
        if not self.spoken or not said.role & (_MOUTHS | {"its"}):
            return None
        last = self.spoken[-1]
        if "its" in said.role and last.kind == "organisation" and last.head not in _OUTLETS:
            return last.name
        bodies = {s.name for s in self.spoken if s.kind == "organisation"}
        body = last.kind == "organisation" and last.head not in _OUTLETS
        return last.name if body and len(bodies) == 1 else None

    def _described(self, said: Speaker) -> Speaker:
        if said.kind == "organisation":
            known = self._find(said.name or "") if len((said.name or "").split()) == 1 else None
            return known if known is not None and not said.definite else self._body(said)
        if not said.definite or said.plural:
            return said
        if said.head in DOCUMENT_WORDS:
            return self._document(said)
        if said.head in ROLES:
            return self._role(said)
        return self._earlier(said) or said

    def _role(self, said: Speaker) -> Speaker:
        """ "The general": the one person, or the last, whose role is so called."""
        head = said.head
        if any(t in said.role for t in ("of", "for", "at")):
            return self._titled(said) or said
        fitting = [s for s in self._recent() if head in s.role and personal(s)]
        if fitting:
            several = len({s.name for s in fitting if s.kind == "person"}) > 1
            return Speaker(None, "unnamed", head=head) if several else fitting[0]
        known = [p for p in self.persons if head in p.role]
        if len(known) == 1:
            return known[0]
        people = self._people
        general = head in {"official", "man", "woman", "officer", "leader", "source"}
        return next(iter(people.values())) if general and len(people) == 1 else said

    def _titled(self, said: Speaker) -> Speaker | None:
        """ "The governor of X" after "X Governor Ann Lee": all its words are in her role."""
        words = said.role - {"the", "of", "for", "at", "in"}
        fitting = [p for p in self.persons if id(p) in self._heard and words <= p.role]
        return fitting[0] if len(fitting) == 1 else None

    def _document(self, said: Speaker) -> Speaker:
        """ "The statement" speaks for whoever spoke last; any other paper for itself."""
        if said.head in {"statement", "release", "communique", "communiqué", "bulletin", "letter"}:
            owner = said.organisation
            body = next((s for s in self._recent() if owner and s.name and
                         norm(owner) <= norm(s.name)), None)  # fmt: skip
            if body is not None or (self.spoken and not owner and "of" not in said.role):
                return body or self.spoken[-1]
        return self._earlier(said) or said

    def _earlier(self, said: Speaker) -> Speaker | None:
        """ "The inquiry" after "a joint inquiry of X and Y": the last with that head."""
        if len(said.role - {"the"}) > 1:
            return None
        return next((s for s in self._recent() if s.head == said.head and s.kind != "person"), None)

    def _body(self, said: Speaker) -> Speaker:
        name = said.name or ""
        full = self._longer(name)
        if full is not None:
            return replace(said, name=full)
        if said.head in _ANY_BODY | MEDIA or name.islower():
            fitting = self._common(said)
            if fitting is not None:
                return fitting
        if said.head in _PAPERS and said.definite and len(name.split()) == 1:
            return replace(said, name=self._paper() or name)
        return said

    def _paper(self) -> str | None:
        """ "The newspaper": the one outlet that the report names."""
        outlets = (m for m in self.cast.named if m.kind == "outlet")
        names = {self.cast.words(m.first, m.last) for m in outlets}
        return next(iter(names)) if len(names) == 1 else None

    def _common(self, said: Speaker) -> Speaker | None:
        words = norm(said.name or "")
        bodies = [s for s in self._recent() if s.kind == "organisation" and s.name]
        watching = bool(words & WATCHERS)
        watchers = WATCHERS - ({"watch"} if "monitor" in words else set())
        for s in bodies:
            if (
                words <= s.role
                or words <= norm(s.name or "")
                or (watching and (norm(s.name or "") | s.role) & watchers)
            ):
                return s
        head = {LIKE.get(said.head, said.head)}
        same = [s for s in bodies if head <= norm(s.name or "")]
        if same and len(words) == 1:
            return same[0]
        if said.head in _ANY_BODY and said.definite and len(words) == 1 and bodies:
            return bodies[0]
        return None

    def _longer(self, name: str) -> str | None:
        """The full name of a body that `name` is a short form of."""
        words = norm(name)
        if not words or name.islower() or len(words) >= FULL:
            return None
        rarest = min((self._bodies.get(w, []) for w in words), key=len)
        longer = [
            text
            for text, more in rarest
            if words < more
            and not any(w.isdigit() for w in more)
            and len(more) <= len(words) + 5
            and norm(text.split()[-1]) <= more
        ]
        forms = {frozenset(norm(t)) for t in longer}
        if forms and (len(forms) == 1 or all(max(forms, key=len) >= f for f in forms)):
            return max(longer, key=len) if words & BODIES or len(words) > 1 else None
        return None

    def late(self, said: Speaker | None) -> Speaker | None:
        """ "A monitor said", before the report names it: the one body that watches."""
        if said is None or said.kind == "person" or not (said.name and said.name.strip()):
            return said
        words = norm(said.name)
        last = said.name.split()[-1]
        plain = said.name.islower() or last in WATCHERS or said.name.lower() in WATCHERS
        if not words & WATCHERS or " and " in said.name or not plain:
            return said
        return replace(said, name=self._watcher, kind="organisation") if self._watcher else said
