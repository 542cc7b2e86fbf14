"""Faults that come into the site by Markdown, notebooks, theme or configuration."""

from __future__ import annotations

import json

from tests.faults.edits import DRAWING, Plant, add, all_of, change, new
from tests.faults.fault import Fault

PAGE = "docs/ledger.md"
NAV = "mkdocs.yml"
MAIN = "overrides/main.html"
STUDY = "# %% [markdown]\n# # A study\n\n# %%\n1\n"
CONTENT = "{% block content %}\n"


def page(text: str) -> Plant:
    """Something in the Markdown of a page."""
    return add(PAGE, f"\n{text}\n")


def theme(html: str) -> Plant:
    """Something in the theme, on every page."""
    return change(MAIN, CONTENT, CONTENT + html)


def setting(text: str) -> Plant:
    """One more setting."""
    return add(NAV, f"\n{text}\n")


def notebook(html: str) -> Plant:
    """A case study with an output that is HTML."""
    output = {
        "output_type": "display_data",
        "metadata": {},
        "data": {"text/html": [html], "text/plain": ["x"]},
    }
    code = {"cell_type": "code", "source": ["1"], "execution_count": 1, "metadata": {}}
    prose = {"cell_type": "markdown", "source": ["# A study\n\nTold."], "metadata": {}}
    cells = [prose, code | {"outputs": [output]}]
    text = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 4}
    return all_of(
        new("docs/notebooks/study.ipynb", json.dumps(text)),
        new("docs/notebooks/study.py", STUDY),
        change(NAV, "nav:\n", "nav:\n  - A study: notebooks/study.ipynb\n"),
    )


MARKDOWN = (
    Fault("a script", page("<script>alert(1)</script>"), "a script stands in the text"),
    Fault("a handler", page("<p onclick='x()'>x</p>"), "the event handler onclick"),
    Fault("an address that runs", page("[x](javascript:x)"), "javascript:"),
    Fault("a frame", page("<iframe src='../'></iframe>"), "<iframe> is not allowed"),
    Fault("a base", page("<base href='/x/'>"), "<base> is not allowed"),
    Fault("a refresh", page("<meta http-equiv='refresh' content='0'>"), "refresh"),
    Fault(
        "a foreign picture", page("![x](https://x.org/x.png)"), "https://x.org/x.png"
    ),
    Fault("a handler in a title", page("## <img src=x onerror=x()> x"), "onerror"),
    Fault("attributes", page("A line.\n{ onclick=x() }"), "the event handler onclick"),
    Fault(
        "a page without a description",
        change(PAGE, "description: ", "told: "),
        "docs/ledger.md: its front matter has no description",
    ),
    Fault("a dead link", page("[x](gone.md)"), "gone.md"),
    Fault("a dead anchor", page("[x](index.md#gone)"), "#gone"),
    Fault(
        "a dead link in HTML", page("<a href='../gone/'>x</a>"), "/gone leads nowhere"
    ),
    Fault("a lost picture", page("![x](gone.png)"), "gone.png"),
    Fault("an id twice", page("## x { #x }\n\n<p id='x'>x</p>"), 'the id "x" is given'),
)
OTHERS = (
    Fault("a notebook's handler", notebook("<p onclick='x()'>x</p>"), "event handler"),
    Fault("a notebook's frame", notebook("<iframe src='../'></iframe>"), "<iframe>"),
    Fault(
        "a notebook's picture",
        notebook("<img src='https://x.org/x.png'>"),
        "x.org/x.png",
    ),
    Fault(
        "a drawing's script",
        new("docs/assets/x.svg", DRAWING.format("<script>x()</script>")),
        "site/assets/x.svg: holds a script",
    ),
    Fault(
        "a theme's handler", theme("<p onclick='x()'>x</p>"), "event handler onclick"
    ),
    Fault("a theme's base", theme("<base href='/x/'>"), "<base> is not allowed"),
    Fault("a theme's link", theme("<a href='/gone/'>x</a>"), "/gone leads nowhere"),
    Fault("a theme's script", theme("<script src='/x.js'></script>"), "/x.js"),
    Fault(
        "a theme without what the policy stands after",
        theme("{% endblock %}{% block site_meta %}{% endblock %}{% block x %}"),
        "docs/ledger.md: cannot be finished by scripts.site.finish.theme.allowed: ",
    ),
    Fault("a theme that does not parse", theme("{% if %}"), "overrides/main.html"),
    Fault(
        "a site's name with a script",
        change(NAV, "site_name: ", "site_name: <script>alert(1)</script> "),
        "an inline script that nobody has read",
    ),
    Fault(
        "a foreign picture in the footer",
        change(NAV, "copyright: ", "copyright: <img src=//x.org/x.png> "),
        "x.org/x.png",
    ),
    Fault("an unknown setting", setting("sitename: x"), "Unrecognised configuration"),
    Fault(
        "an unknown plugin", change(NAV, "plugins:\n", "plugins:\n  - gone\n"), "gone"
    ),
    Fault(
        "a hook that is not there",
        change(NAV, "hooks:\n", "hooks:\n  - scripts/gone_hooks.py\n"),
        "scripts/gone_hooks.py",
    ),
    Fault(
        "a redirect to nowhere",
        change(NAV, "redirects: {}", "redirects: {old.md: gone.md}"),
        "mkdocs.yml: extra.redirects: gone.md is no page",
    ),
    Fault(
        "a foreign script",
        change(NAV, "javascript:\n", "javascript:\n  - https://x.org/x.js\n"),
        "https://x.org/x.js",
    ),
    Fault(
        "a style sheet that is not there",
        change(NAV, "extra_css:\n", "extra_css:\n  - stylesheets/gone.css\n"),
        "stylesheets/gone.css",
    ),
)
FAULTS = (*MARKDOWN, *OTHERS)
