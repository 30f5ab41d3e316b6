"""Somebody else's words bring the sentence that says whose they are."""

from qa.draft import Draft
from qa.wording.announcing import announcer_of

RULE = "announced"


def name_announcers(draft: Draft) -> Draft:
    """Add to each announced pick the sentence that says whose words it quotes."""
    for pick in draft.picks:
        announcer = announcer_of(draft.articles[pick.article_id], pick.n)
        if announcer is not None:
            draft = draft.add(pick.article_id, announcer, RULE, of=pick.n)
    return draft
