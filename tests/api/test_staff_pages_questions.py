"""The question log, the topics that go unanswered, the queue of votes, and drafts of gold items made of them."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.question_log import Asked
from qa.evaluation.gold import parse_item
from tests.api.conftest import TOKEN, settings_for
from tests.api.staff_visit import BROWSER, form_token, sign_in, staff_client

NOW = datetime.now(UTC)
MOON = "Can the Great Wall of China be seen from the Moon?"
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{ 7 * 7 }}\u202e"


def asked(question: str, outcome: str = "no_match", *, answer_id: str = "a", days_ago: int = 0) -> Asked:
    return Asked(answer_id, question, outcome, 0.2, ("x",), "g", 1.5, NOW - timedelta(days=days_ago))


@pytest.fixture
def visitor(own_data_dir: Path) -> TestClient:
    client = staff_client(own_data_dir)
    sign_in(client)
    return client


def state(client: TestClient) -> Any:
    return client.app.state.footnote  # type: ignore[attr-defined]


def shown(client: TestClient, path: str, **params: object) -> str:
    reply = client.get(f"/staff{path}", params={name: str(value) for name, value in params.items()})
    assert reply.status_code == 200, reply.text
    return unescape(reply.text)


def questions_in(page: str) -> list[str]:
    return re.findall(r'<td class="words"><bdi>(.*?)</bdi>', page)


def test_the_log_is_filtered_by_outcome_words_and_day(visitor: TestClient) -> None:
    state(visitor).question_log.add_all(
        [
            asked("Is the bridge safe?", "answered", days_ago=3),
            asked("Who paid for the BRIDGE?", days_ago=2),
            asked("Is 100% of it wood?", "weak_evidence", days_ago=1),
            asked("Is it 1000 years old?"),
        ]
    )
    day = (NOW - timedelta(days=2)).date()
    for filters, found in (
        ({}, ["Is it 1000 years old?", "Is 100% of it wood?", "Who paid for the BRIDGE?", "Is the bridge safe?"]),
        ({"outcome": "answered"}, ["Is the bridge safe?"]),
        ({"outcome": "refused", "words": "bridge"}, ["Who paid for the BRIDGE?"]),
        ({"outcome": "no such outcome", "words": "100%"}, ["Is 100% of it wood?"]),
        ({"from": day, "to": day}, ["Who paid for the BRIDGE?"]),
        ({"from": "9999-12-31"}, []),
        ({"from": "nonsense", "to": "9999-12-31", "words": "paid"}, ["Who paid for the BRIDGE?"]),
        ({"words": "no such words"}, []),
    ):
        page = shown(visitor, "/questions", **filters)
        assert questions_in(page) == found, filters
        assert ("No question passes these filters." in page) is (not found)


def test_a_filter_that_was_not_understood_is_named(visitor: TestClient) -> None:
    page = shown(visitor, "/questions", **{"from": "2026-13-45", "to": "2026-01-31", "outcome": "zzz"})
    assert "The filter “from” was left out: <q><bdi>2026-13-45</bdi></q> is no day." in page
    assert "The filter “outcome” was left out" in page
    assert "The filter “to”" not in page
    assert "was left out" not in shown(visitor, "/questions", outcome="refused")
    headers = {"Authorization": f"Bearer {TOKEN}"}
    for params in ({"outcome": "zzz"}, {"from": "2026-13-45"}):
        assert visitor.get("/v1/staff/questions", headers=headers, params=params).status_code == 422
    assert visitor.get("/v1/staff/questions", headers=headers, params={"outcome": ""}).status_code == 200


def test_the_json_endpoint_filters_alike(visitor: TestClient) -> None:
    state(visitor).question_log.add_all([asked("One?", "answered"), asked("Two?"), asked("Three?")])
    headers = {"Authorization": f"Bearer {TOKEN}"}
    params = {"outcome": "refused", "limit": 1, "offset": 1}
    found = visitor.get("/v1/staff/questions", headers=headers, params=params).json()
    assert (found["total"], [one["question"] for one in found["questions"]]) == (2, ["Two?"])


def test_a_long_log_has_pages_that_keep_the_filters(visitor: TestClient) -> None:
    state(visitor).question_log.add_all([asked(f"Question {n}?", answer_id=str(n)) for n in range(120)])
    page = shown(visitor, "/questions", outcome="refused")
    assert "1 to 50 of 120" in page
    seen = questions_in(page)
    while older := re.search(r'rel="next" href="([^"]+)"', page):
        assert "outcome=refused" in older[1]
        page = unescape(visitor.get(older[1]).text)
        seen += questions_in(page)
    assert seen == [f"Question {n}?" for n in reversed(range(120))]
    newer = re.search(r'rel="prev" href="([^"]+)"', page)
    assert newer
    assert "51 to 100 of 120" in visitor.get(newer[1]).text
    assert "There is nothing on this page." in shown(visitor, "/questions", offset=1000)


@pytest.mark.parametrize(("log", "words"), [("off", "The question log is off"), ("counts", "keeps counts only")])
def test_a_log_that_keeps_no_words_says_so(own_data_dir: Path, log: str, words: str) -> None:
    client = staff_client(own_data_dir, question_log=log)
    sign_in(client)
    state(client).question_log.add_all([asked("Secret?")])
    for path in ("/questions", "/unanswered"):
        page = shown(client, path)
        assert words in page
        assert "Secret?" not in page
    assert (str(NOW.date()) in shown(client, "/questions")) is (log == "counts")


def test_an_empty_log_says_so(visitor: TestClient) -> None:
    assert "Nobody has asked anything yet." in shown(visitor, "/questions")
    assert "or nobody has asked one yet" in shown(visitor, "/unanswered")
    assert "No vote waits." in shown(visitor, "/feedback")


def test_what_readers_and_articles_say_is_never_markup(visitor: TestClient) -> None:
    state(visitor).question_log.add_all([asked(HOSTILE)])
    state(visitor).feedback.add("a", HOSTILE, "down", HOSTILE[:50], HOSTILE)
    for path in ("/questions", "/unanswered", "/feedback", f"/questions?words={HOSTILE[:9]}", f"/try?q={HOSTILE}",
                 f"/try?q=moon&earlier={HOSTILE}&article={HOSTILE}", f"/articles?q={HOSTILE}",
                 f"/articles/{HOSTILE[:9]}", f"/quality?gold={HOSTILE}"):  # fmt: skip
        page = visitor.get(f"/staff{path}")
        assert page.status_code in {200, 404}, path
        assert not [attack for attack in ("<script", "<img", "{{ 49", ">49<") if attack in page.text], path
        assert "&lt;script&gt;alert" in page.text or "alert" not in page.text, path


def test_unanswered_questions_of_one_topic_stand_together_the_most_asked_first(visitor: TestClient) -> None:
    state(visitor).question_log.add_all(
        [asked("Is the tower safe?")] * 3
        + [asked("Who paid for the bridge?")] * 3
        + [asked("who paid for the bridge", "weak_evidence")] * 2
        + [asked("Who really paid for the old bridge?")]
        + [asked("What was answered?", "answered")]
    )
    page = shown(visitor, "/unanswered")
    first, second = re.findall(r"<h2><bdi>(.*?)</bdi></h2>\s*<p class=\"facts\"><span>asked (.*?)</span>", page)
    assert first == ("Who paid for the bridge?", "6 times")
    assert second == ("Is the tower safe?", "3 times")
    assert "Who really paid for the old bridge?" in page
    assert "What was answered?" not in page


def test_a_vote_leaves_the_queue_and_comes_back(visitor: TestClient) -> None:
    votes = state(visitor).feedback
    votes.add("a", "Why?", "down", "off_topic", "I meant another one.")
    votes.add("b", "How?", "up", None, "")
    page = shown(visitor, "/feedback", vote="down")
    assert "I meant another one." in page
    assert "off topic" in page
    assert "How?" not in page
    form = {"form_token": form_token(visitor.get("/staff/feedback")), "answer_id": "a", "vote": "down", "show": "open"}
    back = visitor.post("/staff/feedback", data={**form, "settled": "yes"})
    assert (back.status_code, back.headers["location"]) == (303, "/staff/feedback?vote=down&show=open")
    assert "Why?" not in shown(visitor, "/feedback")
    assert "dealt with" in shown(visitor, "/feedback", show="all")
    visitor.post("/staff/feedback", data={**form, "settled": "no"})
    assert "2 votes waiting" in shown(visitor, "/feedback")


def test_a_vote_that_was_dealt_with_is_open_again_when_its_reader_says_more(visitor: TestClient) -> None:
    votes = state(visitor).feedback
    votes.add("a", "Why?", "down", None, "")
    votes.settle("a")
    assert votes.total(open_only=True) == 0
    votes.add("a", "Why?", "down", "off_topic", "Now I know why.")
    assert [vote.comment for vote in votes.latest(10, open_only=True)] == ["Now I know why."]


@pytest.mark.parametrize(("question", "kind"), [(MOON, "single"), ("What is the capital of Mongolia?", "unanswerable")])
def test_a_logged_question_becomes_a_draft_with_its_vote(visitor: TestClient, question: str, kind: str) -> None:
    state(visitor).question_log.add_all([asked(question, answer_id="q1")])
    state(visitor).feedback.add("q1", question, "down", None, "Nothing about that.")
    link = re.search(r'href="([^"]+)">Draft a gold item', shown(visitor, "/questions"))
    assert link
    reply = visitor.get(link[1])
    assert re.fullmatch(r'attachment; filename="log-[0-9a-f]+\.jsonl"', reply.headers["content-disposition"])
    item = parse_item(reply.text, "the download")
    assert (item.kind, item.draft, item.turns[0].question) == (kind, True, question)
    assert "Nothing about that." in item.note


def test_a_follow_up_is_tried_and_drafted_in_words_that_stand_alone(visitor: TestClient) -> None:
    follow_up = replace(asked("and from there?", "answered"), interpreted_as=MOON, page_id="x", follow_up=True)
    state(visitor).question_log.add_all([follow_up])
    state(visitor).feedback.add("a", follow_up.question, "down", None, "", standalone=MOON)
    page = shown(visitor, "/questions")
    assert questions_in(page) == ["and from there?"]
    assert f"a follow-up, taken as <q><bdi>{MOON}</bdi></q>" in page
    tried = re.search(r'href="([^"]+)">Try it', page)
    assert tried
    assert parse_qs(urlsplit(tried[1]).query) == {"q": [MOON], "article": ["x"]}
    assert f"/try?q={quote(MOON, safe='').replace('%20', '+')}" in shown(visitor, "/feedback")
    [item] = [parse_item(visitor.get("/staff/questions/draft", params={"answer": "a"}).text, "the download")]
    assert (item.kind, item.turns[0].question, item.turns[0].standalone) == ("single", MOON, MOON)
    assert "“and from there?”" in item.note


def test_a_vote_on_an_answer_that_nobody_gave_is_not_in_the_queue(visitor: TestClient) -> None:
    assert visitor.post("/v1/feedback", json={"answer_id": "zzz", "vote": "down"}).status_code == 204
    assert "No vote waits." in shown(visitor, "/feedback")
    assert "0 votes wait" in re.sub(r"\s+|<[^>]+>", " ", shown(visitor, "")).replace("  ", " ")
    page = shown(visitor, "/feedback", show="all")
    assert "The question is not known." in page
    assert "Dealt with" not in page


def test_a_vote_without_a_logged_question_becomes_a_draft_too(visitor: TestClient) -> None:
    state(visitor).feedback.add("v1", MOON, "up", None, "")
    item = json.loads(visitor.get("/staff/questions/draft", params={"answer": "v1"}).text)
    assert item["turns"][0]["question"] == MOON
    assert visitor.get("/staff/questions/draft", params={"answer": "gone"}).status_code == 404


def test_the_first_page_counts_what_waits(visitor: TestClient) -> None:
    state(visitor).question_log.add_all([asked("One?", "answered"), asked("Two?"), asked("Three?")])
    state(visitor).feedback.add("a", "One?", "up", None, "")
    page = re.sub(r"\s+|<[^>]+>", " ", shown(visitor, ""))
    for words in ("28 articles", "28 stored", "3 asked", "1 answered (33 %), 2 not", "1 vote waits", "No run yet"):
        assert words in re.sub(r" +", " ", page)


def test_without_an_index_the_first_page_says_what_to_do(tmp_path: Path) -> None:
    client = TestClient(create_app(settings_for(tmp_path, staff_token=TOKEN)), headers=BROWSER, follow_redirects=False)
    sign_in(client)
    assert "footnote index" in shown(client, "")
    refused = client.get("/staff/try", params={"q": "Why?"})
    assert (refused.status_code, "footnote index" in refused.text) == (503, True)
