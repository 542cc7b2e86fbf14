"""What hostile snippets print, raise and draw is encoded and visible on a page."""

from __future__ import annotations

import re

import pytest

from tests.repository import TOML, Repository
from tests.sandboxed import HOSTILE

START = "# %% Only\nvalue = 1\n"
MARKUP = "<script>alert(1)</script>"
SEEN = "&lt;script&gt;alert(1)&lt;/script&gt;"
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
PRINTED = {
    "printed_bytes": "\\xff",
    "printed_controls": "\\u001b",
    "printed_right_to_left": "\\u202e",
    "printed_markup": SEEN,
}
FIGURE = f"""
import matplotlib.pyplot as plt
axes = plt.subplots()[1]
axes.plot([1, 2], label="{MARKUP}")
axes.set(title="{MARKUP}")
axes.set(xlabel="<b>x</b>", ylabel="--8<--")
"""


def fragment(repository: Repository, text: str, toml: str = TOML) -> str:
    """The page's part of a pair whose sides both are `text`."""
    repository.pair(pytorch=START + text, toml=toml)
    code, printed = repository.run()
    assert code == 0, printed
    return (repository.project.fragments / "topic" / "pair.md").read_text()


@pytest.mark.parametrize("name", PRINTED)
def test_what_is_printed(repository: Repository, name: str) -> None:
    text = next(path for path in HOSTILE if path.stem == name).read_text()
    shown = fragment(repository, text)
    assert PRINTED[name] in shown
    assert not UNSEEN.search(shown)
    assert not re.search("<script>alert|<img src=x|^--8<--|^```", shown, re.MULTILINE)


def test_a_traceback(repository: Repository) -> None:
    raises = (
        f'[raises]\npytorch = "ValueError: {MARKUP}"\nkeras = "ValueError: {MARKUP}"'
    )
    toml = TOML.partition("[compare]")[0].replace("identical", "illustrative")
    shown = fragment(repository, f'raise ValueError("{MARKUP}")\n', toml + raises)
    assert SEEN in shown
    assert MARKUP not in shown


def test_a_figure(repository: Repository) -> None:
    shown = fragment(repository, FIGURE)
    assert SEEN in shown
    assert MARKUP not in shown
    assert "<b>" not in shown
