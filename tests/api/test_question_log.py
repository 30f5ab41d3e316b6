"""What is kept of questions, for how long, and how it reaches the newsroom."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from fastapi.testclient import TestClient

from api import tables
from api.app import create_app
from api.feedback import FeedbackStore
from api.log_writer import LogWriter
from api.question_log import Asked, LogMode, QuestionLog, Wanted
from api.unanswered import Topics, grouped
from api.voted_questions import VotedQuestion, voted_question, voted_questions
from corpus import StoreError
from corpus.sql_store import open_engine
from index.encoder import HashEncoder
from tests.api.conftest import TOKEN, settings_for

STAFF = {"Authorization": f"Bearer {TOKEN}"}
NOW = datetime.now(UTC)


def asked(question: str, outcome: str = "no_match", *, days_ago: int = 0, answer_id: str = "a") -> Asked:
    return Asked(answer_id, question, outcome, 0.2, ("x",), "g", 1.5, NOW - timedelta(days=days_ago))


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[sa.Engine]:
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path / 'log.sqlite3'}"
    else:
        url = request.getfixturevalue("postgres").new_database()
    made = open_engine(url)
    yield made
    made.dispose()


@pytest.mark.parametrize(("mode", "n_rows", "n_counted"), [("off", 0, 0), ("counts", 0, 3), ("full", 3, 3)])
def test_each_mode_keeps_what_it_says(engine: sa.Engine, mode: LogMode, n_rows: int, n_counted: int) -> None:
    log = QuestionLog(engine, mode)
    log.add_all([asked("one?"), asked("two?", "answered")])
    log.add_all([asked("three?")])
    assert len(log.latest(10)) == n_rows
    assert sum(count.n for count in log.counts(7)) == n_counted


def test_a_question_comes_back_masked_with_its_moment(engine: sa.Engine) -> None:
    log = QuestionLog(engine, "full")
    log.add_all([asked("Did me@example.org pay \x00 more?", answer_id="b1")])
    (kept,) = log.latest(10)
    assert kept == Asked("b1", "Did [e-mail] pay � more?", "no_match", 0.2, ("x",), "g", 1.5, NOW)
    assert log.of("b1") == kept
    assert log.of("b2") is None


def test_what_a_follow_up_was_taken_for_is_kept_and_masked(engine: sa.Engine) -> None:
    log = QuestionLog(engine, "full")
    taken = "and she, regarding me@example.org?"
    log.add_all([replace(asked("and she?"), interpreted_as=taken, page_id="x", follow_up=True)])
    (kept,) = log.latest(10)
    assert (kept.interpreted_as, kept.page_id, kept.follow_up) == ("and she, regarding [e-mail]?", "x", True)
    assert kept.standalone == kept.interpreted_as


@pytest.mark.parametrize(
    ("page_id", "follow_up", "standalone"),
    [("", False, "was napolean short"), ("x", False, "was napoleon short"), ("", True, "was napoleon short")],
)
def test_a_question_without_page_and_conversation_stands_alone_as_typed(
    page_id: str, follow_up: bool, standalone: str
) -> None:
    typed = asked("was napolean short")
    read = replace(typed, interpreted_as="was napoleon short", page_id=page_id, follow_up=follow_up)
    assert read.standalone == standalone


def test_tables_of_an_earlier_footnote_get_their_columns_whoever_opens_them(engine: sa.Engine) -> None:
    tables.create(engine)
    with engine.begin() as connection:
        for name in ("interpreted_as", "page_id", "follow_up"):
            connection.execute(sa.text(f"ALTER TABLE questions DROP COLUMN {name}"))
        connection.execute(sa.text("ALTER TABLE feedback DROP COLUMN standalone"))
        early = {"asked_at": NOW, "answer_id": "1", "question": "Why?", "outcome": "no_match", "confidence": 0.2,
                 "article_ids": ["x"], "generation": "g", "took_ms": 1.5}  # fmt: skip
        connection.execute(sa.insert(tables.questions).values(early))
        vote = {"given_at": NOW, "answer_id": "1", "question": "Why?", "vote": "up", "comment": ""}
        connection.execute(sa.insert(tables.feedback).values(vote))
    with ThreadPoolExecutor(4) as pool:
        log, *_ = pool.map(lambda mode: QuestionLog(engine, mode), ["full"] * 4)
    votes = FeedbackStore(engine)
    log.add_all([replace(asked("And then?", answer_id="2"), interpreted_as="And why then?", follow_up=True)])
    votes.add("2", "And then?", "up", None, "", standalone="And why then?")
    assert [kept.standalone for kept in log.latest(10)] == ["And why then?", "Why?"]
    assert [kept.standalone for kept in votes.latest(10)] == ["And why then?", ""]
    with engine.begin() as connection:
        connection.execute(sa.insert(tables.questions).values(early | {"answer_id": "3"}))
    assert log.total(Wanted()) == 3


def test_questions_and_votes_are_forgotten_and_counts_stay(engine: sa.Engine) -> None:
    log, votes = QuestionLog(engine, "full"), FeedbackStore(engine)
    log.add_all([asked("old?", days_ago=40), asked("new?", days_ago=1)])
    votes.add("a", "old?", "up", None, "")
    with engine.begin() as connection:
        connection.execute(sa.update(tables.feedback).values(given_at=NOW - timedelta(days=40)))
    votes.add("b", "new?", "up", None, "")
    assert log.forget(NOW - timedelta(days=30)) == 2
    assert [kept.question for kept in log.latest(10)] == ["new?"]
    assert [vote.question for vote in votes.latest(10)] == ["new?"]
    assert sum(count.n for count in log.counts(60)) == 2


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), ["c_d?", "100%?", "Bridge?"]),
        (Wanted(outcome="refused"), ["c_d?", "Bridge?"]),
        (Wanted(outcome="no_match", words="BRIDGE"), ["Bridge?"]),
        (Wanted(words="_"), ["c_d?"]),
        (Wanted(words="0%"), ["100%?"]),
        (Wanted(words="bri\x00dge"), ["Bridge?"]),
        (Wanted(since=(NOW - timedelta(days=1)).date()), ["c_d?", "100%?"]),
        (Wanted(until=(NOW - timedelta(days=1)).date()), ["100%?", "Bridge?"]),
        (Wanted(since=date.min, until=date.max), ["c_d?", "100%?", "Bridge?"]),
        (Wanted(answer_id="b2"), ["100%?"]),
        (Wanted(outcome="refused", questions_only=True), ["c_d?", "Bridge?"]),
    ],
)
def test_the_wanted_questions_are_found_and_counted(engine: sa.Engine, wanted: Wanted, found: list[str]) -> None:
    log = QuestionLog(engine, "full")
    log.add_all(
        [
            asked("Bridge?", days_ago=2),
            asked("100%?", "answered", days_ago=1, answer_id="b2"),
            asked("c_d?", "weak_evidence"),
        ]
    )
    assert [kept.question for kept in log.latest(10, wanted)] == found
    assert [kept.question for kept in log.latest(1, wanted, offset=1)] == found[1:2]
    assert log.total(wanted) == len(found)


def test_a_settled_vote_leaves_the_queue_until_it_is_given_anew(engine: sa.Engine) -> None:
    votes = FeedbackStore(engine)
    for answer_id in ("a", "b"):
        votes.add(answer_id, "Why?", "up", None, "")
    votes.settle("a")
    votes.settle("a")
    assert [(vote.answer_id, vote.settled) for vote in votes.latest(10)] == [("b", False), ("a", True)]
    assert [vote.answer_id for vote in votes.latest(10, open_only=True)] == ["b"]
    assert (votes.total(), votes.total(open_only=True), votes.total(vote="down")) == (2, 1, 0)
    votes.settle("b", settled=False)
    votes.add("a", "Why?", "down", None, "Not that.")
    assert {vote.answer_id: vote.settled for vote in votes.of(["a", "b", "c"]).values()} == {"a": False, "b": False}
    assert [vote.comment for vote in votes.latest(10, vote="down", open_only=True)] == ["Not that."]


def test_greetings_are_asked_but_no_questions(engine: sa.Engine) -> None:
    log, votes = QuestionLog(engine, "full"), FeedbackStore(engine)
    log.add_all([asked("Why?"), asked("Hello!", "not_a_question")])
    assert [kept.question for kept in log.latest(10, Wanted("refused"))] == ["Hello!", "Why?"]
    for refused_only in (True, False):
        assert voted_questions(log, votes, 10, refused_only=refused_only) == [VotedQuestion("Why?")]


def test_a_vote_whose_question_is_not_known_waits_for_nobody(engine: sa.Engine) -> None:
    votes = FeedbackStore(engine)
    votes.add("zzz", "", "down", None, "")
    votes.add("yyy", " \n", "down", None, "")
    votes.add("a", "Why?", "down", None, "")
    assert [vote.answer_id for vote in votes.latest(10, open_only=True)] == ["a"]
    assert votes.total(open_only=True) == 1
    assert votes.total() == 3


def test_a_follow_up_comes_in_words_that_stand_alone(engine: sa.Engine) -> None:
    log, votes = QuestionLog(engine, "full"), FeedbackStore(engine)
    alone = "who drew it, regarding the bridge?"
    log.add_all([replace(asked("who drew it?", answer_id="1"), interpreted_as=alone, page_id="x", follow_up=True)])
    votes.add("1", "who drew it?", "up", None, "", standalone=alone)
    votes.add("2", "and who else?", "down", None, "No.", standalone="and who else, regarding the bridge?")
    assert voted_questions(log, votes, 10) == [
        VotedQuestion(alone, "up", typed="who drew it?", page_id="x"),
        VotedQuestion("and who else, regarding the bridge?", "down", "No.", typed="and who else?"),
    ]


def test_questions_come_with_their_votes_and_votes_without_a_logged_question_too(engine: sa.Engine) -> None:
    log, votes = QuestionLog(engine, "full"), FeedbackStore(engine)
    log.add_all([asked("one?", "answered", answer_id="1"), asked("two?", answer_id="2")])
    votes.add("2", "two?", "down", None, "Why not?")
    votes.add("3", "three?", "up", None, "")
    votes.add("4", "", "up", None, "")
    one, two, three = VotedQuestion("one?"), VotedQuestion("two?", "down", "Why not?"), VotedQuestion("three?", "up")
    assert voted_questions(log, votes, 10) == [two, one, three]
    assert voted_questions(log, votes, 10, refused_only=True) == [two]
    assert [voted_question(log, votes, answer_id) for answer_id in "1234"] == [one, two, three, None]


def test_groups_of_one_topic_are_put_together_and_counted_together() -> None:
    refused = [
        *[asked("Is the tower safe?", days_ago=1)] * 3,
        *[asked("Who paid for the old bridge?")] * 2,
        *[asked("paid for the bridge", "weak_evidence", days_ago=2)] * 2,
    ]
    bridge, tower = Topics(HashEncoder()).of(grouped(refused, 10))
    assert (bridge.question, bridge.n, bridge.reasons) == (
        "Who paid for the old bridge?", 4, {"no_match": 2, "weak_evidence": 2},
    )  # fmt: skip
    assert bridge.last_asked == NOW
    assert [group.question for group in bridge.wordings] == ["Who paid for the old bridge?", "paid for the bridge"]
    assert (tower.question, tower.n) == ("Is the tower safe?", 3)
    assert Topics(HashEncoder()).of([]) == []


def test_refused_questions_with_the_same_words_are_one_group() -> None:
    refused = [
        asked("Who paid for the bridge?", days_ago=3),
        asked("who paid for the bridge", "weak_evidence", days_ago=2),
        asked("Who paid for the bridge?", days_ago=1),
        asked("Is the tower safe?"),
    ]
    first, second = grouped(refused, 10)
    assert (first.question, first.n, first.reasons) == (
        "Who paid for the bridge?", 3, {"no_match": 2, "weak_evidence": 1},
    )  # fmt: skip
    assert first.last_asked == NOW - timedelta(days=1)
    assert second.n == 1
    assert grouped(refused, 1) == [first]


def test_follow_ups_of_the_same_words_are_grouped_by_what_they_were_taken_for() -> None:
    bridge, tower = "and in 2020, regarding the bridge?", "and in 2020, regarding the tower?"
    refused = [
        replace(asked("and in 2020?"), interpreted_as=taken, follow_up=True) for taken in (bridge, tower, bridge)
    ]
    assert [(group.question, group.n) for group in grouped(refused, 10)] == [(bridge, 2), (tower, 1)]


def test_what_the_database_refuses_is_counted_as_lost_and_the_rest_is_written(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'log.sqlite3'}")
    log = QuestionLog(engine, "full")
    lost: list[int] = []

    async def write() -> None:
        writer = LogWriter(lambda: log, retention_days=0, on_lost=lost.append)
        with engine.begin() as connection:
            tables.questions.drop(connection)
        writer.add(asked("lost?"))
        await writer.close()
        tables.create(engine)
        writer.add(asked("kept?"))
        await writer.close()

    asyncio.run(write())
    assert lost == [1]
    assert [kept.question for kept in log.latest(10)] == ["kept?"]


def test_questions_wait_while_the_database_is_away(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'log.sqlite3'}")
    opened: list[QuestionLog] = []

    def open_log() -> QuestionLog:
        if not opened:
            opened.append(QuestionLog(engine, "full"))
            raise StoreError("The article store can't be opened.")
        return opened[0]

    async def write() -> list[str]:
        lost: list[int] = []
        writer = LogWriter(open_log, retention_days=0, on_lost=lost.append)
        writing = asyncio.create_task(writer.write())
        writer.add(asked("first?"))
        while not opened:
            await asyncio.sleep(0)
        writer.add(asked("second?"))
        writing.cancel()
        await asyncio.gather(writing, return_exceptions=True)
        await writer.close()
        assert lost == []
        return [kept.question for kept in opened[0].latest(10)]

    assert asyncio.run(write()) == ["second?", "first?"]
    engine.dispose()


def ask_two(data_dir: Path, **changes: Any) -> dict[str, Any]:
    """Ask one answerable and one unanswerable question of a service that stops; what another shows to staff."""
    settings = settings_for(data_dir, staff_token=TOKEN, **changes)
    with TestClient(create_app(settings)) as client:
        for question in ("Can the Great Wall of China be seen from the Moon?", "zxqj vwkp +1 202 555 0123"):
            client.post("/v1/ask", json={"question": question})
    with TestClient(create_app(settings)) as client:
        shown: dict[str, Any] = client.get("/v1/staff/questions", headers=STAFF).json()
        shown["unanswered"] = client.get("/v1/staff/unanswered", headers=STAFF).json()
    return shown


def test_staff_see_the_log_after_the_service_stopped(own_data_dir: Path) -> None:
    shown = ask_two(own_data_dir, question_log="full")
    assert [(row["question"], row["outcome"]) for row in shown["questions"]] == [
        ("zxqj vwkp [number]", "no_match"),
        ("Can the Great Wall of China be seen from the Moon?", "answered"),
    ]
    assert shown["questions"][0]["asked_at"].endswith("Z")
    assert [(row["question"], row["n"]) for row in shown["unanswered"]] == [("zxqj vwkp [number]", 1)]


def test_a_follow_up_is_logged_with_what_it_was_taken_for_and_the_page_it_was_asked_on(own_data_dir: Path) -> None:
    settings = settings_for(own_data_dir, staff_token=TOKEN, question_log="full")
    page = "can-you-see-the-great-wall-of-china-from-the-moon"
    history = [{"question": "Was Napoleon short?", "passage_ids": []}]
    with TestClient(create_app(settings)) as client:
        for more in ({"history": history}, {"article_id": page}, {"article_id": "me@example.org"}):
            taken = client.post("/v1/ask", json={"question": "who drew it that way?", **more}).json()
    with TestClient(create_app(settings)) as client:
        unknown, on_page, follow_up = client.get("/v1/staff/questions", headers=STAFF).json()["questions"]
    assert (follow_up["follow_up"], follow_up["page_id"]) == (True, "")
    assert "Napoleon" in follow_up["interpreted_as"]
    assert (on_page["follow_up"], on_page["page_id"]) == (False, page)
    assert (unknown["interpreted_as"], unknown["page_id"]) == (taken["interpreted_as"], "")


@pytest.mark.parametrize(("mode", "n_counted"), [("off", 0), ("counts", 2)])
def test_no_words_are_kept_unless_the_log_is_full(own_data_dir: Path, mode: str, n_counted: int) -> None:
    shown = ask_two(own_data_dir, question_log=mode)
    assert (shown["log"], shown["questions"], shown["unanswered"]) == (mode, [], [])
    assert sum(count["n"] for count in shown["counts"]) == n_counted
    assert b"zxqj" not in (own_data_dir / "footnote.sqlite3").read_bytes()
