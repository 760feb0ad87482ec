"""Nouns that tell what happened: "the arrest of 300 people", "an investment of $5 million"."""

from __future__ import annotations

from functools import cache

from stemmata.reading.english.ontology import action_class
from stemmata.reading.english.parse import Sentence, Token
from stemmata.reading.english.persons import listed
from stemmata.reading.english.verbs import is_verb, verb_lemma

# Nouns that tell a verb wherever they stand right before the number.
_OWN = {
    "toll": "die", "death": "die", "deaths": "die", "fatality": "die", "casualty": "injure",
    "control": "control", "killing": "kill", "slaying": "slay", "murder": "murder",
    "destruction": "destroy", "evacuation": "evacuate", "arrest": "arrest", "arrival": "arrive",
    "departure": "leave", "return": "return", "loss": "lose", "delivery": "deliver",
    "displacement": "displace", "injury": "injure", "detention": "detain", "release": "release",
}  # fmt: skip
# Nouns that tell one where "of" leads from them to the number, beside WordNet's.
_OF = {
    "sale": "sell", "theft": "steal", "seizure": "seize", "takeover": "take over",
    "shutdown": "shut down", "disappearance": "disappear", "abduction": "abduct",
    "kidnapping": "kidnap", "execution": "execute", "expulsion": "expel", "deportation": "deport",
    "imprisonment": "imprison", "conviction": "convict", "dismissal": "dismiss",
    "deployment": "deploy", "recruitment": "recruit", "hiring": "hire", "layoff": "lay off",
    "closure": "close", "cancellation": "cancel", "construction": "build", "demolition": "demolish",
    "vaccination": "vaccinate", "infection": "infect", "repatriation": "repatriate",
    "resettlement": "resettle", "drowning": "drown", "rape": "rape", "shooting": "shoot",
    "hanging": "hang", "beheading": "behead", "massacre": "massacre", "capture": "capture",
    "rescue": "rescue", "purchase": "buy", "donation": "donate", "discovery": "discover",
    "burial": "bury", "birth": "bear", "import": "import", "export": "export",
    "shipment": "ship", "withdrawal": "withdraw", "transfer": "transfer", "swap": "swap",
    "exchange": "exchange", "harm": "harm", "damage": "damage", "attack": "attack",
    "suspension": "suspend", "acquisition": "acquire",
}  # fmt: skip
# Nouns of WordNet's list that in reports name a body or a set more often than a doing.
_NO_DOING = frozenset(
    "administration association combination selection collection formation organization operation "
    "mission expedition delegation procession convention meeting gathering assembly crossing "
    "majority minority turnout attendance offering showing reading living saving savings earning "
    "beginning opening ending following training weighing population mixture measurement agreement "
    "settlement assessment statement announcement requirement amendment commitment engagement "
    "entertainment management treatment appearance distance performance assistance insurance "
    "maintenance allowance balance importance audience experience reference sentence evidence "
    "pressure procedure temperature expenditure exposure failure pleasure depth growth length "
    "strength width height weight birth death payment proceeding spending funding financing "
    "compensation reduction addition production consumption pollution corporation concentration "
    "circulation temperature position condition situation action section session".split()
)
# Verbs that leave it to their noun to say what is done.
_LIGHT = frozenset(
    "receive inflict undergo sustain place conduct stage report announce confirm launch "
    "witness perform require await".split()
)


@cache
def _wordnet() -> dict[str, str]:
    pairs = (pair.partition(":") for pair in listed("nominals_wordnet.txt"))
    return {noun: verb for noun, _, verb in pairs}


def own_nominal(noun: str) -> str | None:
    """The verb of a noun that tells one wherever it stands before a number."""
    return _OWN.get(noun)


def is_known_verb(lemma: str) -> bool:
    """True for a verb of the ontology, or one that WordNet saw in texts."""
    return lemma in listed("verbs_wordnet.txt") or action_class(lemma) is not None


def of_doing(
    tokens: list[Token], sentence: Sentence, at: int, hedges: frozenset[str]
) -> str | None:
    """The verb of a noun of doing that "of" ties to the number at token `at`."""
    k = at - 1
    while k > sentence.first and tokens[k].lower in hedges and tokens[k].lower != "of":
        k -= 1
    if k <= sentence.first or tokens[k].lower != "of" or tokens[k - 1].tag not in {"NN", "NNS"}:
        return None
    noun = tokens[k - 1].lemma
    if tokens[k - 1].lower in {"sales", "losses", "returns", "deliveries", "imports", "exports"}:
        return None
    if noun in _OF or noun in _OWN:
        return _OF.get(noun) or _OWN.get(noun)
    verb = None if noun in _NO_DOING else _wordnet().get(noun)
    return verb if verb and verb != noun and noun.endswith(_ENDINGS) else None


_ENDINGS = ("ion", "ment", "al", "ing", "ure", "ance", "ence", "ery", "age")


def by_light_verb(tokens: list[Token], sentence: Sentence, verb: int) -> str | None:
    """ "received treatment for", "inflicted harm on": the noun right after says what was done."""
    if verb_lemma(tokens[verb]) not in _LIGHT or verb + 2 >= sentence.last:
        return None
    k = verb + 1 + (tokens[verb + 1].tag in {"DT", "JJ"})
    if tokens[k].tag not in {"NN", "NNS"} or k + 1 >= sentence.last:
        return None
    if tokens[k + 1].tag not in {"IN", "TO", "."} or is_verb(tokens[k]):
        return None
    noun = tokens[k].lemma
    told = _OF.get(noun) or _OWN.get(noun) or _wordnet().get(noun)
    return None if told == noun and noun not in _OF else told
