"""The form that filters a table: there before the first paint, so nothing moves.

It is shown only where scripts run, since `docs/javascripts/filter.js` does the work.
"""

from __future__ import annotations

from scripts.core.markup import encode

WORD = '<label>Name or word <input type="search" name="find"></label>'


def filter_form(choices: dict[str, list[str]]) -> str:
    """A form on one line: a word, and for each column the values to choose from."""
    fields = [WORD, *(_choice(name, values) for name, values in choices.items())]
    return f'<form class="table-filter" role="search">{"".join(fields)}</form>'


def _choice(name: str, values: list[str]) -> str:
    options = '<option value="">all</option>'
    for value in sorted(set(values)):
        options += f'<option value="{encode(value)}">{encode(value)}</option>'
    title = name.capitalize()
    return f'<label>{title} <select name="{name}">{options}</select></label>'
