"""Two services and one indexer on one PostgreSQL: readers can't tell which of the services they got."""

import time
import uuid
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import httpx
import pytest

from api.services import Services
from corpus.ingest import ingest
from tests.api.conftest import SAMPLES, settings_for
from tests.api.live import wait_until
from tests.corpus.postgres import Postgres
from tests.faults.fleet import Fleet
from tests.index.milvus_server import milvus_uri

BRIDGE = {"title": "Is the Elm Falls bridge open?", "body": "The Elm Falls bridge opened again in June [1]."}
ASKED = {"question": "Is the Elm Falls bridge open?"}
CONVERSATION = (
    "Can the Great Wall of China be seen from the Moon?",
    "How long is it?",
    "And from the space station?",
    "Was Napoleon short?",
    "How tall was he?",
)


@pytest.fixture(scope="module", params=["embedded", "milvus"])
def fleet(
    request: pytest.FixtureRequest, postgres: Postgres, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Fleet]:
    data_dir = tmp_path_factory.mktemp("fleet") / "data"
    url = postgres.new_database()
    with ExitStack() as stack:
        engine = {"engine": request.param}
        if request.param == "milvus":
            engine |= {
                "milvus_uri": stack.enter_context(milvus_uri()),
                "milvus_prefix": f"test_{uuid.uuid4().hex[:12]}",
            }
        services = Services(settings_for(data_dir, database_url=url, **engine))
        ingest(services.store, [str(SAMPLES)])
        services.bring_up()
        variables = {f"FOOTNOTE_{name.upper()}": value for name, value in engine.items()}
        yield stack.enter_context(Fleet.started(data_dir, url, **variables))


@pytest.fixture
def clients(fleet: Fleet) -> Iterator[list[httpx.Client]]:
    made = fleet.clients()
    yield made
    for client in made:
        client.close()


def ask(client: httpx.Client, asked: dict[str, Any]) -> Any:
    reply = client.post("/v1/ask", json=asked)
    assert reply.status_code == 200, reply.text
    return reply.json()


def quoted(reply: Any) -> list[str]:
    return [quote["text"] for group in reply["articles"] for quote in group["quotes"]]


def test_what_one_stores_the_other_answers_from_within_two_seconds(fleet: Fleet, clients: list[httpx.Client]) -> None:
    first, second = clients
    took_s: list[float] = []
    # Again where the machine that runs the tests is too busy with something else.
    while min(took_s, default=9.0) >= 2.0 and len(took_s) < 10:
        body = f"The Elm Falls bridge opened again on day {len(took_s) + 1} [1]."
        assert first.put("/v1/staff/articles/elm-falls", json={**BRIDGE, "body": body}).json()["building"] is True
        began = time.monotonic()
        wait_until(lambda text=body[:-5]: any(text in one for one in quoted(ask(second, ASKED))), fleet.indexer.log)
        took_s.append(time.monotonic() - began)
    assert min(took_s) < 2.0, took_s


def test_what_one_withdraws_both_stop_showing_at_once(fleet: Fleet, clients: list[httpx.Client]) -> None:
    for taking, other in (clients, clients[::-1]):
        taking.put("/v1/staff/articles/elm-falls", json=BRIDGE)
        for client in clients:
            wait_until(lambda client=client: client.get("/v1/articles/elm-falls").status_code == 200, fleet.indexer.log)
        assert taking.delete("/v1/staff/articles/elm-falls").json()["withdrawn"] is True
        assert other.get("/v1/articles/elm-falls").status_code == 404
        for client in (other, taking):
            assert quoted(ask(client, ASKED)) == []
            assert "elm-falls" not in client.get("/v1/search", params={"q": "Elm Falls bridge"}).text


def is_settled(clients: list[httpx.Client]) -> bool:
    """Whether all that was stored is indexed, and both serve that index."""
    statuses = [client.get("/v1/staff/index").json() for client in clients]
    return not any(one["building"] for one in statuses) and len({one["generation"] for one in statuses}) == 1


def test_a_conversation_over_both_gives_the_answers_of_one(fleet: Fleet, clients: list[httpx.Client]) -> None:
    # What the tests before changed: an answer names the generation that it came from.
    wait_until(lambda: is_settled(clients) and "without" not in clients[0].get("/readyz").text, fleet.indexer.log)

    def conversation(turns: list[httpx.Client]) -> list[Any]:
        history: list[dict[str, Any]] = []
        said = []
        for client, question in zip(turns, CONVERSATION, strict=True):
            reply = ask(client, {"question": question, "history": history})
            shown = [quote["passage_id"] for group in reply["articles"] for quote in group["quotes"]]
            history.append({"question": question, "passage_ids": list(dict.fromkeys(shown))})
            said.append({key: value for key, value in reply.items() if key not in {"answer_id", "took_ms"}})
        return said

    first, second = clients
    alternating = conversation([first, second, first, second, first])
    assert alternating == conversation([first] * 5) == conversation([second] * 5)
    assert sum(reply["status"] == "answered" for reply in alternating) >= 2


def test_any_takes_a_vote_on_an_answer_of_another(fleet: Fleet, clients: list[httpx.Client]) -> None:
    first, second = clients
    answer_id = ask(first, {"question": CONVERSATION[0]})["answer_id"]
    wait_until(lambda: answer_id in first.get("/v1/staff/questions").text, fleet.replicas[0].program.log)
    assert second.post("/v1/feedback", json={"answer_id": answer_id, "vote": "up"}).status_code == 204
    again = {"answer_id": answer_id, "vote": "down", "reason": "off_topic"}
    assert first.post("/v1/feedback", json=again).status_code == 204
    votes = [vote for vote in second.get("/v1/staff/feedback").json() if vote["answer_id"] == answer_id]
    assert [(vote["vote"], vote["question"]) for vote in votes] == [("down", CONVERSATION[0])]


def test_any_tells_how_far_the_indexer_is(fleet: Fleet, clients: list[httpx.Client]) -> None:
    for client in clients:
        wait_until(lambda client=client: not client.get("/v1/staff/index").json()["building"], fleet.indexer.log)
        status = client.get("/v1/staff/index").json()
        assert (status["articles"], status["problem"]) == (status["stored"], None)
