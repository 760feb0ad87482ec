"""Countries under other English names, and their adjectives, by ISO 3166-1 code.

Names that GeoNames' own list gives are not repeated. Written for the product
from general knowledge; nationals are called by the adjective or its plural.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_NAMES = """
AE uae|emirates
AX åland
BA bosnia|bosnia herzegovina
BN brunei darussalam
BO plurinational state of bolivia
BS the bahamas
CD dr congo|drc|congo kinshasa|democratic republic of congo|zaire
CF car
CG congo brazzaville|republic of congo
CI cote d'ivoire
CV cape verde
CZ czech republic
FM federated states of micronesia
GB uk|u.k.|britain|great britain
GM the gambia
GW guinea bissau
HK hongkong
IR islamic republic of iran|persia
KP dprk|democratic people's republic of korea
KR republic of korea
LA lao pdr
MK macedonia
MM burma
MO macau
NL netherlands|holland
PH the philippines
PS palestine|occupied palestinian territory|state of palestine|palestinian territories
RU russian federation
SD the sudan
ST sao tome
SY syrian arab republic
SZ swaziland
TL east timor|timor-leste
TR turkiye
US us|u.s.|usa|u.s.a.|america|united states of america
VA vatican city|holy see
VC saint vincent|st vincent
VN viet nam
"""

_ADJECTIVES = """
AD andorran;AE emirati;AF afghan;AG antiguan;AL albanian;AM armenian;AO angolan;AR argentine
AR argentinian;AT austrian;AU australian;AZ azerbaijani;AZ azeri;BA bosnian;BB barbadian
BD bangladeshi;BE belgian;BF burkinabe;BG bulgarian;BH bahraini;BI burundian;BJ beninese
BN bruneian;BO bolivian;BR brazilian;BS bahamian;BT bhutanese;BW botswanan;BY belarusian;BZ belizean
CA canadian;CD congolese;CF central african;CH swiss;CI ivorian;CL chilean;CM cameroonian;CN chinese
CO colombian;CR costa rican;CU cuban;CV cape verdean;CY cypriot;CZ czech;DE german;DJ djiboutian
DK danish;DO dominican;DZ algerian;EC ecuadorian;EE estonian;EG egyptian;ER eritrean;ES spanish
ET ethiopian;FI finnish;FJ fijian;FR french;GA gabonese;GB british;GB english;GB scottish;GB welsh
GE georgian;GH ghanaian;GM gambian;GN guinean;GQ equatoguinean;GR greek;GT guatemalan;GY guyanese
HN honduran;HR croatian;HT haitian;HU hungarian;ID indonesian;IE irish;IL israeli;IN indian;IQ iraqi
IR iranian;IS icelandic;IT italian;JM jamaican;JO jordanian;JP japanese;KE kenyan;KG kyrgyz
KH cambodian;KM comorian;KP north korean;KR south korean;KW kuwaiti;KZ kazakh;LA laotian;LB lebanese
LK sri lankan;LR liberian;LS basotho;LT lithuanian;LU luxembourgish;LV latvian;LY libyan;MA moroccan
MC monegasque;MD moldovan;ME montenegrin;MG malagasy;MK macedonian;ML malian;MM burmese;MN mongolian
MR mauritanian;MT maltese;MU mauritian;MV maldivian;MW malawian;MX mexican;MY malaysian
MZ mozambican;NA namibian;NE nigerien;NG nigerian;NI nicaraguan;NL dutch;NO norwegian;NP nepalese
NP nepali;NZ new zealand;OM omani;PA panamanian;PE peruvian;PG papua new guinean;PH philippine
PH filipino;PK pakistani;PL polish;PS palestinian;PT portuguese;PY paraguayan;QA qatari;RO romanian
RS serbian;RU russian;RW rwandan;SA saudi;SB solomon islander;SC seychellois;SD sudanese;SE swedish
SG singaporean;SI slovenian;SK slovak;SL sierra leonean;SN senegalese;SO somali;SR surinamese
SS south sudanese;SV salvadoran;SY syrian;SZ swazi;TD chadian;TG togolese;TH thai;TJ tajik
TL timorese;TM turkmen;TN tunisian;TO tongan;TR turkish;TT trinidadian;TW taiwanese;TZ tanzanian
UA ukrainian;UG ugandan;US american;UY uruguayan;UZ uzbek;VE venezuelan;VN vietnamese;VU vanuatuan
WS samoan;XK kosovar;YE yemeni;ZA south african;ZM zambian;ZW zimbabwean
"""


def _adjectives() -> Mapping[str, str]:
    pairs = (p.split(maxsplit=1) for p in _ADJECTIVES.replace("\n", ";").split(";") if p)
    return MappingProxyType({adjective: code for code, adjective in pairs})


def _names() -> Mapping[str, tuple[str, ...]]:
    rows = (line.split(maxsplit=1) for line in _NAMES.strip().splitlines())
    return MappingProxyType({code: tuple(names.split("|")) for code, names in rows})


ADJECTIVES: Mapping[str, str] = _adjectives()
"""Adjective in lower case to the code of its country."""

OTHER_NAMES: Mapping[str, tuple[str, ...]] = _names()
"""Code to further names in lower case."""
