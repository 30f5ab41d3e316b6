"""The chat: asking, following up, keeping, clearing, and what happens when no reply comes."""

import pytest
from playwright.sync_api import expect

from tests.browser.replies import answered, article, citation, group, not_found, quote
from tests.browser.stage import Stage

pytestmark = pytest.mark.browser

INLINE = '<footnote-chat mode="inline"></footnote-chat>'


def test_an_answer_is_grouped_by_article_with_date_and_verdict(stage: Stage) -> None:
    bridge = group(quote("It opened in 1932.", citation(3)), quote("It was late.", citation(1)))
    tunnel = group(quote("It opened in 1994."), article_id="tunnel", verdict=None, checked_on="2024-01-02")
    stage.reply("v1/ask", answered(bridge, tunnel))
    stage.show(INLINE)
    stage.ask("When did they open?")
    shown = stage.chat.get_by_role("article")
    expect(shown).to_have_count(2)
    expect(shown.nth(0)).to_contain_text("Did the bridge open late?")
    expect(shown.nth(0)).to_contain_text("Checked on October 18, 2025")
    expect(shown.nth(0)).to_contain_text("Verdict: False")
    expect(shown.nth(0).locator("blockquote")).to_contain_text(["It opened in 1932.", "It was late."])
    expect(shown.nth(1)).to_contain_text("Checked on January 2, 2024")
    expect(shown.nth(1)).not_to_contain_text("Verdict")
    expect(stage.chat.get_by_text("The articles say")).to_be_visible()


def test_one_article_is_named_as_the_speaker(stage: Stage) -> None:
    stage.reply("v1/ask", answered())
    stage.show(INLINE)
    stage.ask("When did the bridge open?")
    expect(stage.chat.get_by_text("The article says")).to_be_visible()


def test_a_follow_up_sends_the_earlier_question_with_its_passages(stage: Stage) -> None:
    stage.reply("v1/ask", answered())
    stage.show('<footnote-chat mode="inline" article-id="bridge"></footnote-chat>')
    stage.ask("When did the bridge open?")
    expect(stage.chat.get_by_role("article")).to_have_count(1)
    stage.ask("who paid for it?")
    expect(stage.chat.get_by_role("article")).to_have_count(2)
    assert stage.sent["v1/ask"] == [
        {"question": "When did the bridge open?", "history": [], "article_id": "bridge"},
        {
            "question": "who paid for it?",
            "history": [{"question": "When did the bridge open?", "passage_ids": ["bridge#1"]}],
            "article_id": "bridge",
        },
    ]


def test_an_interpretation_is_shown_and_can_be_declined(stage: Stage) -> None:
    stage.reply("v1/ask", answered(question="who paid?", interpreted_as="Who paid for the bridge?"))
    stage.show(INLINE)
    stage.ask("who paid?")
    expect(stage.chat.get_by_text("Understood as")).to_contain_text("Who paid for the bridge?")
    stage.reply("v1/ask", answered(question="who paid?"))
    stage.chat.get_by_role("button", name="Ask exactly what I typed").click()
    expect(stage.chat.get_by_role("article")).to_have_count(2)
    assert stage.sent["v1/ask"][-1] == {"question": "who paid?", "history": [], "verbatim": True}


def test_an_interpretation_that_changes_only_case_and_marks_is_not_worth_a_word(stage: Stage) -> None:
    stage.reply("v1/ask", answered(question="when did the bridge open", interpreted_as="When did the bridge open?"))
    stage.show(INLINE)
    stage.ask("when did the bridge open")
    expect(stage.chat.get_by_role("article")).to_be_visible()
    expect(stage.chat.get_by_text("Understood as")).to_have_count(0)


def test_suggestions_are_asked_at_a_click_and_the_typing_place_keeps_the_focus(stage: Stage) -> None:
    stage.reply("v1/ask", lambda asked: answered(question=asked["question"], suggestions=["Who built it?"]))
    stage.show('<footnote-chat mode="inline" examples="When did it open? | Why?"></footnote-chat>')
    expect(stage.chat.get_by_role("listitem").get_by_role("button")).to_have_text(["When did it open?", "Why?"])
    stage.chat.get_by_role("button", name="When did it open?").click()
    stage.chat.get_by_role("button", name="Who built it?").click()
    expect(stage.chat.get_by_role("article")).to_have_count(2)
    expect(stage.chat.get_by_role("textbox", name="Your question")).to_be_focused()
    assert [asked["question"] for asked in stage.sent["v1/ask"]] == ["When did it open?", "Who built it?"]
    expect(stage.chat.get_by_role("button", name="Who built it?")).to_have_count(1)


def test_a_refusal_shows_what_is_near_and_the_search_and_no_source(stage: Stage) -> None:
    stage.reply("v1/ask", not_found("weak_evidence", article("bridge"), article("tunnel")))
    stage.show(INLINE)
    stage.ask("Who painted it?")
    expect(stage.chat.locator(".refusal")).to_contain_text("The archive does not answer this.")
    titles = ["Did the bridge open late?", "Did the tunnel open late?"]
    expect(stage.chat.get_by_role("heading", level=3)).to_have_text(titles)
    expect(stage.chat.locator("blockquote, sup")).to_have_count(0)
    link = stage.chat.get_by_role("link", name="Search the archive instead")
    expect(link).to_have_attribute("href", f"{stage.site}/search?q=Who+painted+it%3F")


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("no_match", "No article in the archive deals with it."),
        ("underspecified", "Name the person, place or claim."),
        ("empty_archive", "The archive holds no articles yet."),
        ("not_a_question", "Ask a question"),
    ],
)
def test_a_refusal_says_why(stage: Stage, reason: str, words: str) -> None:
    stage.reply("v1/ask", not_found(reason))
    stage.show(INLINE)
    stage.ask("Hm?")
    expect(stage.chat.locator(".refusal")).to_contain_text(words)


def test_the_conversation_is_kept_over_a_reload_and_cleared_on_request(stage: Stage) -> None:
    stage.reply("v1/ask", answered())
    stage.show(INLINE)
    stage.ask("When did the bridge open?")
    expect(stage.chat.get_by_role("article")).to_have_count(1)
    stage.page.reload()
    expect(stage.chat.get_by_role("article")).to_have_count(1)
    stage.chat.get_by_role("button", name="Clear").click()
    expect(stage.chat.get_by_role("article")).to_have_count(0)
    expect(stage.chat.get_by_role("textbox", name="Your question")).to_be_focused()
    stage.page.reload()
    expect(stage.chat.get_by_role("textbox", name="Your question")).to_be_visible()
    expect(stage.chat.get_by_role("article")).to_have_count(0)


@pytest.mark.parametrize("stored", ["{", "[1]", '{"turns": [null, {"question": 3}, {"question": "a", "reply": {}}]}'])
def test_a_damaged_session_is_forgotten(stage: Stage, stored: str) -> None:
    stage.show(INLINE)
    key = f"footnote-chat:{stage.site}/:0"
    stage.page.evaluate("([key, stored]) => sessionStorage.setItem(key, stored)", [key, stored])
    stage.page.reload()
    expect(stage.chat.get_by_role("textbox", name="Your question")).to_be_visible()
    expect(stage.chat.locator("li")).to_have_count(0)


def test_the_loading_state_waits_for_150_ms(stage: Stage) -> None:
    stage.page.clock.install()
    stage.reply("v1/ask", None)
    stage.show(INLINE)
    stage.page.clock.pause_at("2100-01-01")
    stage.ask("When did the bridge open?")
    stage.page.clock.run_for(149)
    expect(stage.chat.get_by_text("When did the bridge open?")).to_be_visible()
    expect(stage.chat.get_by_text("Searching the archive…")).to_have_count(0)
    stage.page.clock.run_for(2)
    expect(stage.chat.get_by_text("Searching the archive…")).to_be_visible()


def test_five_seconds_without_a_reply_offer_to_try_again(stage: Stage) -> None:
    stage.page.clock.install()
    stage.reply("v1/ask", None)
    stage.show(INLINE)
    stage.page.clock.pause_at("2100-01-01")
    stage.ask("When did the bridge open?")
    stage.page.clock.run_for(4900)
    expect(stage.chat.get_by_role("button", name="Try again")).to_have_count(0)
    stage.page.clock.run_for(200)
    expect(stage.chat.locator(".trouble")).to_contain_text("That took longer than five seconds.")
    stage.reply("v1/ask", answered())
    stage.chat.get_by_role("button", name="Try again").click()
    expect(stage.chat.get_by_role("article")).to_have_count(1)
    expect(stage.chat.get_by_text("When did the bridge open?")).to_have_count(1)


def test_a_question_asked_offline_is_asked_again_when_the_line_is_back(stage: Stage) -> None:
    stage.reply("v1/ask", answered())
    stage.show(INLINE)
    stage.page.unroute(f"{stage.site}/v1/ask**")
    stage.page.context.set_offline(True)
    stage.ask("When did the bridge open?")
    expect(stage.chat.locator(".trouble")).to_contain_text("You are offline.")
    stage.reply("v1/ask", answered())
    stage.page.context.set_offline(False)
    expect(stage.chat.get_by_role("article")).to_have_count(1)


@pytest.mark.parametrize(
    ("status", "headers", "words"),
    [
        (429, {"Retry-After": "7"}, "Many people are asking right now. Try again in 7 seconds."),
        (503, {}, "Many people are asking right now."),
        (422, {}, "This question could not be read."),
        (500, {}, "The archive cannot be reached right now."),
    ],
)
def test_what_went_wrong_is_said(stage: Stage, status: int, headers: dict[str, str], words: str) -> None:
    stage.reply("v1/ask", {"title": "no"}, status=status, headers=headers)
    stage.show(INLINE)
    stage.ask("When did the bridge open?")
    expect(stage.chat.locator(".trouble")).to_contain_text(words)
    expect(stage.chat.get_by_role("button", name="Try again")).to_be_visible()


def test_a_new_question_drops_the_one_that_waits(stage: Stage) -> None:
    stage.reply("v1/ask", None)
    stage.show(INLINE)
    with stage.page.expect_request("**/v1/ask"):
        stage.ask("First?")
    stage.reply("v1/ask", answered(question="Second?"))
    stage.ask("Second?")
    expect(stage.chat.get_by_role("article")).to_have_count(1)
    expect(stage.chat.get_by_text("First?")).to_have_count(0)


def test_shift_enter_makes_a_line_and_enter_asks(stage: Stage) -> None:
    stage.reply("v1/ask", answered())
    stage.show(INLINE)
    box = stage.chat.get_by_role("textbox", name="Your question")
    box.press_sequentially("one")
    box.press("Shift+Enter")
    box.press_sequentially("two")
    expect(box).to_have_value("one\ntwo")
    box.press("Enter")
    expect(box).to_have_value("")
    assert stage.sent["v1/ask"][0]["question"] == "one\ntwo"


def test_an_empty_question_is_not_sent(stage: Stage) -> None:
    stage.reply("v1/ask", answered())
    stage.show(INLINE)
    stage.ask("   ")
    stage.ask("When?")
    expect(stage.chat.get_by_role("article")).to_have_count(1)
    assert len(stage.sent["v1/ask"]) == 1


def test_the_launcher_opens_a_dialog_and_escape_returns_to_it(stage: Stage) -> None:
    stage.reply("v1/ask", answered())
    stage.show("<footnote-chat></footnote-chat>")
    launcher = stage.chat.get_by_role("button", name="Ask a question")
    launcher.click()
    dialog = stage.chat.get_by_role("dialog", name="Ask the archive")
    expect(dialog).to_be_visible()
    expect(stage.chat.get_by_role("textbox", name="Your question")).to_be_focused()
    stage.ask("When did the bridge open?")
    expect(dialog.get_by_role("article")).to_have_count(1)
    stage.page.reload()
    expect(dialog.get_by_role("article")).to_have_count(1)
    stage.chat.get_by_role("textbox", name="Your question").press("Escape")
    expect(dialog).to_have_count(0)
    expect(launcher).to_be_focused()
