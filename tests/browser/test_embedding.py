"""The components on pages of other people: another origin, hostile styles, other languages, many at once."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.elsewhere import Elsewhere
from tests.browser.replies import answered, found, hit
from tests.browser.stage import Stage

pytestmark = pytest.mark.browser

INLINE = '<footnote-chat mode="inline"></footnote-chat>'
HOSTILE = """
  * { all: unset !important; display: none !important; font: 3px fantasy !important; color: red !important;
      letter-spacing: 2em !important; transform: rotate(9deg) !important; direction: rtl; }
  html, body { display: block !important; transform: scale(0.9) !important; overflow: hidden !important; }
  footnote-chat, footnote-search { opacity: 0 !important; visibility: hidden !important; filter: blur(9px) !important; }
  button, input, textarea, a, h2, h3, p, li { background: red !important; position: absolute !important; }
"""


def test_a_page_of_another_origin_embeds_it_by_one_tag(page: Page, site: str, elsewhere: Elsewhere) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    elsewhere.html = (
        f'<!doctype html><html lang="en"><title>Paper</title><script type="module" src="{site}/footnote.js"></script>'
        f"<footnote-search></footnote-search>{INLINE}"
    )
    page.goto(elsewhere.origin)
    box = page.locator("footnote-search").get_by_role("combobox")
    box.fill("mosquitoes in Iceland")
    box.press("Enter")
    expect(page.locator("footnote-search .hits > li").first).to_be_visible()
    chat = page.locator("footnote-chat")
    chat.get_by_role("textbox", name="Your question").fill("Are there mosquitoes in Iceland?")
    chat.get_by_role("button", name="Ask", exact=True).click()
    expect(chat.get_by_role("article").or_(chat.locator(".refusal")).first).to_be_visible()
    others = {url for url in asked if not url.startswith((site, elsewhere.origin))}
    assert others == set()


@pytest.mark.parametrize("mode", ["inline", "launcher"])
def test_a_hostile_style_sheet_does_not_break_it(stage: Stage, mode: str) -> None:
    stage.reply("v1/ask", answered())
    policy = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'unsafe-inline'"
    stage.show(f'<style>{HOSTILE}</style><footnote-chat mode="{mode}"></footnote-chat>', policy=policy)
    if mode == "launcher":
        stage.chat.get_by_role("button", name="Ask a question").click()
    stage.ask("When did the bridge open?")
    quote = stage.chat.locator("blockquote")
    expect(quote).to_be_visible()
    style: dict[str, Any] = quote.evaluate(
        """quote => {
          const style = getComputedStyle(quote), host = getComputedStyle(quote.getRootNode().host.getRootNode().host);
          return {size: parseFloat(style.fontSize), spacing: style.letterSpacing, color: style.color,
                  host: [host.opacity, host.visibility, host.filter, host.display]};
        }"""
    )
    assert style["size"] >= 16
    assert style["spacing"] == "normal"
    assert style["color"] != "rgb(255, 0, 0)"
    assert style["host"] == ["1", "visible", "none", "block"]


def test_custom_properties_theme_it(stage: Stage) -> None:
    policy = "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'"
    style = "footnote-chat { --footnote-accent: rgb(1, 2, 3); --footnote-font-size: 20px }"
    stage.show(f"<style>{style}</style>{INLINE}", policy=policy)
    button = stage.chat.get_by_role("button", name="Ask", exact=True)
    expect(button).to_have_css("background-color", "rgb(1, 2, 3)")
    expect(button).to_have_css("font-size", "20px")


@pytest.mark.parametrize(
    ("page_scheme", "theme", "system", "dark"),
    [
        ("light dark", "", "dark", True),
        ("light dark", "", "light", False),
        ("light", "", "dark", False),
        ("light", "theme=auto", "dark", True),
        ("light", "theme=dark", "light", True),
        ("light dark", "theme=light", "dark", False),
    ],
)
def test_it_takes_the_colour_scheme_of_its_page(
    stage: Stage, page_scheme: str, theme: str, system: Any, dark: bool
) -> None:
    stage.page.emulate_media(color_scheme=system)
    meta = f'<meta name="color-scheme" content="{page_scheme}">'
    stage.show(f'{meta}<footnote-chat mode="inline" {theme}></footnote-chat>')
    paper = stage.chat.locator(".panel").evaluate("panel => getComputedStyle(panel).backgroundColor")
    red = int(paper.removeprefix("rgb(").split(",")[0])
    assert (red < 128) == dark


@pytest.mark.parametrize("lang", ["es", "es-MX"])
def test_it_speaks_the_language_of_the_page(stage: Stage, lang: str) -> None:
    stage.reply("v1/ask", answered())
    stage.show(INLINE, lang=lang)
    box = stage.chat.get_by_role("textbox")
    box.fill("¿Cuándo?")
    box.press("Enter")
    expect(stage.chat.get_by_text("El artículo dice", exact=True)).to_be_visible()
    expect(stage.chat.get_by_role("article")).to_contain_text("Verificado el 18 de octubre de 2025")


def test_a_publisher_adds_a_language(stage: Stage) -> None:
    stage.show(INLINE, lang="de")
    expect(stage.chat.get_by_role("button", name="Ask", exact=True)).to_be_visible()
    stage.page.evaluate("import('/footnote.js').then(({registerStrings}) => registerStrings('de', {send: 'Fragen'}))")
    expect(stage.chat.get_by_role("button", name="Fragen")).to_be_visible()


def test_right_to_left_pages_are_mirrored(stage: Stage) -> None:
    stage.reply("v1/ask", answered())
    stage.show(INLINE, direction="rtl")
    stage.ask("When did the bridge open?")
    button = stage.chat.get_by_role("button", name="Ask", exact=True).bounding_box()
    box = stage.chat.get_by_role("textbox", name="Your question").bounding_box()
    assert button is not None
    assert box is not None
    assert button["x"] < box["x"]
    expect(stage.chat.locator("blockquote")).to_have_css("direction", "ltr")


def test_many_stand_on_one_page_with_conversations_of_their_own(stage: Stage) -> None:
    stage.reply("v1/ask", answered())
    stage.reply("v1/search", found(hit()))
    stage.show(f"{INLINE}{INLINE}<footnote-chat></footnote-chat><footnote-search></footnote-search>")
    box = stage.chat.nth(1).get_by_role("textbox", name="Your question")
    box.fill("When did the bridge open?")
    box.press("Enter")
    expect(stage.chat.nth(1).get_by_role("article")).to_have_count(1)
    stage.page.reload()
    expect(stage.chat.nth(1).get_by_role("article")).to_have_count(1)
    expect(stage.chat.nth(0).get_by_role("article")).to_have_count(0)


def test_an_element_added_later_and_a_script_loaded_twice_work(stage: Stage) -> None:
    stage.reply("v1/ask", answered())
    stage.show('<script type="module" src="/footnote.js?again"></script>')
    stage.page.evaluate(
        """() => {
          const chat = document.createElement("footnote-chat");
          chat.mode = "inline";
          document.body.append(chat);
        }"""
    )
    stage.ask("When did the bridge open?")
    expect(stage.chat.get_by_role("article")).to_be_visible()


def test_a_launcher_that_is_moved_on_the_page_stays_visible(stage: Stage) -> None:
    stage.show("<footnote-chat></footnote-chat><div></div>")
    launcher = stage.chat.get_by_role("button", name="Ask a question")
    expect(launcher).to_be_visible()
    stage.page.evaluate("document.querySelector('div').append(document.querySelector('footnote-chat'))")
    expect(launcher).to_be_visible()


def test_the_api_attribute_names_another_service(stage: Stage) -> None:
    asked: list[str] = []
    stage.page.on("request", lambda request: asked.append(request.url) if "api.example" in request.url else None)
    stage.page.route("https://api.example/**", lambda route: route.abort())
    policy = "default-src 'none'; script-src 'self'; connect-src https://api.example"
    stage.show('<footnote-chat mode="inline" api="https://api.example/qa"></footnote-chat>', policy=policy)
    stage.ask("When did the bridge open?")
    expect(stage.chat.get_by_role("button", name="Try again")).to_be_visible()
    assert asked == ["https://api.example/qa/v1/ask"]
