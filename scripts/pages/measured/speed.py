"""The page about speed: ratios and times of every machine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from scripts.core.markup import code_span, escape, table, unsearched
from scripts.core.project import Project
from scripts.measurements.benchmarks import Benchmarks, read_benchmarks
from scripts.measurements.cells import Cells
from scripts.measurements.sessions import confirmed
from scripts.measurements.speed import cells, family, machines, spans
from scripts.pages.blocks import folded
from scripts.pages.measured.speed_charts import batch_chart, ratio_chart
from scripts.pages.overviews.overview import Known, Rendered
from scripts.pages.tables import measured_row, measured_table

WORKLOADS = {
    "mlp": "A multilayer perceptron",
    "cnn": "A convolutional network",
    "lstm": "An LSTM",
    "encoder": "A transformer encoder",
    "inference": "Inference, one example at a time",
}
COLUMNS = {
    "step": "A step, median",
    "ratio": "Ratio to `pytorch-eager`",
    "first-step": "First step",
    "warm-up": "Warm-up",
    "memory": "Peak memory",
}
NONE = "No machine has been measured yet: `python -m scripts bench` measures this one."


class PublishedBenchmarks(Struct, frozen=True):
    """What was timed on every machine. Seconds and bytes."""

    machines: list[Benchmarks]


def render(project: Project, known: Known) -> Rendered:
    """The parts of the page and its data; raises `Problem(s)`."""
    found, named = machines(project), cells(project)
    parts = [
        part
        for results in found
        for part in _machine(results, named, confirmed(project, results))
    ]
    fragments = {
        "answer": _answer(found[0]) if found else NONE,
        "machines": "\n\n".join(parts),
    }
    data = {"benchmarks": PublishedBenchmarks(read_benchmarks(project))}
    return Rendered(fragments, data=data)


def _answer(results: Benchmarks) -> str:
    """For each rung the least and the largest ratio over the training workloads."""
    machine, threads = results.machine, results.session.threads
    plural = "s" if threads > 1 else ""
    text = (
        "**How long a training step takes, against an eager PyTorch loop that computes "
        "the same, depends on the model and on what drives it.** Ratios of four small "
        f"models on {escape(machine.device)} with {threads} thread{plural}:"
    )
    lines = [
        f"- {code_span(rung)}: {low:.2f} ({least}) to {high:.2f} ({most})"
        for rung, ((low, least), (high, most)) in spans(results).items()
    ]
    return text + "\n\n" + "\n".join(lines)


def _machine(results: Benchmarks, named: Cells, again: str) -> Iterator[str]:
    machine = results.machine
    yield f"## {escape(machine.device)}, {machine.cores} cores"
    yield _facts(results)
    yield again
    for workload, title in WORKLOADS.items():
        yield f"### {title}{_suffix(results)}"
        rungs = results.workloads[workload]
        yield f"{results.sizes[workload]} examples a step."
        yield ratio_chart(workload, rungs)
        yield unsearched(_table(f"{family(results)}/{workload}", rungs, named))
    yield f"### Batch size{_suffix(results)}"
    yield "The multilayer perceptron with batches of other sizes."
    yield batch_chart(results)
    yield folded("The numbers of the figure", _sweep(results, named))


def _suffix(results: Benchmarks) -> str:
    """What tells the headings of a further machine from those of the first."""
    return "" if family(results) == "speed" else f" on {results.machine.name}"


def _facts(results: Benchmarks) -> str:
    machine, session = results.machine, results.session
    versions = ", ".join(f"{n} {v}" for n, v in session.versions.items())
    rows = {
        "Processor": f"{machine.processor}, {machine.cores} cores, "
        f"{machine.memory / 2**30:.0f} GiB of memory",
        "Computed on": machine.device,
        "System": machine.system,
        "Threads of each rung": str(session.threads),
        "Rounds": f"{session.rounds}, intervals at {session.confidence:.0%}",
        "Versions": f"Python {session.python}, {versions}",
        "Measured": f"{session.date}, at commit {session.commit[:12]}",
    }
    body = [[name, escape(fact)] for name, fact in rows.items()]
    return unsearched(table(["What", "Which"], body))


def _table(start: str, rungs: Iterable[str], named: Cells) -> str:
    rows = {code_span(rung): f"{start}/{rung}/{{}}" for rung in rungs}
    return measured_table(named, "Rung", rows, COLUMNS)


def _sweep(results: Benchmarks, named: Cells) -> str:
    columns, start = ("step", "ratio"), f"{family(results)}/batch-"
    rows = [
        [batch, code_span(n), *measured_row(named, f"{start}{batch}/{n}/{{}}", columns)]
        for batch, timings in results.sweep.items()
        for n in timings
    ]
    return table(["Batch", "Rung", *(COLUMNS[name] for name in columns)], rows)
