"""Promises of what is held, known or able to be done: each is said with a verb of ours, and only where it is proved."""

from __future__ import annotations

import pytest

from followup_letters.wording.bullets.joining import after_having, after_someone_who
from followup_letters.wording.bullets.saying import as_told, first_person, said_of
from followup_letters.wording.needs.infinitives import infinitive


@pytest.mark.parametrize(
    ("bullet", "clause"),
    [
        ("IRATA Level 3", "I hold IRATA Level 3"),
        ("IRATA Level 1 since March 2025", "I have held IRATA Level 1 since March 2025"),
        ("AALSO Life Support Operator Level 2", "I hold AALSO Life Support Operator Level 2"),
        ("RHS Level 2 in practical horticulture", "I hold RHS Level 2 in practical horticulture"),
        ("NVQ Level 3 in joinery, current", "I hold NVQ Level 3 in joinery, current"),
        ("City & Guilds Level 3 in fine woodwork", "I hold City & Guilds Level 3 in fine woodwork"),
        ("GWO Basic Safety, valid to 2027", "I hold GWO Basic Safety, valid to 2027"),
        ("GWO Blade Repair and Basic Safety, current", "I hold GWO Blade Repair and Basic Safety, current"),
        ("IOSH Managing Safely", "I hold IOSH Managing Safely"),
        ("NEBOSH General Certificate", "I hold a NEBOSH General Certificate"),
        ("CSCS gold card", "I hold a CSCS gold card"),
        ("Level 3 Award in Food Hygiene, 2022", "I hold the Level 3 Award in Food Hygiene (2022)"),
        ("Certificate in the care of maps, 2020", "I hold a certificate in the care of maps (2020)"),
        ("Diploma in Contracted Braille (merit)", "I hold a diploma in Contracted Braille (merit)"),
        ("First aid at work certificate, renewed in 2025", "I hold a first aid at work certificate, renewed in 2025"),
        ("HACCP certificate, 2023", "I hold a HACCP certificate (2023)"),
        ("IOSH Working Safely certificate", "I hold an IOSH Working Safely certificate"),
        ("Forklift licence, 2019", "I hold a forklift licence (2019)"),
        ("French diploma, 2019", "I hold a French diploma (2019)"),
        ("Wilderness Medic card, valid until 2028", "I hold a Wilderness Medic card, valid until 2028"),
    ],
)
def test_a_certificate_is_held(bullet: str, clause: str) -> None:
    assert first_person(bullet) == clause


@pytest.mark.parametrize(
    "bullet",
    [
        "IRATA Level 1, expired",
        "Certificate in progress",
        "Award in sculpture, 2019",
        "Season ticket, 2020",
        "Diploma in nursing not finished",
        "Forklift licence, lapsed 2019",
        "FAA drone licence, 2022",  # "an FAA" or "a FAA"
        "Completed first aid certificate, 2025",
        "Exhibition at the box office ticket, 2020",
        "GWO Basic Safety, expired 2023",
        "GWO Training Provider",
        "GWO Blade Repair team",
        "NEBOSH Tutor",
        "City & Guilds in progress",
        "SAP Level 2 support",
        "RHS Gardener at Wisley",
        "RHS Chelsea",
        "NVQ Level 2 and 3 in plastering",
        "MBA in progress",
        "NVQ Level 3 in hand",
        "MA in education since 2020",
        "PhD in physics not finished",
        "MS in Word and Excel",
        "MA in linguistics, Essex",
        "ISO certified supplier",
        "FAA certified mechanic",  # "an FAA" or "a FAA"
        "Licensed electrician (lapsed)",
        "Associate of the Royal Photographic Society, 2018",
    ],
)
def test_what_may_be_no_certificate_is_not_held(bullet: str) -> None:
    assert as_told(bullet) is None


@pytest.mark.parametrize(
    ("bullet", "clause"),
    [
        ("Ph.D. in food chemistry", "I have a Ph.D. in food chemistry"),
        ("M.S. in aquaculture, 2014", "I have an M.S. in aquaculture (2014)"),
        ("BA in illustration", "I have a BA in illustration"),
        ("BSc in marine biology, first class", "I have a BSc in marine biology, first class"),
        ("HND in music technology with distinction, 2011", "I have an HND in music technology with distinction (2011)"),
        ("LLM in maritime law", "I have an LLM in maritime law"),
        ("A levels in Physics (B) and Art (A)", "I have A levels in Physics (B) and Art (A)"),
    ],
)
def test_a_degree_is_had(bullet: str, clause: str) -> None:
    assert first_person(bullet) == clause


@pytest.mark.parametrize(
    ("bullet", "clause"),
    [
        ("ISA certified arborist", "I am an ISA certified arborist"),
        ("HCPC registered physiotherapist", "I am an HCPC registered physiotherapist"),
        ("ALOA Certified Master Locksmith", "I am an ALOA Certified Master Locksmith"),
        ("irtec Master Technician", "I am an irtec Master Technician"),
        ("Certified Nephrology Nurse (CNN)", "I am a Certified Nephrology Nurse (CNN)"),
        ("Certified Cicerone since 2021", "I have been a Certified Cicerone since 2021"),
        ("Designated safeguarding deputy since 2022", "I have been a designated safeguarding deputy since 2022"),
        (
            "ACR (Accredited Conservator-Restorer, Icon) since 2019",
            "I have been an ACR (Accredited Conservator-Restorer, Icon) since 2019",
        ),
        ("HCPC registered; Hanen certified", "I am HCPC registered and Hanen certified"),
        (
            "Associate of the Chartered Insurance Institute",
            "I am an Associate of the Chartered Insurance Institute",
        ),
        ("Drone pilot, FAA Part 107", "I am a drone pilot, FAA Part 107"),
    ],
)
def test_somebody_certified_is_one(bullet: str, clause: str) -> None:
    assert first_person(bullet) == clause


@pytest.mark.parametrize(
    ("bullet", "clause"),
    [
        ("Can price a job from a drone inspection report", "I can price a job from a drone inspection report"),
        ("Can still read JCL", "I can still read JCL"),
        ("can drive a minibus", "I can drive a minibus"),
        ("Can travel to any of the sites", "I can travel to any of the sites"),
        ("Able to price a job from photographs", "I am able to price a job from photographs"),
        ("Knows every grain elevator between Minden and Ord", "I know every grain elevator between Minden and Ord"),
        ("Know how to rig a spinnaker alone", "I know how to rig a spinnaker alone"),
        ("Owns a van with a tail lift", "I own a van with a tail lift"),
        ("Holds a clean driving licence", "I hold a clean driving licence"),
        ("speaks Polish and English", "I speak Polish and English"),
        ("Speaks Tagalog", "I speak Tagalog"),
        ("speak enough Spanish to run a parlor meeting", "I speak enough Spanish to run a parlor meeting"),
    ],
)
def test_what_one_can_do_or_knows_is_told_of_today(bullet: str, clause: str) -> None:
    assert first_person(bullet) == clause


@pytest.mark.parametrize(
    "bullet",
    [
        "Can seam inspection",
        "Can do attitude",
        "Can recycling in 14 villages",
        "Can you help",
        "Own transport and clean DBS",
        "Know-how in resins",
        "Knows the site and runs the bar",
        "Speak Polish and teaches German",
        "Holds the weekly toolbox talk",
        "Knows a good deal when she sees one",
    ],
)
def test_what_is_no_ability_is_not_told_as_one(bullet: str) -> None:
    assert as_told(bullet) is None


def test_what_one_can_do_follows_no_participle() -> None:
    said = said_of("Can cut a key from a photograph")
    assert said is not None
    assert said.with_also == "I can also cut a key from a photograph"
    assert after_having(said) is None
    assert after_someone_who(said) is None


def test_a_need_stays_a_need() -> None:
    assert infinitive("Knows every grain elevator") == "know every grain elevator"


@pytest.mark.parametrize(
    ("bullet", "clause"),
    [
        (
            "Leads a crew of five on rope, Texas and Oklahoma sites",
            "I have led a crew of five on rope, Texas and Oklahoma sites",
        ),
        ("Chairs the residents' panel", "I have chaired the residents' panel"),
        ("Plans the winter rota for nine depots", "I have planned the winter rota for nine depots"),
        (
            "Taking on and training apprentices: five since 2019, all qualified",
            "I have taken on and trained apprentices: five since 2019, all qualified",
        ),
        ("Setting up and running pop-up kitchens", "I have set up and run pop-up kitchens"),
        (
            "recruiting volunteers, 60 on the list now",
            "I have recruited volunteers, 60 on the list now",
        ),
        ("coaching juniors, 14 in all", "I have coached juniors, 14 in all"),
        (
            "presenting to brand teams, about twice a month",
            "I have presented to brand teams, about twice a month",
        ),
        ("Leads on safety", None),
        ("Lead team of 11", None),
        ("Recruiting software, 60 seats", None),
        ("Training videos, 40 so far", None),
        ("Leads a busy life", None),
        ("Training courses, accredited", None),
        ("Talking to be done", None),
    ],
)
def test_what_is_done_at_work_is_told_as_what_was_done(bullet: str, clause: str | None) -> None:
    assert as_told(bullet) == clause


@pytest.mark.parametrize(
    "bullet",
    [
        "Completed treatment of 112 pieces for the 2024 rehang, two weeks ahead of the opening",
        "Finished conversion of three barns in one winter",
        "Oversaw installation of 14 lifts, on time",
        "Started digitisation of 4,000 glass plates",
        "Renegotiated oak supply, saving £31,000 a year",
        "Rerouted school buses, cutting fuel by a fifth",
        "Automated payroll checks, saving two days a month",
        "Consolidated grain storage, saving $18,000 each winter",
        "Grew up on a dryland farm",
        "Rode along with all nine reps every quarter",
        "Acted up as team leader for seven months",
        "Sat on the county committee and hold the national collection",
    ],
)
def test_a_past_with_what_proves_it_is_what_the_writer_did(bullet: str) -> None:
    assert first_person(bullet) == f"I {bullet[0].lower()}{bullet[1:]}"


@pytest.mark.parametrize(
    "bullet",
    [
        "Completed treatment plant upgrade",
        "Planned closure of two sites",
        "Led retrofit of 40 shops",
        "Managed migration team",
        "Finished flooring of oak",
        "Certified welders, cutting 40 tons of plate",
        "Qualified surveyors, saving the client time",
        "Used machinery, saving £40,000",
        "Managed services, cutting costs",
        "Brought up in Leeds",
    ],
)
def test_a_participle_before_a_noun_is_no_deed(bullet: str) -> None:
    assert as_told(bullet) is None


@pytest.mark.parametrize(
    ("bullet", "clause"),
    [
        (
            "four state shellfish sanitation audits, no findings",
            "I can point to four state shellfish sanitation audits, with no findings",
        ),
        (
            "Eleven winters of gritting, no lorry off the road",
            "I bring eleven winters of gritting, with no lorry off the road",
        ),
        (
            "Responsible for safety training, no lost-time injury since 2021",
            "I have been responsible for safety training, with no lost-time injury since 2021",
        ),
        ("12 years of closed seawater systems", None),  # "years of systems" is a note, and no English
        ("Ten years of losses turned into profit", None),
    ],
)
def test_what_never_went_wrong_goes_on_with_what_was_done(bullet: str, clause: str | None) -> None:
    assert first_person(bullet) == clause
