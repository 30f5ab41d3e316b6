"""Answers as text for a terminal."""

from rich.console import Group
from rich.text import Text

from api.schemas.ask import AnsweredArticle, AskOut, CitationOut

_REASONS = {
    "no_match": "Nothing in the archive matches this question.",
    "weak_evidence": "The archive comes near, but does not answer this question.",
    "underspecified": "The question is too short to know what it is about.",
    "empty_archive": "The archive holds no articles yet.",
    "not_a_question": "Ask about a claim that the archive may have checked.",
}


def answer_text(answer: AskOut) -> Group:
    """The whole answer: quotes by article with their numbers and sources, or the refusal with what is near."""
    parts: list[Text] = []
    if answer.interpreted_as != answer.question:
        parts.append(Text(f"understood as: {answer.interpreted_as}", style="dim"))
    for group in answer.articles:
        parts += _article(group)
    if answer.status == "not_found":
        parts.append(Text(f"Not found. {_REASONS[answer.reason or 'weak_evidence']}", style="bold"))
        if answer.nearest:
            parts.append(Text("Nearest articles:"))
        parts += [Text(f"  - {near.title} (checked on {near.checked_on or 'unknown'})") for near in answer.nearest]
    if answer.suggestions:
        parts.append(Text("You could ask: " + " · ".join(answer.suggestions), style="dim"))
    return Group(*parts)


def _article(group: AnsweredArticle) -> list[Text]:
    facts = [group.publisher, f"checked on {group.checked_on}" if group.checked_on else "no check date given"]
    if group.verdict:
        facts.append(f"verdict: {group.verdict}")
    says = "An earlier article says" if group.earlier_check_of else "The article says"
    head = Text(says, style="dim").append(f"  {group.title}", style="bold not dim")
    parts = [head, Text("  " + " · ".join(fact for fact in facts if fact), style="dim")]
    cited: dict[int, CitationOut] = {}
    for quote in group.quotes:
        numbers = "".join(f" [{citation.number}]" for citation in quote.citations)
        parts.append(Text(f"  “{quote.text}”").append(numbers, style="cyan"))
        cited.update({citation.number: citation for citation in quote.citations})
    for number in sorted(cited):
        parts.append(Text(f"    [{number}] {_source(cited[number])}", style="dim"))
    parts.append(Text(f"  {group.url}", style="dim"))
    for other in group.also:
        said = f"verdict: {other.verdict}" if other.verdict else "no verdict"
        parts.append(
            Text(f"  also checked: {other.title} (checked on {other.checked_on or 'unknown'}, {said})", style="dim")
        )
    return parts


def _source(citation: CitationOut) -> str:
    source = citation.source
    if source is None:
        return "the article lists no source for this number"
    return " — ".join(part for part in (source.publisher, source.title, source.url) if part) or "untitled source"
