"""Replies of the service in the shapes of its JSON, for states that the sample archive cannot be asked into."""

from typing import Any

Json = dict[str, Any]


def source(number: int, **values: Any) -> Json:
    return {
        "number": number,
        "title": f"Report {number}",
        "publisher": f"Institute {number}",
        "url": f"https://institute.example/{number}",
        "date": None,
    } | values


def citation(number: int, *, scope: str = "sentence", known: bool = True, **values: Any) -> Json:
    return {"number": number, "scope": scope, "source": source(number, **values) if known else None}


def quote(text: str = "The bridge opened in 1932.", *citations: Json, **values: Any) -> Json:
    return {
        "text": text,
        "start": 120,
        "end": 120 + len(text),
        "section": "What the records say",
        "section_role": "finding",
        "passage_id": "bridge#1",
        "url": f"https://paper.example/bridge#:~:text={text.split()[0]}",
        "citations": list(citations),
    } | values


def article(article_id: str = "bridge", **values: Any) -> Json:
    return {
        "article_id": article_id,
        "title": f"Did the {article_id} open late?",
        "url": f"https://paper.example/{article_id}",
        "publisher": "The Paper",
        "checked_on": "2025-10-18",
        "verdict": "False",
    } | values


def group(*quotes: Json, article_id: str = "bridge", **values: Any) -> Json:
    """An article with its quotes, as an answer holds it."""
    return article(article_id, quotes=list(quotes), also=[], **values)


def answered(*articles: Json, question: str = "When did the bridge open?", **values: Any) -> Json:
    groups = articles or (group(quote("The bridge opened in 1932.", citation(3))),)
    return {
        "answer_id": "answer-1",
        "generation": "g",
        "status": "answered",
        "question": question,
        "interpreted_as": question,
        "confidence": 0.9,
        "articles": list(groups),
        "suggestions": [],
        "took_ms": 1.0,
    } | values


def not_found(reason: str = "weak_evidence", *nearest: Json, question: str = "Who painted it?", **values: Any) -> Json:
    return {
        "answer_id": "answer-2",
        "generation": "g",
        "status": "not_found",
        "reason": reason,
        "question": question,
        "interpreted_as": question,
        "confidence": 0.1,
        "articles": [],
        "nearest": list(nearest),
        "suggestions": [],
        "took_ms": 1.0,
    } | values


def hit(article_id: str = "bridge", **values: Any) -> Json:
    words = [("The ", False), ("bridge", True), (" opened.", False)]
    snippet = [{"text": text, "match": match} for text, match in words]
    passage = {"passage_id": f"{article_id}#1", "section": "Opening", "snippet": snippet}
    return article(article_id) | passage | {"ranks": {"dense": 1, "bm25": 1}} | values


def found(*hits: Json, query: str = "bridge", total: int | None = None, corrected: str | None = None) -> Json:
    return {
        "query": query,
        "corrected": corrected,
        "generation": "g",
        "total": len(hits) if total is None else total,
        "hits": list(hits),
        "facets": {},
        "took_ms": 1.0,
    }
