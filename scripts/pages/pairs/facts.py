"""What was measured and declared about a pair: its tables and its versions."""

from __future__ import annotations

from scripts.catalog.defaults import Argument, compared_arguments
from scripts.core.markup import number
from scripts.corpus.pairs import Pair
from scripts.corpus.runtimes import backend_of
from scripts.pages.blocks import one_line
from scripts.pages.tables import Cell, Table
from scripts.results.certify import REFERENCE, Certificate, Comparison
from scripts.results.records import Record


def defaults_table(pair: Pair, records: dict[str, Record]) -> Table | None:
    """The arguments that both sides have; None where none are compared."""
    arguments = compared_arguments(pair, records)
    if not arguments:
        return None
    head = ["PyTorch", "Default", "Keras", "Default", "Equal"]
    return Table(head, list(map(_argument, arguments)))


def _argument(argument: Argument) -> list[Cell]:
    note = f": {one_line(argument.convention)}" if argument.convention else ""
    texts = [argument.pytorch, argument.pytorch_default]
    texts += [argument.keras, argument.keras_default]
    return [*(Cell(text, code=True) for text in texts), _verdict(argument.equal, note)]


def certificate_table(certificate: Certificate) -> Table | None:
    """The comparisons, a column for each backend; None where there are none."""
    rows = list(zip(*certificate.comparisons.values(), strict=True))
    if not rows:
        return None
    backends = [backend_of(name) for name in certificate.comparisons]
    head = ["Value", "Numbers", *backends, "Relative, at most", "Tolerance"]
    return Table(head, list(map(_comparisons, rows)))


def _comparisons(row: tuple[Comparison, ...]) -> list[Cell]:
    first = row[0]
    return [
        Cell(first.name.replace("_", " "), plain=f"`{first.name}`"),
        Cell(str(first.numbers)),
        *(_verdict(c.equal, before=number(c.largest)) for c in row),
        Cell(number(max(c.relative for c in row))),
        Cell(f"rtol {number(first.rtol)}, atol {number(first.atol)}"),
    ]


def _verdict(equal: bool, note: str = "", before: str = "") -> Cell:
    verdict = "equal" if equal else "differs"
    return Cell(verdict + note, number=before, looks=f"pair-{verdict}")


def ran_on(records: dict[str, Record]) -> str:
    """What a pair ran on, such as `PyTorch 2.13.0; Keras 3.15.1 on torch 2.13.0`."""
    torch = records[REFERENCE].versions.get("torch", "(none)")
    theirs = {n: r.versions for n, r in records.items() if n != REFERENCE}
    engines = [
        f"{backend_of(name)} {version}"
        for name, found in theirs.items()
        for package, version in found.items()
        if package.removesuffix("-cpu") == backend_of(name)
    ]
    keras = next((v["keras"] for v in theirs.values() if "keras" in v), "(none)")
    return f"PyTorch {torch}; Keras {keras} on {', '.join(engines)}"


def only_on(pair: Pair) -> str:
    """Why the pair did not run on every backend, as a sentence; else empty."""
    backends = pair.declaration.runtimes
    if not backends:
        return ""
    plural = "s" if len(backends) > 1 else ""
    where = " and ".join(backends)
    return f"Only on the {where} backend{plural}: {one_line(pair.declaration.reason)}"
