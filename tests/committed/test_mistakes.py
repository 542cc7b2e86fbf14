"""Mistakes that a port can make, put into the Keras sides: the build must see them.

Each mutant is a copy of a pair with one change in `in_keras.py`. It is run on
Keras with torch and certified against the committed PyTorch record.
"""

from __future__ import annotations

import contextlib
import itertools
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

from scripts.core.problems import Problem, Problems
from scripts.core.project import HERE, Project
from scripts.corpus.find import find_pairs, read_pair
from scripts.corpus.pairs import Pair
from scripts.corpus.runtimes import read_runtimes
from scripts.execution.messages import Outcome, Result
from scripts.execution.runner import Runner
from scripts.results.cache import Cache
from scripts.results.certify import broken_promises, certify
from scripts.results.records import decode, record_path
from scripts.results.reproduced import disagreement
from scripts.results.runs import Run, runs_of

OURS = Project(HERE)
ARGUMENTS = "epsilon|momentum|rho|beta_1|beta_2|delta|weight_decay|negative_slope"
ARGUMENTS += "|initial_accumulator_value|label_smoothing|clipnorm|clipvalue|alpha"
MISTAKES = {
    "changed constant": (rf"\b({ARGUMENTS})=(?!0\.0\b)(\d[\d.e-]*)", r"\1=99*\2"),
    "same padding lost": (r'padding="same"', 'padding="valid"'),
    "valid padding lost": (r'padding="valid"', 'padding="same"'),
    "weight not transposed": (r"\b(kernel\w*|weight\w*|w)\.T\b", r"\1"),
    "bias dropped": (r"(set_weights\(\[[^\]]*?\b)(bias)\b", r"\g<1>0 * \2"),
    "mean for sum": (r'reduction="sum"', 'reduction="sum_over_batch_size"'),
    "probabilities for logits": (r"from_logits=True", "from_logits=False"),
    "inference for training": (r"training=True", "training=False"),
    "gates not swapped": (r"\[1, 0, 2\]", "[0, 1, 2]"),
}
# Mutants that compute the same, so that no number could tell: (pair, mutant): why.
EQUIVALENT = {
    ("layers/transformer-encoder-block", "changed constant 1"): (
        "a default of the class, which the compared instance overrides"
    ),
    ("losses/custom-loss", "changed constant 1"): (
        "an alpha that Keras ignores without class balancing, as the pair asserts"
    ),
    ("metrics/accuracy", "probabilities for logits 1"): (
        "an argument of the loss, where the accuracy is compared"
    ),
    ("optimizers/frozen-parameters", "changed constant 2"): (
        "an epsilon chosen so small that it plays no part"
    ),
    ("optimizers/gradient-clipping", "changed constant 4"): (
        "an argument of a call that is refused whatever its value"
    ),
    ("optimizers/gradient-clipping", "changed constant 5"): (
        "an argument of a call that is refused whatever its value"
    ),
    ("optimizers/muon", "changed constant 1"): (
        "an epsilon chosen so small that it plays no part"
    ),
    ("training/batch-normalization-freeze", "inference for training 1"): (
        "a frozen layer is in inference mode whatever it is told"
    ),
    ("training/batch-normalization-freeze", "inference for training 2"): (
        "a frozen layer is in inference mode whatever it is told"
    ),
}


def mutants(text: str) -> Iterator[tuple[str, str]]:
    """Every mistake at every place where it can be made: its name, and the text."""
    for mistake, (pattern, replacement) in MISTAKES.items():
        for place, found in enumerate(re.finditer(pattern, text), start=1):
            changed = found.expand(replacement)
            yield (
                f"{mistake} {place}",
                text[: found.start()] + changed + text[found.end() :],
            )


def write(project: Project, pair: Pair, number: int, text: str) -> Pair:
    """The mutant as a pair of its own; lines may have become too long."""
    folder = project.snippets / pair.topic / f"m{number}-{pair.name.split('/')[1]}"
    folder.mkdir(parents=True)
    for path in (p for p in pair.folder.iterdir() if p.is_file()):
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "in_keras.py").write_text(text)
    return read_pair(project, folder)


def survives(pair: Pair, result: Result) -> bool:
    """Whether neither the certificate nor a comparison with the record tells.

    A mistake that only moves a value which is declared to differ is seen by the
    latter, as `run --check` sees a framework that begins to behave otherwise.
    """
    records = {
        name: decode(record_path(OURS, pair.name, name).read_bytes())
        for name in ("pytorch", "keras-torch")
    }
    committed = records["keras-torch"]
    record = msgspec.structs.replace(
        committed, outputs=result.outputs, values=result.values
    )
    if disagreement(committed, record):
        return False
    records["keras-torch"] = record
    try:
        certificate = certify(OURS, pair, records)
    except Problem:
        return False
    return not broken_promises(OURS, pair, certificate)


def test_every_mistake_is_caught(tmp_path: Path) -> None:
    project = Project(tmp_path)
    made: dict[str, tuple[Pair, str]] = {}
    runs: list[Run] = []
    number = itertools.count()
    runtimes = {n: r for n, r in read_runtimes(OURS).items() if not r.optional}
    for pair in (p for p in find_pairs(OURS) if p.declaration.compare):
        for mistake, text in mutants(pair.snippets["keras"].text):
            try:
                mutant = write(project, pair, next(number), text)
            except (Problem, Problems):
                continue  # a line that is too long now: no such file could be committed
            made[mutant.name] = (pair, mistake)
            runs += [r for r in runs_of(mutant, runtimes, {}) if r.runtime != "pytorch"]
    survivors = []

    def judge(run: Run, outcome: Outcome) -> None:
        pair, mistake = made[run.pair.name]
        if outcome.result and survives(pair, outcome.result):
            survivors.append((pair.name, mistake))

    runner = Runner(project, runtimes, Cache(project), 2, progress=judge)
    with contextlib.suppress(Problems):
        runner.make(runs)
    print(*sorted(survivors), sep="\n")
    print(f"{len(runs)} mutants tried, {len(runs) - len(survivors)} caught")
    assert len(runs) > 50
    assert sorted(survivors) == sorted(EQUIVALENT)
