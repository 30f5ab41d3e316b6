"""What stands in one answer: numbers, sources, the way into the article, copying and feedback."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.replies import answered, citation, group, not_found, quote
from tests.browser.stage import Stage

pytestmark = pytest.mark.browser

INLINE = '<footnote-chat mode="inline"></footnote-chat>'


def shown(stage: Stage, *citations: dict[str, object], tag: str = INLINE) -> Locator:
    stage.reply("v1/ask", answered(group(quote("The bridge opened in 1932.", *citations))))
    stage.show(tag)
    stage.ask("When did the bridge open?")
    answer = stage.chat.get_by_role("article")
    expect(answer).to_be_visible()
    return answer


def test_a_number_opens_its_source(stage: Stage) -> None:
    answer = shown(stage, citation(3), citation(7, title="Opening day", publisher="City archive", date="1932-03-19"))
    number = answer.get_by_role("button", name="Source 7")
    expect(number).to_have_attribute("aria-expanded", "false")
    number.click()
    card = answer.get_by_role("group", name="Source 7")
    expect(card).to_contain_text("City archive")
    expect(card).to_contain_text("March 19, 1932")
    expect(card.get_by_role("link", name="Opening day")).to_have_attribute("href", "https://institute.example/7")
    expect(card.get_by_role("link")).to_have_attribute("rel", "noopener noreferrer")
    expect(number).to_have_attribute("aria-expanded", "true")
    answer.get_by_role("button", name="Source 3").click()
    expect(answer.get_by_role("group", name="Source 3")).to_be_visible()
    expect(card).to_have_count(0)


@pytest.mark.parametrize("way", ["number", "close", "escape"])
def test_a_source_closes_and_the_focus_returns_to_its_number(stage: Stage, way: str) -> None:
    answer = shown(stage, citation(3))
    number = answer.get_by_role("button", name="Source 3")
    number.click()
    card = answer.get_by_role("group", name="Source 3")
    if way == "number":
        number.click()
    elif way == "close":
        card.get_by_role("button", name="Close the source").click()
    else:
        card.get_by_role("link").focus()
        stage.page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    expect(number).to_be_focused()


def test_a_dangling_number_is_said_to_be_one(stage: Stage) -> None:
    answer = shown(stage, citation(9, known=False))
    answer.get_by_role("button", name="Source 9").click()
    card = answer.get_by_role("group", name="Source 9")
    expect(card).to_contain_text("The article lists no source for this number.")
    expect(card.get_by_role("link")).to_have_count(0)


def test_a_number_from_further_on_in_the_paragraph_is_said_to_be_one(stage: Stage) -> None:
    answer = shown(stage, citation(3, scope="paragraph"))
    answer.get_by_role("button", name="Source 3").click()
    expect(answer.get_by_role("group", name="Source 3")).to_contain_text("at the end of the paragraph")


def test_a_source_without_title_or_outlet_shows_its_host(stage: Stage) -> None:
    answer = shown(stage, citation(3, title="", publisher="", url="https://www.natt.is/en"))
    answer.get_by_role("button", name="Source 3").click()
    expect(answer.get_by_role("group", name="Source 3").get_by_role("link", name="natt.is")).to_be_visible()


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "", None])
def test_only_web_addresses_become_links(stage: Stage, url: str | None) -> None:
    answer = shown(stage, citation(3, url=url))
    answer.get_by_role("button", name="Source 3").click()
    card = answer.get_by_role("group", name="Source 3")
    expect(card).to_contain_text("Report 3")
    expect(card.get_by_role("link")).to_have_count(0)


def test_a_quote_opens_the_article_at_the_sentence(stage: Stage) -> None:
    answer = shown(stage, citation(3))
    link = answer.get_by_role("link", name="Read in the article")
    expect(link).to_have_attribute("href", "https://paper.example/bridge#:~:text=The")


def test_a_quote_opens_the_page_that_article_url_names(stage: Stage) -> None:
    answer = shown(stage, citation(3), tag='<footnote-chat mode="inline" article-url="/articles/{id}"></footnote-chat>')
    link = answer.get_by_role("link", name="Read in the article")
    expect(link).to_have_attribute("href", f"{stage.site}/articles/bridge?quote=120-146#s120")
    title = answer.get_by_role("heading").get_by_role("link")
    expect(title).to_have_attribute("href", f"{stage.site}/articles/bridge")


def test_markup_in_a_reply_is_shown_as_text(stage: Stage) -> None:
    attack = "<img src=x onerror=alert(1)><script>alert(1)</script>{{7*7}}"
    hostile = group(quote(attack, citation(3, title=attack), section=attack), title=attack, verdict=attack)
    stage.reply("v1/ask", answered(hostile, interpreted_as=attack, suggestions=[attack]))
    stage.show(INLINE)
    stage.ask(attack)
    expect(stage.chat.locator("blockquote")).to_contain_text(attack)
    stage.chat.get_by_role("button", name="Source 3").click()
    expect(stage.chat.get_by_role("group", name="Source 3")).to_contain_text(attack)
    expect(stage.chat.locator("img, script")).to_have_count(0)


def test_an_answer_is_copied_with_its_citations(stage: Stage) -> None:
    stage.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    shown(stage, citation(3), citation(9, known=False))
    stage.chat.get_by_role("button", name="Copy with citations").click()
    expect(stage.chat.get_by_text("Copied")).to_be_visible()
    assert stage.page.evaluate("navigator.clipboard.readText()") == (
        "“The bridge opened in 1932.” [3, 9]\n\n"
        "— Did the bridge open late? · The Paper · Checked on October 18, 2025 · Verdict: False\n"
        "https://paper.example/bridge\n\n"
        "Sources, numbered as in the article:\n"
        "[3] Institute 3, Report 3, https://institute.example/3\n"
        "[9] The article lists no source for this number."
    )


def test_copying_that_the_browser_forbids_is_said(stage: Stage) -> None:
    stage.page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new DOMException('no'))")
    shown(stage, citation(3))
    stage.chat.get_by_role("button", name="Copy with citations").click()
    expect(stage.chat.get_by_text("Copying was not allowed")).to_be_visible()


def test_a_vote_is_sent_with_the_answer_it_is_about(stage: Stage) -> None:
    stage.reply("v1/feedback", {})
    shown(stage, citation(3))
    stage.chat.get_by_role("button", name="Yes, helpful").click()
    expect(stage.chat.get_by_text("Thank you.")).to_be_visible()
    expect(stage.chat.get_by_role("button", name="Yes, helpful")).to_have_attribute("aria-pressed", "true")
    (sent,) = stage.sent["v1/feedback"]
    assert sent.pop("question").endswith("?")
    assert sent == {"answer_id": "answer-1", "vote": "up", "reason": None, "comment": ""}


def test_a_vote_against_asks_for_the_reason(stage: Stage) -> None:
    stage.reply("v1/feedback", {})
    stage.reply("v1/ask", not_found())
    stage.show(INLINE)
    stage.ask("Who painted it?")
    stage.chat.get_by_role("button", name="No, not helpful").click()
    stage.chat.get_by_role("radio", name="It does not answer my question").check()
    stage.chat.get_by_role("textbox", name=re.compile("In your words")).fill("It says nothing of paint.")
    stage.chat.get_by_role("button", name="Send").click()
    expect(stage.chat.get_by_text("Thank you.")).to_be_visible()
    sent = stage.sent["v1/feedback"]
    assert [vote["vote"] for vote in sent] == ["down", "down"]
    assert sent[-1]["comment"] == "It says nothing of paint."
    assert sent[-1]["reason"]


def test_feedback_that_did_not_arrive_is_said(stage: Stage) -> None:
    stage.reply("v1/feedback", {}, status=500)
    shown(stage, citation(3))
    stage.chat.get_by_role("button", name="Yes, helpful").click()
    expect(stage.chat.get_by_text("This could not be sent.")).to_be_visible()
