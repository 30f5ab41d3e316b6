"""Where a failed turn went wrong: in retrieval, in choosing sentences, or in the decision to answer."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from qa.evaluation.matching import SHARE, covered
from qa.evaluation.result import TurnResult


def diagnosis(result: TurnResult) -> str:
    """One sentence for a failed turn; empty for one that did not fail."""
    if not result.failed:
        return ""
    if result.missing:
        return "Answering ended in an error."
    limit = threshold(result)
    against = f"{result.confidence:.2f}" + (f" against a threshold of {limit:.2f}" if limit is not None else "")
    if not result.answerable:
        return f"Was taken for answerable: confidence {against}."
    if result.supported:
        return f"The right answer was withheld: confidence {against}."
    read = _listed(result, "hits")
    articles = {str(hit["passage_id"]).rpartition("#")[0] for hit in read}
    if not read:
        return "Nothing was looked up" + (f" ({result.reason})." if result.reason else ".")
    if articles.isdisjoint(result.relevant):
        return f"No article that answers was among the {len(read)} passages read."
    place = rank_of_answer(result)
    if place is None:
        n_best = len(_listed(result, "sentences"))
        return f"The article was read, but no sentence that answers was among the best {n_best}."
    return f"The first sentence that answers was ranked {place} of all sentences read."


def rank_of_answer(result: TurnResult) -> int | None:
    """Place (from 1) of the first gold sentence among the sentences as scored; ``None`` if none of the best is one."""
    for place, sentence in enumerate(_listed(result, "sentences"), start=1):
        for answer in result.answers:
            if answer.article_id == sentence["article_id"] and any(
                covered(gold, sentence["text"]) >= SHARE or covered(sentence["text"], gold) >= SHARE
                for gold in answer.quotes
            ):
                return place
    return None


def threshold(result: TurnResult) -> float | None:
    """The confidence from which the turn would have been answered, where the explanation says so."""
    confidence = result.explanation.get("confidence")
    return confidence.get("threshold") if isinstance(confidence, Mapping) else None


def _listed(result: TurnResult, stage: str) -> Sequence[Mapping[str, Any]]:
    return cast("Sequence[Mapping[str, Any]]", result.explanation.get(stage, ()))
