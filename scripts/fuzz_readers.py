"""Coverage-guided fuzzing of the readers, outside CI: ``python scripts/fuzz_readers.py -max_total_time=600``.

Needs ``pip install atheris``. Every input must become articles that can be stored, or a told error.
"""

import sys

import atheris

with atheris.instrument_imports(include=["corpus"]):
    from corpus.article import Article
    from corpus.codec import from_json, to_json
    from corpus.decoding import decoded_html
    from corpus.errors import UnreadablePage
    from corpus.readers.html_page import read_html_page
    from corpus.readers.json_lines import read_json_lines
    from corpus.readers.site_page import read_site_page


def read_one(content: bytes) -> None:
    """Read ``content`` with the reader that its first byte chooses."""
    if not content:
        return
    text = content[1:].decode("utf-8", "replace")
    readers = (
        lambda: read_site_page("Is it so?\n\n" + text, "fuzz"),
        lambda: read_site_page(text, "fuzz"),
        lambda: read_html_page(decoded_html(content[1:]), "fuzz"),
        lambda: read_json_lines([text], "fuzz"),
    )
    try:
        for found in readers[content[0] % len(readers)]():
            if isinstance(found, Article) and from_json(to_json(found)) != found:
                raise RuntimeError("an article changed by being stored")
    except UnreadablePage:
        pass


if __name__ == "__main__":
    atheris.Setup(sys.argv, read_one)
    atheris.Fuzz()
