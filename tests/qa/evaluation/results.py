"""Results of gold turns for the tests, written out or drawn at random."""

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from qa.evaluation.gold import GoldAnswer, GoldItem, GoldTurn
from qa.evaluation.result import GivenQuote, Run, TurnResult, missing

GOLD = ("The bridge office raised the toll to two crowns.",)


def quote(text: str = GOLD[0], article_id: str = "toll", **fields: Any) -> GivenQuote:
    """One sentence as quoted, without citations and verbatim unless ``fields`` say otherwise."""
    given: dict[str, Any] = {
        "article_id": article_id,
        "passage_id": f"{article_id}#0",
        "text": text,
        "section": "",
        "sentences": (text,),
        "restating": (False,),
        "numbers": (),
        "own_numbers": (),
        "verbatim": True,
    }
    return GivenQuote(**{**given, **fields})


def item(
    item_id: str = "i1", kind: str = "single", n_turns: int = 1, answers: Sequence[GoldAnswer] | None = None
) -> GoldItem:
    """A gold item that expects ``GOLD`` of the article ``toll``."""
    answerable = kind != "unanswerable"
    expected = tuple(answers or (GoldAnswer("toll", GOLD),)) if answerable else ()
    turns = tuple(GoldTurn(f"Question {n}?", f"Question {n}?", answerable, expected) for n in range(n_turns))
    return GoldItem(item_id, kind, "question" if kind == "single" else "", turns)  # type: ignore[arg-type]


def lost(kind: str = "single", turn: int = 1) -> TurnResult:
    """A turn that no result came back for."""
    return missing(item(kind=kind, n_turns=turn), turn - 1)


def result(item_id: str = "i1", kind: str = "single", **fields: Any) -> TurnResult:
    """A turn that was refused, unless ``fields`` say otherwise."""
    answerable = kind != "unanswerable"
    given: dict[str, Any] = {
        "item_id": item_id,
        "kind": kind,
        "style": "question" if kind == "single" else "",
        "turn": 1,
        "publisher": "Tarn Post",
        "question": "What does the toll cost?",
        "standalone": "What does the toll cost?",
        "interpreted_as": "What does the toll cost?",
        "answerable": answerable,
        "answers": (GoldAnswer("toll", GOLD),) if answerable else (),
        "gold_numbers": ((),) if answerable else (),
        "answered": bool(fields.get("quotes")),
        "reason": None if fields.get("quotes") else "weak_evidence",
        "confidence": 0.5,
        "quotes": (),
        "draft": fields.get("quotes", ()),
        "ranked": (),
        "hit": False,
        "supported": fields.get("hit", False),
        "standalone_hit": None,
        "took_ms": 10.0,
    }
    return TurnResult(**{**given, **fields})


def answered(item_id: str = "i1", kind: str = "single", *, right: bool, **fields: Any) -> TurnResult:
    """A turn that was answered with one quote, rightly or from an article that says something else."""
    given = (quote(),) if right else (quote("Something else is said here.", "seals"),)
    return result(item_id, kind, **{"quotes": given, "hit": right, **fields})


def run(*results: TurnResult, generation: str = "g1") -> Run:
    return Run(generation, 0, results)


@st.composite
def decided(draw: st.DrawFn, item_id: str) -> TurnResult:
    """A single or unanswerable item with some confidence: refused, answered rightly or wrongly."""
    kind = draw(st.sampled_from(["single", "unanswerable"]))
    confidence = draw(st.integers(0, 20)) / 20
    outcome = draw(st.sampled_from(["refused", "wrong", "right"]))
    if outcome == "refused":
        supported = kind == "single" and draw(st.booleans())
        return result(item_id, kind, confidence=confidence, supported=supported)
    return answered(item_id, kind, right=outcome == "right" and kind == "single", confidence=confidence)


@st.composite
def decided_sets(draw: st.DrawFn, *, both_kinds: bool = False) -> list[TurnResult]:
    """One or more items; with ``both_kinds`` at least one that the archive answers and one that it does not."""
    made = [draw(decided(f"i{n}")) for n in range(draw(st.integers(1, 25)))]
    if both_kinds:
        made += [result("yes", confidence=0.5), result("no", "unanswerable", confidence=0.5)]
    return made
