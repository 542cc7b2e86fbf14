"""A pair as a Markdown fragment: a heading, its component in HTML, and links."""

from __future__ import annotations

from scripts.catalog.search_words import words
from scripts.core.markup import encode
from scripts.corpus.pairs import Pair
from scripts.pages.pairs.facts import certificate_table, defaults_table, only_on, ran_on
from scripts.pages.pairs.walk import FRAMEWORKS, steps_of
from scripts.pages.record_mark import mark_of
from scripts.pages.templating import component
from scripts.results.certify import Certificate, grade_in_words
from scripts.results.records import Record


def fragment(
    pair: Pair,
    records: dict[str, Record],
    certificate: Certificate,
    since: str,
    downloads: list[str],
) -> str:
    """A Markdown heading, so that contents and search know it, then some lines.

    `since` says since when the pair does what it shows, or is empty. The mark in the
    last line is where links into the repository are put.
    """
    heading = f"### {pair.declaration.title} {{ #{pair.anchor} }}"
    links = " ".join(_download(pair, name) for name in downloads)
    mark = f"<!-- pair: {pair.name}, {encode(ran_on(records))} -->"
    lines = [heading, _component(pair, records, certificate)]
    lines += [f"{since}\n{{ .pair-since }}"] if since else []
    return "\n\n".join([*lines, f"Download {links} {mark}\n{{ .pair-links }}"]) + "\n"


def _download(pair: Pair, name: str) -> str:
    """A link to a file, which is saved under a name that names the pair."""
    words = "everything as .zip" if name.endswith(".zip") else name
    saved = name.replace("in_", f"{pair.name.rpartition('/')[2]}-", 1)
    return f'[{words}](/downloads/{pair.name}/{name}){{ download="{saved}" }}'


def _component(pair: Pair, records: dict[str, Record], certificate: Certificate) -> str:
    return component(
        "pair",
        name=pair.name,
        mark=mark_of(records, certificate),
        declaration=pair.declaration,
        words=words(pair, records),
        grade=certificate.grade,
        grade_in_words=grade_in_words(pair, certificate.grade),
        frameworks=FRAMEWORKS,
        steps=steps_of(pair, records),
        defaults=defaults_table(pair, records),
        certificate=certificate_table(certificate),
        versions=ran_on(records),
        only=only_on(pair),
    )
