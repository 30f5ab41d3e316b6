"""The readers' fidelity and speed on real pages: ``python -m corpus.bench FOLDER``.

``FOLDER`` holds ``newsroom.jsonl.gz``, ``archive.jsonl.gz``, ``html.tar.gz`` and ``publishers.jsonl``; what is missing
is left out. Token F1 is that of SQuAD (Rajpurkar et al., 2016): 2PR / (P + R) over bags of lower-case words.
"""

import gzip
import json
import re
import resource
import sys
import tarfile
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus.article import Article, SectionRole
from corpus.bench_markers import marker_scores
from corpus.decoding import decoded_html
from corpus.identity import without_prefix
from corpus.ingest import ingest
from corpus.readers.html_page import read_html_page
from corpus.sql_store import open_store

#: Pages in every form, marked up by hand; beside the packages in a checkout.
_PAGES = Path("tests/corpus/pages")
_WORD = re.compile(r"\w+")


def main(folder: Path) -> None:
    """Print all measures of what ``folder`` holds."""
    for marked in (_PAGES, folder.parent / "marked"):
        if (marked / "expected.yaml").is_file():
            n, precision, recall = marker_scores(marked)
            _print(f"Markers, {n} pages of {marked}: precision {precision:.4f}, recall {recall:.4f}")
    pages = list(_html(folder / "html.tar.gz"))
    reference = {record["id"]: record for record in _records(folder / "newsroom.jsonl.gz")}
    _show_politifact([(name, page) for name, page in pages if Path(name).stem in reference], reference)
    publishers = {Path(record["html_file"]).name: record for record in _records(folder / "publishers.jsonl")}
    _show_publishers([(name, page) for name, page in pages if Path(name).name in publishers], publishers)
    _show_ingest(folder / "newsroom.jsonl.gz")
    _show_ingest(folder / "archive.jsonl.gz")


def token_f1(found: str, wanted: str) -> float:
    """Token F1 of two texts, in [0, 1]."""
    a, b = Counter(_WORD.findall(found.lower())), Counter(_WORD.findall(wanted.lower()))
    return 2 * (a & b).total() / max(1, a.total() + b.total())


def _show_politifact(pages: list[tuple[str, bytes]], reference: dict[str, Any]) -> None:
    if not pages:
        return
    scores: Counter[str] = Counter()
    began = time.process_time()
    read = [(reference[Path(name).stem], _article(page, name)) for name, page in pages]
    seconds = time.process_time() - began
    for record, article in read:
        if article is None:
            continue
        scores["body"] += token_f1(_without_summary(article), record["body"])  # type: ignore[assignment]
        scores["body with the page's summary box"] += token_f1(article.text, record["body"])  # type: ignore[assignment]
        scores["source list exact"] += _sources(article) == [
            (source["url"].strip(), _words(source["text"])) for source in record["sources"]
        ]
        scores["claim"] += _words(article.claim or "") == _words(record["claim"])
        scores["verdict"] += article.verdict == record["verdict"]
        scores["title"] += _words(article.title) == _words(without_prefix(record["title"]))
        scores["author"] += article.author == record["author"]
    _print(f"PolitiFact, {len(read)} HTML pages, {len(read) / seconds:.0f} pages/s")
    for name, score in scores.items():
        _print(f"  {name:<36} {score / len(read):.4f}")


def _show_publishers(pages: list[tuple[str, bytes]], reference: dict[str, Any]) -> None:
    if not pages:
        return
    _print(f"Other publishers, {len(pages)} HTML pages        body F1  title  date  claim  verdict")
    totals: Counter[str] = Counter()
    for name, page in pages:
        record = reference[Path(name).name]
        article = _article(page, name)
        if article is None:
            _print(f"  {name}: rejected")
            continue
        row = {
            "body": token_f1(article.text, record["body"]),
            "title": float(_words(article.title) in _words(record["title"])),
            "date": float(str(article.checked_on) == record["date"]),
            "claim": float(not record["claim"] or _words(article.claim or "") == _words(_unescaped(record["claim"]))),
            "verdict": float(not record["verdict"] or article.verdict == record["verdict"]),
        }
        totals.update(row)
        _print(f"  {name:<42} " + "  ".join(f"{value:.3f}" for value in row.values()))
    _print(f"  {'mean':<42} " + "  ".join(f"{value / len(pages):.3f}" for value in totals.values()))


def _show_ingest(path: Path) -> None:
    if not path.is_file():
        return
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{folder}/bench.sqlite3")
        peak = _peak_mb()
        began = time.process_time()
        report = ingest(store, [str(path)])
        seconds = time.process_time() - began
        again = time.process_time()
        ingest(store, [str(path)])
        unchanged_s = time.process_time() - again
    n = report.added + report.updated
    _print(
        f"{path.name}: {n:,} articles stored, {len(report.rejected)} rejected; {n / seconds:.0f} articles/s,"
        f" unchanged {n / unchanged_s:.0f} articles/s; peak memory +{_peak_mb() - peak:.0f} MB"
    )
    for error in report.rejected[:3]:
        _print(f"  rejected: {error}")


def _article(page: bytes, name: str) -> Article | None:
    found = next(read_html_page(decoded_html(page), name))
    return found if isinstance(found, Article) else None


def _without_summary(article: Article) -> str:
    """The text but for the publisher's own summary, which the reference keeps apart from the body."""
    kept = (section for section in article.sections if section.role is not SectionRole.SUMMARY)
    return "\n\n".join(article.text[section.start : section.end] for section in kept)


def _sources(article: Article) -> list[tuple[str, str]]:
    listed = (source for source in article.sources if not source.derived)
    return [(source.url, _words(source.title or source.publisher)) for source in listed]


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _unescaped(text: str) -> str:
    return text.replace("&#039;", "'").replace("&amp;", "&")


def _html(path: Path) -> Iterator[tuple[str, bytes]]:
    if path.is_file():
        with tarfile.open(path) as archive:
            for member in archive:
                file = archive.extractfile(member) if member.isfile() else None
                if file is not None:
                    yield member.name, file.read()


def _records(path: Path) -> Iterator[dict[str, Any]]:
    if path.is_file():
        with gzip.open(path, "rt") if path.suffix == ".gz" else path.open() as lines:
            yield from map(json.loads, lines)


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _print(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data"))
