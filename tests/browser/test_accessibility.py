"""WCAG 2.2 AA: axe-core finds nothing in any state; keyboard, live region, zoom, motion and narrow screens."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.replies import answered, article, citation, found, group, hit, not_found, quote
from tests.browser.stage import Stage

pytestmark = pytest.mark.browser

AXE = Path(__file__).resolve().parents[2] / "api" / "web" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CONTRAST = ["color-contrast"]
BOTH = '<main><h1>Stage</h1><footnote-chat mode="inline"></footnote-chat><footnote-search></footnote-search></main>'
LAUNCHER = "<main><h1>Stage</h1></main><footnote-chat></footnote-chat>"


def violations(page: Page, rules: list[str]) -> list[str]:
    if not AXE.is_file():
        pytest.skip("needs axe-core: run `npm ci` in api/web")
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text())
    found: list[Any] = page.evaluate("rules => axe.run({runOnly: rules}).then(result => result.violations)", rules)
    return [f"{one['id']}: {node['target']} {node['failureSummary']}" for one in found for node in one["nodes"]]


def asks(reply: dict[str, Any] | None) -> Callable[[Stage], None]:
    def act(stage: Stage) -> None:
        stage.reply("v1/ask", reply)
        stage.ask("When did the bridge open?")
        expect(stage.chat.get_by_role("article").or_(stage.chat.locator(".refusal, .loading"))).to_be_visible()

    return act


def opens_source(known: bool) -> Callable[[Stage], None]:
    def act(stage: Stage) -> None:
        asks(answered(group(quote("It opened.", citation(3, known=known)))))(stage)
        stage.chat.get_by_role("button", name="Source 3").click()

    return act


def gives_feedback(stage: Stage) -> None:
    asks(answered(interpreted_as="Another question", suggestions=["And then?"]))(stage)
    stage.reply("v1/feedback", {})
    stage.chat.get_by_role("button", name="No, not helpful").click()
    expect(stage.chat.get_by_role("radio")).to_have_count(5)


def meets_trouble(stage: Stage) -> None:
    stage.reply("v1/ask", {}, status=500)
    stage.ask("When did the bridge open?")
    expect(stage.chat.get_by_role("button", name="Try again")).to_be_visible()


def types_a_search(stage: Stage) -> None:
    stage.reply("v1/suggest", {"suggestions": ["bridge", "tunnel"]})
    box = stage.search.get_by_role("combobox")
    box.press_sequentially("br")
    expect(stage.search.get_by_role("option")).to_have_count(2)
    box.press("ArrowDown")


def searches(stage: Stage) -> None:
    stage.reply("v1/ask", answered())
    stage.reply("v1/search", found(hit(), corrected="bridge", total=20))
    box = stage.search.get_by_role("combobox")
    box.fill("When did the brigde open?")
    box.press("Enter")
    expect(stage.search.get_by_role("article")).to_be_visible()
    expect(stage.search.locator("mark")).to_have_count(1)


def opens_launcher(stage: Stage) -> None:
    stage.chat.get_by_role("button", name="Ask a question").click()


def waits(stage: Stage) -> None: ...


STATES: dict[str, tuple[str, Callable[[Stage], None]]] = {
    "empty": (BOTH, waits),
    "loading": (BOTH, asks(None)),
    "answer": (BOTH, asks(answered())),
    "source": (BOTH, opens_source(known=True)),
    "dangling source": (BOTH, opens_source(known=False)),
    "refusal": (BOTH, asks(not_found("weak_evidence", article(), suggestions=["Which bridges are old?"]))),
    "feedback": (BOTH, gives_feedback),
    "trouble": (BOTH, meets_trouble),
    "suggestions": (BOTH, types_a_search),
    "results": (BOTH, searches),
    "launcher": (LAUNCHER, waits),
    "open launcher": (LAUNCHER, opens_launcher),
}


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_in_the_components(browser: Browser, site: str, state: str) -> None:
    page = browser.new_page(bypass_csp=True, color_scheme="light", reduced_motion="reduce")
    stage = Stage(page, site)
    markup, act = STATES[state]
    stage.show(f'<meta name="color-scheme" content="light dark">{markup}')
    act(stage)
    found = violations(page, RULES)
    page.emulate_media(color_scheme="dark")
    found += violations(page, CONTRAST)
    page.close()
    assert found == []


def test_axe_finds_nothing_in_the_pages(browser: Browser, site: str) -> None:
    page = browser.new_page(bypass_csp=True)
    found: dict[str, list[str]] = {}
    page.goto(site)
    article_page = page.locator("aside a").first.get_attribute("href")
    paths = ["/", f"{article_page}?quote=0-40", "/search", "/search?q=mosquitoes", "/how-it-works", "/no-such-page"]
    for path in paths:
        page.goto(f"{site}{path}")
        found[path] = violations(page, RULES)
    page.close()
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


def test_an_answer_is_announced_once_and_the_announcement_goes_away(stage: Stage) -> None:
    stage.page.clock.install()
    stage.reply("v1/ask", answered())
    stage.show(BOTH)
    stage.page.evaluate(
        """() => {
          const region = document.querySelector("footnote-chat").shadowRoot.querySelector("[role=status]");
          window.said = [];
          new MutationObserver(() => region.textContent && window.said.push(region.textContent))
            .observe(region, {childList: true, characterData: true, subtree: true});
        }"""
    )
    stage.ask("When did the bridge open?")
    expect(stage.chat.get_by_role("article")).to_be_visible()
    said = "The article “Did the bridge open late?” says: The bridge opened in 1932."
    assert stage.page.evaluate("window.said") == [said]
    stage.page.clock.run_for(5000)
    expect(stage.chat.get_by_role("status").first).to_have_text("")


def test_everything_is_reached_by_keyboard_alone(stage: Stage) -> None:
    stage.reply("v1/ask", answered(suggestions=["And then?"]))
    stage.show(LAUNCHER)
    keys = stage.page.keyboard
    keys.press("Tab")
    keys.press("Enter")
    keys.type("When did the bridge open?")
    keys.press("Enter")
    expect(stage.chat.get_by_role("article")).to_be_visible()
    reached: list[str] = []
    for _ in range(14):
        keys.press("Shift+Tab")
        reached.append(
            stage.page.evaluate(
                """() => {
                  let at = document.activeElement;
                  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
                  return at?.getAttribute("aria-label") || at?.textContent.trim().replace(/\\s+/g, " ") || "";
                }"""
            )
        )
    places = {
        "And then?",
        "No, not helpful",
        "Yes, helpful",
        "Copy with citations",
        "Source 3",
        "Conversation",
        "Close",
    }
    assert places <= set(reached)
    assert any(name.startswith("Read in the article") for name in reached)


@pytest.mark.parametrize("size", [{"width": 320, "height": 640}, {"width": 500, "height": 400}])
def test_narrow_and_zoomed_screens_scroll_in_one_direction_only(stage: Stage, size: Any) -> None:
    stage.page.set_viewport_size(size)
    long = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen"
    overlong = group(quote(long, citation(3, title=long)), title=long, publisher=long, verdict=long)
    stage.reply("v1/ask", answered(overlong, suggestions=[long], question=long, interpreted_as=f"{long} {long}"))
    stage.reply("v1/search", found(hit(title=long, section=long), corrected=long))
    stage.show(f'<meta name="viewport" content="width=device-width">{BOTH}')
    stage.ask(long)
    stage.chat.get_by_role("button", name="Source 3").click()
    box = stage.search.get_by_role("combobox")
    box.fill("bridge")
    box.press("Enter")
    expect(stage.search.locator("mark")).to_have_count(1)
    assert stage.page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    log = stage.chat.get_by_role("region", name="Conversation")
    assert log.evaluate("log => log.scrollWidth <= log.clientWidth")


def test_nothing_moves_for_readers_who_want_no_motion(stage: Stage) -> None:
    stage.page.emulate_media(reduced_motion="reduce")
    stage.reply("v1/ask", None)
    stage.show(BOTH)
    stage.ask("When did the bridge open?")
    expect(stage.chat.locator(".loading")).to_be_visible()
    assert stage.chat.locator(".bar").evaluate("bar => bar.getAnimations().length") == 0
