"""What befell the counted, by the words beside the number, and who is counted."""

from __future__ import annotations

import pytest

from reconciling_parts import reading
from stemmata.reconciling.alike import of_things
from stemmata.reconciling.features import Features, features
from stemmata.reconciling.roles import role
from stemmata.reconciling.words import deeds, deeds_kin, things_kin

ITEM = {"unit": "item"}

FATES = [
    ("In Temsk [40] people were killed or injured.", {"action": "kill"}, {"harm-both"}),
    ("The blast left [40] people dead and wounded.", {"action": "leave"}, {"harm-both"}),
    ("The raid killed and wounded [40] people.", {"action": "kill"}, {"harm-both"}),
    ("Medics spoke of [40] casualties.", {}, {"harm-both"}),
    ("It killed [40] people and wounded nine others.", {"action": "kill"}, {"harm-dead"}),
    ("The toll is given as 41, with [4] missing.", {"action": "die"}, {"harm-missing"}),
    ("The rain left [34] missing in Varn.", {"action": "leave"}, {"harm-missing"}),
    ("For [116] people killed in a raid they prayed.", {"action": "raid"}, {"harm-dead"}),
    ("About [2,000] people lost their homes.", {"action": "lose"}, {"out-moved"}),
    ("In all [58] people lost their lives.", {"action": "lose"}, {"harm-dead"}),
    ("They lost [31] men.", {"action": "lose"}, {"harm-dead"}),
    ("[300] people lost sight of it.", {"action": "lose"}, {"lose"}),
    ("Power was cut to [4,000] people.", {"action": "cut"}, {"without"}),
    ("Some [4,000] were left without electricity.", {"action": "leave"}, {"without"}),
    ("The hall has room for [600] people.", {}, {"room"}),
    ("The [600]-seat hall was full.", {}, {"room"}),
    ("Police arrested [three] men accused of theft.", {"action": "accuse"}, {"held"}),
    ("As well as those killed [160] people were hurt.", {"action": "hurt"}, {"harm-hurt"}),
    ("Crews freed [31] people trapped below.", {"action": "trap"}, {"freed", "rescue"}),
    ("[5] inmates broke out of the jail.", {"action": "break"}, {"out-leave"}),
    ("Gunmen took [58] people hostage.", {"action": "take"}, {"held"}),
    ("[Three] men are held over the theft.", {"action": "hold"}, {"held"}),
    ("[Three] others are still at large.", {}, {"at-large"}),
    ("[9] people remain in hospital.", {}, {"care"}),
    ("The number of bodies recovered reached [68].",
     {"action": "recover", "thing": "bodies"}, {"harm-dead"}),
    ("On Friday [two] bodies were found.",
     {"action": "find", "thing": "bodies"}, {"found-dead"}),
    ("[143] cases were confirmed.",
     {"action": "confirm", "thing": "cases", **ITEM}, {"harm-ill"}),
    ("[Two] cables suffered severe damage.",
     {"action": "suffer", "thing": "cables", **ITEM}, {"ruin-part"}),
    ("[Two] cables went down.", {"action": "go", "thing": "cables", **ITEM}, {"ruin-part"}),
    ("[9] houses were destroyed or damaged.",
     {"action": "destroy", "thing": "houses", **ITEM}, {"ruin-both"}),
    ("[9] houses are beyond repair.", {"thing": "houses", **ITEM}, {"ruin-full"}),
    ("[60] convicts got away.", {"action": "get"}, {"out-leave"}),
    ("[60] convicts tunnelled out.", {"action": "tunnel"}, {"out-leave"}),
    ("[12] fugitives are back behind bars.", {}, {"held"}),
    ("[12] of them are in police custody.", {}, {"held"}),
    ("[12] runaways have been caught.", {"action": "catch"}, {"held"}),
    ("[12] pupils caught the fever.", {"action": "catch"}, {"harm-ill"}),
    ("[12] pupils fell ill.", {"action": "fall"}, {"harm-ill"}),
    ("Of the prisoners [7] have not been found.", {"action": "find"}, {"at-large"}),
    ("Of the climbers [7] have not been found.", {"action": "find"}, {"harm-missing"}),
    ("They charged [two] men who are on the run.", {"action": "charge"}, {"charge"}),
    ("[31] men paid the supreme price.", {"action": "pay"}, {"harm-dead"}),
    ("[9] were brought in with burns.", {"action": "bring"}, {"harm-hurt"}),
    ("Crews brought [90] people to safety.", {"action": "bring"}, {"rescue"}),
    ("A ferry carrying [90] people capsized.", {"action": "capsize"}, {"aboard"}),
    ("[2] people were flown to a hospital.", {"action": "fly"}, {"care"}),
    ("[90] others were given outpatient treatment.", {"action": "give"}, {"care"}),
    ("The number of wounded in the town was put at [88].", {}, {"harm-hurt"}),
    ("They put the number of wounded in the town at [88].", {"action": "put"}, {"harm-hurt"}),
    ("They counted 58 deaths and [167] wounded.", {"action": "count"}, {"harm-hurt"}),
    ("Over [430] people remained out of their homes.", {"action": "remain"},
     {"out-leave", "out-moved"}),
    ("The jail was built in 1931 for [300] men.", {"action": "build"}, {"room"}),
    ("[300] people had been ordered out.", {"action": "order"}, {"out-moved"}),
    ("[300] people went back to the valley.", {"action": "go"}, {"home"}),
    ("[300] people spent the night there.", {"action": "spend"}, set()),
    ("[40] cells were gutted.", {"action": "gut", "thing": "cells", **ITEM}, {"ruin-full"}),
    ("[6] cars caught fire.", {"action": "catch", "thing": "cars", **ITEM}, {"ruin-full"}),
    ("[6] cars left the rails.", {"action": "leave", "thing": "cars", **ITEM}, {"crash"}),
    # the bodies and wounded that one hospital has
    ("The bodies of [12] were brought to Temsk hospital.",
     {"thing": "bodies", "action": "bring"}, {"taken-dead"}),
    ("[6] bodies had been brought there.",
     {"thing": "bodies", "action": "bring", "source": "Doctors at Temsk Hospital"}, {"taken-dead"}),
    ("The hospital said it had received [6] bodies.",
     {"thing": "bodies", "action": "receive"}, {"taken-dead"}),
    ("Temsk hospital received [34] wounded.",
     {"thing": "wounded", "action": "receive", "source": "Temsk hospital"}, {"care"}),
    ("Crews shifted [24] bodies to hospitals.",
     {"thing": "bodies", "action": "shift"}, {"harm-dead"}),
    ("Volunteers carried [44] bodies from the market.",
     {"thing": "bodies", "action": "carry"}, {"harm-dead"}),
    # how they are
    ("[11] of the wounded were in a critical state.", {"thing": "wounded"}, {"grave"}),
    ("[11] of his patients might not survive the night.", {"action": "survive"}, {"grave"}),
    ("[8] were on ventilators.", {}, {"grave"}),
    ("They took in [25] wounded, some of them in intensive care.",
     {"thing": "wounded", "action": "wound"}, {"harm-hurt"}),
    # jobs
    ("As many as [80] jobs in sales would go.", {"thing": "jobs", "action": "go"},
     {"shed", "out-leave"}),
    ("Up to [30] jobs could be lost there.", {"thing": "jobs", "action": "lose"}, {"shed"}),
    ("It means the loss of [300] posts.", {"thing": "posts", "action": "mean"}, {"shed"}),
    ("[80] people would go.", {"action": "go"}, {"out-leave"}),
    # what is told of a figure is not done to the counted
    ("The mission gives lower figures of 22 ships and [487] hostages.",
     {"thing": "hostages", "action": "give"}, {"held"}),
    ("[21] people have embraced martyrdom.", {"action": "embrace"}, {"harm-dead"}),
    ("[6] towns were recaptured.", {"action": "recapture", "thing": "towns", **ITEM}, {"win"}),
]  # fmt: skip


def one_of(sentence: str, fields: dict[str, object]) -> Features:
    (found,) = features([reading("a", "2031-05-07", (sentence, fields))], ())
    return found


@pytest.mark.parametrize(("sentence", "fields", "deeds"), FATES)
def test_what_befell_the_counted(sentence: str, fields: dict[str, object], deeds: set[str]) -> None:
    assert one_of(sentence, {"thing": "people", **fields}).deeds == deeds


ROLES = [
    ("workers", "health workers", "medic"),
    ("forces", "government forces", "soldier"),
    ("workers", "rescue workers", "firefighter"),
    ("workers", "workers", ""),
    ("homes", "rescue homes", ""),
]


@pytest.mark.parametrize(("head", "thing", "told"), ROLES)
def test_the_role_of_a_plain_noun(head: str, thing: str, told: str) -> None:
    assert role(head, thing) == told


KINS = [
    ("militant", "soldier", "apart"),
    ("hostage", "guard", "near"),
    ("guard", "suspect", "apart"),
    ("man", "suspect", "near"),
    ("man", "civilian", "apart"),
    ("price", "offer", "near"),
    ("profit", "revenue", "apart"),
]


@pytest.mark.parametrize(("a", "b", "kin"), KINS)
def test_how_two_classes_stand(a: str, b: str, kin: str) -> None:
    assert things_kin(a, b) == things_kin(b, a) == kin


DEEDS = [
    ({"harm-both"}, {"harm-dead"}, "apart"),
    ({"found-dead"}, {"harm-dead"}, "near"),
    ({"taken-dead"}, {"harm-dead"}, "near"),
    ({"grave"}, {"harm-hurt"}, "near"),
    ({"grave"}, {"harm-dead"}, "apart"),
    ({"care"}, {"harm-hurt"}, "near"),
    ({"live"}, {"out-stay"}, "near"),
    ({"ruin-both"}, {"ruin-full"}, "near"),
]


@pytest.mark.parametrize(("a", "b", "kin"), DEEDS)
def test_how_two_deeds_stand(a: set[str], b: set[str], kin: str) -> None:
    assert deeds_kin(frozenset(a), frozenset(b)) == kin


EXPECTED = [
    ("The toll could yet rise to [200].", True),
    ("The toll may well reach [200], medics said.", True),
    ("The toll rose to [200].", False),
    ("It could rise, said those who counted [200].", False),
]


@pytest.mark.parametrize(("sentence", "expected"), EXPECTED)
def test_what_is_only_expected_yet(sentence: str, expected: bool) -> None:
    assert one_of(sentence, {"action": "die"}).expected is expected


# Verbs that reports use for one another, and verbs that say opposite things.
ALIKE = [
    ("escape", "slip_out"),
    ("gut", "burn_down"),
    ("convict", "jail"),
    ("sack", "lay_off"),
    ("plunge", "slip"),
    ("nab", "recapture"),
    ("topple", "wash_away"),
    ("derail", "overturn"),
]
UNLIKE = [
    ("escape", "recapture"),
    ("convict", "acquit"),
    ("rise", "plummet"),
    ("pay", "ask"),
    ("shut", "reopen"),
    ("hire", "fire"),
    ("flee", "go_back"),
    ("infect", "recover"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_verbs_that_tell_of_one_deed(one: str, other: str) -> None:
    assert deeds_kin(deeds(one), deeds(other)) == "same"


@pytest.mark.parametrize(("one", "other"), UNLIKE)
def test_verbs_that_say_opposite_things(one: str, other: str) -> None:
    assert deeds_kin(deeds(one), deeds(other)) == "apart"


def test_a_verb_that_only_looks_like_one_of_speech_says_what_it_says() -> None:
    assert deeds("show") == {"tell"}
    assert "tell" not in deeds("show up") | deeds("show off")


SUMS = [
    ("Orlex will buy the mill for $[2] billion.", "price"),
    ("Orlex will buy the mill for $[14] a share.", "share"),
    ("The takeover of the mill for $[2] billion is done.", "price"),
    ("The merger saves $[150] million a year.", "saving"),
    ("The agency appealed for $[18] million.", "appeal"),
    ("It will take $[4] million to rebuild the mill.", "damage"),
    ("The mill is $[40] million away.", ""),
]


@pytest.mark.parametrize(("marked", "sort"), SUMS)
def test_what_a_sum_of_money_is(marked: str, sort: str) -> None:
    sums = {"unit": "USD", "kind": "measure", "thing": None}
    one = reading("a", "2031-05-05", (marked, sums))
    assert features([one], ())[0].thing == sort


# What two verbs of people, with two numbers or one, say for or against one question.
VERBS = [
    ("miss", "wait", "[40]", "deed near"),
    ("injure", "wait", "[40]", "deed near"),
    ("queue", "wait", "[40]", "deed near"),
    ("queue", "wait", "[31]", "deed other"),
    ("die", "wait", "[40]", "deed other"),
]


@pytest.mark.parametrize(("one", "other", "number", "sign"), VERBS)
def test_who_waits_is_not_whom_something_befell(
    one: str, other: str, number: str, sign: str
) -> None:
    people = {"unit": "person", "thing": "people"}
    a = one_of("In Temsk [31] people were seen.", {"action": one, **people})
    b = one_of(f"By noon {number} people were there.", {"action": other, **people})
    found: dict[str, float] = {}
    of_things(a, b, found)
    assert sign in found
