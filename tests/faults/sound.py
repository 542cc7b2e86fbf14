"""A small project with something of everything, and nothing wrong with it."""

from __future__ import annotations

from pathlib import Path

import yaml

from scripts.core.project import Project
from tests.machines import put
from tests.repository import RUNTIMES, TOML
from tests.wrong_width import MISTAKE, PROGRAM

SNIPPET = """\
# %% The first step
value = [1.0, 2.0]
assert sum(value) == 3
print("hello", value[0])

# %% The second step
print("done")
"""
STUDY = "# %% [markdown]\n# # A study\n\n# %%\nassert 1 + 1 == 2\nprint('one')\n"
CLAIM = {
    "id": "a-claim",
    "section": "background",
    "claim": "One is two.",
    "verdict": "wrong",
    "correction": "One is one.",
    "checked": "2026-11-23",
    "evidence": [{"pair": "topic/pair", "asserts": "sum(value) == 3"}],
}
ANSWER = {
    "when": "one",
    "then": "Take one.",
    "claims": {"a-claim": ["wrong"]},
    "pairs": ["topic/pair"],
}
QUESTION = {"id": "first", "question": "What is one?", "answers": [ANSWER]}
CHANGES = "# Changelog\n\n## 2026-02-03\n\n- Two.\n\n## 2026-01-31\n\n- One.\n"


def lay_out(root: Path) -> None:
    """Write the project to `root`; it has not been built yet."""
    texts = {
        "snippets/runtimes.toml": RUNTIMES,
        "requirements/frameworks.txt": "",
        "CHANGELOG.md": CHANGES,
        "docs/index.md": '--8<-- "topic/pair.md"\n',
        "docs/claims.yaml": yaml.safe_dump([CLAIM]),
        "docs/guide.yaml": yaml.safe_dump([QUESTION]),
        "docs/notebooks/a-study.py": STUDY,
        "snippets/topic/pair/pair.toml": TOML,
        "snippets/_debugging/mistakes/wrong-width/mistake.toml": MISTAKE,
    }
    for side in ("pytorch", "keras"):
        texts[f"snippets/topic/pair/in_{side}.py"] = SNIPPET
        texts[f"snippets/_debugging/mistakes/wrong-width/in_{side}.py"] = (
            PROGRAM.lstrip()
        )
    for name, text in texts.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    put(Project(root))
