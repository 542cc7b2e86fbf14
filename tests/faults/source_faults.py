"""Faults in pages, navigation, includes and records, which need no build to be seen."""

from __future__ import annotations

from tests.faults.edits import add, change, link, new
from tests.faults.fault import Fault
from tests.faults.small import PAIR

PAGE = "docs/ledger.md"
NAV = "mkdocs.yml"
LINE = f'--8<-- "{PAIR}.md"'
FAULTS = (
    Fault("a link in docs", link("docs/x.md", "/etc/passwd"), "docs/x.md: is a symb"),
    Fault("a link to a folder", link("snippets/x", "layers"), "snippets/x: is a symb"),
    Fault("a link in the theme", link("overrides/x.html", "main.html"), "x.html: is a"),
    Fault(
        "an unknown key",
        change(PAGE, "---\n", "---\ntemplate: x.html\n"),
        "ledger.md: its front matter has the unknown key template",
    ),
    Fault(
        "no title", change(PAGE, "title: ", "titel: "), "ledger.md: its front matter"
    ),
    Fault("no sentence", change(PAGE, "description: ", "told: "), "has no description"),
    Fault(
        "a title that is no text", change(PAGE, "title: Ledger", "title: 7"), "no title"
    ),
    Fault("a head that is no YAML", change(PAGE, "title: ", "title: ["), "no title"),
    Fault("a head that never ends", change(PAGE, ".\n---\n", ".\n"), "has no title"),
    Fault("HTML in a title", change(PAGE, "Ledger\n", "<b>\n"), "title in its front"),
    Fault("a page outside nav", new("docs/x.md"), "docs/x.md: is not in nav"),
    Fault(
        "a page twice in nav",
        change(NAV, "nav:\n", "nav:\n  - Again: ledger.md\n"),
        "mkdocs.yml: nav lists ledger.md 2 times",
    ),
    Fault(
        "a page of nav that is not there",
        change(NAV, "nav:\n", "nav:\n  - Gone: gone.md\n"),
        "nav lists gone.md, which is no page",
    ),
    Fault(
        "another host in nav",
        change(NAV, "nav:\n", "nav:\n  - Away: https://example.com/\n"),
        "nav lists https://example.com/, which is no page",
    ),
    Fault(
        "HTML in a title of nav",
        change(NAV, "Overview:", "<img src=x onerror=alert(1)>:"),
        "a title in nav holds HTML: <img",
    ),
    Fault("no YAML", change(NAV, "nav:", "nav: ["), "mkdocs.yml: is no YAML"),
    Fault(
        "a fragment that is not there",
        add(PAGE, '\n--8<-- "layers/gone.md"\n'),
        "docs/ledger.md: includes layers/gone.md, which is no fragment",
    ),
    Fault(
        "a pair on two pages", add(PAGE, f"\n{LINE}\n"), f"includes {PAIR}.md, as do"
    ),
    Fault(
        "a pair on no page",
        change("docs/index.md", LINE, ""),
        f"{PAIR}.md: is included by no page",
    ),
    Fault(
        "a fragment on no page",
        new("build/fragments/x.md"),
        "build/fragments/x.md: is included by no page",
    ),
    Fault(
        "a record of no pair",
        new("results/layers/gone/pytorch.json", "{}"),
        "results/layers/gone/pytorch.json: belongs to no pair",
    ),
    Fault(
        "a record of no runtime",
        new(f"results/{PAIR}/keras-mxnet.json", "{}"),
        "keras-mxnet.json: belongs to no pair",
    ),
    Fault(
        "a download of no pair",
        new("docs/downloads/layers/gone/in_keras.py"),
        "docs/downloads/layers/gone/in_keras.py: belongs to no pair",
    ),
)
