"""ClaimReview in JSON-LD and microdata."""

import json
from datetime import date

import pytest

from corpus.readers.claim_review import Stated, stated_by
from corpus.readers.html_tree import parse

REVIEW = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "claimReviewed": "The bridge &amp; the mill were sold",
    "datePublished": "2024-03-03T10:00:00+02:00",
    "author": {"@type": "Organization", "name": "Town Facts"},
    "reviewRating": {"@type": "Rating", "ratingValue": "1", "alternateName": "False"},
}


def stated(*scripts: object) -> Stated:
    page = "<html><body>" + "".join(
        f'<script type="application/ld+json">{script if isinstance(script, str) else json.dumps(script)}</script>'
        for script in scripts
    )
    root = parse(page + "<p>Text</p></body></html>")
    assert root is not None
    return stated_by(root, page)


@pytest.mark.parametrize("script", [REVIEW, [REVIEW], {"@graph": [REVIEW]}, {"@type": "WebPage", "mainEntity": REVIEW}])
def test_a_review_is_found_wherever_it_stands(script: object) -> None:
    found = stated(script)
    assert (found.claim, found.verdict, found.publisher) == ("The bridge & the mill were sold", "False", "Town Facts")
    assert found.reviewed == date(2024, 3, 3)


def test_a_broken_script_spoils_no_other() -> None:
    assert stated("{", REVIEW, "[1,").verdict == "False"


def test_a_page_of_several_claims_has_no_claim_of_its_own() -> None:
    other = {**REVIEW, "claimReviewed": "The mill burnt down"}
    assert (stated(REVIEW, other).claim, stated(REVIEW, other).verdict) == ("", "False")
    true = {**other, "reviewRating": {"alternateName": "True"}}
    assert stated(REVIEW, true).verdict == ""


@pytest.mark.parametrize("rating", [None, "False", [], {"ratingValue": 1}, {"alternateName": "1"}])
def test_a_rating_without_words_is_none(rating: object) -> None:
    assert stated({**REVIEW, "reviewRating": rating}).verdict == ""


def test_an_article_gives_title_authors_and_date() -> None:
    found = stated(
        {"@type": ["NewsArticle"], "headline": "The bridge stands", "datePublished": "2024-01-02",
         "author": [{"name": "Ana Ruiz"}, {"name": "Lee Brandt"}], "publisher": {"name": "Town Facts"}}
    )  # fmt: skip
    assert (found.title, found.author, found.publisher) == ("The bridge stands", "Ana Ruiz, Lee Brandt", "Town Facts")
    assert (found.published, found.reviewed, found.claim) == (date(2024, 1, 2), None, "")
