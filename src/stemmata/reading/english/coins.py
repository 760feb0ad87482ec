"""Whose rupees, pesos or dinars: the country that a report names most tells.

Codes are those of ISO 4217. Dollars and pounds are left as they are read: newspapers
everywhere tell sums in those of the United States and of Britain.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from stemmata.reading.english.units import NATIONAL

# By the code that the bare word is read as: the codes it may mean, with words of their countries.
_MEANT = {
    "INR": {"INR": "india indian", "PKR": "pakistan pakistani", "NPR": "nepal nepalese nepali",
            "LKR": "lanka lankan", "MUR": "mauritius mauritian"},
    "PHP": {"PHP": "philippines philippine filipino filipinos", "MXN": "mexico mexican",
            "ARS": "argentina argentine argentinian", "COP": "colombia colombian",
            "CLP": "chile chilean", "UYU": "uruguay uruguayan", "CUP": "cuba cuban",
            "DOP": "dominican"},
    "KWD": {"KWD": "kuwait kuwaiti", "IQD": "iraq iraqi", "JOD": "jordan jordanian",
            "BHD": "bahrain bahraini", "DZD": "algeria algerian", "TND": "tunisia tunisian",
            "LYD": "libya libyan", "RSD": "serbia serbian"},
    "IRR": {"IRR": "iran iranian", "YER": "yemen yemeni", "OMR": "oman omani"},
    "SAR": {"SAR": "saudi", "QAR": "qatar qatari", "YER": "yemen yemeni"},
    "KES": {"KES": "kenya kenyan", "UGX": "uganda ugandan", "TZS": "tanzania tanzanian",
            "SOS": "somalia somali"},
    "CHF": {"CHF": "switzerland swiss", "XOF": "senegal mali niger benin togo ivorian burkina",
            "XAF": "cameroon chad gabon", "RWF": "rwanda rwandan", "BIF": "burundi burundian",
            "CDF": "congo congolese", "GNF": "guinea guinean"},
    "SEK": {"SEK": "sweden swedish", "ISK": "iceland icelandic"},
    "NOK": {"NOK": "norway norwegian", "DKK": "denmark danish"},
    "AED": {"AED": "emirates emirati dubai", "MAD": "morocco moroccan"},
    "RUB": {"RUB": "russia russian", "BYN": "belarus belarusian"},
}  # fmt: skip
_COUNTRIES = {
    code: {word: meant for meant, words in several.items() for word in words.split()}
    for code, several in _MEANT.items()
}
_NAMED = {
    code: re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)
    for code, words in _COUNTRIES.items()
}


def coin(code: str, words: str, before: str, text: str) -> str:
    """The code that a coin's own words, read as `code`, mean in a report of this text.

    That of the country named right before them, else of the one named most often,
    of as many the first named; `code` where none is named that has such a coin.
    """
    if code not in _MEANT or words.strip(" .").lower() not in NATIONAL | {"rs"}:
        return code
    return _COUNTRIES[code].get(before.lower()) or _meant(code, text)


@lru_cache(maxsize=64)
def _meant(code: str, text: str) -> str:
    named = Counter(_COUNTRIES[code][m[0].lower()] for m in _NAMED[code].finditer(text))
    return named.most_common(1)[0][0] if named else code
