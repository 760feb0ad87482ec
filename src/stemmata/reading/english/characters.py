"""Characters that look different and mean the same, brought to one form.

The mapping is one character to one character, so offsets into the plain text
are offsets into the report's own text.
"""

from __future__ import annotations

_SPACES = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u202f\u205f\u3000\t"
)
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_SINGLE = "\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4\uff07"
_DOUBLE = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\u300c\u300d\uff02"
_DASHES = "\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d"
_LONG_DASHES = "\u2014\u2015"

_PLAIN = (
    {ord(c): " " for c in _SPACES + _INVISIBLE}
    | {ord(c): "'" for c in _SINGLE}
    | {ord(c): '"' for c in _DOUBLE}
    | {ord(c): "-" for c in _DASHES}
    | {ord(c): "\u2014" for c in _LONG_DASHES}
    | {0xFF10 + d: str(d) for d in range(10)}
    | {0x0660 + d: str(d) for d in range(10)}
    | {0x06F0 + d: str(d) for d in range(10)}
    | {0xFF05: "%", 0x066A: "%", 0xFF0C: ",", 0x066C: ",", 0x2044: "/"}
)


def plain(text: str) -> str:
    """Return `text` with spaces, quotes, dashes and digits in their plain forms.

    The result has the length of `text`: code point i stands for code point i.
    """
    return text.translate(_PLAIN)
