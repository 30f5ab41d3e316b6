"""Four pages about a made-up island, enough for every way a question can go."""

from datetime import date

from corpus import Article, SectionRole
from qa.calibration import Calibration
from tests.qa.articles import article

TOLL = article(
    (
        "Summary",
        SectionRole.SUMMARY,
        [["The Hallborg bridge toll pays for repairs and for nothing else, records of the bridge office show."]],
    ),
    (
        "What the toll costs",
        SectionRole.FINDING,
        [
            [
                "The bridge office raised the toll to two crowns in March 2021.",
                "Lorries pay six crowns since the same month.",
            ],
            ["Residents of Hallborg pay the costs of collecting the toll through the parish budget."],
        ],
    ),
    (
        "Two views",
        SectionRole.CONTEXT,
        [
            [
                "Supporters of the toll say that visitors use the bridge most.",
                "Critics counter that traders on the island lost customers.",
            ]
        ],
    ),
    id="toll",
    title="Does the Hallborg bridge toll pay for the new town hall?",
    claim="The Hallborg bridge toll pays for the new town hall.",
    verdict="False",
    checked_on=date(2021, 9, 1),
    cited={1: (1,), 2: (2,), 4: (1, 3)},
    sources=[1, 2],
    dive_deeper=("What do lorries pay on the Hallborg bridge?", "Who designed the cathedral of Ulm?"),
)
SEALS = article(
    (
        "",
        SectionRole.FINDING,
        [
            [
                "Posts shared in May claim that seals were shot on Ness beach.",
                "No evidence supports the story, and the harbour warden counted all 31 seals of Ness beach alive.",
            ]
        ],
    ),
    id="seals",
    title="Seals were not shot on Ness beach",
    claim="Seals were shot on Ness beach.",
    verdict="False",
    checked_on=date(2022, 6, 3),
    restating=[0],
)
FERRY = article(
    (
        "",
        SectionRole.FINDING,
        [["The night ferry to Skarvik was cancelled in 2019 because its engine failed inspection."]],
    ),
    id="ferry",
    title="Why the Skarvik night ferry stopped",
    checked_on=date(2020, 2, 2),
)
WELL = article(
    ("", SectionRole.FINDING, [["The well in Tarn square holds drinking water, a laboratory in Skarvik found."]]),
    id="well",
    title="Is the well in Tarn square poisoned?",
    checked_on=date(2020, 4, 2),
)
ARCHIVE: list[Article] = [TOLL, SEALS, FERRY, WELL]

CALIBRATION = Calibration(
    selector="lexical-1",
    threshold=0.5,
    features=("covered_by_passage", "years_missing"),
    means=(0.6, 0.0),
    scales=(0.1, 0.2),
    weights=(1.0, -1.0),
    bias=0.0,
)
"""Answers where more than 0.6 of the question's words stand in the passage."""
