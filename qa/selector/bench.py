"""How selectors fare on public question sets: ``python -m qa.selector.bench SHARED``.

ClapNQ dev (Rosenthal et al. 2025), the articles of SQuAD 2.0 (Rajpurkar et al. 2018) that nothing was trained on, and
WikiQA dev (Yang et al. 2015). A question comes with its one passage. Columns: share of the answerable questions whose
best sentence is one of the answering ones, and AUROC of the passage logit of answerable against other questions.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus import Article, Section, SectionRole, Sentence
from corpus.sentences import spans
from index import Hit, Passage
from index.encoder import load_encoder
from qa.evidence import Candidate, Selector
from qa.selector.catalog import LEXICAL, SMALL, TRAINED, selector_for
from qa.selector.questions import read_lines
from qa.selector.span_questions import read_span_questions
from qa.statistics import auroc

HELD_OUT_TITLES = frozenset({"Imperialism", "Warsaw", "1973_oil_crisis"})


@dataclass(frozen=True, slots=True)
class PassageQuestion:
    """A question and the sentences of one passage; ``answering`` are those that answer, none if it doesn't."""

    text: str
    title: str
    sentences: tuple[str, ...]
    answering: frozenset[int]


def clapnq(folder: Path) -> Iterator[PassageQuestion]:
    for name in ("clapnq-answerable", "clapnq-unanswerable"):
        for _, record in read_lines(folder / f"{name}.jsonl.gz"):
            chosen = {sentence for selected in record["selected_sentences"] for sentence in selected}
            sentences = tuple(record["sentences"])
            answering = frozenset(n for n, sentence in enumerate(sentences) if sentence in chosen)
            if record["answerable"] == bool(answering):
                yield PassageQuestion(record["question"], record["title"], sentences, answering)


def squad(folder: Path) -> Iterator[PassageQuestion]:
    for question in read_span_questions(folder / "squad2.jsonl.gz", titles=HELD_OUT_TITLES, titled=True):
        found = list(spans(question.context))
        answering = frozenset(
            n for n, (start, end) in enumerate(found) if any(start <= s < end for s in question.starts)
        )
        sentences = tuple(" ".join(question.context[start:end].split()) for start, end in found)
        yield PassageQuestion(question.text, question.title, sentences, answering)


def wikiqa(folder: Path) -> Iterator[PassageQuestion]:
    """Every question of this part has an answer, so that it says nothing about refusing."""
    rows: dict[str, list[tuple[str, str, str, bool]]] = {}
    for _, r in read_lines(folder / "wikiqa-dev.jsonl.gz"):
        rows.setdefault(r["qid"], []).append((r["question"], r["title"], r["sentence"], bool(r["label"])))
    for found in rows.values():
        text, title = found[0][:2]
        answering = frozenset(n for n, (*_, right) in enumerate(found) if right)
        yield PassageQuestion(text, title, tuple(sentence for _, _, sentence, _ in found), answering)


SETS: dict[str, Callable[[Path], Iterator[PassageQuestion]]] = {
    "ClapNQ dev": clapnq,
    "SQuAD 2.0, held out": squad,
    "WikiQA dev": wikiqa,
}


@dataclass(frozen=True, slots=True)
class Row:
    """What one selector reached on one set; ``auroc`` is ``None`` where every question has an answer."""

    accuracy: float
    auroc: float | None
    n_answerable: int
    n_other: int


def measure(selector: Selector, questions: Sequence[PassageQuestion]) -> Row:
    """Every question with its passage, as the only one that retrieval brought."""
    right, answerable, other = [], [], []
    for question in questions:
        (score,) = selector.score(question.text, [_candidate(question)])
        if question.answering:
            best = max(range(len(score.sentences)), key=score.sentences.__getitem__)
            right.append(best in question.answering)
            answerable.append(score.answerable)
        else:
            other.append(score.answerable)
    accuracy = sum(right) / max(1, len(right))
    return Row(accuracy, auroc(answerable, other) if other else None, len(answerable), len(other))


def _candidate(question: PassageQuestion) -> Candidate:
    text, marks = "", []
    for sentence in question.sentences:
        text += " " if text else ""
        marks.append(Sentence(len(text), len(text) + len(sentence)))
        text += sentence
    section = Section("", SectionRole.FINDING, 0, len(text))
    article = Article(id="passage", title=question.title, text=text, sections=(section,), sentences=tuple(marks))
    passage = Passage("passage#0", "passage", "", SectionRole.FINDING, 0, len(marks) - 1, 0, len(text))
    return Candidate(article, Hit(passage, 1.0))


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m qa.selector.bench", description=__doc__)
    parser.add_argument("shared", type=Path, help="folder with bench/")
    options = parser.parse_args(arguments)
    try:
        sets = {name: list(read(options.shared / "bench")) for name, read in SETS.items()}
    except OSError as error:
        sys.stderr.write(f"The sets can't be read: {error}\n")
        return 2
    encoder = load_encoder("all-MiniLM-L6-v2")
    selectors = [selector_for(setting, encoder) for setting in (TRAINED, SMALL, LEXICAL)]
    say = sys.stdout.write
    say("| set | selector | best sentence right | AUROC | answerable + other |\n| --- | --- | --- | --- | --- |\n")
    for name, questions in sets.items():
        for selector in selectors:
            row = measure(selector, questions)
            area = "" if row.auroc is None else f"{row.auroc:.3f}"
            say(f"| {name} | {selector.name} | {row.accuracy:.3f} | {area} | {row.n_answerable} + {row.n_other} |\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
