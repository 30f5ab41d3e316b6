"""The rules that never bend, over articles and logits of every shape."""

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import Article, SectionRole
from qa.answer import ArticleAnswer
from qa.composing import article_answers, compose
from qa.rules.picking import PickingLimits
from qa.wording.framing import sides
from qa.wording.leaning import leans
from qa.wording.restating import only_restates
from tests.qa.articles import article, plain
from tests.qa.evidence_of import evidence, whole

SENTENCES = [
    "The harbour office counted 41 ships in June.",
    "It counted 39 the year before.",
    "However, the figure leaves out ferries.",
    "There is no evidence that the pier was sold.",
    "Posts on Facebook claim that the pier was sold.",
    "Supporters say the new pier brings trade.",
    "Critics counter that the pier blocks the beach.",
    "The minister may have known of the plan, two officials said.",
    "We rate the claim False.",
    "“Nobody asked us,” she said.",
    "The report lists three causes:",
    "Café owners lost € 1,200 a week 🙂.",
]


@st.composite
def articles(draw: st.DrawFn, id: str) -> Article:
    chosen = draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=12))
    cuts = sorted(draw(st.sets(st.integers(1, len(chosen)), max_size=3)) | {len(chosen)})
    parts = [chosen[a:b] for a, b in zip([0, *cuts[:-1]], cuts, strict=True)]
    roles = draw(st.lists(st.sampled_from(SectionRole), min_size=len(parts), max_size=len(parts)))
    restating = [n for n, text in enumerate(chosen) if text.startswith("Posts")]
    made = [(f"Part {n}", role, [part]) for n, (role, part) in enumerate(zip(roles, parts, strict=True)) if part]
    return article(*made, id=id, restating=restating, cited={n: (n + 1,) for n in range(0, len(chosen), 2)})


@st.composite
def scored(draw: st.DrawFn, id: str) -> tuple[Article, Mapping[int, float]]:
    page = draw(articles(id))
    logits = draw(st.lists(st.floats(-6, 6), min_size=len(page.sentences), max_size=len(page.sentences)))
    return page, dict(enumerate(logits))


@settings(deadline=None)
@given(scored("a1"), scored("a2"), st.integers(1, 4), st.booleans())
def test_no_rule_bends(
    one: tuple[Article, Mapping[int, float]],
    other: tuple[Article, Mapping[int, float]],
    max_quotes: int,
    broad: bool,
) -> None:
    question = "Is it true?" if broad else "How many ships were counted in June?"
    limits = PickingLimits(second=2.0, third=2.0)
    draft = compose(evidence(one, other, question=question), max_quotes=max_quotes, limits=limits)
    for group in article_answers(draft, lambda article_id: [whole({"a1": one[0], "a2": other[0]}[article_id])]):
        _check(group)


def test_a_chain_of_sentences_that_lean_ends_two_steps_back_however_many_turns_the_rules_take() -> None:
    page = plain("Ole Lund keeps the lamp.", "He is old.", "He is tall.", "He likes fish.", "He said it went out.")
    logits = {4: 3.0}
    draft = compose(evidence((page, logits), question="Who keeps it?"), max_quotes=3, limits=PickingLimits())
    assert sorted(pick.n for pick in draft.picks) == [2, 3, 4]


def _check(group: ArticleAnswer) -> None:
    page = group.article
    quoted = {n for quote in group.quotes for n in range(quote.first, quote.last + 1)}
    for quote in group.quotes:
        assert page.text[quote.start : quote.end] == quote.text
        printed = {number for n in range(quote.first, quote.last + 1) for number in page.citations_of(n)}
        assert {c.number for c in quote.citations if c.scope == "sentence"} == printed
        first = quote.first
        if leans(page.sentence_text(first)) and first > 0 and _neighbours(page, first):
            # Only a chain longer than two steps may stay open at its start.
            assert quote.last - first >= 2
    assert not all(only_restates(page, n) for n in quoted)
    for n in quoted:
        said = sides(page.sentence_text(n))
        section = page.section_of(page.sentences[n].start)
        here = [k for k, s in enumerate(page.sentences) if section.start <= s.start < section.end]
        if len(said) == 1 and any(sides(page.sentence_text(k)) - said for k in here):
            assert frozenset().union(*(sides(page.sentence_text(k)) for k in quoted)) == {"support", "oppose"}


def _neighbours(page: Article, n: int) -> bool:
    return page.section_of(page.sentences[n].start) == page.section_of(page.sentences[n - 1].start)
