"""The README's conversation in the widget, on the real service: typed in haste, misspelt, with a change of topic."""

import pytest
from playwright.sync_api import expect

from tests.browser.stage import Stage
from tests.transcript import conversation

pytestmark = pytest.mark.browser


def test_the_conversation_of_the_readme_is_answered_from_the_same_articles(stage: Stage) -> None:
    # What is remembered of suggestions does not count against the widget's patience.
    for turn in conversation():
        stage.page.request.post(f"{stage.site}/v1/ask", data={"question": turn.question}, timeout=60_000)
    stage.show('<footnote-chat mode="inline"></footnote-chat>')
    turns = conversation()
    assert len(turns) == 5
    for n, turn in enumerate(turns, start=1):
        stage.ask(turn.question)
        reply = stage.chat.locator("ol > li").nth(n - 1)
        expect(reply.get_by_role("article").first).to_contain_text(turn.title, timeout=10_000)
    expect(stage.chat.get_by_text("Understood as").last).to_contain_text("Napoleon")
