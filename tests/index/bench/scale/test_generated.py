import numpy as np

from index.bench.scale.generated import PASSAGES_PER_ARTICLE, GeneratedEncoder, article, articles, questions
from index.cutting import cut, passage_text
from index.tokens import terms


def test_an_article_is_the_same_each_time_and_unlike_others() -> None:
    assert article(3) == article(3)
    assert article(3).text != article(4).text


def test_every_article_is_cut_into_the_promised_passages() -> None:
    assert [len(cut(one)) for one in articles(20)] == [PASSAGES_PER_ARTICLE] * 20


def test_articles_come_in_the_order_of_their_ids() -> None:
    ids = [one.id for one in articles(12)]
    assert ids == sorted(ids)


def test_passages_of_a_subject_lie_nearer_to_each_other_than_to_others() -> None:
    encoder = GeneratedEncoder()
    of = [encoder.encode([passage_text(one, passage) for passage in cut(one)]) for one in articles(8)]
    own = np.mean([np.mean(vectors @ vectors.T) for vectors in of])
    others = np.mean([np.mean(a @ b.T) for a in of for b in of if a is not b])
    assert own > others + 0.3


def test_vectors_have_length_1_and_do_not_depend_on_the_batch() -> None:
    encoder = GeneratedEncoder()
    texts = ["x12 one", "x12 two", "no subject at all"]
    vectors = encoder.encode(texts)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, rtol=1e-5)
    np.testing.assert_array_equal(vectors, np.stack([encoder.encode_query(text) for text in texts]))


def test_progress_counts_every_text() -> None:
    done: list[int] = []
    GeneratedEncoder().encode(["one", "two"], progress=done.append)
    assert sum(done) == 2


def test_a_question_lies_near_its_article() -> None:
    encoder = GeneratedEncoder()
    heads = encoder.encode([one.title for one in articles(50)])
    asked = questions(50, 20)
    nearest = [int(np.argmax(heads @ encoder.encode_query(question))) for question in asked]
    assert [f"x{n}" for n in nearest] == [question.split()[0] for question in asked]


def test_a_question_shares_words_with_its_article() -> None:
    for question in questions(10, 5):
        named = article(int(question.split()[0][1:]))
        assert {*terms(question)} <= {*terms(named.title), *terms(named.text)}
