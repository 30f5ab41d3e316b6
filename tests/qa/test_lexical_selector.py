from index import Hit
from index.encoder import HashEncoder
from qa import Candidate
from qa.lexical_selector import LexicalSelector
from tests.qa.archive import TOLL
from tests.qa.evidence_of import whole

CANDIDATE = Candidate(TOLL, Hit(whole(TOLL), 1.0, dense_score=0.4))


def best(question: str) -> str:
    [score] = LexicalSelector(HashEncoder()).score(question, [CANDIDATE])
    return TOLL.sentence_text(max(range(len(score.sentences)), key=score.sentences.__getitem__))


def test_the_sentence_with_the_words_of_the_question_scores_best() -> None:
    assert "Lorries pay six crowns" in best("What do lorries pay?")


def test_context_says_where_to_look_but_not_what_for() -> None:
    assert "Lorries pay six crowns" in best("what do lorries pay, regarding Hallborg bridge toll repairs?")


def test_one_logit_a_sentence_and_the_same_every_time() -> None:
    selector = LexicalSelector(HashEncoder(), encoded_per_question=2)
    first = selector.score("What do lorries pay?", [CANDIDATE])
    assert len(first[0].sentences) == len(TOLL.sentences)
    assert selector.score("What do lorries pay?", [CANDIDATE]) == first


def test_nothing_retrieved_nothing_scored() -> None:
    assert LexicalSelector(HashEncoder()).score("What do lorries pay?", []) == []
