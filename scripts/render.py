"""A pair's files for the site: its Markdown fragment and its downloads.

Pure: a pair, its records and its certificate go in, bytes come out. No
framework is imported.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from scripts.certify import REFERENCE, WORDS, Certificate
from scripts.charts import draw, in_words
from scripts.markup import encode, highlight, number, prose, slug
from scripts.pairs import SIDES, Pair
from scripts.plan import download_path, fragment_path
from scripts.project import Project
from scripts.records import Output, Record

LABELS = {"pytorch": "PyTorch", "keras": "Keras"}


def render_pair(
    project: Project, pair: Pair, records: dict[str, Record], certificate: Certificate
) -> dict[Path, bytes]:
    """The generated files of a pair, by path."""
    text = _template().render(**_context(pair, records, certificate))
    files = {fragment_path(project, pair.name): _fragment(pair, text)}
    for side in SIDES:
        path = download_path(project, pair.name, side)
        files[path] = pair.snippets[side].text.encode()
    return files


def _fragment(pair: Pair, component: str) -> bytes:
    """A Markdown heading, so that contents and search know it, then one line."""
    heading = f"### {pair.declaration.title} {{ #{pair.anchor} }}"
    line = "".join(part.strip() for part in component.splitlines())
    links = " ".join(
        f"[in_{side}.py](/downloads/{pair.name}/in_{side}.py)"
        f'{{ download="{pair.name.rpartition("/")[2]}-{side}.py" }}'
        for side in SIDES
    )
    return f"{heading}\n\n{line}\n\nDownload {links}\n{{ .pair-links }}\n".encode()


@cache
def _template() -> Template:
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
    return environment.get_template("pair.html.jinja")


def _context(
    pair: Pair, records: dict[str, Record], certificate: Certificate
) -> dict[str, Any]:
    shown = {"pytorch": REFERENCE, "keras": next(iter(certificate.comparisons))}
    return {
        "told": pair.declaration,
        "grade": certificate.grade,
        "grade_in_words": WORDS[certificate.grade],
        "sides": [(side, LABELS[side]) for side in SIDES],
        "steps": [_step(pair, records, shown, n) for n in range(_count(pair))],
        "certificate": certificate,
        "versions": _versions(records),
    }


def _count(pair: Pair) -> int:
    return len(pair.snippets["pytorch"].cells)


def _step(
    pair: Pair, records: dict[str, Record], shown: dict[str, str], place: int
) -> dict[str, Any]:
    """One row of the component: a title, and code and output of both sides."""
    title = pair.snippets["pytorch"].cells[place].title
    cells = []
    for side in SIDES:
        record = records[shown[side]]
        ran = place < len(record.outputs)
        cells.append(
            {
                "side": side,
                "label": LABELS[side],
                "code": pair.snippets[side].cells[place].code,
                "output": record.outputs[place] if ran else Output(),
                "raised": record.raised if place == _count(pair) - 1 else None,
            }
        )
    return {
        "number": place + 1,
        "title": title,
        "anchor": f"{pair.anchor}-{slug(title)}",
        "cells": cells,
    }


def _versions(records: dict[str, Record]) -> str:
    """Both frameworks, and on what Keras ran: `PyTorch 2.13.0, Keras 3.15.1`."""
    versions = {k: v for record in records.values() for k, v in record.versions.items()}
    names = {"torch": "PyTorch", "keras": "Keras"}
    told = [f"{label} {versions[k]}" for k, label in names.items() if k in versions]
    runtimes = [name for name in records if name != REFERENCE]
    return f"{', '.join(told)} (runtimes {', '.join([REFERENCE, *runtimes])})"
