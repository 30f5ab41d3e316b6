"""The made-up island's archive behind a real answerer, and gold that asks it."""

from pathlib import Path

from corpus import Article
from index.encoder import HashEncoder
from qa.answerer import Answerer
from qa.evaluation.gold import GoldAnswer, GoldItem, GoldTurn
from qa.lexical_selector import LexicalSelector
from tests.qa.archive import ARCHIVE, CALIBRATION, TOLL
from tests.qa.engine_of import engine

ARTICLES: dict[str, Article] = {article.id: article for article in ARCHIVE}
RAISED = "The bridge office raised the toll to two crowns in March 2021."
RESIDENTS = "Residents of Hallborg pay the costs of collecting the toll through the parish budget."


def turn(question: str, *quotes: str, standalone: str = "", article_id: str = TOLL.id) -> GoldTurn:
    """A turn that expects ``quotes`` of one article; without any, one that the archive does not answer."""
    answers = (GoldAnswer(article_id, quotes),) if quotes else ()
    return GoldTurn(question, standalone or question, bool(quotes), answers)


SINGLE = GoldItem("single", "single", "question", (turn("When did the bridge office raise the toll?", RAISED),))
UNANSWERABLE = GoldItem("none", "unanswerable", "", (turn("Who designed the cathedral of Ulm?"),), about=TOLL.id)
CONVERSATION = GoldItem(
    "talk",
    "conversation",
    "",
    (
        turn("When did the bridge office raise the toll to two crowns?", RAISED),
        turn("And who pays the costs?", RESIDENTS, standalone="Who pays the costs of collecting the toll?"),
    ),
)
GOLD = (SINGLE, UNANSWERABLE, CONVERSATION)


def answerer(directory: Path) -> Answerer:
    return Answerer(engine(ARCHIVE, directory), LexicalSelector(HashEncoder()), CALIBRATION)
