"""What a reader takes away: both programs, both notebooks, and all in one file."""

from __future__ import annotations

import textwrap
from pathlib import Path

from scripts.core.archive import zipped
from scripts.core.project import Project
from scripts.corpus.pairs import SIDES, Pair
from scripts.pages.pairs.facts import ran_on
from scripts.pages.pairs.notebook import pair_notebook, shown_record
from scripts.pages.paths import download_paths
from scripts.results.certify import Certificate, grade_in_words
from scripts.results.records import Record, encode

README = """\
{title}

{question}
{answer}

Grade: {grade}, {words}.
Ran on {versions}.

in_pytorch.py, in_keras.py        the programs: python in_pytorch.py
in_pytorch.ipynb, in_keras.ipynb  the same as notebooks, with their outputs
pair.toml                         what is declared about the pair
certificate.json                  what was measured: the largest differences
{files}
To run both:

pip install {packages}

Snippets and text are under the Apache License 2.0.
"""


def render_downloads(
    project: Project, pair: Pair, records: dict[str, Record], certificate: Certificate
) -> dict[Path, bytes]:
    """The files that the site offers for a pair, by path."""
    shown: dict[str, Record] = {}
    files: dict[str, bytes] = {}
    for side in SIDES:
        shown[side] = shown_record(side, records)
        files[f"in_{side}.py"] = pair.snippets[side].text.encode()
        files[f"in_{side}.ipynb"] = pair_notebook(pair, side, shown[side])
    everything = {
        "README.txt": _readme(pair, shown, certificate, ran_on(records)),
        **files,
        "pair.toml": pair.source,
        "certificate.json": encode(certificate),
        **pair.files,
    }
    files[f"{pair.anchor}.zip"] = zipped(pair.anchor, everything)
    return {path: files[path.name] for path in download_paths(project, pair)}


def _readme(
    pair: Pair, shown: dict[str, Record], certificate: Certificate, versions: str
) -> bytes:
    declared = pair.declaration
    packages = {p: v for record in shown.values() for p, v in record.versions.items()}
    text = README.format(
        title=declared.title,
        question=_wrapped(declared.question),
        answer=_wrapped(declared.answer),
        grade=certificate.grade,
        words=grade_in_words(pair, certificate.grade),
        versions=versions,
        files="".join(f"{name:34}what the programs read\n" for name in pair.files),
        packages=" ".join(f"{name}=={v}" for name, v in sorted(packages.items())),
    )
    return text.encode()


def _wrapped(text: str) -> str:
    return textwrap.fill(text, 78, break_long_words=False, break_on_hyphens=False)
