"""A pair's files for the site: its Markdown fragment and its downloads.

Pure: a pair, its records and its certificate go in, bytes come out. No
framework is imported.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from scripts.catalog.defaults import compared_arguments
from scripts.catalog.search_words import words
from scripts.core.markup import encode, highlight, number, prose, slug
from scripts.core.project import Project
from scripts.corpus.pairs import SIDES, Pair
from scripts.corpus.runtimes import backend_of
from scripts.pages.charts import draw, in_words
from scripts.pages.downloads import render_downloads
from scripts.pages.history import history, linked
from scripts.pages.pair_notebook import FRAMEWORKS
from scripts.pages.paths import fragment_path
from scripts.pages.record_mark import mark_of
from scripts.results.certify import REFERENCE, WORDS, Certificate
from scripts.results.records import Output, Raised, Record
from scripts.results.reproduced import same_text


def render_pair(
    project: Project, pair: Pair, records: dict[str, Record], certificate: Certificate
) -> dict[Path, bytes]:
    """The generated files of a pair, by path."""
    versions = ran_on(records)
    context = _context(pair, records, certificate) | {"versions": versions}
    taken = render_downloads(project, pair, records, certificate, versions)
    component, since = template("pair").render(context), history(project, pair)
    text = _fragment(pair, component, since, [*taken], versions)
    return {fragment_path(project, pair.name): text} | taken


def _fragment(
    pair: Pair, component: str, since: str, taken: list[Path], versions: str
) -> bytes:
    """A Markdown heading, so that contents and search know it, then some lines.

    The mark in the last is where `scripts/site/finish/links.py` puts its links.
    """
    heading = f"### {pair.declaration.title} {{ #{pair.anchor} }}"
    line = "".join(part.strip() for part in component.splitlines())
    links = " ".join(_download(pair, path.name) for path in taken)
    mark = f"<!-- pair: {pair.name}, {encode(versions)} -->"
    last = f"Download {links} {mark}\n{{ .pair-links }}"
    told = [f"{since} {linked(pair)}\n{{ .pair-since }}"] if since else []
    return ("\n\n".join([heading, line, *told, last]) + "\n").encode()


def _download(pair: Pair, name: str) -> str:
    """A link to a file, which is saved under a name that tells the pair."""
    words = "everything as .zip" if name.endswith(".zip") else name
    saved = name.replace("in_", f"{pair.name.rpartition('/')[2]}-", 1)
    return f'[{words}](/downloads/{pair.name}/{name}){{ download="{saved}" }}'


def template(name: str) -> Template:
    """A template that writes HTML; read again where it was saved while serving."""
    return _environment().get_template(f"{name}.html.jinja")


@cache
def _environment() -> Environment:
    """What templates have at hand: what escapes text and draws figures."""
    folder = Path(__file__).parent / "templates"
    environment = Environment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "encode": encode,
        "prose": prose,
        "highlight": highlight,
        "number": number,
        "draw": draw,
        "in_words": in_words,
    }
    return environment


def _context(
    pair: Pair, records: dict[str, Record], certificate: Certificate
) -> dict[str, Any]:
    return {
        "name": pair.name,
        "mark": mark_of(records, certificate),
        "told": pair.declaration,
        "words": words(pair, records),
        "grade": certificate.grade,
        "grade_in_words": WORDS[certificate.grade],
        "sides": [(side, FRAMEWORKS[side]) for side in SIDES],
        "steps": [_step(pair, records, n) for n in range(_count(pair))],
        "backends": [backend_of(name) for name in certificate.comparisons],
        "rows": list(zip(*certificate.comparisons.values(), strict=True)),
        "arguments": compared_arguments(pair, records),
    }


def _count(pair: Pair) -> int:
    return len(pair.snippets["pytorch"].cells)


def _step(pair: Pair, records: dict[str, Record], place: int) -> dict[str, Any]:
    """One row of the component: a title, and code and output of both sides."""
    title = pair.snippets["pytorch"].cells[place].title
    theirs = {n: r for n, r in records.items() if n != REFERENCE}
    shown = {"pytorch": {REFERENCE: records[REFERENCE]}, "keras": theirs}
    return {
        "number": place + 1,
        "title": title,
        "anchor": f"{pair.anchor}-{slug(title)}",
        "cells": [
            {
                "side": side,
                "label": FRAMEWORKS[side],
                "code": pair.snippets[side].cells[place].code,
                "seen": _seen(shown[side], place, place == _count(pair) - 1),
            }
            for side in SIDES
        ],
    }


def _seen(records: dict[str, Record], place: int, last: bool) -> list[dict[str, Any]]:
    """What a cell gave, once for all runtimes that gave the same."""
    groups: list[dict[str, Any]] = []
    for name, record in records.items():
        output = record.outputs[place] if place < len(record.outputs) else Output()
        raised = record.raised if last else None
        for group in groups:
            if _alike(group["output"], output) and _told(group["raised"]) == _told(
                raised
            ):
                group["backends"].append(backend_of(name))
                break
        else:
            new = {"backends": [backend_of(name)], "output": output, "raised": raised}
            groups.append(new)
    return groups


def _told(raised: Raised | None) -> str:
    return f"{raised.type}: {raised.message}" if raised else ""


def _alike(one: Output, other: Output) -> bool:
    """Whether a reader would see the same; figures are not compared."""
    texts = [
        "\n".join([*o.stdout, "", *o.stderr, *(w.message for w in o.warnings)])
        for o in (one, other)
    ]
    return same_text(*texts)


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
