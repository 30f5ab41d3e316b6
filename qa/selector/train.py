"""Train the selector: ``python -m qa.selector.train SHARED`` (``make train-selector``).

``SHARED`` holds the question set, the articles that it asks about and the sets for pre-training. The articles must be
indexed in ``--data-dir``. Every stage is kept under ``--checkpoints`` and taken up again where it was cut off.
"""

import argparse
import logging
import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import torch
from transformers import BertModel

from corpus import CorpusError
from index import IndexingError, NoIndex, SearchEngine
from index.embedded import EmbeddedEngine
from index.encoder import load_encoder
from index.errors import ModelError
from index.model_files import locate
from qa.errors import AnsweringError, SelectorError
from qa.selector import mpnet
from qa.selector.encoding import PassageEncoder
from qa.selector.measuring import measure
from qa.selector.negatives import QuestionGroups
from qa.selector.network import SelectorNetwork, lower_layers, network_of
from qa.selector.quantizing import quantize
from qa.selector.questions import OWN_PREFIX, OWN_QUESTIONS, TrainingQuestion, read_lines, read_questions
from qa.selector.scoring import scorer_of
from qa.selector.short_forms import shortened
from qa.selector.span_questions import SpanGroups, SpanQuestion, read_span_questions
from qa.selector.teaching import TaughtGroups
from qa.selector.trained import TOKENIZER_MODEL, TrainedSelector
from qa.selector.training import Group, Plan, train
from qa.selector.weights import LARGE_FILE, Weights

SEED = 7
# Layers of the teacher that stay as they are, and the share of questions that are put as follow-ups.
FROZEN_LAYERS = 5
SHORT_SHARE = 0.3
# The part of SQuAD 2.0's articles that is trained on; the others are for measuring.
SQUAD_TITLES = frozenset({"Normans", "Huguenot", "European_Union_law", "French_and_Indian_War", "Scottish_Parliament"})
_RANGE_WINDOWS = 256
# Going on over the project's own questions: a few of the others keep what was learned, and the lower layers stay.
_OTHER_QUESTIONS = 600
_LAYERS_KEPT = 3

log = logging.getLogger("footnote.train")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m qa.selector.train", description=__doc__)
    parser.add_argument("shared", type=Path, help="folder with train/, data/ and bench/")
    parser.add_argument("--data-dir", type=Path, default=Path("data/newsroom"), help="where the articles are indexed")
    parser.add_argument("--checkpoints", type=Path, default=Path("runs/selector"))
    parser.add_argument("--out", type=Path, default=LARGE_FILE, help="the weights file to write")
    parser.add_argument("--pretraining", type=int, default=6000, help="questions of SQuADShifts to start with")
    parser.add_argument("--epochs", type=int, default=2, help="epochs over the questions about fact-checks")
    parser.add_argument("--teacher", type=Path, help="folder of all-mpnet-base-v2, to learn from")
    parser.add_argument("--student", choices=("minilm", "lower"), default="lower", help="who learns from it")
    parser.add_argument("--further", type=Path, help="a weights file to go on from, over the project's own questions")
    parser.add_argument("--rate", type=float, default=3e-5, help="with --further: how fast its upper layers learn")
    parser.add_argument("--layers", type=int, default=6, help='layers of the teacher that a "lower" student has')
    parser.add_argument("--limit", type=int, help="no more questions than this of each set, for a trial")
    parser.add_argument("--workers", type=int, default=2, help="threads, one a core")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S")
    torch.set_num_threads(1)
    try:
        _run(options)
    except (AnsweringError, IndexingError, ModelError, CorpusError, OSError) as error:
        log.error("%s", error)
        return 1
    return 0


def _run(options: argparse.Namespace) -> None:
    files = locate(TOKENIZER_MODEL)
    if files is None:
        raise SelectorError(f"The model {TOKENIZER_MODEL} is not installed.")
    encoder = PassageEncoder.from_file(files.directory / "tokenizer.json")
    engine = _archive(options.data_dir)
    questions = _questions(options.shared, engine)
    learned, held_out = ([q for q in questions if q.split == split][: options.limit] for split in ("train", "valid"))
    log.info("%d questions to train on, %d held out", len(learned), len(held_out))
    spans = SpanGroups(encoder, _span_questions(options.shared, options.pretraining)[: options.limit])
    groups = QuestionGroups(engine, encoder, shortened(learned, engine, SHORT_SHARE, random.Random(SEED)))
    if options.further is not None:
        network = _stage(options, "further", _shipped(options.further), _own(groups), _further(options.rate))
    elif options.teacher is None:
        network = _pretrained(options, files.directory, spans)
        network = _stage(options, "questions", network, groups, Plan(options.epochs, 8, 8e-5))
    else:
        teacher = _mpnet(options.teacher, encoder)
        teacher = _stage(options, "teacher-pretraining", teacher, spans, Plan(1, 8, 3e-5))
        teacher = _stage(options, "teacher-questions", teacher, groups, Plan(1, 8, 5e-5, near_miss_weight=0.5))
        taught = TaughtGroups(groups, teacher, options.checkpoints / "teacher.logits", log.info, options.workers)
        if options.student == "minilm":
            network, rate = _pretrained(options, files.directory, spans), 8e-5
        else:
            network, rate = lower_layers(teacher, options.layers), 6e-5
        network = _stage(options, "student", network, taught, Plan(options.epochs, 8, rate, teacher_weight=1.0))
    windows = [row.window for group in groups(random.Random(SEED)) for row in group]
    weights = quantize(network, random.Random(SEED).sample(windows, min(_RANGE_WINDOWS, len(windows))))
    digest = weights.save(options.out, seed=str(SEED), encoder=files.encoder_name)
    selector = TrainedSelector(f"trained-{digest[:12]}", encoder, scorer_of(weights))
    log.info("%s: %s", options.out, digest)
    log.info("held out: %s", measure(selector, engine, held_out))


def _archive(data_dir: Path) -> EmbeddedEngine:
    try:
        return EmbeddedEngine.open(data_dir / "index", load_encoder(TOKENIZER_MODEL))
    except NoIndex as error:
        raise NoIndex(
            f"The articles are not indexed in {data_dir}. First: FOOTNOTE_DATA_DIR={data_dir} footnote ingest"
            f" SHARED/data/newsroom.jsonl.gz && FOOTNOTE_DATA_DIR={data_dir} footnote index"
        ) from error


def _questions(shared: Path, engine: SearchEngine) -> list[TrainingQuestion]:
    bodies = {record["id"]: record["body"] for _, record in read_lines(shared / "data" / "newsroom.jsonl.gz")}
    paths = (shared / "train" / "factcheck-qa.jsonl.gz", OWN_QUESTIONS)
    return [question for path in paths for question in read_questions(path, bodies, engine)]


def _span_questions(shared: Path, n: int) -> list[SpanQuestion]:
    shifted = [
        question
        for name in ("squadshifts-reddit", "squadshifts-amazon_reviews")
        for question in read_span_questions(shared / "train" / f"{name}.jsonl.gz")
    ]
    random.Random(SEED).shuffle(shifted)
    squad = read_span_questions(shared / "bench" / "squad2.jsonl.gz", titles=SQUAD_TITLES, titled=True)
    return [*shifted[:n], *squad]


def _minilm(folder: Path) -> SelectorNetwork:
    torch.manual_seed(SEED)
    bert = BertModel.from_pretrained(str(folder), attn_implementation="eager", add_pooling_layer=False)
    return SelectorNetwork(bert, bert.config.hidden_size)


def _pretrained(options: argparse.Namespace, folder: Path, spans: SpanGroups) -> SelectorNetwork:
    return _stage(options, "pretraining", _minilm(folder), spans, Plan(1, 12, 1e-4))


def _mpnet(folder: Path, encoder: PassageEncoder) -> SelectorNetwork:
    torch.manual_seed(SEED)
    model = mpnet.load(folder, encoder.pieces)
    for layer in model.encoder.layer[:FROZEN_LAYERS]:
        layer.requires_grad_(False)
    return SelectorNetwork(model, model.config.hidden_size, reads_types=False)


def _further(rate: float) -> Plan:
    return Plan(1, 8, rate, head_rate=1e-4, near_miss_weight=0.5)


def _shipped(path: Path) -> SelectorNetwork:
    network = network_of(Weights.load(path))
    for layer in network.encoder.encoder.layer[:_LAYERS_KEPT]:
        layer.requires_grad_(False)
    return network


def _own(groups: QuestionGroups) -> QuestionGroups:
    """Groups of the project's own questions and a few of the others, with what retrieval brings and nothing else."""
    own = [question for question in groups.questions if question.id.startswith(OWN_PREFIX)]
    others = [question for question in groups.questions if not question.id.startswith(OWN_PREFIX)]
    random.Random(SEED).shuffle(others)
    return replace(groups, questions=[*own, *others[:_OTHER_QUESTIONS]], n_own=0)


def _stage(
    options: argparse.Namespace,
    name: str,
    network: SelectorNetwork,
    groups: Callable[[random.Random], Sequence[Group]],
    plan: Plan,
) -> SelectorNetwork:
    """``network`` trained, or as an earlier run left it."""
    done = options.checkpoints / f"{name}.pt"
    # Word vectors hardly move in so few steps, and are a large part of the weights.
    network.encoder.embeddings.requires_grad_(False)
    if done.exists():
        network.load_state_dict(torch.load(done, weights_only=True))
        return network
    plan = replace(plan, seed=SEED, checkpoint=options.checkpoints / f"{name}.ckpt", workers=options.workers)
    log.info("%s", name)
    train(network, groups, plan, report=log.info)
    torch.save(network.state_dict(), done)
    return network


if __name__ == "__main__":
    raise SystemExit(main())
