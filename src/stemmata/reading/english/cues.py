"""The words by which English says that somebody said something.

The verbs were written down by their senses, not counted out of a corpus. Their
classes follow what a verb commits the writer to: whoever "said" may be right,
whoever "claimed" is doubted, whoever "denied" says that it is not so (compare
the reporting verbs of Thompson and Ye 1991 and the factuality classes of
FactBank, Sauri and Pustejovsky 2009).
"""

from __future__ import annotations

from stemmata.model import CueClass


def word_set(text: str) -> frozenset[str]:
    """The words of a list written as one text."""
    return frozenset(text.split())


# fmt: off
NEUTRAL = (
    "say tell add note report state announce declare remark comment observe mention reply answer "
    "respond write describe explain quote cite relate recount disclose inform brief advise notify "
    "continue read testify speak talk tweet post publish broadcast record register list identify "
    "name call refer recall release communicate summarise summarize reiterate repeat echo clarify "
    "elaborate specify detail outline chant shout yell cry whisper mutter joke quip exclaim "
    "proclaim opine posit muse retell pronounce explicate intone murmur mumble drawl "
    "narrate chronicle document show ask inquire enquire question wonder interject "
    "blog caption headline relay signal cover dub label term characterise characterize portray "
    "discuss address interview sum conclude put peg count log tally email phone message text"
)
ASSERTIVE = (
    "stress emphasise emphasize underline underscore highlight insist assert affirm reaffirm "
    "confirm maintain contend argue reveal indicate warn caution alert accuse blame charge "
    "criticise criticize condemn denounce deplore lament complain protest object praise hail "
    "welcome applaud acknowledge admit concede confess recognise recognize accept agree "
    "establish determine demonstrate prove verify certify find discover detect rule decide "
    "judge order instruct demand urge appeal call request recommend propose suggest advocate "
    "press counter retort rebut hit slam blast lambast rebuke chide scold point attribute "
    "credit estimate calculate compute assess project predict forecast foresee diagnose attest "
    "corroborate boast brag preach lecture remind teach tout trumpet defend justify apologise "
    "apologize congratulate thank salute mourn bemoan endorse back support approve slate decry "
    "deride mock ridicule oppose convince scoff sneer snap fume rail vent plead beg pray "
    "encourage attack chastise reference assail berate laud liken invoke extol vilify disparage "
    "belittle champion castigate decry bash savage upbraid admonish implore exhort "
    "surmise deduce infer corroborate gripe grumble marvel moralize moralise rejoice gush enthuse "
    "counsel vouch testify unveil link knock"
)
DOUBTING = (
    "claim allege purport pretend speculate rumour rumor profess suspect insinuate imply hint"
)
DENYING = (
    "deny refute reject dismiss dispute disavow disclaim contradict rebuff repudiate renounce "
    "disagree doubt contest challenge downplay retract recant withdraw refuse decline discount"
)
PROMISING = (
    "promise vow pledge swear threaten guarantee undertake commit offer assure reassure plan "
    "intend volunteer"
)
BELIEF = (
    "think believe feel know hope fear expect consider regard view see assume guess imagine "
    "reckon suppose presume want wish understand realise realize learn hear remember forget "
    "worry conceive dream deem hold figure trust anticipate envisage envision favour favor prefer "
    "mean intend aim seek desire regret appreciate resent dread admire despise fret yearn "
    "suspect surmise crave"
)
# fmt: on

_CLASSES: tuple[tuple[str, CueClass], ...] = (
    (NEUTRAL, "neutral"),
    (ASSERTIVE, "assertive"),
    (DOUBTING, "doubting"),
    (DENYING, "denying"),
    (PROMISING, "promising"),
    (BELIEF, "belief"),
)
CLASSES: dict[str, CueClass] = {
    verb: name for verbs, name in _CLASSES[::-1] for verb in verbs.split()
}

# Verbs that report speech whatever stands around them: a subject or a quotation is enough.
# fmt: off
STRONG = word_set(
    "say tell add reiterate stress emphasise emphasize insist assert declare announce reply "
    "remark quip argue contend concede tweet explain allege claim warn report state note confirm "
    "deny reveal write testify admit acknowledge recount exclaim affirm reaffirm caution comment "
    "complain conclude continue respond recall boast joke lament underline underscore "
    "clarify elaborate maintain vow pledge predict observe shout chant yell ask "
    "disclose suggest estimate indicate believe think point"
)
# Verbs that take what was said as a noun phrase or an infinitive ("denied the reports",
# "accused them of", "put the toll at", "called for").
NOUN = word_set(
    "deny reject dismiss refute dispute accuse blame condemn denounce criticise criticize describe "
    "call cite put peg estimate announce report confirm demand urge warn claim predict forecast "
    "project list register record document count log tally identify name reveal disclose "
    "praise hail welcome attribute credit discuss mention recommend propose suggest request "
    "order promise vow pledge threaten offer allege stress emphasise emphasize highlight "
    "underline underscore acknowledge admit recognise recognize dub label term characterise "
    "characterize portray deplore decry slam blast lambast question doubt favour favor "
    "support oppose endorse encourage attack chastise reference assail berate reiterate "
    "repeat outline detail regard view consider see deem "
    "laud liken invoke extol vilify disparage belittle champion castigate bash upbraid admonish "
    "implore exhort resent dread admire despise unveil proclaim pronounce link counsel reference "
    "repudiate contradict challenge contest downplay specify recount recall appeal seek want "
    "expect fear explain tout defend hint show indicate state note rule assess boast complain "
    "lament agree disagree speak talk advocate approve mock ridicule echo suspect argue press "
    "hope plan intend aim wish prefer refuse decline tell ask think point hold thank congratulate "
    "salute mourn apologise apologize"
)
# Verbs that are cues only before "to", "that" or a quotation: "offered to pay", not "offered tea".
TO_ONLY = word_set("offer commit agree decline refuse volunteer plan aim intend seek attempt")
# Verbs that are cues only before "that", a question word or a clause.
CLAUSE_ONLY = word_set(
    "show find see mean read hear hold feel know teach decide determine establish demonstrate "
    "prove discover detect learn forget remember figure guess imagine understand realise realize "
    "relate trust rule accept verify certify remind advise inform notify worry assume "
    "suppose presume reckon dream recognise recognize judge wonder "
    "remember signal imply speculate regret conceive foresee anticipate envisage envision"
)
# Verbs that are cues only before "that" or a question word.
THAT_ONLY = word_set("see hear hold mean read remember forget dream relate")
# Verbs that take a form in -ing for what was said: "denied hitting the bridge".
GERUND = word_set(
    "deny admit suggest recall acknowledge describe recommend propose consider regret mention "
    "confess oppose advise discuss report advocate imagine remember dread resent"
)
# Verbs of going on, of which only speech in quotation marks or "that" makes cues.
QUOTE_ONLY = word_set(
    "continue conclude respond withdraw cover back hit press release relay snap vent rail pray "
    "count figure talk speak address publish broadcast point post retract sum repeat interview"
)
# Forms that are as often nouns or adjectives: they count as cues only if tagged as verbs.
AMBIGUOUS = word_set(
    "report reports claim claims state states note notes call calls charge charges plan plans "
    "promise promises hope hopes fear fears demand demands estimate estimates remark remarks "
    "comment comments answer answers reply replies order orders request requests vow vows "
    "pledge pledges doubt doubts question questions forecast forecasts project projects document "
    "documents praise blame suspect suspects view views record records list lists register "
    "registers post posts name names rule rules ruling finding findings offer offers protest "
    "protests object objects appeal appeals release releases challenge challenges contest "
    "dispute disputes count counts log logs detail details outline label labels term terms "
    "tweet tweets encourage attack attacks reference references promote "
    "broadcast read meaning feeling reading saying address welcome highlight "
    "highlights signal signals wish wishes aim aims guess dream worry trust figure figures hold "
    "holds need support supports press point points regard regards attribute attributes alert "
    "alerts hint hints rumour rumours rumor rumors allege joke cry shout shouts quote quotes "
    "cover covers caption captions headline headlines lecture vent back backs credit credits "
    "decline declines discount echo echoes favour favor favors hit hits interview interviews "
    "judge judges lament email emails phone message messages text texts "
    "slate snap salute regret regrets show shows find finds sum concern concerns "
    "described called named found held known concerned expected planned supposed"
)
# fmt: on

# Verbs whose object is the hearer: "told Sputnik that", "informed them that".
HEARER = word_set("tell inform remind warn assure reassure advise notify brief convince ask urge")
# Verbs that also name a deed: before people or things that are counted they say nothing
# ("mourns its 21 dead", "recalled 40,000 cars", "attacked 40 villages").
DEEDS = word_set(
    "mourn salute thank congratulate praise hail welcome applaud attack assail back support "
    "endorse oppose recall unveil bash slam hit press champion honour "
    "honor approve order reject accept"
)
# Nouns in which something is said: "in a statement", "at a news conference".
# fmt: off
OCCASION = word_set(
    "statement statements conference interview interviews briefing remarks comments speech address "
    "letter tweet message post report release communique communiqué bulletin broadcast note memo "
    "email e-mail testimony hearing meeting session rally press news phone telephone call blog "
    "editorial article column book documentary video clip footage audio recording "
    "announcement televised dispatch filing document paper"
)
# Documents and messages that speak for themselves: "the report said", "the statement added".
DOCUMENTS = word_set(
    "report reports statement study survey poll analysis assessment inquiry investigation letter "
    "document documents data figures statistics records paper newspaper article website site "
    "bulletin communique communiqué resolution survey census audit review research photographs "
    "photos pictures images footage video videos brief lawsuit complaint indictment affidavit "
    "filing filings memo tweet message release transcript findings evidence ruling verdict poster "
    "reports tests test results editorial book dispatch estimate estimates tally inventory "
    "register roster logbook database count counts tallies update updates numbers dashboard sitrep"
)
# fmt: on
# The verbs whose forms the rule of `_forms` would get wrong, each followed by its other forms.
_IRREGULAR = {
    line.split()[0]: line.split()[1:]
    for line in (
        "say says said saying",
        "tell tells told telling",
        "write writes wrote written writing",
        "read reads reading",
        "speak speaks spoke spoken speaking",
        "put puts putting",
        "think thinks thought thinking",
        "feel feels felt feeling",
        "know knows knew known knowing",
        "see sees saw seen seeing",
        "find finds found finding",
        "hold holds held holding",
        "understand understands understood understanding",
        "hear hears heard hearing",
        "teach teaches taught teaching",
        "swear swears swore sworn swearing",
        "mean means meant meaning",
        "foresee foresees foresaw foreseen foreseeing",
        "forget forgets forgot forgotten forgetting",
        "undertake undertakes undertook undertaken undertaking",
        "seek seeks sought seeking",
        "withdraw withdraws withdrew withdrawn withdrawing",
        "forecast forecasts forecasted forecasting",
        "broadcast broadcasts broadcasting",
        "show shows showed shown showing",
        "hit hits hitting",
        "plan plans planned planning",
        "peg pegs pegged pegging",
        "admit admits admitted admitting",
        "log logs logged logging",
        "rebut rebuts rebutted rebutting",
        "beg begs begged begging",
        "snap snaps snapped snapping",
        "commit commits committed committing",
        "prefer prefers preferred preferring",
        "refer refers referred referring",
        "quip quips quipped quipping",
        "sum sums summed summing",
        "dub dubs dubbed dubbing",
        "slam slams slammed slamming",
        "regret regrets regretted regretting",
        "brag brags bragged bragging",
        "signal signals signalled signaled signalling signaling",
        "label labels labelled labeled labelling labeling",
        "blog blogs blogged blogging",
        "rebuff rebuffs rebuffed rebuffing",
    )
}


def _forms(verb: str) -> list[str]:
    if verb in _IRREGULAR:
        return [verb, *_IRREGULAR[verb]]
    if verb.endswith("e"):
        return [verb, verb + "s", verb + "d", verb[:-1] + "ing"]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return [verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    third = verb + "es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else verb + "s"
    return [verb, third, verb + "ed", verb + "ing"]


# Every form of every cue verb, and its lemma: a cue is known by its form, so that a wrong
# tag or lemma does not lose it.
FORMS: dict[str, str] = {form: verb for verb in CLASSES for form in _forms(verb)}


def cue_class(lemma: str) -> CueClass:
    """The class of a cue verb; `neutral` for phrases and verbs that the lexicon lacks."""
    return CLASSES.get(lemma, "neutral")
