"""The search box: finding by typing, by arrows and by shortcut, and the results under it."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.replies import answered, found, hit, not_found
from tests.browser.stage import Stage

pytestmark = pytest.mark.browser

SEARCH = "<footnote-search></footnote-search>"


@pytest.fixture
def box(stage: Stage) -> Locator:
    """A search box whose service knows two suggestions, two hits and no answer."""
    stage.reply("v1/suggest", lambda asked: {"suggestions": [f"{asked['q']} one", f"{asked['q']} two"]})
    stage.reply("v1/search", lambda asked: found(hit("bridge"), hit("tunnel", verdict=None), query=asked["q"]))
    stage.reply("v1/ask", not_found())
    stage.show(SEARCH)
    return stage.search.get_by_role("combobox")


def options(stage: Stage) -> Locator:
    return stage.search.get_by_role("option")


def test_results_carry_snippet_highlight_date_and_verdict(stage: Stage, box: Locator) -> None:
    box.fill("bridge")
    box.press("Enter")
    hits = stage.search.locator(".hits > li")
    expect(hits).to_have_count(2)
    expect(hits.nth(0)).to_contain_text("Did the bridge open late?")
    expect(hits.nth(0)).to_contain_text("Opening — The bridge opened.")
    expect(hits.nth(0).locator("mark")).to_have_text(["bridge"])
    expect(hits.nth(0)).to_contain_text("Checked on October 18, 2025")
    expect(hits.nth(0)).to_contain_text("Verdict: False")
    expect(hits.nth(1)).not_to_contain_text("Verdict")
    expect(stage.search.get_by_text("2 articles", exact=True).first).to_be_visible()
    expect(stage.search.get_by_role("article")).to_have_count(0)


def test_hits_by_meaning_alone_are_said_to_be_so(stage: Stage, box: Locator) -> None:
    by_meaning = {"ranks": {"dense": 1, "bm25": None}}
    words = stage.search.get_by_text("No article matches these words. Nearest in meaning:", exact=True).first
    for hits, corrected, said in (
        ((hit(**by_meaning), hit("tunnel", **by_meaning)), None, True),
        ((hit(**by_meaning), hit("tunnel")), None, False),
        ((hit(**by_meaning),), "bridge", False),
    ):
        stage.reply("v1/search", found(*hits, corrected=corrected))
        box.fill("xyzzyqq")
        box.press("Enter")
        expect(stage.search.locator(".hits > li")).to_have_count(len(hits))
        expect(words).to_be_visible(visible=said)


def test_an_answer_stands_above_the_results(stage: Stage, box: Locator) -> None:
    stage.reply("v1/ask", answered())
    box.fill("When did the bridge open?")
    box.press("Enter")
    answer = stage.search.get_by_role("article")
    expect(answer.locator("blockquote")).to_contain_text("The bridge opened in 1932.")
    first_hit = stage.search.locator(".hits > li").first
    expect(first_hit).to_be_visible()
    above, below = (place.evaluate("place => place.getBoundingClientRect().top") for place in (answer, first_hit))
    assert above < below
    assert stage.sent["v1/ask"] == [{"question": "When did the bridge open?", "history": []}]


def test_typing_brings_suggestions_that_arrows_go_through(stage: Stage, box: Locator) -> None:
    box.press_sequentially("br")
    expect(options(stage)).to_have_text(["br one", "br two"])
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    expect(options(stage).nth(0)).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", "option-0")
    box.press("ArrowUp")
    expect(stage.search.locator("[aria-selected=true]")).to_have_count(0)
    box.press("ArrowUp")
    expect(options(stage).nth(1)).to_have_attribute("aria-selected", "true")
    box.press("Enter")
    expect(box).to_have_value("br two")
    expect(box).to_be_focused()
    expect(stage.search.locator(".hits > li")).to_have_count(2)
    assert stage.sent["v1/search"][0]["q"] == "br two"


def test_a_suggestion_is_searched_at_a_click(stage: Stage, box: Locator) -> None:
    box.press_sequentially("br")
    options(stage).nth(1).click()
    expect(stage.search.locator(".hits > li")).to_have_count(2)
    expect(options(stage)).to_have_count(0)
    expect(box).to_be_focused()


def test_escape_and_leaving_close_the_suggestions(stage: Stage, box: Locator) -> None:
    box.press_sequentially("br")
    expect(options(stage)).to_have_count(2)
    box.press("Escape")
    expect(options(stage)).to_have_count(0)
    expect(box).to_have_value("br")
    box.press("ArrowDown")
    expect(options(stage)).to_have_count(2)
    stage.page.mouse.click(5, 700)
    expect(options(stage)).to_have_count(0)


def test_fast_typing_sends_one_request(stage: Stage) -> None:
    stage.page.clock.install()
    stage.reply("v1/suggest", {"suggestions": ["bridge"]})
    stage.show(SEARCH)
    stage.page.clock.pause_at("2100-01-01")
    box = stage.search.get_by_role("combobox")
    for letter in "bridge":
        box.press_sequentially(letter)
        stage.page.clock.run_for(50)
    assert stage.sent["v1/suggest"] == []
    stage.page.clock.run_for(100)
    expect(options(stage)).to_have_count(1)
    assert stage.sent["v1/suggest"] == [{"q": "bridge"}]


def test_suggestions_for_earlier_letters_are_called_off(stage: Stage) -> None:
    stage.page.add_init_script(
        """window.signals = [];
           const real = window.fetch;
           window.fetch = (at, init) => (signals.push(init.signal), real(at, init));"""
    )
    stage.reply("v1/suggest", None)
    stage.show(SEARCH)
    box = stage.search.get_by_role("combobox")
    with stage.page.expect_request("**/v1/suggest?q=b"):
        box.press_sequentially("b")
    stage.reply("v1/suggest", {"suggestions": ["bridge"]})
    box.press_sequentially("r")
    expect(options(stage)).to_have_text(["bridge"])
    assert stage.page.evaluate("signals.map(signal => signal.aborted)") == [True, False]


def test_results_of_an_earlier_search_are_dropped(stage: Stage, box: Locator) -> None:
    stage.reply("v1/search", None)
    box.fill("first")
    box.press("Enter")
    stage.reply("v1/search", found(hit("tunnel")))
    box.fill("second")
    box.press("Enter")
    expect(stage.search.locator(".hits > li")).to_have_count(1)
    expect(stage.search.get_by_text("Searching the archive…")).to_have_count(0)


def test_did_you_mean_searches_the_correction(stage: Stage, box: Locator) -> None:
    stage.reply("v1/search", lambda asked: found(hit(), corrected="bridge" if asked["q"] == "brigde" else None))
    box.fill("brigde")
    box.press("Enter")
    stage.search.get_by_role("button", name="bridge", exact=True).click()
    expect(stage.search.get_by_text("Did you mean")).to_have_count(0)
    expect(box).to_have_value("bridge")
    assert [asked["q"] for asked in stage.sent["v1/search"]] == ["brigde", "bridge"]


def test_more_results_are_added_to_those_shown(stage: Stage, box: Locator) -> None:
    stage.reply("v1/search", lambda asked: found(hit(f"bridge{asked['offset']}"), total=2))
    box.fill("bridge")
    box.press("Enter")
    stage.search.get_by_role("button", name="Show more").click()
    expect(stage.search.get_by_role("heading", level=3)).to_have_text(
        ["Did the bridge0 open late?", "Did the bridge1 open late?"]
    )
    expect(stage.search.get_by_role("button", name="Show more")).to_have_count(0)


def test_no_result_is_said(stage: Stage, box: Locator) -> None:
    stage.reply("v1/search", found(query="xyzzy"))
    box.fill("xyzzy")
    box.press("Enter")
    expect(stage.search.locator(".count")).to_have_text("No article matches these words.")


def test_recent_searches_come_back_and_can_be_cleared(stage: Stage, box: Locator) -> None:
    for words in ("bridge", "tunnel", "Bridge"):
        box.fill(words)
        box.press("Enter")
        expect(stage.search.locator(".hits > li")).to_have_count(2)
    stage.page.reload()
    box.focus()
    expect(options(stage)).to_have_text(["Bridge", "tunnel"])
    stage.search.get_by_role("button", name="Clear recent searches").click()
    stage.page.reload()
    box.focus()
    expect(options(stage)).to_have_count(0)


@pytest.mark.parametrize("keys", ["/", "Control+k", "Meta+k"])
def test_a_shortcut_goes_to_the_box(stage: Stage, box: Locator, keys: str) -> None:
    stage.page.keyboard.press(keys)
    expect(box).to_be_focused()
    expect(box).to_have_value("")


def test_a_slash_typed_into_a_field_is_a_slash(stage: Stage) -> None:
    stage.show(f'<input aria-label="Other">{SEARCH}<footnote-chat mode="inline"></footnote-chat>')
    for field in (stage.page.get_by_label("Other"), stage.chat.get_by_role("textbox", name="Your question")):
        field.press("/")
        expect(field).to_have_value("/")
        expect(field).to_be_focused()


def test_the_slash_shortcut_can_be_turned_off_for_good(stage: Stage, box: Locator) -> None:
    box.press_sequentially("br")
    stage.search.get_by_role("button", name="Turn the “/” shortcut off").click()
    stage.page.reload()
    stage.page.keyboard.press("/")
    expect(box).not_to_be_focused()
    stage.page.keyboard.press("Control+k")
    expect(box).to_be_focused()


def test_mode_page_goes_to_the_page_with_all_results(stage: Stage) -> None:
    stage.show('<footnote-search mode="page" search-url="/find?lang=en"></footnote-search>')
    stage.page.route(f"{stage.site}/find**", lambda route: route.fulfill(body="found", content_type="text/html"))
    box = stage.search.get_by_role("combobox")
    box.fill("bridge & tunnel")
    box.press("Enter")
    stage.page.wait_for_url(f"{stage.site}/find?lang=en&q=bridge+%26+tunnel")


def test_trouble_is_said_and_tried_again(stage: Stage, box: Locator) -> None:
    stage.reply("v1/search", {}, status=500)
    box.fill("bridge")
    box.press("Enter")
    expect(stage.search.locator(".outcome")).to_contain_text("The archive cannot be reached right now.")
    stage.reply("v1/search", found(hit()))
    stage.search.get_by_role("button", name="Try again").click()
    expect(stage.search.locator(".hits > li")).to_have_count(1)


def test_a_refused_question_in_the_chat_is_searched_in_the_box(stage: Stage) -> None:
    stage.reply("v1/ask", not_found())
    stage.reply("v1/search", found(hit()))
    stage.show(f'{SEARCH}<footnote-chat mode="inline"></footnote-chat>')
    stage.ask("Who painted it?")
    stage.chat.get_by_role("link", name="Search the archive instead").click()
    expect(stage.search.locator(".hits > li")).to_have_count(1)
    expect(stage.search.get_by_role("combobox")).to_have_value("Who painted it?")
    assert stage.page.url.endswith("/stage")
