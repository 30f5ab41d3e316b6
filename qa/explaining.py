"""What each stage did, for staff."""

import time
from collections.abc import Mapping
from dataclasses import asdict

from qa.answer import Explanation
from qa.conversation import Reading, Resolution
from qa.draft import Draft

_SENTENCES_SHOWN = 12


class Explainer:
    """Collects the stages of one question; does nothing unless ``wanted``."""

    def __init__(self, wanted: bool) -> None:
        self._wanted = wanted
        self._stages: dict[str, object] = {}
        self._timings: dict[str, float] = {}
        self._at = time.perf_counter()

    def lap(self, stage: str) -> None:
        """Add the time since the last lap to ``stage``."""
        now = time.perf_counter()
        self._timings[stage] = self._timings.get(stage, 0.0) + 1000 * (now - self._at)
        self._at = now

    def resolved(self, resolution: Resolution) -> None:
        self.lap("resolve")
        if not self._wanted:
            return
        self._stages["resolution"] = {
            "kind": resolution.kind.value,
            "readings": [
                {"question": r.question, "query": r.query, "article_ids": list(r.article_ids)}
                for r in resolution.readings
            ],
        }

    def attempted(
        self, reading: Reading, draft: Draft, features: Mapping[str, float], confidence: float, threshold: float
    ) -> None:
        if not self._wanted:
            return
        evidence = draft.evidence
        self._stages["read as"] = reading.question
        self._stages["hits"] = [
            {
                "passage_id": candidate.hit.passage.id,
                "dense_rank": candidate.hit.dense_rank,
                "bm25_rank": candidate.hit.bm25_rank,
                "answerable": round(score.answerable, 3),
            }
            for candidate, score in zip(evidence.candidates, evidence.scores, strict=True)
        ]
        self._stages["sentences"] = [
            {"article_id": s.article_id, "sentence": s.n, "logit": round(s.logit, 3), "text": s.text}
            for s in evidence.sentences[:_SENTENCES_SHOWN]
        ]
        self._stages["composing"] = [asdict(change) for change in draft.changes]
        self._stages["confidence"] = {
            "features": {name: round(value, 4) for name, value in features.items()},
            "probability": round(confidence, 4),
            "threshold": threshold,
        }

    def explanation(self) -> Explanation | None:
        """``None`` unless one was wanted."""
        if not self._wanted:
            return None
        return Explanation(self._stages, {stage: round(ms, 3) for stage, ms in self._timings.items()})
