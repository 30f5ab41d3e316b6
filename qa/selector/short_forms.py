"""Training questions put as follow-ups, in the wording in which a conversation hands those to the selector."""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index import SearchEngine
from qa.conversation.ellipsis import elliptical
from qa.conversation.resolving import follow_up
from qa.conversation.salience import Shown
from qa.selector.questions import TrainingQuestion


def shortened(
    questions: Sequence[TrainingQuestion], engine: SearchEngine, share: float, rng: random.Random
) -> list[TrainingQuestion]:
    """``questions``, of which about ``share`` follow another answered one about their article: half of those as typed,
    half with the context that the conversation adds. Of those that readers are known to shorten, twice as many do. A
    question that has nothing to leave out stays as it is.
    """
    answered: dict[str, list[TrainingQuestion]] = defaultdict(list)
    for question in questions:
        if question.answers:
            answered[question.article_id].append(question)

    def worded() -> Iterator[TrainingQuestion]:
        for question in questions:
            earlier = [other for other in answered[question.article_id] if other is not question]
            article = engine.article(question.article_id)
            if article is None or not earlier or rng.random() >= (2 * share if question.typed else share):
                yield question
                continue
            shown = Shown(rng.choice(earlier).text, ((article.id, article.title),))
            reading = follow_up(question.typed, [shown]) if question.typed else elliptical(question.text, [shown])
            if reading is not None:
                question = replace(question, text=rng.choice((reading.asked, reading.question)))
            yield question

    return list(worded())
