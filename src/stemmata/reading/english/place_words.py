"""The words that tell a place from a body, a person, a time or an occasion."""

from __future__ import annotations

from stemmata.reading.english.cues import word_set

# A place phrase follows one of these.
PREPOSITIONS = word_set(
    "in at near off across around outside inside from to into throughout on within along toward "
    "towards of over for against beside opposite through aboard during"
)
# After these stands where something is, not where it comes from or goes to. "" is a verb whose
# object the place is, "direction" an "east of", "subject" a "was hit by".
STRONG = word_set(
    "in at near across outside inside throughout within off on around against beside opposite "
    "through aboard during along direction subject"
) | {""}

# Verbs whose object is where it happened: "left Aville", "a quake hit Aville".
AT_OBJECT = word_set(
    "leave hit strike rock jolt shake flee enter reach devastate batter pound sweep lash rattle "
    "quit flood engulf ravage shell bomb storm besiege surround control hold capture seize retake "
    "liberate recapture target bombard raid raze flatten inundate swamp submerge ransack hammer "
    "cripple overrun comb search scour patrol attack assault invade occupy rob fill pack gut"
)
# Of these, the ones that tell of a place by "was ..." what befell it.
BEFELL = (
    AT_OBJECT | word_set("destroy level damage wreck grip mire wrack plague convulse")
) - word_set("leave flee enter reach quit hold control occupy fill pack rob gut")
# Nouns whose "on", "of", "to" or "against" leads to where they happened: "an attack on Aville".
BLOWS = word_set(
    "attack strike airstrike raid assault bombing shelling offensive bombardment siege incursion "
    "damage battle"
)

# With one of these in it, a phrase is a person, a body, a law or a vehicle, and no place.
NOT_PLACES = word_set(
    "general lieutenant colonel major captain president minister mr mr. mrs mrs. ms ms. dr dr. sir "
    "ministry staff survey agency council army committee nations organization organisation "
    "observatory department commission authority party union coalition group spokesman "
    "spokeswoman official secretary governor mayor prime force forces police service association "
    "convention foundation institute office press news times post reuters afp ap richter scale "
    "bank fund program programme federation alliance movement bureau affairs chief gas chlorine "
    "sarin bomb bombs vote director herald tribune gazette observer daily magazine newspaper "
    "website radio channel parliament congress senate cabinet government act law treaty "
    "resolution protocol accord charter constitution amendment inc inc. corp corp. ltd ltd. plc "
    "llc airlines airways boeing airbus flight express league cup championship tournament series "
    "team squad sergeant inspector prince princess king queen pope judge justice senator "
    "bishop ambassador envoy commander brigade battalion regiment militia navy marines court "
    "tribunal inquiry summit conference index exchange treasury trust charity corporation company "
    "industries holdings motors prof. professor rev. gov. sen. rep. col. lt. sgt. maj. gen. capt. "
    "christmas easter ramadan eid olympics resolution magnitude people"
)
# Places that are called by their initials; other short words in capitals are bodies.
INITIALS = word_set("us usa uk uae drc dc nyc la ny png gb u.s u.k u.s.a d.c l.a n.y u.a.e sf")
# Agencies whose name ends a line that has lost its stop.
AGENCIES = word_set("afp ap reuters xinhua upi tass")
# Armed groups and networks that stand after "in", "on" and "from" as places do.
GROUPS = word_set(
    "isis isil is daesh hezbollah hizbollah hezbullah hamas taliban qaeda pkk ypg sdf nato un eu "
    "youtube facebook twitter instagram google microsoft apple amazon wikipedia"
)
# What a body has somewhere: "a police station", "an army base".
SEATS = word_set(
    "station base barrack barracks headquarters headquarter post compound checkpoint camp academy "
    "building prison school hospital airfield college"
)
# Roles before a person's name; names that have followed one are a person's all over the report.
TITLES = NOT_PLACES & word_set(
    "general lieutenant colonel major captain president minister mr mr. mrs mrs. ms ms. dr dr. sir "
    "spokesman spokeswoman secretary governor mayor chief director sergeant inspector prince "
    "princess king queen pope judge justice senator bishop ambassador envoy commander prof. "
    "professor rev. gov. sen. rep. col. lt. sgt. maj. gen. capt."
)
# Whoever is over a place speaks of it: "the governor of Aville said 40 homes were lost".
OVER_PLACES = word_set("governor gov. mayor prefect governor-general gov head chief administrator")

PLACE_NOUNS = word_set(
    "city town village province area district island region country capital camp hospital "
    "neighbourhood neighborhood suburb state county governorate settlement quarter coast border "
    "valley mountain river sea gulf outskirt countryside township municipality zone territory "
    "street avenue airport port stadium school market square emirate kingdom peninsula part "
    "side pocket scene store shop supermarket centre center prison building sector enclave "
    "stronghold site ward parish home house station church mosque university delta basin lake "
    "desert north south east west northwest northeast southwest southeast heart mainland "
    "archipelago coastline shore beach bay harbour harbor strait ocean forest park road highway "
    "motorway bridge tunnel canal plant factory mine warehouse depot refinery base barracks "
    "barrack airfield field yard stand boutique mall restaurant bar hotel nightclub theatre "
    "theater cinema museum gallery library clinic jail facility complex compound terminal "
    "dock farm ranch temple synagogue cathedral shrine cemetery office tower apartment block "
    "flat corner junction intersection crossing checkpoint frontier slum shantytown hamlet resort "
    "headland cape hill plain plateau reef isle metropolis prefecture canton oblast regency "
    "department borough precinct community region's branch premises shelter dormitory college "
    "campus classroom parking garage courthouse embassy consulate arena venue pub cafe bakery "
    "jeweller jeweler pharmacy platform pipeline well dam reservoir waterway "
    # Sites of every beat, after WordNet's kinds of buildings, ways, rooms, waters and land.
    "lodge club clubhouse mill gate roof rooftop hall hallway lobby corridor staircase stairwell "
    "room bedroom kitchen bathroom basement cellar cottage villa mansion palace castle motel inn "
    "hostel casino gym nursery kindergarten auditorium ballroom salon studio workshop laboratory "
    "barn shed stable greenhouse orchard garden lawn meadow pasture farmland alley lane boulevard "
    "driveway sidewalk pavement roadside roadblock backyard courtyard playground zoo creek stream "
    "pond lagoon waterfall waterfront riverbank hillside slope cliff canyon gorge ravine cave "
    "glacier crater volcano pier wharf quay jetty marina shipyard airstrip runway hangar railway "
    "substation landfill quarry pit shaft vault bunker trench morgue monastery convent chapel "
    "abbey tenement skyscraper barricade waters deck gymnasium floor levee dyke strait "
    "headquarters polls rubble highland lowland upland wetland marsh marshland swamp steppe "
    "foothill hinterland borderland heartland floodplain moor heath dune oasis rainforest jungle "
    "savanna favela barrio penitentiary lockup brewery distillery sawmill mine colliery smelter "
    "waterworks sewer underpass flyover overpass roundabout polyclinic infirmary sanatorium "
    "hospice orphanage mortuary dispensary sickbay"
) - {"department", "office", "region's"}  # fmt: skip
# What carries people is a place for who is in it: "in a car", "on the boat".
CARRIERS = word_set(
    "car van truck lorry bus minibus coach taxi cab vehicle ambulance train tram carriage plane "
    "aircraft jet helicopter boat ship vessel ferry yacht barge dinghy raft tanker trawler "
    "submarine"
)
WITHIN = word_set("in on inside aboard into onto")
# Where people come together, told by "at", "during" or "in".
GATHERINGS = word_set(
    "party wedding funeral concert festival ceremony gathering parade procession vigil rally "
    "reception celebration"
)
# Of these, the ones that stand for the place of the event when "the" is before them.
AREAS = word_set(
    "city town village province area district island region country capital camp neighbourhood "
    "neighborhood suburb state county governorate settlement territory enclave pocket zone "
    "peninsula archipelago valley delta coast municipality township hamlet resort port regency "
    "prefecture borough"
)
# What a sentence says of these goes on in the next: not of a camp or a coast that it names by the
# way, nor of a country.
HANDED_ON = AREAS - {"country", "camp", "coast", "state", "capital", "port", "zone"}

# After a preposition these tell when or how, not where; what stands before them is no place either
# ("on state television").
DAYS = word_set(
    "today yesterday tomorrow tonight overnight midnight noon monday tuesday wednesday thursday "
    "friday saturday sunday january february march april may june july august september october "
    "november december jan. feb. mar. apr. aug. sept. sep. oct. nov. dec. jan feb mar apr aug sept "
    "oct nov dec gmt a.m. p.m. mondays tuesdays wednesdays thursdays fridays saturdays sundays"
)
OCCASIONS = word_set(
    "past wake day week month year hour night morning time statement report interview weekend "
    "evening afternoon case addition total fact order comment attack twitter facebook telegram "
    "run line hope search need charge response television tv scale english arabic god magnitude "
    "season quarter summer winter spring autumn war conflict sale trading trade custody court "
    "hand way view light front return exchange recent operation offensive raid quake earthquake "
    "game match race round poll election vote shooting killing murder incident dispute debate "
    "speech survey study deal crash blast explosion scandal meeting caucus primary tweet email "
    "video photo article book film song suspect"
) - {"quarter"}  # fmt: skip

# A part alone says nothing of where: "at the heart of the dispute", "on the side of the firm".
PARTS = word_set("heart side part branch block centre center corner field platform")
# A sentence with one of these tells of something that happened in a place.
HAPPENINGS = word_set(
    "quake earthquake aftershock tremor temblor tsunami attack airstrike strike blast explosion "
    "bomb bombing fire blaze flood flooding storm cyclone hurricane typhoon tornado landslide "
    "avalanche eruption drought crash collapse raid robbery heist theft shooting killing murder "
    "slaying massacre protest demonstration clash riot unrest war siege battle offensive fighting "
    "conflict outbreak epidemic outage blackout accident disaster shelling violence victim dead "
    "casualty wounded injured survivor rescue rescuer refugee ceasefire truce evacuation militant "
    "rebel gunman insurgent troops army soldier militia firefighter damage demonstrator protester "
    "robber thief rioter burst plunge derail explode capsize disruption breakdown epicentre "
    "epicenter cholera virus famine strand suspect murderer kidnapping hostage siege incident "
    "accident gunfire gunshot shoot shot shooter stabbing body toll sink sinking overturn wreck"
)
# So do verbs of these classes (ontology.py).
HAPPEN_CLASSES = frozenset(
    {
        "killed", "injured", "missing", "displaced", "homeless", "evacuated", "sheltered",
        "rescued", "trapped", "affected", "damaged", "destroyed", "attacked", "fought", "clashed",
        "captured", "recaptured", "protested", "infected", "arrested", "abducted", "stolen",
        "surrendered", "hospitalised", "delivered",
    }
)  # fmt: skip

# Each of several places that are only counted: the sentence's own place lies elsewhere.
VAGUE = word_set("several some many various numerous other few most all both each every")
POINTS = word_set(
    "south north east west southwest southeast northwest northeast south-west south-east "
    "north-west north-east southwestern"
)
LENGTHS = word_set(
    "km kilometers kilometres kilometer kilometre miles mile meters metres mi feet ft"
)
