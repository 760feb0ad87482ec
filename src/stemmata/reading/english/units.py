"""Units of measure and currencies as reports write them, by symbol.

Symbols are SI or common ones; money is by ISO 4217 code, a bare "$" as USD.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_SPELLED = {
    "km": "km kms kilometer kilometers kilometre kilometres",
    "m": "m meter meters metre metres",
    "cm": "cm centimeter centimeters centimetre centimetres",
    "mm": "mm millimeter millimeters millimetre millimetres",
    "mi": "mi mile miles",
    "ft": "ft foot feet",
    "in": "inch inches",
    "yd": "yard yards",
    "nmi": "nautical-mile nautical-miles",
    "ha": "ha hectare hectares",
    "acre": "acre acres",
    "t": "t tonne tonnes ton tons tonnage metric-ton metric-tons metric-tonne metric-tonnes",
    "kt": "kiloton kilotons kilotonne kilotonnes",
    "kg": "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes",
    "g": "g gram grams gramme grammes",
    "mg": "mg milligram milligrams",
    "lb": "lb lbs",
    "oz": "oz ounce ounces",
    "l": "l liter liters litre litres",
    "gal": "gallon gallons gal us-gallons us-gal",
    "bbl": "barrel barrels bpd",
    "km/h": "km/h kmh kph kilometers-per-hour kilometres-per-hour kilometers-an-hour "
    "kilometres-an-hour",
    "mph": "mph miles-per-hour miles-an-hour",
    "m/s": "m/s meters-per-second metres-per-second",
    "kn": "knot knots",
    "W": "watt watts",
    "kW": "kw kilowatt kilowatts",
    "MW": "mw megawatt megawatts",
    "GW": "gw gigawatt gigawatts",
    "kWh": "kwh kilowatt-hours",
    "MWh": "mwh megawatt-hours",
    "V": "volt volts",
    "GB": "gb gigabyte gigabytes",
    "TB": "tb terabyte terabytes",
    "Gbit/s": "gbps gigabits-per-second",
    "Tbit/s": "tbps terabits-per-second",
    "°C": "°c degrees-celsius degrees-centigrade degree-celsius celsius c",
    "°F": "°f degrees-fahrenheit degree-fahrenheit fahrenheit f",
    "°": "degree degrees",
    "km2": "km2 km² square-kilometer square-kilometers square-kilometre square-kilometres sq-km "
    "sqkm sq-kms sq-kilometers sq-kilometres",
    "mi2": "square-mile square-miles sq-mile sq-miles sq-mi",
    "m2": "m2 m² square-meter square-meters square-metre square-metres sq-m sqm sq-metres "
    "sq-meters",
    "ft2": "square-foot square-feet sq-ft sqft sq-feet",
    "m3": "m3 m³ cubic-meter cubic-meters cubic-metre cubic-metres",
    "ft3": "cubic-foot cubic-feet",
    "yd3": "cubic-yard cubic-yards",
}
_MONEY = {
    "USD": "dollar dollars usd us-dollar us-dollars american-dollars buck bucks u.s.-dollars",
    "EUR": "euro euros eur",
    "cent": "cent cents",
    "penny": "pence penny",
    "GBP": "gbp sterling pounds-sterling",
    "JPY": "yen jpy",
    "CNY": "yuan renminbi rmb cny",
    "INR": "rupee rupees inr",
    "RUB": "rouble roubles ruble rubles rub",
    "IDR": "rupiah rupiahs idr",
    "IRR": "rial rials",
    "SAR": "riyal riyals",
    "TRY": "lira liras",
    "CHF": "franc francs chf swiss-francs",
    "KRW": "won",
    "PHP": "peso pesos",
    "ZAR": "rand zar",
    "NGN": "naira",
    "KES": "shilling shillings",
    "UAH": "hryvnia hryvnias",
    "BRL": "real reais",
    "THB": "baht",
    "BDT": "taka",
    "CAD": "canadian-dollars c-dollars cad",
    "AUD": "australian-dollars aud",
    "SEK": "kronor krona",
    "NOK": "kroner krone",
    "PLN": "zloty zlotys",
    "ILS": "shekel shekels",
    "AED": "dirham dirhams",
    "KWD": "dinar dinars",
    "crown": "crown crowns",
    "VND": "dong",
    "MYR": "ringgit",
    "HUF": "forint forints",
    "GHS": "cedi cedis",
    "ZMW": "kwacha",
    "KZT": "tenge",
    "GEL": "lari",
    "RON": "lei leu",
    "BGN": "leva lev",
    "AFN": "afghani afghanis",
    "MMK": "kyat kyats",
    "ETB": "birr",
    "BWP": "pula",
    "LKR": "sri-lankan-rupees",
    "DEM": "deutschmarks deutschemarks",
    "SGD": "singapore-dollars",
    "HKD": "hong-kong-dollars",
    "NZD": "nz-dollars new-zealand-dollars",
    "PEN": "soles nuevos-soles",
    "VEF": "bolivars bolivares",
    "BOB": "bolivianos",
    "PYG": "guaranies guarani",
    "GTQ": "quetzals quetzales",
    "HNL": "lempiras",
    "NIO": "cordobas",
    "CRC": "colones",
    "DOP": "dominican-pesos",
    "HTG": "gourdes",
    "COP": "colombian-pesos",
    "MXN": "mexican-pesos",
    "ARS": "argentine-pesos",
    "CLP": "chilean-pesos",
    "MAD": "moroccan-dirhams",
    "XAF": "cfa-francs",
    "MZN": "meticais metical",
    "AOA": "kwanzas",
    "LAK": "kip",
    "KHR": "riels",
    "MNT": "tugriks",
    "UZS": "soums",
    "AZN": "manats",
    "AMD": "drams",
    "BYN": "belarusian-roubles belarusian-rubles",
    "RSD": "serbian-dinars",
    "PKR": "pakistani-rupees",
    "NPR": "nepalese-rupees nepali-rupees",
    "TWD": "taiwan-dollars",
}
# Words that are units only where nothing else can be meant, told by what stands beside them.
_WEAK = {"m", "t", "c", "f", "in", "won", "real", "rand", "g", "l", "mi", "ft", "ha"}

UNITS = {w.replace("-", " "): u for u, ws in _SPELLED.items() for w in ws.split()}
MONEY = {w.replace("-", " "): u for u, ws in _MONEY.items() for w in ws.split()}
# Coins that several nations have.
NATIONAL = frozenset(
    "rupee rupees peso pesos dinar dinars rial rials riyal riyals shilling shillings franc francs "
    "krona kronor krone kroner dirham dirhams rouble roubles ruble rubles".split()
)
PERCENT = frozenset(
    {"%", "percent", "per cent", "pct", "pc", "percentage point", "percentage points"}
)

_SIGN = re.compile(
    r"(US|A|AU|C|CA|NZ|HK|S|R)?(\$)(A|AU|C|CA|NZ|HK|S|US)?\s?$|(€|£|¥|₹|₽|₺|₴|₦|₩)\s?$"
    r"|\b(USD|EUR|GBP|JPY|CNY|INR|RUB|CHF|CAD|AUD|SEK|Rs\.?|Rp\.?|IDR|PKR|BDT|KES|NGN|PHP|P)\s?$"
)
_DOLLARS = {"A": "AUD", "AU": "AUD", "C": "CAD", "CA": "CAD", "NZ": "NZD", "HK": "HKD",
            "S": "SGD", "R": "BRL"}  # fmt: skip
_SIGNS = {"€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₺": "TRY", "₴": "UAH",
          "₦": "NGN", "₩": "KRW", "Rs": "INR", "Rs.": "INR", "Rp": "IDR", "Rp.": "IDR",
          "P": "PHP"}  # fmt: skip

_AFTER = re.compile(
    r"[\s-]{0,3}(%|°\s?[CF]?\b|(?:per\s?cent|percentage[\s-]points?|pct|pc)\b"
    r"|(?:(?:square|cubic|metric|nautical|sq\.?|us|u\.s\.|american|canadian|australian|swiss)"
    r"[\s-]+)?[A-Za-z]+(?:/[a-z]+|[23²³](?!\d))?(?:[\s-](?:celsius|centigrade|fahrenheit|sterling"
    r"|(?:per|an)\s(?:hour|second)))?)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit found beside a number: its symbol, and where its words stand."""

    symbol: str
    start: int
    end: int
    money: bool = False


def unit_after(text: str, at: int, limit: int) -> Unit | None:
    """The unit whose words begin at or just after offset `at`, before `limit`."""
    m = _AFTER.match(text, at, limit)
    if m is None:
        return None
    words = re.sub(r"[\s-]+", " ", m[1].lower()).replace("sq.", "sq")
    for phrase in (words, words.split(" ")[0]):
        end = m.start(1) + len(phrase) if phrase != words else m.end(1)
        found = _symbol(phrase, text, at, end)
        if found:
            return Unit(found, m.start(1), end, phrase in MONEY)
    national = _NATIONAL.match(text, at, limit)
    if national is not None and national[1] in MONEY and national[1] in NATIONAL:
        return Unit(MONEY[national[1]], national.start(1), national.end(), True)
    return None


# "700 Indian rupees": a coin by its nation; which one `coins` tells.
_NATIONAL = re.compile(r"[\s-]{0,3}(?:Sri )?[A-Z][a-z]+ ([a-z]+)\b")


def _symbol(phrase: str, text: str, at: int, end: int) -> str | None:
    if phrase in PERCENT:
        return "%"
    if phrase.startswith("°"):
        phrase = phrase.replace(" ", "")
    if phrase in _WEAK and not _weak_holds(phrase, text, at, end):
        return None
    if phrase in {"pound", "pounds"}:
        return "lb" if _weighs(text, at, end) else "GBP"
    return UNITS.get(phrase) or MONEY.get(phrase)


def _weighs(text: str, at: int, end: int) -> bool:
    """True where pounds are of weight: "pounds of rice", "weighs 200 pounds", "(91 kg)"."""
    if re.match(
        r"\s+of\b(?! (?:damage|aid|losses|debt|savings))|\s\(\s?[\d.,]+\s?k", text[end : end + 20]
    ):
        return True
    return bool(re.search(r"\bweigh\w*\b[^.]{0,25}$", text[max(0, at - 40) : at]))


def _weak_holds(phrase: str, text: str, at: int, end: int) -> bool:
    """Glued to the number ("58m"), or a temperature letter, or a plain symbol before an end."""
    word = text[end - len(phrase) : end]
    if phrase == "rand" and re.search(r"(?:\d{3}|[mb]illion) ?$", text[max(0, at - 9) : at]):
        return True
    if phrase in {"won", "real", "rand"}:
        return bool(re.match(r"\s*(?:$|[,.;)(])", text[end:]))
    if phrase == "in":
        return False
    if phrase in {"c", "f"}:
        return word.isupper() and bool(re.match(r"(?:$|[\s,.;)(])", text[end:]))
    glued = end - len(phrase) == at
    return word == phrase and (glued or bool(re.match(r"\s*(?:$|[,.;)(]|\w)", text[end:])))


def money_before(text: str, at: int) -> Unit | None:
    """The currency sign or code that ends at offset `at`."""
    m = _SIGN.search(text[max(0, at - 6) : at])
    if m is None:
        return None
    start = max(0, at - 6) + m.start()
    if m[2]:
        return Unit(_DOLLARS.get(m[1] or m[3] or "", "USD"), start, at, True)
    sign = m[4] or m[5]
    return Unit(_SIGNS.get(sign, sign), start, at, True)
