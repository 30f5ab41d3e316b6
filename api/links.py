"""Addresses that open an article at a quoted sentence."""

import re
from urllib.parse import quote as percent_encode

from corpus import Article
from qa import Quote

# Words of a quote's start and end in a text fragment: enough to be found, and a page's own citation mark inside a
# quote, which is not part of the quoted text, can't come between.
_WORDS = 6


def article_page(article_id: str) -> str:
    """Path of the article's page on this service."""
    return f"/articles/{percent_encode(article_id)}"


def quote_url(article: Article, quote: Quote) -> str:
    """Address of the article where it was published, else of its page here, opened at the quote.

    The place is a text fragment (WICG Scroll-to-Text-Fragment: ``#:~:text=start,end``).
    """
    return f"{(article.url or article_page(article.id)).split('#')[0]}#{text_fragment(quote.text)}"


def text_fragment(text: str) -> str:
    """The directive that finds ``text`` on a page: its first and last words, or all of it if it is short."""
    words = re.sub(r"[\s.,;:!?\"'”’)\]]+$", "", text).split()
    if len(words) <= 2 * _WORDS:
        return f":~:text={_encoded(' '.join(words))}"
    return f":~:text={_encoded(' '.join(words[:_WORDS]))},{_encoded(' '.join(words[-_WORDS:]))}"


def _encoded(text: str) -> str:
    # "-" and "," have a meaning in the directive; "&" would start another one.
    return percent_encode(text, safe="").replace("-", "%2D")
