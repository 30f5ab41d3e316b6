"""The whole way on the real service: question, quote, source, article; and the pages without JavaScript."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser

QUESTION = "Can you see the Great Wall of China from the Moon?"


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A page with JavaScript off."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def asked(page: Page, site: str, question: str) -> Locator:
    page.goto(site)
    chat = page.locator("footnote-chat")
    chat.get_by_role("textbox", name="Your question").fill(question)
    chat.get_by_role("button", name="Ask", exact=True).click()
    return chat


def test_a_question_leads_to_the_sentence_in_its_article(page: Page, site: str) -> None:
    quote = asked(page, site, QUESTION).locator(".quote").first
    expect(quote).to_be_visible()
    words = "".join(quote.locator(".words").all_text_contents())
    quote.get_by_role("link", name="Read in the article").click()
    page.wait_for_url("**/articles/**")
    marked = page.locator("mark")
    expect(marked.first).to_be_in_viewport()
    assert " ".join(marked.all_inner_texts()) == words


def test_a_number_in_the_chat_is_the_number_in_the_article(page: Page, site: str) -> None:
    quote = asked(page, site, QUESTION).locator(".quote").first
    button = quote.locator("sup button").first
    number = button.inner_text()
    button.click()
    link = quote.get_by_role("group", name=f"Source {number}").get_by_role("link")
    href = link.get_attribute("href")
    quote.get_by_role("link", name="Read in the article").click()
    entry = page.locator(f"#source-{number}")
    assert entry.get_by_role("link").get_attribute("href") == href


def test_a_question_outside_the_archive_is_refused(page: Page, site: str) -> None:
    chat = asked(page, site, "What is the capital of Mongolia?")
    expect(chat.locator(".refusal")).to_contain_text("The archive does not answer this.")
    expect(chat.locator("sup")).to_have_count(0)


def test_a_suggested_question_on_the_home_page_can_be_clicked(page: Page, site: str) -> None:
    page.goto(site)
    chat = page.locator("footnote-chat")
    chat.locator(".welcome button").first.click()
    expect(chat.get_by_role("article").or_(chat.locator(".refusal")).first).to_be_visible()


def test_the_search_box_finds_and_completes(page: Page, site: str) -> None:
    page.goto(site)
    page.keyboard.press("/")
    page.keyboard.type("great wall")
    box = page.locator("footnote-search")
    expect(box.get_by_role("option").first).to_contain_text("Great Wall")
    page.keyboard.press("Enter")
    expect(box.locator(".hits mark").first).to_be_visible()
    expect(box.locator(".hits > li").first).to_contain_text("Great Wall")


def test_a_vote_is_taken(page: Page, site: str) -> None:
    chat = asked(page, site, QUESTION)
    chat.get_by_role("button", name="Yes, helpful").click()
    expect(chat.get_by_text("Thank you.")).to_be_visible()


def test_the_article_page_says_which_numbers_lead_nowhere(plain: Page, site: str) -> None:
    plain.goto(f"{site}/articles/are-there-no-mosquitoes-in-iceland")
    expect(plain.locator("#source-4")).to_contain_text("the article lists no source for this number")
    expect(plain.get_by_role("link", name="Source 4", exact=True)).to_have_attribute("href", "#source-4")
    plain.goto(f"{site}/articles/can-you-see-the-great-wall-of-china-from-the-moon")
    expect(plain.locator("#source-4")).to_contain_text("Listed, but not cited in the text.")


@pytest.mark.parametrize("quote", ["", "9-", "5-2", "0-99999999", "<script>", "1e3-2"])
def test_an_article_page_stands_whatever_quote_it_is_given(plain: Page, site: str, quote: str) -> None:
    reply = plain.goto(f"{site}/articles/are-there-no-mosquitoes-in-iceland?quote={quote}")
    assert reply is not None
    assert reply.status == 200
    expect(plain.get_by_role("heading", level=1)).to_have_text("Are there no mosquitoes in Iceland?")


def test_the_search_works_without_javascript(plain: Page, site: str) -> None:
    plain.goto(site)
    plain.get_by_label("Search the fact-checks").fill(QUESTION)
    plain.get_by_role("button", name="Search").click()
    plain.wait_for_url("**/search?q=*")
    expect(plain.locator(".answer blockquote").first).to_be_visible()
    expect(plain.locator(".hits mark").first).to_be_visible()
    expect(plain.get_by_label("Search the fact-checks")).to_have_value(QUESTION)
    plain.locator(".answer").get_by_role("link", name="Read in the article").first.click()
    expect(plain.locator("mark").first).to_be_visible()


def test_results_are_narrowed_without_javascript(plain: Page, site: str) -> None:
    plain.goto(f"{site}/search?q=iceland")
    plain.get_by_text("Narrow the results").click()
    verdict = plain.get_by_label("Verdict")
    verdict.select_option("False")
    plain.get_by_role("button", name="Narrow").click()
    expect(verdict).to_have_value("False")
    expect(plain.locator(".hits > li").first).to_be_visible()
    verdicts = set(plain.locator(".hits .verdict").all_inner_texts())
    assert verdicts == {"Verdict: False"}


def test_markup_in_a_query_is_shown_as_text(plain: Page, site: str) -> None:
    attack = '"><script>alert(1)</script>'
    plain.goto(f"{site}/search?q={attack}")
    expect(plain.get_by_label("Search the fact-checks")).to_have_value(attack)
    assert "<script>alert" not in plain.content()


def test_how_it_works_says_what_footnote_does_not_know(plain: Page, site: str) -> None:
    plain.goto(site)
    plain.get_by_role("link", name="How this works").click()
    expect(plain.get_by_role("heading", name="What “word for word” means")).to_be_visible()
    expect(plain.get_by_role("heading", name="What Footnote does not know")).to_be_visible()


def test_an_address_that_is_none_gets_a_page(plain: Page, site: str) -> None:
    reply = plain.goto(f"{site}/articles/no-such-article")
    assert reply is not None
    assert reply.status == 404
    expect(plain.get_by_role("heading", level=1)).to_be_visible()
    expect(plain.get_by_role("link", name="Footnote")).to_be_visible()
