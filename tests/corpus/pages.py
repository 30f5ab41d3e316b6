"""Small pages that tests read, in the site's two shapes."""

from corpus.article import Article
from corpus.readers.site_page import read_site_page

# ruff: noqa: E501
TEXT_PAGE = """Keep Footnote independent

Small gifts keep the lights on.

Loading...Time left: ...
Loading...Goal: $500

Fact check: Did the town of Elm Falls ban bicycles?

Checked on March 3, 2024

Verdict: False

Executive Summary

A message says that Elm Falls has banned bicycles. The town has not banned them; it closed one bridge to all traffic [1] [2].

1. What the council decided

The council closed the Mill Street bridge on Feb. 1, 2024, for repairs that cost $3.5 million [1, 3]. It reopened in May [2-4]. Section 287(g) and [sic] stay in the text, and so does the year [2024].

2. Conflicting views

Supporters say the closing was overdue. Critics counter that shops lost customers. The council kept no count [5].

Bottom line

Bicycles are allowed in Elm Falls [1].

Sources

1. Elm Falls Council — Minutes — https://elmfalls.example/minutes
[2] https://www.news.example/bridge
Source [3]: Budget office — https://elmfalls.example/budget
4. River Weekly
6. Never cited — https://unused.example/

Want to dive deeper?
Who paid for the bridge?
When did the bridge reopen?
"""

MARKDOWN_PAGE = """---
url: https://footnote.example/fact-checks/towns/elm-falls-bridge-0a1b2c
title: Is the Elm Falls bridge...
---

# Is the Elm Falls bridge safe?

[Learn more](https://footnote.example/faq).

This article may be outdated. Consider refreshing it to get the most current information.

**Executive summary**

Inspectors found cracks in one pier [1]. They called the bridge safe for bicycles

.

[[2]](https://inspect.example/report)[[3]](https://news.example/a(b))**1. What was inspected**

The survey covered both piers and the deck

. A second survey is planned.

[[1]](https://city.example/survey)

**Bottom line**

The bridge is safe, according to the report.
"""


def article_of(page: str) -> Article:
    """The article of a page that must be readable."""
    (found,) = read_site_page(page, "page")
    assert isinstance(found, Article)
    return found


def citations_by_sentence(article: Article) -> dict[str, tuple[int, ...]]:
    """Numbers of each sentence, by its first four words."""
    return {
        " ".join(article.sentence_text(n).split()[:4]): article.citations_of(n) for n in range(len(article.sentences))
    }
