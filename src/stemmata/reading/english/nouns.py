"""Nouns that tell who speaks: roles, titles, bodies, media, documents, times.

Written down by hand. The agencies and broadcasters are a general list of the
world's larger ones, by common knowledge.
"""

from __future__ import annotations

from stemmata.reading.english.cues import word_set

# fmt: off
# Heads of noun phrases that stand for one person.
ROLES = word_set(
    "official spokesman spokeswoman spokesperson minister president governor mayor general colonel "
    "lieutenant captain major commander admiral marshal brigadier sergeant officer chief head "
    "director manager chairman chairwoman chairperson chair chancellor premier secretary "
    "undersecretary ambassador envoy diplomat senator congressman congresswoman lawmaker "
    "representative deputy councillor councilman councilwoman mp prosecutor judge lawyer attorney "
    "sheriff detective inspector superintendent doctor dr physician surgeon nurse medic paramedic "
    "professor prof expert analyst researcher scientist seismologist economist historian "
    "journalist reporter correspondent editor columnist author writer activist campaigner "
    "leader founder owner resident witness eyewitness survivor villager homemaker worker "
    "engineer farmer fisherman teacher student driver pilot coach player agent executive "
    "coordinator adviser advisor aide assistant administrator commissioner rapporteur "
    "cleric priest bishop archbishop pope imam rabbi king queen prince princess emir sheikh "
    "sultan monarch speaker candidate nominee man woman father mother brother sister son "
    "daughter husband wife neighbour neighbor relative friend boy girl volunteer rescuer "
    "firefighter soldier fighter negotiator mediator observer strategist "
    "bishop counsel ceo cfo coo president-elect regent ombudsman treasurer "
    "consultant specialist meteorologist climatologist geologist hydrologist virologist "
    "epidemiologist entrepreneur banker trader broker investor tourist passenger patient "
    "shopkeeper vendor merchant customer victim "
    "sportscaster pollster academic scholar lecturer dean principal rector "
    "guard ranger hunter miner sailor clerk cashier accountant patriarch "
    "insider source nationalist rebel defector dissident whistleblower"
)
TITLES = word_set(
    "mr mrs ms miss dr prof sir dame lord lady rev hon gov gen col lt lieut capt cmdr maj adm sgt "
    "brig sen rep pres sec amb insp det supt president chairman governor general lieutenant "
    "colonel captain major commander admiral marshal brigadier sergeant minister premier senator "
    "judge justice professor doctor king queen prince princess pope archbishop bishop sheikh emir "
    "sultan mayor secretary ambassador chancellor lieutenant-general major-general "
    "brigadier-general colonel-general vice-president inf col-gen lt-gen maj-gen sheriff sister "
    "father coach officer detective inspector superintendent congressman congresswoman speaker "
    "mr. mrs. ms. dr. prof. rev. hon. gov. gen. col. lt. capt. cmdr. maj. adm. sgt. brig. sen. "
    "rep. pres. sec. inf. det. insp. ayatollah imam rabbi mullah hajj justice attorney"
)
# Short forms of titles, and the words they stand for.
ABBREVIATED = {
    "gov": "governor", "gen": "general", "col": "colonel", "lt": "lieutenant", "capt": "captain",
    "maj": "major", "adm": "admiral", "sgt": "sergeant", "sen": "senator", "rep": "representative",
    "pres": "president", "sec": "secretary", "dr": "doctor", "prof": "professor",
    "insp": "inspector", "det": "detective", "rev": "reverend", "gens": "generals",
    "govs": "governors", "sens": "senators", "reps": "representatives", "drs": "doctors",
}
# Plural speakers and collective ones, who are neither a person nor a body.
GROUPS = word_set(
    "officials sources spokesmen spokespeople activists witnesses eyewitnesses residents villagers "
    "survivors rescuers medics doctors analysts experts observers diplomats reporters journalists "
    "correspondents scientists researchers seismologists economists rebels militants "
    "insurgents protesters demonstrators critics supporters opponents lawmakers prosecutors "
    "investigators inspectors lawyers police authorities people locals aides advisers advisors "
    "ministers leaders commanders officers generals workers members families relatives parents "
    "students teachers farmers fishermen voters democrats republicans conservatives liberals "
    "others some many most both all medical field military security intelligence diplomatic "
    "firefighters paramedics nurses refugees migrants fighters forces troops soldiers "
    "engineers organisers organizers campaigners negotiators monitors states countries governments "
    "ministries agencies companies groups organisations organizations media outlets newspapers "
    "papers reports accounts rumours rumors judges senators governors mayors envoys "
    "historians academics scholars pollsters insiders detectives executives managers "
    "traders investors bankers passengers tourists patients customers neighbours neighbors "
    "deputies troopers coastguards coastguardsmen marshals "
    "friends respondents participants historians clerics bishops allies powers delegates "
    "representatives speakers writers authors editors men women watchdogs"
)
# Words that make a name or a noun phrase a body.
BODIES = word_set(
    "ministry army military navy police force forces agency authority authorities bureau board "
    "council committee commission parliament congress senate cabinet government administration "
    "department directorate office service services staff command headquarters centre center "
    "institute institution university college school hospital court tribunal prosecution "
    "observatory monitor watchdog watch group organisation organization association union "
    "federation confederation league alliance coalition front party movement militia brigade "
    "foundation fund trust charity society club team company corporation corp inc ltd plc co llc "
    "bank firm group network newspaper paper daily weekly magazine station channel television tv "
    "radio agency press website portal survey embassy consulate mission delegation secretariat "
    "treasury kremlin pentagon vatican nato un eu opec unicef unesco who ngo think-tank body "
    "inquiry panel taskforce operator airline airport utility municipality city-hall governorate "
    "defence defense crescent cross helmets nations house commune prefecture regime opposition "
    "rescue affairs enterprise laboratory lab academy chamber syndicate guild church diocese "
    "caucus chapter operation media town-hall county state district province campaign "
    "programme program project initiative registry archive museum factory plant "
    "consortium cooperative directorate-general garrison division battalion regiment"
)
# Words of a phrase that names an outlet without naming it.
MEDIA = word_set(
    "television tv radio newspaper newspapers paper daily weekly magazine station channel "
    "broadcaster media press website portal outlet outlets news-agency newswire gazette tabloid "
    "agency wire network"
)
OUTLETS = word_set(
    "reuters afp ap xinhua tass itar-tass sputnik interfax ria novosti ansa dpa efe kyodo yonhap "
    "pti ani uni irna isna mehr fars tasnim sana nna anadolu aa dha iha apa bta mti pap ctk ntb "
    "tt ritzau afp-tv upi antara bernama kcna vna apta app spa wam kuna petra mena qna bna ona "
    "maan wafa bbc cnn itv abc nbc cbs fox npr pbs cbc cnbc msnbc bloomberg aljazeera "
    "al-jazeera al-arabiya al-manar al-mayadeen al-ahram rt trt ntv zdf ard rai nhk cctv cgtn "
    "dw rfi rfe rferl voa aap belga lusa agerpres tanjug hina stv ctv globaltv "
    "ukrinform unian belta kazinform azertag armenpress interpress newswire pravda izvestia "
    "kommersant haaretz ynet spiegel bild guardian times telegraph independent mirror sun "
    "washington-post politico axios vox buzzfeed huffpost breitbart telegram"
)
# Names of agencies and outlets of more than one word, for which the first words are too common.
LONG_OUTLETS = (
    "associated press", "agence france-presse", "agence france presse", "press trust of india",
    "ria novosti", "al jazeera", "al arabiya", "fox news", "sky news", "abc news", "nbc news",
    "cbs news", "press association", "united press international", "deutsche welle",
    "deutsche presse-agentur", "voice of america", "radio free europe", "radio liberty",
    "new york times", "washington post", "wall street journal", "financial times", "usa today",
    "los angeles times", "le monde", "le figaro", "el pais", "la repubblica", "der spiegel",
    "straits times", "japan times", "china daily", "global times", "people's daily",
    "times of india", "hindustan times", "jerusalem post", "daily mail", "daily telegraph",
    "asharq al-awsat", "al mayadeen", "press tv", "russia today", "channel 4",
    "channel one", "canadian press", "australian associated press", "anadolu agency",
    "kyodo news", "news agency",
)
# Last words of newspapers' names: "The Harbour Gazette".
OUTLET_ENDS = word_set(
    "post times herald tribune gazette journal chronicle globe mail telegraph guardian examiner "
    "inquirer courier express star dispatch register bulletin news today observer standard sports"
)
# What shows a scene rather than telling that something is so.
PICTURES = word_set(
    "photo photos photograph photographs picture pictures image images video videos footage clip "
    "clips"
)
TIMES = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december jan feb mar apr jun jul aug sep sept "
    "oct nov dec today yesterday tonight tomorrow morning afternoon evening night day days week "
    "weeks weekend month months year years hour hours minute minutes earlier later ago time noon "
    "midnight dawn midday monday's tuesday's"
)
# Modifiers in the plural, which do not end one noun phrase and begin another.
PLURAL_MODIFIERS = word_set(
    "rights affairs relations weapons operations sports news arms services emergencies "
    "communications "
    "systems humanities statistics economics politics forensics logistics works customs elections "
    "records prisons interests resources veterans women's men's children's settlements sanctions "
    "mass white united"
)
# Other words for a source once it has been named: what they can stand for.
PERSON_WORDS = ROLES
DOCUMENT_WORDS = word_set(
    "statement report study survey document letter communique communiqué release analysis inquiry "
    "investigation paper article poll review bulletin website site"
)
# fmt: on
# What firms are called by what they do.
FIRMS = word_set(
    "company firm group house bank lender insurer carrier airline maker manufacturer retailer "
    "operator producer developer supplier brewer builder publisher chain business start-up "
    "startup conglomerate utility miner automaker carmaker drugmaker chipmaker"
)
