"""Attributions in many beats and styles: who says it, with what class of cue, through whom."""

from __future__ import annotations

import pytest

from reading_parts import cut, holding, read

# text, words that the statement must hold, its source's words
BEATS = [
    # economy
    ("The bank said profits rose 40 percent to $2 billion.", "$2 billion", "The bank"),
    ("Analysts expect profits of $40 million.", "$40 million", "Analysts"),
    ("The company reported a profit of $40 million.", "$40 million", "The company"),
    ("Sales fell 12 percent, the retailer said on Tuesday.", "12 percent", "the retailer"),
    ("Inflation will reach 9 percent, economists at Tarvik Bank forecast.", "9 percent",
     "economists at Tarvik Bank"),
    ("The union says 40 workers were sacked; the firm says 12.", "40 workers", "The union"),
    ("The union says 40 workers were sacked; the firm says 12.", "12", "the firm"),
    ("“We will open 30 stores,” chief executive Mara Lind told investors.", "30 stores",
     "chief executive Mara Lind"),
    # sport
    ("The coach said the team had won 40 games.", "40 games", "The coach"),
    ('"I scored 40 goals," striker Ann Vell told the Harbour Gazette.', "40 goals",
     "striker Ann Vell"),
    ("The club, according to reports, has offered $12 million.", "$12 million", "reports"),
    ("The league announced that 12 players had been banned.", "12 players", "The league"),
    ("Vell would miss six weeks, her agent said.", "six weeks", "her agent"),
    # crime and courts
    ("Police said they had arrested 40 men and seized 12 guns.", "12 guns", "Police"),
    ("Prosecutors allege that he stole 40 paintings.", "40 paintings", "Prosecutors"),
    ("The indictment says he stole 40 paintings.", "40 paintings", "The indictment"),
    ("Her lawyer, Jon Orm, argued that six witnesses had lied.", "six witnesses",
     "Her lawyer, Jon Orm"),
    ("Detectives believe 12 people took part in the raid.", "12 people", "Detectives"),
    # weather and disasters
    ("The storm tore roofs off 90 houses, the fire brigade said.", "90 houses",
     "the fire brigade"),
    ("Rescuers warned that 12 villages were cut off.", "12 villages", "Rescuers"),
    ("The geological survey put the quake's magnitude at 6.4.", "6.4", "The geological survey"),
    ("A survivor told how six boats went down.", "six boats", "A survivor"),
    ("Rainfall was the heaviest in 40 years, forecasters said.", "40 years", "forecasters"),
    # health and science
    ("Researchers at Orlan University found that 12 percent of bees had died.", "12 percent",
     "Researchers at Orlan University"),
    ("The study, published on Monday, suggests that 12 species are at risk.", "12 species",
     "The study"),
    ("Doctors say 40 patients have the fever.", "40 patients", "Doctors"),
    ("40 dams are at risk, a report by the council found.", "40 dams", "a report by the council"),
    ("A survey made for the council by Orlan University showed that 12 wells were dry.",
     "12 wells", "A survey made for the council by Orlan University"),
    # politics
    ("64 percent said they would vote for Lind.", "vote for Lind", "64 percent"),
    ("Three in 10 said prices were too high.", "too high", "Three in 10"),
    ("Nearly half of voters say the dam is unsafe.", "the dam", "Nearly half of voters"),
    ("Berlin, Paris and Rome said six people died.", "six people", "Berlin, Paris and Rome"),
    ("The United States and Britain said six people died.", "six people",
     "The United States and Britain"),
    ("The opposition accused the cabinet of hiding 12 deaths.", "12 deaths", "The opposition"),
]  # fmt: skip

STYLES = [
    # the second speaker of a sentence, by a number alone
    ("Marchers said 900 had come, but police counted 350.", "350", "police"),
    ("Marchers said 900 had come, but police counted 350.", "900", "Marchers"),
    ("Up to 400 took part, police said; marchers spoke of 900.", "900", "marchers"),
    ("Marchers claimed 900 took part while police counted barely 350.", "350", "police"),
    ("Doctors spoke of at least 40 dead.", "40", "Doctors"),
    # described sources, behind a clause too
    ("Twelve people drowned, a source close to the inquiry told the Echo.", "Twelve",
     "a source close to the inquiry"),
    ("Most of the 40 were miners, a person familiar with the matter said.", "40",
     "a person familiar with the matter"),
    ("A person familiar with the plans said up to 40 posts could go.", "up to 40",
     "A person familiar with the plans"),
    # before, amid, behind
    ("As the ministry reported, 40 people died.", "40 people", "the ministry"),
    ("40 people died, as the ministry reported.", "40 people", "the ministry"),
    ("While the ministry said 40 had died, the rebels put the toll at 90.", "40", "the ministry"),
    ("While the ministry said 40 had died, the rebels put the toll at 90.", "90", "the rebels"),
    ("The mayor said, however, that 40 people had died.", "40 people", "The mayor"),
    ("The mayor said in Tarvik, Orlan, that 40 people had died.", "40 people", "The mayor"),
    ("The mayor, who visited the camp on Monday, said 40 people had died.", "40 people",
     "The mayor, who visited the camp on Monday"),
    ("An official who asked not to be named said 40 people had died.", "40 people",
     "An official who asked not to be named"),
    ("The mayor, in a blue coat, said 40 people had died.", "40 people", "The mayor"),
    ("The mayor said raising the wall would cost $40 million.", "$40 million", "The mayor"),
    ("The plan, which the mayor said had cost $40 million, failed.", "$40 million", "the mayor"),
    ("In a statement, the ministry said 40 people had died.", "40 people", "the ministry"),
    ("The ministry issued a statement saying 40 people had died.", "40 people", "The ministry"),
    ("A statement from the ministry said 40 people had died.", "40 people",
     "A statement from the ministry"),
    ("According to the report, published on Monday, 40 dams are at risk.", "40 dams",
     "the report"),
    ("40 people died, according to a statement released on Monday by the council.", "40 people",
     "a statement released on Monday by the council"),
    ("The figures, released on Monday, show that 40 people died.", "40 people", "The figures"),
    ("The release linked to the council's report, which notes that 12 wells are dry.", "12 wells",
     "which"),
    # passive
    ("The minister was quoted as saying 40 people died.", "40 people", "The minister"),
    ("It was reported by state radio that 40 people died.", "40 people", "state radio"),
    ("It is feared that 40 people died.", "40 people", None),
    ("40 people are believed to have died in the flood.", "40 people", None),
    ("The deaths of 40 people were confirmed by the ministry.", "40 people", "the ministry"),
    ("The loss of 40 homes was first reported by the Harbour Gazette.", "40 homes",
     "the Harbour Gazette"),
    ("Asked whether 40 people had died, the mayor left the room.", "40 people", None),
    # citing
    ("40 people died, TASS reported, citing the ministry.", "40 people", "the ministry"),
    ("40 people died, according to TASS, citing the ministry.", "40 people", "the ministry"),
    ("Sputnik reported, citing the ministry, that 40 people had died.", "40 people",
     "the ministry"),
    # unnamed and collective
    ("A security source, speaking on condition of anonymity, said six people died.", "six people",
     "A security source"),
    ("Two officials, who declined to be named, told Reuters that six people had died.",
     "six people", "Two officials, who declined to be named"),
    ("State media and activists reported that six people died.", "six people",
     "State media and activists"),
    ("Witnesses and medical sources told AFP six people died.", "six people",
     "Witnesses and medical sources"),
    ("The monitor and a civil defence official said six people died.", "six people",
     "The monitor and a civil defence official"),
    ("Sources said six people died.", "six people", "Sources"),
    ("Media watchdog Reporters Without Borders said six people died.", "six people",
     "Reporters Without Borders"),
    # text that lost its commas
    ("An airstrike killed 10 people and wounded several others activists said.", "10 people",
     "activists"),
    ("A strike killed at least 10 people and wounded dozens opposition activists said.",
     "10 people", "opposition activists"),
    ("A bomb killed six people in the Old Market district of Tarvik Turkish state television"
     " reported.", "six people", "Turkish state television"),
    ("More than 40 people were hurt in the Orma area the Orlan Observatory for Human Rights said"
     " a district next to the river.", "40 people", "the Orlan Observatory for Human Rights"),
    ("A bombing killed six people including a journalist from pro-government television state"
     " media and a monitoring group said.", "six people", "state media and a monitoring group"),
    ("Five were hurt with a rocket shelling SANA news agency reported citing a source at the"
     " Tarvik Police Command.", "Five", "a source at the Tarvik Police Command"),
    ("Two women fled past shops damaged by the bomb the AFP photographer said.", "Two women",
     "the AFP photographer"),
    ('"The toll has risen to 42 dead including seven children" said the Orlan Observatory which'
     " had given a toll of 17.", "42 dead", "the Orlan Observatory"),
    ("Raids on Tarvik killed 36 people opposition activists said as violence went on.",
     "36 people", "opposition activists"),
    # nested speech of somebody else
    ("The report said that the ministry had told the council 12 wells were dry.", "12 wells",
     "the ministry"),
    ("The mayor said she had told the council that 12 wells were dry.", "12 wells", "The mayor"),
    ("The mayor said she hoped that 12 wells would be cleaned.", "12 wells", "The mayor"),
    ("The mayor says she is proud and expects 12 wells to be cleaned.", "12 wells", "The mayor"),
    ("The mayor said 12 wells were dry and added that 30 were in use.", "30", "The mayor"),
]  # fmt: skip

QUOTED = [
    ("«We lost 40 homes in one night,» the mayor said.", "40 homes", "the mayor"),
    ("„We lost 40 homes in one night,“ the mayor said.", "40 homes", "the mayor"),
    ("‘We lost 40 homes in one night,’ the mayor said.", "40 homes", "the mayor"),
    ("'We lost 40 homes,' the mayor said. 'It's a loss of $12 million.'", "$12 million",
     "the mayor"),
    ("``We lost 40 homes in one night,'' the mayor said.", "40 homes", "the mayor"),
    ("But the mayor added, ''We lost 40 homes in one night.''", "40 homes", "the mayor"),
    ("The vote was near. The mayor added warily: ''We lost 40 homes.''", "40 homes", "The mayor"),
    ('"We lost 40 homes," the mayor said, "and nobody came for 12 days."', "12 days", "the mayor"),
    ("\"He told me 'forty boats are lost' and wept,\" the mayor said.", "forty boats",
     "the mayor"),
    ("“He told me ‘forty boats are lost’ and wept,” the mayor said.", "forty boats", "the mayor"),
    ('"We lost 40 homes, the mayor said.', "40 homes", "the mayor"),
    ("“We lost 40 homes, the mayor said.", "40 homes", "the mayor"),
    ('"We lost 40 homes.\n"Nobody came.\n"We are alone," the mayor said.', "40 homes",
     "the mayor"),
    ("“We lost 40 homes.\n“Nobody came.\n“We are alone,” the mayor said.", "40 homes",
     "the mayor"),
    ('The mayor said: "We lost 40 homes.\n"Some 12 are being rebuilt."', "12", "The mayor"),
    ("The mayor said:\n“We lost 40 homes.”", "40 homes", "The mayor"),
    ("The mayor put it in these words:\nThe sea took 40 homes.", "40 homes", None),
    ('The mayor spoke of "the worst night in 40 years" for the town.', "40 years", "The mayor"),
    ("We lost 40 homes,” the mayor said.", "40 homes", "the mayor"),
    ("“We lost 40 homes” — Mara Lind, mayor", "40 homes", "Mara Lind, mayor"),
]  # fmt: skip

# text, words, the class of the cue
STANCES = [
    ("The army denied that 40 people had died.", "40", "denying"),
    ("The army denied killing 40 people.", "40", "denying"),
    ("The army denied reports of 40 dead.", "40", "denying"),
    ("The army denied having shelled 40 homes.", "40", "denying"),
    ("40 people died, the ministry denied.", "40", "denying"),
    ("Reports that 40 people had died were denied by the army.", "40", "denying"),
    ("The army's denial that 40 people had died was met with anger.", "40", "denying"),
    ("The ministry refuted the figure of 40.", "40", "denying"),
    ("The army disputed the toll of 40.", "40", "denying"),
    ("The firm rejected claims of 40 deaths.", "40", "denying"),
    ("The firm rejected an offer of 40 million dollars.", "40", "assertive"),
    ("The council declined to pay 40 families.", "40", "assertive"),
    ("The minister did not say that 40 had died.", "40", "denying"),
    ("The minister never said 40 people had died.", "40", "denying"),
    ("The ministry has not confirmed that 40 people died.", "40", "doubting"),
    ("The ministry could not confirm the deaths of 40 people.", "40", "doubting"),
    ("The ministry did not deny that 40 people had died.", "40", "neutral"),
    ("The rebels vowed to free 40 prisoners.", "40", "promising"),
    ("The rebels threatened to kill 40 prisoners.", "40", "promising"),
    ("The envoy pledged that 40 prisoners would be freed.", "40", "promising"),
    ("The envoy's claim that 40 prisoners were freed was false.", "40", "denying"),
    ("The rebels allege that 40 prisoners were killed.", "40", "doubting"),
    ("The rebels insist that 40 prisoners were killed.", "40", "assertive"),
    ("The rebels accuse the army of killing 40 prisoners.", "40", "assertive"),
    ("The envoy hopes that 40 prisoners will be freed.", "40", "belief"),
    ("40 prisoners are thought to have been freed.", "40", "belief"),
    ("The envoy called for 40 prisoners to be freed.", "40", "neutral"),
    ("The envoy reported that 40 prisoners had been freed.", "40", "neutral"),
    # a day, or what is made of the claim, stands between
    ("The mill denied on Monday that it would shed 40 posts.", "40", "denying"),
    ("The owner, Jon Orm, denied late on Friday that 40 posts would go.", "40", "denying"),
    ("The mayor dismissed as false a report that 40 houses were lost.", "40", "denying"),
    ("The mayor dismissed as pure invention reports that 40 had drowned.", "40", "denying"),
    ("The mayor rejected as baseless rumours that 40 people had drowned.", "40", "denying"),
    ("Orm denies that 40 had drowned.", "40", "denying"),
    ("The mayor said a dam described as safe on Friday had burst and killed 40.", "40", "neutral"),
    # what is said is that it is not so
    ("It is not true that 40 posts will go, the mill said.", "40", "denying"),
    ("The mill said it was simply not true that 40 posts would go.", "40", "denying"),
    ("There is no truth in reports that 40 were hurt, the army said.", "40", "denying"),
    ("The army said it was wrong to claim that 40 were hurt.", "40", "denying"),
    ("It is true that 40 posts will go, the mill said.", "40", "neutral"),
    ("It is wrong that 40 people must sleep in tents, the mayor said.", "40", "neutral"),
    # left open
    ("The bank declined to confirm reports that 40 posts would go.", "40", "doubting"),
    ("The bank refused to comment on claims that 40 posts would go.", "40", "doubting"),
    ("The bank refused to deny that 40 posts would go.", "40", "neutral"),
    ("The club refused to pay 40 million euros.", "40", "assertive"),
]  # fmt: skip

# text, words, the links of the chain
CHAINS = [
    ("Sputnik quoted the ministry as saying that Commander Oleg Rusin had reported 40 dead.",
     "40 dead", ["Sputnik", "the ministry", "Commander Oleg Rusin"]),
    ("TASS said the ministry had quoted Commander Oleg Rusin as saying that 40 people died.",
     "40 people", ["TASS", "the ministry", "Commander Oleg Rusin"]),
    ("Sputnik reported, citing the ministry, that 40 people had died.", "40 people",
     ["Sputnik", "the ministry"]),
    ("40 people died, according to TASS, citing the ministry.", "40 people",
     ["TASS", "the ministry"]),
    ("The mayor was quoted by IRNA as saying that 40 people died.", "40 people",
     ["IRNA", "The mayor"]),
    ("The mayor told Reuters that 40 people died.", "40 people", ["Reuters", "The mayor"]),
    ("The mayor told the council that 40 people died.", "40 people", []),
]  # fmt: skip

# text, words that no statement may hold
NOBODY = [
    ("Divers called off the search for the 18 missing.", "18"),
    ("The army called up 40,000 reservists.", "40,000"),
    ("She spoke of her 12 years in the job.", "12 years"),
    ("The club raised its offer to 40 million euros.", "40 million"),
    ("The club gave 12 as usual.", "12"),
    ("40 died, the ministry said, and rescuers were still digging for 12.", "12"),
    ("40 died, the ministry said, but the search for 12 goes on.", "12"),
    ("40 died, the ministry said, as 12 boats searched the river.", "12 boats"),
    ("Police have arrested 40 men.", "40 men"),
    ("Orlan forces killed 48 alleged rebels in Hardat village.", "48"),
    ("A reported blast at the port hurt 12 men.", "12 men"),
    ("While not directly addressing the attack 14 jets patrolled the border.", "14 jets"),
    ("The quake claimed 40 civilian lives in the valley.", "40"),
    ("The airline offered 40 new routes.", "40"),
    ("The court fined the firm $40 million.", "$40 million"),
    ("The fund put $40 million into the dam.", "$40 million"),
    ("The match report ran to 40 pages.", "40 pages"),
    ("The survey team of 12 left on Monday.", "12"),
    ("The mayor held a meeting with 40 families.", "40 families"),
    ("The violence continued as 40 families fled.", "40 families"),
    ("The law states little. It has 40 clauses.", "40 clauses"),
    ("The king's speech lasted 40 minutes before 12 guests.", "12 guests"),
    ("Six ships sailed. The captain said nothing. Two came back.", "Two"),
]  # fmt: skip


# Numbers told without a verb of saying, and who is meant behind a role
TOLD = [
    ("The Orlan disaster agency gave the toll as 41.", "41", "The Orlan disaster agency"),
    ("The agency on Friday gave the toll as 41, with four missing.", "four", "The agency"),
    (
        "The agency gave a toll of at least 36 dead, among them 15 children.",
        "15 children",
        "The agency",
    ),
    (
        "The agency, which has offices in Tarvik, gave a figure of 36.",
        "36",
        "The agency, which has offices in Tarvik",
    ),
    ("The union spoke of 5,000.", "5,000", "The union"),
    (
        "The fire left 12 dead, said a spokeswoman for the fire brigade, Mara Vell, on Monday.",
        "12 dead",
        "a spokeswoman for the fire brigade, Mara Vell",
    ),
    (
        "The fire left 12 dead, said the director of the mill, Mara Vell.",
        "12 dead",
        "the director of the mill, Mara Vell",
    ),
    (
        "The health ministry meanwhile raised its toll from the flood to 33.",
        "33",
        "The health ministry",
    ),
    ("The institute kept its own count of the dead at 31.", "31", "The institute"),
    ("The agency lowered its estimate to 40 dead.", "40", "The agency"),
    ("An inventory lists 780 homes as destroyed.", "780 homes", "An inventory"),
    ("Police say 12, but the union says 40.", "40", "the union"),
    ("The hospital gave 52 as its count.", "52", "The hospital"),
    ("The hospital gave 52, the ministry 60.", "52", "The hospital"),
    ("The mayor spoke of at least 12,000 ruined fields.", "12,000", "The mayor"),
    ("Fields are lost, said Ann Vell of the farmers' union, who spoke of 12,000.", "12,000", "who"),
    (
        "Unofficial results gave Lind 46.6 percent and Orm 46.2 percent.",
        "46.2",
        "Unofficial results",
    ),
    ("Early results gave Lind 300 votes.", "300", "Early results"),
    ("Lind spent half a million dollars on the race, filings show.", "million", "filings"),
    (
        "There are 412 ballots, clerk Ann Vell said this morning, and 97 of them are torn.",
        "97",
        "Ann Vell",
    ),
    ("Survivors numbered 158, said Ann Vell; a third of them were hurt.", "a third", "Ann Vell"),
]
# No number is told
NOT_TOLD = [
    ("The club gave 40 children a meal.", "40 children"),
    ("The mayor gave a total of 300 medals.", "300"),
    ("The mayor spoke of her hopes. Twelve people came.", "hopes"),
    ("The mayor spoke for 40 minutes.", "40 minutes"),
    ("The coach gave Lind 40 minutes.", "40 minutes"),
    ("Ann Vell gave the count of Orlan a horse.", "horse"),
]


@pytest.mark.parametrize(("text", "words"), NOT_TOLD)
def test_no_number_is_told(text: str, words: str) -> None:
    assert holding(text, words) is None


@pytest.mark.parametrize(("text", "words", "source"), [*BEATS, *STYLES, *TOLD])
def test_source(text: str, words: str, source: str | None) -> None:
    found = holding(text, words)
    assert found is not None
    assert cut(text, found.source) == source


@pytest.mark.parametrize(("text", "words", "source"), QUOTED)
def test_quotation(text: str, words: str, source: str | None) -> None:
    found = holding(text, words)
    assert (found is None) == (source is None)
    assert found is None or cut(text, found.source) == source


@pytest.mark.parametrize(("text", "words", "stance"), STANCES)
def test_stance(text: str, words: str, stance: str) -> None:
    found = holding(text, words)
    assert found is not None
    assert found.cue_class == stance


@pytest.mark.parametrize(("text", "words", "links"), CHAINS)
def test_chain(text: str, words: str, links: list[str]) -> None:
    found = holding(text, words)
    assert found is not None
    assert [cut(text, one) for one in found.chain] == links


@pytest.mark.parametrize(("text", "words"), NOBODY)
def test_nobody_says_it(text: str, words: str) -> None:
    assert holding(text, words) is None


def test_a_question_is_no_claim_of_whoever_is_asked() -> None:
    text = "Asked whether 40 people had died, the mayor said the river was calm."
    assert [(cut(text, s.source), s.cue_class) for s in read(text)[1]] == [
        (None, "neutral"),
        ("the mayor", "neutral"),
    ]
