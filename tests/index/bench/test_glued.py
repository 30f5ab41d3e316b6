from index.bench.glued import Glued
from index.embedded import EmbeddedEngine
from index.encoder import HashEncoder


def test_the_glued_engine_answers_from_the_same_passages(engine: EmbeddedEngine, encoder: HashEncoder) -> None:
    glued = Glued(engine, encoder)
    assert glued.search("aswan dam nile", 1) == ["dam"]
    assert sorted(glued.search("the great wall and the moon", 10)) == ["bees", "cafe", "dam", "wall"]
