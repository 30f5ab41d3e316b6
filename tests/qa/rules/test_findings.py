from corpus import SectionRole
from qa.rules.findings import finding_of, is_finding, pair_restatements
from tests.qa.articles import article, plain
from tests.qa.evidence_of import draft, positions


def test_a_restated_claim_brings_the_finding() -> None:
    page = plain(
        "Posts claim that the lake was drained.",
        "The lake covers forty hectares.",
        "There is no evidence that anyone drained the lake.",
        restating=[0],
    )
    assert positions(pair_restatements(draft(page, [0]))) == [0, 2]


def test_a_restated_claim_is_left_alone_where_the_finding_already_stands() -> None:
    page = plain("Posts claim the lake was drained.", "The claim is false.", "It is not true.", restating=[0])
    assert positions(pair_restatements(draft(page, [0, 1]))) == [0, 1]


def test_with_room_for_one_quote_the_finding_takes_the_place_of_the_claim() -> None:
    page = plain("Posts claim the lake was drained.", "The claim is false.", restating=[0])
    assert positions(pair_restatements(draft(page, [0], max_quotes=1))) == [1]


def test_without_verdict_words_the_best_detail_is_the_finding() -> None:
    page = plain("Posts claim the lake was drained.", "The gauge read 4 metres all year.", restating=[0])
    assert positions(pair_restatements(draft(page, [0], logits={0: 3.0, 1: 1.0}))) == [0, 1]


def test_an_article_that_only_restates_is_not_quoted() -> None:
    page = plain("Posts claim the lake was drained.", "Others say that it dried up.", restating=[0, 1])
    assert positions(pair_restatements(draft(page, [0]))) == []


def test_everything_in_a_claim_section_restates() -> None:
    page = article(
        ("Claim", SectionRole.CLAIM, [["The lake was drained."]]),
        ("Our ruling", SectionRole.BOTTOM_LINE, [["Nobody drained it, so this is false."]]),
    )
    assert positions(pair_restatements(draft(page, [0]))) == [0, 1]


def test_the_bottom_line_is_preferred_as_the_finding() -> None:
    page = article(
        ("", SectionRole.FINDING, [["The gauge was not correct in May.", "Posts claim the lake was drained."]]),
        ("Our ruling", SectionRole.BOTTOM_LINE, [["We rate this False."]]),
        restating=[1],
    )
    assert finding_of(draft(page, [1]), page) == 2


def test_a_question_is_no_finding() -> None:
    page = plain(
        "Posts claim the lake was drained.", "But is it true?", "The lake was not drained, it is real.", restating=[0]
    )
    assert positions(pair_restatements(draft(page, [0, 1]))) == [0, 1, 2]


def test_a_finding_that_stands_by_itself_is_preferred() -> None:
    page = plain(
        "Posts claim the lake was drained.",
        "The town drained a pond.",
        "But it did not drain the lake.",
        "There is no evidence that the lake was drained.",
        restating=[0],
    )
    assert finding_of(draft(page, [0], logits={0: 3.0, 2: 1.0, 3: 0.5}), page) == 3


def test_a_sentence_that_only_passes_on_the_claim_is_no_finding_for_another() -> None:
    page = plain(
        "Posts claim the lake was drained.",
        "The claim ties the drained lake to unsubstantiated stories.",
        "The gauge read 4 metres all year.",
        restating=[0],
    )
    assert positions(pair_restatements(draft(page, [0], logits={0: 3.0, 1: 2.0, 2: 1.0}))) == [0, 2]


def test_a_conclusion_is_preferred_to_what_somebody_never_did() -> None:
    page = plain(
        "Posts claim the lake was drained.",
        "The mayor never went there.",
        "In short, there is no evidence that the lake was drained.",
        restating=[0],
    )
    assert finding_of(draft(page, [0], logits={0: 3.0, 1: 2.0, 2: 1.0}), page) == 2


def test_an_earlier_rating_that_no_longer_holds_brings_what_is_found_now() -> None:
    page = plain(
        "In May 2031 we rated the claim that no beavers live here true.",
        "The island lies far out.",
        "Three beavers were seen since, and the claim is false today.",
        verdict="False",
    )
    assert positions(pair_restatements(draft(page, [0]))) == [0, 2]


def test_an_earlier_rating_is_no_finding() -> None:
    page = plain("In 2031 we rated it false.", "We rate the claim true.", verdict="True")
    assert finding_of(draft(page, []), page) == 1


def test_a_denial_of_something_else_does_not_settle_the_claim() -> None:
    page = plain(
        "Posts claim the lake was drained.",
        "The mayor never answered our letters.",
        "The claim that the lake was drained is false.",
        restating=[0],
        title="Was the lake drained?",
    )
    assert positions(pair_restatements(draft(page, [0, 1], logits={1: 0.0, 2: 1.0}))) == [0, 1, 2]


def test_somebody_elses_words_are_no_finding_unless_they_are_an_item_of_a_list() -> None:
    page = plain("A user replied:", "This is false.", "We found:", "- The picture is fake.")
    assert not is_finding(page, 1)
    assert is_finding(page, 3)


def test_another_claims_rating_is_no_finding_and_does_not_stand_alone() -> None:
    page = plain("A colleague rated his remark Half True.", "This claim is false.", verdict="false")
    assert not is_finding(page, 0)
    assert positions(pair_restatements(draft(page, [0]))) == [0, 1]


def test_where_the_verdict_denies_the_finding_is_not_what_agrees() -> None:
    page = plain("The mayor is right that gulls are loud.", "The claim is false.", verdict="mostly-false")
    assert finding_of(draft(page, [0], logits={0: 1.0, 1: 0.0}), page) == 1
