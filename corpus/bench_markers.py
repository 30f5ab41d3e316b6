"""Precision and recall of citation markers on pages that are marked up by hand."""

from pathlib import Path
from typing import Any

import yaml

from corpus.article import Article
from corpus.reading import read


def marker_scores(folder: Path) -> tuple[int, float, float]:
    """(pages, precision, recall) over (sentence, number) pairs of the pages in ``folder``.

    ``expected.yaml`` in it names, for each file, the first words of every sentence with citations and their numbers.
    """
    expected: dict[str, dict[str, Any]] = yaml.safe_load((folder / "expected.yaml").read_text(encoding="utf-8"))
    right = found = wanted = 0
    for name, page in expected.items():
        article = next(read([str(folder / name)]))
        cites: dict[str, list[int]] = page["cites"]
        wanted += sum(map(len, cites.values()))
        if not isinstance(article, Article):
            continue
        for n in range(len(article.sentences)):
            numbers = article.citations_of(n)
            listed = next((cites[words] for words in cites if article.sentence_text(n).startswith(words)), [])
            found += len(numbers)
            right += len(set(numbers) & set(listed))
    return len(expected), right / max(1, found), right / max(1, wanted)
