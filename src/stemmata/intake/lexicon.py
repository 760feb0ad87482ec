"""What furniture says of itself: set phrases of page templates, and the shapes of debris.

Every pattern must match a whole line, blanks and bullets at its ends aside, and
holds only for lines up to `LONGEST` words: the same words inside a paragraph
are the report's own. The phrases are those of common page templates and comment
systems. *Weak* phrases also occur as lines of a report; they count only where a
second sign stands beside them (see `furniture`).
"""

from __future__ import annotations

import re
from typing import NamedTuple

LONGEST = 90
"""Words. Disclaimers and cookie notices are the longest furniture with set phrases."""


class Sign(NamedTuple):
    """What a line of furniture is, and whether it needs a second sign."""

    detail: str
    weak: bool = False


def _phrases(*alternatives: str) -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(alternatives)})", re.IGNORECASE)


_NETWORK = (
    r"(?:facebook|twitter|x|whatsapp|telegram|linkedin|pinterest|reddit|tumblr|instagram|youtube"
    r"|google\+?|google plus|messenger|viber|vk|vkontakte|skype|e-?mail|mail|print|rss|tiktok"
    r"|copy link|flipboard|pocket|line|threads|bluesky|mastodon|more|share|tweet)"
)
_PAGE = r"(?:article|story|post|page|news|report|piece|content|video)"
_NOTIFY = r"(?:follow-up|follow up|new)? ?(?:comments?|posts?|replies)?(?: (?:by|via) e-?mail)?"

_STRONG: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "comment form",
        _phrases(
            r"be the first (?:one )?to (?:leave a )?(?:comment|reply|review)(?: (?:on|at"
            r"|about)\b.*)?",
            r"(?:write|leave|post|add|submit|make)(?: us)? (?:a|your|an?other)?"
            r" ?(?:comment|reply|response|thoughts)s?(?: (?:on|below|here|now)\b.*)?",
            r"\d+ (?:comments?|responses?|replies|thoughts)(?: (?:on|to|so far)\b.*)?",
            r"(?:no|0|zero|one) (?:comments?|responses?|replies)(?: (?:yet|so far|on\b.*|to\b.*))?",
            r"comments?(?: ?\(\d+\)|: ?\d+| policy| guidelines| rules)",
            r"comments (?:are|have been) (?:closed|disabled|off|moderated)\b.*",
            r"(?:show|view|see|read|load|hide|sort)(?: all| more| the)*(?: \d+)? comments.*",
            r"comment (?:via|with|using) .{1,40}",
            r"your e-?mail(?: address)? (?:will|is) not (?:be )?(?:published|shared)\b.*",
            r"required fields are marked.*",
            r"save my name,? .{0,30}(?:e-?mail|website).{0,80}",
            r"this site uses akismet.*",
            r"learn how your comment data is processed",
            rf"notify(?: me)? (?:of|when|about) ?{_NOTIFY}",
            rf"(?:please )?(?:check .{{1,40}})?notify me\b.{{0,40}}{_NOTIFY}",
            r"inline feedbacks?",
            r"(?:cancel|submit|click here to cancel) ?(?:the )?(?:reply|comment)s?",
            r"(?:you must (?:be )?(?:logged in|log in|sign in)|(?:please )?(?:log|sign) in)"
            r"(?: (?:or|/) (?:register|sign up))? to (?:post|leave|write|add|comment|reply"
            r"|join)\b.*",
            r"(?:join|start) the (?:discussion|conversation)(?: .{0,40})?",
            r"(?:oldest|newest|most voted|sort by(?: .{0,20})?|load more)",
            r"(?:name|e-?mail|website|comment|your name|your e-?mail) ?\*",
            r"community standards ?discussion.*",
            r"all comments are (?:moderated|subject to)\b.*",
        ),
    ),
    (
        "rating",
        _phrases(
            r"[\d.,]+ [\d.,]+ votes?",
            rf"(?:{_PAGE}|user|average|your|overall) rating(?: ?:.{{0,20}})?",
            rf"(?:please )?rate this(?: {_PAGE})?(?: ?:.{{0,20}})?",
            r"rating ?: ?[\d.,]+ ?(?:/|out of) ?\d+.{0,30}",
            r"\(?[\d.,]+ (?:votes?|ratings?),? ?(?:average ?:?)?.{0,30}\)?",
            r"(?:was this|did you find this) .{0,20}(?:helpful|useful|interesting)\??",
        ),
    ),
    (
        "share or donate",
        _phrases(
            rf"share (?:this|it)(?: {_PAGE})?(?: (?:on|via|with|by)\b.{{0,60}})?",
            rf"share (?:on|via|with|to) .{{1,40}}|share ?:.{{0,60}}|share (?:{_NETWORK}[ ,/|]*)+",
            rf"(?:{_NETWORK}[ ,/|•·]+){{2,}}{_NETWORK}?",
            r"(?:follow|find|like|join|connect with) .{1,30} on (?:facebook|twitter|x|instagram"
            r"|youtube|telegram|linkedin|social media|google news|whatsapp)\b.{0,60}",
            r"(?:follow|like) us(?: .{0,40})?",
            r"(?:read|share|read or share|watch|print) this (?:story|article|post) ?:?"
            r"(?: ?https?:\S+)?",
            r"(?:help us (?:grow|keep|stay|survive|continue|to)\b.{0,80})",
            r"(?:please )?(?:support|donate to|back|join) .{1,50} on (?:patreon|paypal|ko-?fi"
            r"|kickstarter|gofundme)\b.{0,40}",
            r"(?:please )?(?:donate (?:now|today|here|to (?:us|our|support|help))|make a donation"
            r"|become an? (?:member|patron|supporter|subscriber)|buy (?:me|us) a coffee)\b.{0,80}",
            r"(?:subscribe|sign up|register)(?: now| today| here)?(?: (?:to|for|and"
            r"|with) .{1,120})?",
            r"(?:get|receive) (?:our|the|all the|breaking|daily|more)\b.{0,60}(?:newsletter|inbox"
            r"|updates|alerts)\b.{0,40}",
            r"(?:download|get|install) (?:our|the) .{0,30}\bapps?\b.{0,40}",
            r"(?:our|daily|weekly|free|e-?mail) newsletters?",
            rf"(?:print|e-?mail|send|save|bookmark)(?: this)? {_PAGE}(?: to a friend)?",
            r"(?:printer|print)[- ]friendly(?: version)?|get short url.{0,20}|copy (?:link|url)",
            r"(?:click|tap) to (?:share|tweet|print|e-?mail)\b.{0,60}",
            r"(?:\d+(?:\.\d+)?k? )?(?:shares|retweets)",
        ),
    ),
    (
        "related link",
        _phrases(
            r"(?:also|must|further) read\b(?:ing)?[^.]{0,200}|read (?:also|next|too)\b[^.]{0,200}",
            rf"(?:read|see|view|find out|learn|show) (?:more|full {_PAGE}|the full {_PAGE})"
            r"(?:(?: ?[:»>…-]| here| stories| news| about| on\b)[^.]{0,200})?(?:\.\.\.)?",
            r"continue reading.{0,80}",
            rf"related(?: ?:[^.]{{1,200}}| (?:{_PAGE}|articles|posts|stories|news|topics|contents?"
            r"|links|coverage|videos?|items|reading|tags)(?: ?:[^.]{0,200})?)?",
            rf"(?:see|watch) (?:also|more) ?:?[^.]{{0,200}}|see related {_PAGE}.{{0,60}}",
            r"more (?:on|from|in|about) (?:this|the|our|us)\b.{0,60}|more from [^.]{1,30}|more "
            r"(?:news|stories|articles|"
            r"headlines|posts|videos|related .{1,30})(?: from .{1,40})?",
            r"(?:you (?:may|might|could) also (?:like|enjoy|be interested in)|you may like"
            r"|recommended (?:for you|articles|stories|reading|by .{1,30})"
            r"|suggested (?:articles|posts)"
            r"|don't miss|in case you missed it)\b.{0,60}",
            r"(?:most|top) (?:read|popular|viewed|shared|commented|recent|stories|news|videos)"
            r"(?: (?:in|on|from|this|today|now)\b.{0,30})?|popular (?:posts|articles|news"
            r"|stories)|trending(?: now| stories)?",
            r"(?:latest|recent|breaking|other|similar|editors?'?s?) (?:news|posts|articles|stories"
            r"|headlines|updates|videos|picks?|comments)(?: from .{1,40})?",
            r"(?:previous|next|older|newer) (?:articles?|posts?|stor(?:y|ies)|entr(?:y|ies))"
            r"(?: ?:?[^.]{0,160})?",
            r"(?:articles|stories|links) you (?:may|might) like|from around the web"
            r"|sponsored links",
            r"https?://\S+|www\.\S+",
            r"\d{1,2}:\d\d .{5,110} (?:pause|play)",
        ),
    ),
    (
        "contact",
        _phrases(
            r"(?:press office|media (?:contact|enquiries|inquiries)|contact|phone|tel(?:ephone)?"
            r"|fax|hotline|helpline)\b[^.]{0,60}\d{3,}[\d\s,()+-]*(?:\(?ext\.? ?\d+\)?)?",
        ),
    ),
    (
        "menu",
        _phrases(
            r"back to (?:the )?(?:top|home|homepage|main page)(?: (?:button|of (?:the )?page))?",
            r"(?:skip|jump) to (?:the )?(?:main |primary |site )?(?:content|navigation|menu"
            r"|footer)",
            r"(?:toggle|main|site|primary|mobile|open|close) (?:navigation|menu|search)",
            r"(?:privacy|cookies?|editorial) (?:policy|settings|notice)(?: .{0,40})?",
            r"terms (?:of (?:use|service)|(?:and|&) conditions)(?: .{0,40})?",
            r"about us|contact us(?: .{0,60})?|site ?map|advertise with us",
            r"(?:log|sign) (?:in|out|up)(?: ?(?:or|/|\|) ?(?:register|sign up|join))?",
            r"(?:you are here ?:.{1,80}|home ?(?:>|»|/|›|→|::) ?.{1,100})",
            r"(?:[a-z]+ ){1,4}(?:watch|warning|advisory) issued .{5,60}\b(?:expiring|until"
            r"|in effect)\b.*",
            r"download for (?:iphone|ipad|android)(?: ?download for (?:iphone|ipad|android))*",
            r"(?:close|open) (?:this )?(?:window|ad|advertisement|modal|dialog)",
            r"(?:please )?(?:enable|turn on|activate) (?:java ?script|cookies)\b.{0,80}",
            r"(?:thank you|thanks) for (?:reading|registering|signing up|subscribing)!?",
            r"click here (?:for|to)\b.{0,60}|[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
            r"scroll (?:to|down|for)\b.{0,40}|page \d+ of \d+|loading ?(?:\.\.\.|…)",
            r"(?:[^.|]{2,25} ?\| ?){3,}[^.|]{0,25}",
        ),
    ),
    (
        "advertisement",
        _phrases(
            r"advertisements?|advertising|ads? by .{1,30}|sponsored(?: (?:content|by .{1,30}))?"
            r"|promoted(?: (?:content|stories))?|paid (?:content|post)|story continues below"
            r"(?: .{0,30})?|(?:advertisement[ -]*)?(?:continue reading|article continues)"
            r" (?:below|after)\b.{0,40}"
        ),
    ),
    (
        "category",
        _phrases(
            r"(?:in|by|on|at|from|posted (?:in|by|on)|filed under|under|published (?:in|by|on))"
            r"? ?[,;|:/-]+",
            r"(?:filed under|posted in|categor(?:y|ies)|tags?|tagged(?: (?:with|as|under))?|topics?"
            r"|keywords?|labels?) ?:.{0,200}",
            r"(?:posted in|filed under|tagged(?: (?:with|as))?) [^.]{1,120}",
        ),
    ),
    (
        "image",
        _phrases(
            r"[\w%+().-]+\.(?:jpe?g|png|gif|webp|svg|bmp|tiff?|mp[34]|webm|avi|mov|pdf)",
            r"(?:img|image|dsc|dscn|photo|screenshot|screen-shot|pic|thumb)[-_]?\d{2,}[\w-]*",
            r"(?=\S*\d{5})(?=\S*[A-Za-z])\w+_\w+",
            r"(?:image|photo|picture|file photo|photo credit|image credit|photograph|image source"
            r"|photo source|cover photo)s? ?(?:by|:|/|©|credit:?|courtesy(?: of)?) ?\D{0,40}",
            r"(?:image|photo) (?:copyright|caption|credits?|gallery)(?: .{0,60})?",
            r"(?:click|tap)(?: on)?(?: the)?(?: image| photo| picture| here)? to (?:enlarge"
            r"|zoom|play"
            r"|watch|view|listen)\b.{0,60}",
            r"\(?(?:\w+ ){0,2}(?:afp|reuters|ap|epa|getty images|shutterstock|istock) ?/ ?"
            r"[\w.'-]+(?: [\w.'-]+){0,3}\)?|\(?(?:afp|reuters|ap|epa) photo\)?|getty images",
            r"(?:play|watch) video|media (?:playback|caption)\b.{0,60}|embedded video",
        ),
    ),
    (
        "disclaimer",
        _phrases(
            r"(?:disclaimer ?:? ?)?(?:the )?(?:statements|views|opinions?|content"
            r"|contents)\b.{0,120}"
            r"(?:expressed|contained|presented|published|of the authors?)\b.*\b(?:not necessarily|"
            r"solely|do(?:es)? not|own|those of)\b.*",
            r"(?:©|\(c\)|copyright)\W.{0,200}|.{0,80}\ball rights reserved\b.{0,120}",
            r"(?:this|our) (?:web)?site uses cookies\b.*|we use cookies\b.*|by (?:continuing|using)"
            r"\b.{0,60}\b(?:cookies|terms|site|website)\b.*",
            r"this (?:material|article|content|story|report) (?:may not|must not|cannot) be"
            r" (?:published|reproduced|republished|copied)\b.*",
            r"(?:reproduction|republication|any use)\b.{0,80}\b(?:prohibited|forbidden"
            r"|permission)\b"
            r".{0,60}",
            r"this (?:article|post|story|piece) (?:was )?(?:originally |first )(?:published"
            r"|appeared"
            r"|posted)\b.{0,160}",
        ),
    ),
)

_WEAK: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "comment form",
        _phrases(
            r"comments?|repl(?:y|ies)|guest|label|name|e-?mail|website|send|submit|cancel"
            r"|subscribe",
            r"what do you think\??|(?:have|what's) your say\??|tell us what you think.{0,40}"
            r"|share your (?:thoughts|views|opinion).{0,40}|discussion|like|dislike|report abuse",
        ),
    ),
    ("rating", _phrases(r"[\d.,]+ votes?|[\d.]+ ?(?:/|out of) ?(?:5|10)")),
    (
        "share or donate",
        _phrases(_NETWORK, rf"(?:{_NETWORK} ?){{2,5}}", r"donate|follow|support us"),
    ),
    ("related link", _phrases(r"\d{1,2}:\d\d (?-i:[A-Z])(?!.*\b[ap]\.?m\b)[^.!?]{8,100}")),
    ("related link", _phrases(r"more|next|previous|prev|tags?|topics?|latest|popular|featured")),
    (
        "menu",
        _phrases(
            r"home(?:page)?|menu|search(?: .{0,20})?|close|top|about|contact|login|register|careers"
            r"|archives?|help|faq|jobs|newsletter|podcasts?|live|tv|radio|video|videos|photos?"
            r"|pictures|gallery|galleries|multimedia|others?|news|world|politics|sports?|business"
            r"|economy|opinions?|culture|health|science|tech(?:nology)?|entertainment"
            r"|lifestyle|travel"
            r"|weather|local|regional|national|international|middle east|africa|asia|europe"
            r"|americas?"
            r"|latin america|asia[- ]pacific|arts|education|environment|features?|analysis"
            r"|interviews?|columns?|editorials?|blogs?|exclusives?|reports?|magazine"
            r"|society|markets"
            r"|(?:world|latest|top|local|us|uk|international|national) news|latest developments"
        ),
    ),
)

_INDEX: tuple[tuple[Sign, re.Pattern[str]], ...] = tuple(
    (Sign(detail), pattern) for detail, pattern in _STRONG
) + tuple((Sign(detail, weak=True), pattern) for detail, pattern in _WEAK)

_DUMP = re.compile(
    r"(?:string|int|float|bool|array|object|resource)\(\w+\)[ \t]*(?:[\"'{#(\[].*)?$"
    r"|(?:Array|stdClass Object)\s*\($"
    r"|\{\s*\"?\w+\"?\s*:|\[\s*[\[{]"
    r"|(?:Warning|Notice|Fatal error|Deprecated|Parse error)\s*: .* on line \d+"
    r"|(?:var|let|const) \w+ ?=|(?:window|document|jQuery|\$)[.(]\S|\(?function ?\w* ?\("
    r"|(?:googletag|_gaq|gtag|dataLayer|adsbygoogle)\b|//\s*<!\[CDATA\[|<!--|@(?:media|import)\b"
    r"|</?[a-z][\w-]*(?:\s[^<>]*)?/?>\s*$|\{\{.*\}\}$|\[(?:/[a-z_]+|[a-z_]+ \w+=[^\]]*)\]$"
    r"|(?:null|undefined|NaN|true|false|\[object Object\]);?$"
    r"|Traceback \(most recent call last\)|#\d+ /\S+\(\d+\): ",
    re.DOTALL,
)
_KEYED = re.compile(r"[\"']\w{1,40}[\"']\s*:\s*[\"'\[{\d]")
_RULE_CSS = re.compile(r"[.#]?[\w.#: -]{1,60}\{[^{}]*:[^{}]*;?\s*\}")
_HAS_LETTER = re.compile(r"[^\W\d_]")
_JOINT = re.compile(r"[a-z]{2}[A-Z][a-z]")
_EDGE = " \t\u00a0#*_>|•·–—-»«›‹→←▲▼►▶★☆+=~"


def debris(text: str) -> str:
    """The detail of a line that is a machine's output rather than prose, or ""."""
    head = text[:2000]
    if _DUMP.match(head) or _RULE_CSS.fullmatch(head) or len(_KEYED.findall(head)) >= 3:
        return "debug dump"
    if len(head) <= 400 and _is_glued_menu(head):
        return "menu"
    return ""


def _is_glued_menu(text: str) -> bool:
    """Menu entries run together: "World NewsPoliticsSport". Three joints, or two in one word."""
    joints = [len(_JOINT.findall(word)) for word in text.split() if not word.startswith("#")]
    if text.rstrip().endswith((".", "!", "?", '"', "”")):
        return False
    if sum(joints) >= 3 and 3 * sum(joints) >= len(joints):
        return True
    return max(joints, default=0) >= 2 and len(joints) <= 12


# A row of a table: "Upland | 310 | 1,250 | -".
_ROW = re.compile(r"\|?[^|]*[^\W\d][^|]*(?:\|\s*[-–—]?[\d.,]*%?\s*){2,}")


def sign(text: str, words: int) -> Sign | None:
    """What the line says it is, if it is furniture; None for everything else."""
    if detail := debris(text):
        return Sign(detail)
    if not _HAS_LETTER.search(text[:200]) and not any(map(str.isdigit, text[:200])):
        return Sign("rule")
    if words > LONGEST or len(text) > 10 * LONGEST or _ROW.fullmatch(text.strip()):
        return None
    stripped = text.strip(_EDGE).replace("’", "'")
    bare = stripped.rstrip(". :")
    for found, pattern in _INDEX:
        if pattern.fullmatch(bare):
            # "More from the village fled on foot." is a sentence, not a link.
            sentence = stripped.endswith(".") and words > 5
            return None if sentence and found.detail == "related link" else found
    return None
