"""The dictionary of names, and the defaults that differ."""

from __future__ import annotations

from scripts.catalog.defaults import Argument, compared_arguments
from scripts.catalog.documentation import keras_page, torch_page
from scripts.core.filter_form import filter_form
from scripts.core.markup import encode, number, prose, table, unsearched
from scripts.core.project import Project
from scripts.corpus.runtimes import backend_of
from scripts.pages.overviews.overview import Known, Rendered
from scripts.results.certify import Comparison, is_naive
from scripts.results.entries import Entry


def render(project: Project, known: Known) -> Rendered:
    """The generated Markdown of the dictionary and of the defaults page."""
    entries = known.entries
    return Rendered(
        {"dictionary": _dictionary(entries), "defaults": _defaults(entries)}
    )


def _dictionary(entries: list[Entry]) -> str:
    head = ["Topic", "Concept", "PyTorch", "Keras", "Grade"]
    head += ["As first written", "Once matched", "Backends"]
    rows = table(head, [_row(entry) for entry in entries])
    topics = [entry.pair.topic for entry in entries]
    grades = [entry.certificate.grade for entry in entries]
    form = filter_form({"topic": topics, "grade": list(grades)})
    count = '{ .filter-count data-noun="concepts" data-choices="topic grade" }'
    parts = [_shares(entries), form, f"{len(entries)} concepts.\n{count}"]
    return "\n\n".join([*parts, unsearched(f"{rows}\n", "rows rows-dictionary")])


def _shares(entries: list[Entry]) -> str:
    """How much was compared in numbers, and on how many backends."""
    compared = [e for e in entries if e.pair.declaration.compare]
    every = [e for e in compared if not e.pair.declaration.runtimes]
    return (
        f"{len(compared)} of {len(entries)} concepts are compared number by number, "
        f"{len(every)} of them ({len(every) / (len(compared) or 1):.0%}) on every "
        "backend of Keras; the others say on which, and why."
    )


def _row(entry: Entry) -> list[str]:
    declared = entry.pair.declaration
    found = [c for row in entry.certificate.comparisons.values() for c in row]
    aliases = encode(" ".join(declared.aliases))
    return [
        entry.pair.topic,
        f'{entry.link}<span class="aliases" hidden>{aliases}</span>',
        _name(declared.pytorch, declared.missing == "pytorch"),
        _name(declared.keras, declared.missing == "keras"),
        entry.certificate.grade,
        _largest([c for c in found if is_naive(c.name)]),
        _largest([c for c in found if not is_naive(c.name)]),
        ", ".join(backend_of(name) for name in entry.certificate.comparisons),
    ]


def _name(api: str, missing: bool) -> str:
    return f"no twin; instead `{api}`" if missing else f"`{api}`"


def _largest(found: list[Comparison]) -> str:
    return number(max(c.largest for c in found)) if found else ""


def _defaults(entries: list[Entry]) -> str:
    head = ["Concept", "PyTorch", "Default", "Keras", "Default", "Convention"]
    compared = [(e, a) for e in entries for a in compared_arguments(e.pair, e.records)]
    rows = [(a.required, _argument(e, a)) for e, a in compared if not a.equal]
    given = [row for required, row in rows if required]
    differing = [row for required, row in rows if not required]
    return "\n\n".join(
        [
            f"{len(differing)} of {len(compared)} compared arguments have another "
            "default, or one of the same number with another meaning.",
            table(head, differing),
            f"{len(given)} more have no default on one side or on both, so they "
            "have to be given.",
            table(head, given),
        ]
    )


def _argument(entry: Entry, argument: Argument) -> list[str]:
    declared = entry.pair.declaration
    return [
        entry.link,
        _documented(argument.pytorch, torch_page(declared.pytorch)),
        f"`{argument.pytorch_default}`",
        _documented(argument.keras, keras_page(declared.keras)),
        f"`{argument.keras_default}`",
        str(prose(argument.convention)),
    ]


def _documented(name: str, address: str) -> str:
    return f"[`{name}`]({address})" if address else f"`{name}`"
