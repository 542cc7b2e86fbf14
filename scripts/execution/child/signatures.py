"""In the child: the defaults that an installed API declares."""

from __future__ import annotations

import importlib
import inspect
from typing import Any

REQUIRED = "required"


def read_defaults(api: str, names: list[str]) -> dict[str, str]:
    """The default of each argument `names` of the API with this dotted name.

    As Python writes it; `required` where there is none. Raises `ValueError`
    when there is no such API or it has no such argument.
    """
    if not names:
        return {}
    try:
        parameters = inspect.signature(_resolve(api)).parameters
    except (ImportError, AttributeError, TypeError, ValueError) as error:
        raise ValueError(f"the signature of {api} cannot be read: {error}") from None
    if unknown := [name for name in names if name not in parameters]:
        raise ValueError(f"{api} has no argument {unknown[0]!r}, see [parameters]")
    return {name: _default(parameters[name]) for name in names}


def arguments_of(api: str) -> dict[str, str] | None:
    """Every argument of the API with this dotted name, with its default.

    In their order, `*` and `**` before those that take any number; empty where
    Python cannot tell, as for functions written in C. None where there is no
    such API.
    """
    try:
        found = _resolve(api)
    except (ImportError, AttributeError):
        return None
    try:
        parameters = inspect.signature(found).parameters
    except (TypeError, ValueError):
        return {}
    return {_starred(p): _default(p) for p in parameters.values()}


def _starred(parameter: inspect.Parameter) -> str:
    return str(parameter.replace(annotation=parameter.empty)).partition("=")[0]


def _resolve(api: str) -> Any:
    """The object with a dotted name, importing modules as far as they go."""
    parts = api.split(".")
    found: Any = importlib.import_module(parts[0])
    for depth, part in enumerate(parts[1:], start=1):
        if not hasattr(found, part):
            importlib.import_module(".".join(parts[: depth + 1]))
        found = getattr(found, part)
    return found


def _default(parameter: inspect.Parameter) -> str:
    if parameter.default is inspect.Parameter.empty:
        return REQUIRED
    return repr(parameter.default)
