from pathlib import Path

import pytest

from index.encoder import HashEncoder
from qa.calibration import Calibration
from qa.errors import SelectorError
from qa.lexical_selector import LexicalSelector
from qa.selector.catalog import LEXICAL, SMALL, TRAINED, selector_for
from qa.selector.trained import TrainedSelector
from qa.selector.two_stages import TwoStageSelector


def test_the_untrained_scorer_needs_no_model() -> None:
    assert isinstance(selector_for(LEXICAL, HashEncoder()), LexicalSelector)


@pytest.mark.model
def test_the_trained_ones_are_loaded_from_the_package_each_with_its_calibration() -> None:
    whole, small = (selector_for(setting, HashEncoder()) for setting in (TRAINED, SMALL))
    assert isinstance(whole, TwoStageSelector)
    assert isinstance(small, TrainedSelector)
    assert whole.name != small.name
    assert {Calibration.find(one.name).selector for one in (whole, small)} == {whole.name, small.name}


def test_a_setting_that_is_neither_is_a_model(tmp_path: Path) -> None:
    with pytest.raises(SelectorError, match="no model"):
        selector_for(str(tmp_path / "mine"), HashEncoder())
