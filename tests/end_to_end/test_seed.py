"""The main job on real pages, with the models that a newsroom gets."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from api.services import Services
from api.settings import Settings
from corpus.ingest import ingest
from index.builder import build
from qa import Answer, Question, Refusal, Turn
from qa.answerer import Answerer

SEED = Path(__file__).resolve().parents[3] / "shared" / "seed"

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(not SEED.is_dir(), reason="the real pages are not on this machine"),
]


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    settings = Settings(data_dir=tmp_path_factory.mktemp("seed"))  # type: ignore[call-arg]
    services = Services(settings)
    ingest(services.store, [str(SEED)])
    build(services.store, settings.index_dir, services.encoder)
    return services.serving().answerer


def answered(answerer: Answerer, question: str, history: Sequence[Turn] = ()) -> Answer:
    outcome = answerer.answer(Question(question, tuple(history)))
    assert isinstance(outcome, Answer), outcome
    return outcome


def test_a_number_is_quoted_with_its_citation_and_date(answerer: Answerer) -> None:
    answer = answered(answerer, "How many 287(g) partnerships had DHS signed by September 2025?")
    group = answer.articles[0]
    (quote,) = [quote for quote in group.quotes if "surpassed 1,000 partnerships" in quote.text]
    assert 1 in {citation.number for citation in quote.citations}
    assert str(group.article.checked_on) == "2025-10-18"


def test_names_are_quoted_with_the_numbers_of_their_run(answerer: Answerer) -> None:
    answer = answered(answerer, "Which New Hampshire counties joined?")
    (quote,) = [q for group in answer.articles for q in group.quotes if "Grafton, Belknap" in q.text]
    assert {3, 4} <= {citation.number for citation in quote.citations}


def test_an_extracted_page_answers_with_its_linked_source(answerer: Answerer) -> None:
    answer = answered(answerer, "Can my ISP see that I use DuckDuckGo?")
    assert "duckduckgo" in answer.articles[0].article.id
    cited = [c for group in answer.articles for quote in group.quotes for c in quote.citations]
    assert any(citation.source and citation.source.url.startswith("https://") for citation in cited)


@pytest.mark.parametrize(
    "question", ["What is the capital of Mongolia?", "How much did the 287(g) program cost Grafton County in 2024?"]
)
def test_what_the_pages_do_not_say_is_refused(answerer: Answerer, question: str) -> None:
    outcome = answerer.answer(Question(question))
    assert isinstance(outcome, Refusal)
    assert outcome.nearest


@pytest.mark.parametrize(
    "first", ["What is the 287(g) program?", "How many 287(g) partnerships had DHS signed by September 2025?"]
)
def test_a_follow_up_finds_the_section_on_costs(answerer: Answerer, first: str) -> None:
    outcome = answerer.answer(Question(first))
    groups = outcome.articles if isinstance(outcome, Answer) else ()
    shown = tuple(quote.passage_id for group in groups for quote in group.quotes)
    answer = answered(answerer, "who pays for it?", [Turn(first, shown)])
    assert "Costs" in answer.articles[0].quotes[-1].section
