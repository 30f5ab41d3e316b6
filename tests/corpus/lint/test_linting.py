"""Every check finds what it is for, and leaves a sound article alone."""

# ruff: noqa: E501

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.article import Article
from corpus.lint import Finding, Severity, lint, lint_article
from corpus.sql_store import open_store
from tests.corpus.pages import article_of

SOUND = """Did the town of Elm Falls ban bicycles?

Checked on March 3, 2024

Verdict: False

Executive Summary

The town of Elm Falls has not banned bicycles; it closed one bridge to all traffic for ten weeks in the spring [1]. The
council's minutes of January name the bridge on Mill Street and the reason, which is a crack in one of its piers [2].

Bottom line

Bicycles are allowed in Elm Falls, and the bridge on Mill Street has been open to them again since the middle of May [1].

Sources

1. Town council — Minutes — https://council.example/minutes
2. Works office — Report — https://works.example/report
"""


def linted(tmp_path: Path, *articles: Article) -> list[Finding]:
    store = open_store(f"sqlite:///{tmp_path}/lint.sqlite3")
    for article in articles:
        store.upsert(article)
    return lint(store)


def test_a_sound_article_has_no_finding(tmp_path: Path) -> None:
    assert linted(tmp_path, article_of(SOUND)) == lint_article(article_of(SOUND)) == []


def test_an_article_by_itself_has_the_findings_that_it_has_in_a_store_the_errors_first(tmp_path: Path) -> None:
    flawed = article_of(SOUND.replace("piers [2]", "piers [7]").replace("Checked on March 3, 2024", ""))
    found = lint_article(flawed)
    assert found == linted(tmp_path, flawed)
    assert [finding.severity for finding in found] == sorted(
        (finding.severity for finding in found), key=list(Severity).index
    )
    assert len({finding.check for finding in found}) > 1


@pytest.mark.parametrize(
    ("check", "severity", "change"),
    [
        ("dangling", Severity.ERROR, lambda page: page.replace("pier" + "s [2]", "piers [7]")),
        ("uncited", Severity.NOTICE, lambda page: page + "3. Never read — https://unread.example/\n"),
        ("undated", Severity.WARNING, lambda page: page.replace("Checked on March 3, 2024", "")),
        ("later-event", Severity.WARNING, lambda page: page.replace("middle of May", "middle of May 2025")),
        ("boilerplate", Severity.WARNING, lambda page: page.replace("Bottom line\n", "Bottom line\n\nFollow us on Chirp.\n")),
        ("length", Severity.WARNING, lambda page: page.replace("for ten weeks", "for ten weeks " + "and a day " * 3000)),
        ("mojibake", Severity.ERROR, lambda page: page.replace("which is", "â€” Ã© â‚¬â€ \ufffd Ã—Ã which is")),
        ("header-form", Severity.WARNING, lambda page: page.replace("ban bicycles?", "ban bicycles " + "ever " * 60 + "?")),
    ],
)  # fmt: skip
def test_each_check_finds_its_fault(
    tmp_path: Path, check: str, severity: Severity, change: Callable[[str], str]
) -> None:
    changed = change(SOUND)
    assert changed != SOUND
    found = linted(tmp_path, article_of(changed))
    assert (check, severity) in {(finding.check, finding.severity) for finding in found}


def test_a_page_without_a_source_list_is_noticed_not_failed(tmp_path: Path) -> None:
    (found,) = linted(tmp_path, article_of(SOUND.split("Sources")[0]))
    assert (found.check, found.severity) == ("dangling", Severity.NOTICE)


def test_a_finding_names_the_sentence(tmp_path: Path) -> None:
    page = SOUND.replace("piers [2]", "piers [7]")
    found = next(finding for finding in linted(tmp_path, article_of(page)) if finding.check == "dangling")
    assert found.start is not None
    assert found.quote.startswith("The council's minutes")
    assert article_of(page).text[found.start :].startswith(found.quote)


def test_nearly_the_same_text_is_found(tmp_path: Path) -> None:
    copy = SOUND.replace("Did the town of Elm Falls ban bicycles?", "Are bicycles banned in Elm Falls?")
    found = linted(tmp_path, article_of(SOUND), article_of(copy.replace("Verdict: False", "")))
    assert [finding.check for finding in found] == ["near-duplicate"]


def test_two_verdicts_on_one_claim_are_noticed(tmp_path: Path) -> None:
    claim = "\n\nClaim: Elm Falls banned all bicycles from its streets\n\n"
    other = f"""What did Elm Falls decide about bicycles in 2025?

Checked on June 1, 2025
{claim}
Verdict: True

Summary

Since June 2025, bicycles may be ridden on none of the streets of Elm Falls, the council decided in a vote of five to two.
The decision names every street of the town, and takes effect at once. It was published on the pages of the council.
"""
    found = linted(tmp_path, article_of(SOUND.replace("\n\nVerdict", claim + "Verdict")), article_of(other))
    assert [(finding.check, finding.severity) for finding in found] == [("differing-recheck", Severity.NOTICE)]
    assert "'False'" in found[0].message
    assert "'True'" in found[0].message


def test_another_language_is_found(tmp_path: Path) -> None:
    german = """Hat die Stadt Fahrräder verboten?

Checked on March 3, 2024

Summary

Die Stadt hat Fahrräder nicht verboten, sondern eine Brücke für zehn Wochen gesperrt, weil einer ihrer Pfeiler Risse hat.
Der Rat der Stadt hat das im Januar beschlossen, und seit Mai ist die Brücke wieder offen, wie das Bauamt uns schreibt.
"""
    second = SOUND.replace("Elm", "Oak").replace("bicycles", "horses")
    found = linted(tmp_path, article_of(SOUND), article_of(second), article_of(german))
    assert [finding.check for finding in found if finding.article_id.startswith("hat-die")] == ["language"]


def test_errors_come_first(tmp_path: Path) -> None:
    page = SOUND.replace("piers [2]", "piers [7]").replace("Checked on March 3, 2024", "")
    severities = [finding.severity for finding in linted(tmp_path, article_of(page))]
    assert severities == sorted(severities, key=list(Severity).index)
    assert severities[0] is Severity.ERROR
