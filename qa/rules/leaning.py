"""A sentence that leans on the one before it brings that sentence along."""

from corpus import Article
from qa.draft import Draft, Pick
from qa.wording.announcing import announced_as_claim, announcer_of, quotation_start
from qa.wording.asides import is_aside
from qa.wording.fillers import is_filler
from qa.wording.leaning import is_fragment, leans, opens, speaker_is_pronoun, turns
from qa.wording.verdicts import states_finding

RULE = "leaning"
# Two steps back reach the name behind nearly every pronoun; a longer chain would quote the paragraph.
_MAX_STEPS = 2


def bring_antecedents(draft: Draft) -> Draft:
    """Add what each pick leans on, within its section: at most two sentences back, however often the rule is called,
    and one forward after a colon or a question.
    """
    for pick in draft.picks:
        article = draft.articles[pick.article_id]
        at = pick.n
        for _ in range(_steps_taken(draft, pick), _MAX_STEPS):
            text = article.sentence_text(at)
            # "... at two," he said: who "he" is stands before the quotation, not in it.
            before = _before(article, quotation_start(article, at) if speaker_is_pronoun(text) else at)
            if before is None or not _needs_more(text) or _turns_from_beside(article, at):
                break
            if _turns_from_post(article, at, before):
                break
            draft = draft.add(article.id, before, RULE, of=at)
            at = before
        if opens(article.sentence_text(pick.n)) and _same_section(article, pick.n, pick.n + 1):
            draft = draft.add(article.id, pick.n + 1, RULE, of=pick.n)
    return draft


def _steps_taken(draft: Draft, pick: Pick) -> int:
    """How many sentences back ``pick`` lies from the one that was not brought as an antecedent."""
    brought = {p.n: p for p in draft.picks if p.article_id == pick.article_id and p.rule == RULE}
    taken = 0
    while pick.rule == RULE and pick.of is not None and taken < _MAX_STEPS:
        taken += 1
        if pick.of not in brought:
            break
        pick = brought[pick.of]
    return taken


def _needs_more(text: str) -> bool:
    return leans(text) or (is_fragment(text) and not states_finding(text))


def _before(article: Article, n: int) -> int | None:
    """The sentence before ``n`` in its section; ``None`` at the section's start. Stepped over are credits, notices and
    where else something was posted.
    """
    for before in range(n - 1, -1, -1):
        if not _same_section(article, n, before):
            break
        if not _is_beside(article, before):
            return before
    return None


def _turns_from_beside(article: Article, n: int) -> bool:
    """Whether sentence ``n`` is a "However, ..." or a finding behind a line on where something was posted: what stands
    before that line is mostly the post, and the title says what was checked.
    """
    text = article.sentence_text(n)
    return n > 0 and _is_beside(article, n - 1) and (turns(text) or states_finding(text))


def _turns_from_post(article: Article, n: int, before: int) -> bool:
    """Whether sentence ``n`` is a "However, ..." that states a finding, and ``before`` the end of a post that spreads
    the claim, in another paragraph: it turns from the claim, which the title names, and not from that one sentence.
    """
    text = article.sentence_text(n)
    if "\n\n" not in article.text[article.sentences[before].end : article.sentences[n].start]:
        return False
    if not turns(text) or not states_finding(text):
        return False
    return announcer_of(article, before) is not None and announced_as_claim(article, before)


def _is_beside(article: Article, n: int) -> bool:
    return is_aside(article.sentence_text(n)) or is_filler(article.sentence_text(n))


def _same_section(article: Article, one: int, other: int) -> bool:
    if not 0 <= other < len(article.sentences):
        return False
    first, second = article.sentences[one].start, article.sentences[other].start
    return article.section_of(first) == article.section_of(second)
