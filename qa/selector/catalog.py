"""Which selector a setting asks for."""

from index.encoder import Encoder
from qa.evidence import Selector
from qa.lexical_selector import LexicalSelector

TRAINED = "trained"
SMALL = "trained-small"
LEXICAL = "lexical"


def selector_for(setting: str, encoder: Encoder) -> Selector:
    """``trained``, ``trained-small`` (the first of its two networks alone: half the time, fewer right answers),
    ``lexical`` (it uses ``encoder``), or a cross-encoder or extractive reader by its folder or name.

    Raises :class:`SelectorError` if it can't be loaded.
    """
    if setting == LEXICAL:
        return LexicalSelector(encoder)
    if setting in (TRAINED, SMALL):
        from qa.selector.trained import TrainedSelector
        from qa.selector.two_stages import TwoStageSelector
        from qa.selector.weights import LARGE_FILE, SMALL_FILE

        small = TrainedSelector.load(SMALL_FILE)
        return small if setting == SMALL else TwoStageSelector(small, TrainedSelector.load(LARGE_FILE))
    from qa.selector.cross_encoder import load_model

    return load_model(setting)
