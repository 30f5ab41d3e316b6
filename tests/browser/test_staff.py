"""The staff pages in a real browser: sign-in, axe on every page, the slider, and all of it without JavaScript."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import APIRequestContext, Browser, BrowserContext, Page, expect

from qa.evaluation.result import Run
from qa.evaluation.run import write_run
from tests.browser.conftest import STAFF_TOKEN
from tests.browser.test_accessibility import CONTRAST, RULES, violations
from tests.qa.evaluation.results import answered, result

pytestmark = pytest.mark.browser

MOON = "Can you see the Great Wall of China from the Moon?"
ATTACK = "<script>window.attacked = 1</script><img src=x onerror='window.attacked = 1'>"
LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen" * 3
PATHS = [
    "", "/questions", "/questions?outcome=refused&words=qq", "/questions?from=nonsense&outcome=zzz", "/unanswered",
    "/feedback?show=all", "/articles", "/articles?q=moon", "/articles/are-there-no-mosquitoes-in-iceland", "/try",
    f"/try?q={MOON}&earlier=moon", "/try?q=capital of Mongolia", "/quality", "/quality/second", "/threshold?at=0.3",
    "/no-such-page",
]  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def _work(runs_dir: Path, site: str, browser: Browser) -> None:
    """Runs, questions and votes to look at."""
    explanation = {"confidence": {"threshold": 0.5}}
    results = (
        answered("s1", right=True, confidence=0.9),
        result("s2", confidence=0.4, supported=True, question=LONG),
        answered("u1", "unanswerable", right=False, confidence=0.6, question=ATTACK),
    )
    run = Run("g1", 0, tuple(replace(one, explanation=explanation) for one in results))
    for n, name in enumerate(("first", "second"), start=1):
        write_run(run, runs_dir / name, settings={"gold": "gold.jsonl"})
        path = runs_dir / name / "run.json"
        path.write_text(json.dumps(json.loads(path.read_text()) | {"finished": f"2026-01-0{n}T08:00:00+00:00"}))
    context = browser.new_context()
    for question in (MOON, ATTACK, LONG):
        asked(context.request, site, question, vote="down", comment=f"{question} is not what I meant.")
    context.close()


def asked(request: APIRequestContext, site: str, question: str, **vote: str) -> None:
    reply = request.post(f"{site}/v1/ask", data={"question": question}).json()
    request.post(f"{site}/v1/feedback", data={"answer_id": reply["answer_id"], **vote})


def sign_in(page: Page, site: str, path: str = "") -> None:
    page.goto(f"{site}/staff{path}")
    page.get_by_label("Staff token").fill(STAFF_TOKEN)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"{site}/staff{path}")


@pytest.fixture(scope="module")
def session(browser: Browser, site: str) -> Any:
    """Cookies of somebody who has signed in: five may try in a minute."""
    context = browser.new_context()
    sign_in(context.new_page(), site)
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture
def staff(context: BrowserContext, page: Page, session: Any) -> Page:
    """A page of somebody who is signed in, on which nothing may go wrong unseen."""
    context.add_cookies(session["cookies"])
    return page


@pytest.fixture
def plain(browser: Browser, session: Any) -> Iterator[Page]:
    """The same with JavaScript off."""
    context = browser.new_context(java_script_enabled=False, storage_state=session)
    yield context.new_page()
    context.close()


def test_signing_in_leads_to_the_page_that_was_asked_for_and_out_again(page: Page, site: str) -> None:
    sign_in(page, site, "/questions?outcome=refused")
    expect(page.get_by_label("Outcome")).to_have_value("refused")
    assert page.evaluate("document.cookie") == ""
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_label("Staff token")).to_be_focused()
    page.goto(f"{site}/staff/questions")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")


def test_a_wrong_token_is_told_beside_the_field(page: Page, site: str) -> None:
    page.goto(f"{site}/staff")
    field = page.get_by_label("Staff token")
    field.fill("wrong")
    field.press("Enter")
    expect(page.get_by_role("alert")).to_have_text("This is not the staff token.")
    assert page.get_by_label("Staff token").get_attribute("aria-describedby") == "problem"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_staff_pages(browser: Browser, site: str, session: Any, scheme: Any) -> None:
    context = browser.new_context(bypass_csp=True, color_scheme=scheme, storage_state=session)
    page = context.new_page()
    found: dict[str, list[str]] = {}
    for path in PATHS:
        page.goto(f"{site}/staff{path}")
        page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
        found[path] = violations(page, RULES if scheme == "light" else CONTRAST)
    context.clear_cookies()
    page.goto(f"{site}/staff/sign-in")
    found["/sign-in"] = violations(page, RULES)
    context.close()
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


def test_narrow_screens_scroll_in_one_direction_only(staff: Page, site: str) -> None:
    staff.set_viewport_size({"width": 320, "height": 640})
    too_wide = []
    for path in PATHS:
        staff.goto(f"{site}/staff{path}")
        if staff.evaluate("document.documentElement.scrollWidth") > 320:
            too_wide.append(path)
    assert too_wide == []


def test_what_readers_type_runs_nowhere(staff: Page, site: str) -> None:
    for path in ("/questions", "/unanswered", "/feedback", f"/try?q={ATTACK}", "/threshold?at=0.7"):
        staff.goto(f"{site}/staff{path}")
        expect(staff.get_by_text("window.attacked").first).to_be_attached()
        assert staff.evaluate("window.attacked") is None
        assert staff.locator("main script, main img").count() == 0


def test_the_numbers_follow_the_slider_as_the_server_reckons_them(staff: Page, site: str) -> None:
    staff.goto(f"{site}/staff/threshold")
    slider = staff.get_by_role("slider")
    numbers = staff.locator(".trade .live")
    expect(slider).to_have_value("0.5")
    for threshold in ("0.3", "0.65", "0.95"):
        slider.fill(threshold)
        followed = numbers.all_inner_texts()
        line = staff.locator("#now").get_attribute("d")
        staff.get_by_role("button", name="Show").click()
        staff.wait_for_url(f"**at={threshold}")
        assert numbers.all_inner_texts() == followed
        drawn = staff.locator("#now").get_attribute("d")
        assert [float(n) for n in _numbers(drawn)] == pytest.approx([float(n) for n in _numbers(line)], abs=0.06)


def test_the_slider_works_by_keyboard(staff: Page, site: str) -> None:
    staff.goto(f"{site}/staff/threshold")
    slider = staff.get_by_role("slider")
    slider.focus()
    staff.keyboard.press("ArrowLeft")
    expect(staff.locator("#shown")).to_have_text("0.49")
    expect(slider).to_be_focused()


def test_a_report_opens_with_its_filters_and_no_way_to_the_session(staff: Page, site: str) -> None:
    staff.goto(f"{site}/staff/quality")
    staff.get_by_role("link", name="Report of second").click()
    expect(staff.locator("#count")).to_contain_text("of 3 turns")
    assert staff.evaluate("self.origin") == "null"


def test_a_vote_is_dealt_with_without_javascript(plain: Page, site: str) -> None:
    plain.goto(f"{site}/staff/feedback")
    entry = plain.locator(".queue > li").filter(has_text=f"{MOON} is not what I meant.")
    entry.get_by_role("button", name="Dealt with").click()
    expect(entry).to_have_count(0)
    plain.get_by_label("State").select_option("all")
    plain.get_by_role("button", name="Show").click()
    entry.get_by_role("button", name="Put back in the queue").click()
    expect(entry.get_by_role("button", name="Dealt with")).to_be_visible()


def test_a_question_is_tried_without_javascript(plain: Page, site: str) -> None:
    plain.goto(f"{site}/staff")
    plain.get_by_role("link", name="Try a question").click()
    plain.get_by_label("Question", exact=True).fill(MOON)
    plain.get_by_role("button", name="Ask").click()
    expect(plain.get_by_role("heading", name="The article says")).to_be_visible()
    expect(plain.get_by_role("heading", name="5. The decision")).to_be_visible()
    plain.get_by_role("link", name="In the article").first.click()
    expect(plain.locator("mark").first).to_be_visible()


def test_a_logged_question_is_downloaded_as_a_draft(staff: Page, site: str) -> None:
    staff.goto(f"{site}/staff/questions?words=Great Wall")
    with staff.expect_download() as download:
        staff.get_by_role("link", name="Draft a gold item").first.click()
    item = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert (item["draft"], item["turns"][0]["question"]) == (True, MOON)
    assert "is not what I meant" in item["note"]


def _numbers(path: str | None) -> list[str]:
    return (path or "").replace("M", " ").replace("V", " ").split()
