"""Where a repository is configured: from each pair to its source and its issues.

`repo_url` and `edit_uri` of `mkdocs.yml` say where that is, `extra.colab_branch` in
which branch the published site is, from which Colab opens notebooks. Fragments
are made without knowing them, so they hold a mark, such as
`<!-- pair: layers/linear, versions -->`.
"""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterator
from urllib.parse import quote, urlencode

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

MARK = re.compile(r" ?<!-- pair: ([a-z0-9/-]+), (.*?) -->")
GITHUB = re.compile(r"https://github\.com/([\w.-]+/[\w.-]+?)(?:\.git)?/?")
COLAB = "https://colab.research.google.com/github/{repository}/blob/{branch}/{path}"
ASKS_GITHUB = ' data-md-component="source"'
BODY = """\
Pair: {name}
Versions: {versions}
Page: {page}

What is wrong, and what did you expect?

"""


def on_config(config: MkDocsConfig) -> None:
    """Without a repository there is nothing to edit either."""
    if not config.repo_url:
        config.edit_uri = None


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Put the links of each pair in place of its mark, or nothing."""
    address = page.canonical_url or page.url

    def links(mark: re.Match[str]) -> str:
        name, versions = mark[1], entities.unescape(mark[2])
        return _links(config, name, versions, address) if config.repo_url else ""

    return MARK.sub(links, html)


def on_post_page(output: str, **_: object) -> str:
    """Keep the theme's link to the repository from asking its host for numbers."""
    return output.replace(ASKS_GITHUB, "")


def on_post_template(output_content: str, **_: object) -> str:
    """The same in pages that are of the theme alone, such as that for 404."""
    return output_content.replace(ASKS_GITHUB, "")


def _links(config: MkDocsConfig, name: str, versions: str, address: str) -> str:
    found = {"Report a problem": _issue(config, name, versions, address)}
    if config.edit_uri:
        found = {"Edit this pair": _source(config, name)} | found
    found = dict(_colab(config, name)) | found
    anchors = (
        f'<a href="{entities.escape(link)}">{words}</a>'
        for words, link in found.items()
    )
    return f" <span data-search-exclude>{' '.join(anchors)}</span>"


def _colab(config: MkDocsConfig, name: str) -> Iterator[tuple[str, str]]:
    """Both notebooks of a pair in Colab, which opens what a branch on GitHub holds."""
    repository = GITHUB.fullmatch(config.repo_url or "")
    branch = config.extra.get("colab_branch")
    if not (repository and branch):
        return
    for side, words in (("pytorch", "PyTorch"), ("keras", "Keras")):
        path = f"downloads/{name}/in_{side}.ipynb"
        link = COLAB.format(repository=repository[1], branch=quote(branch), path=path)
        yield f"Open {words} in Colab", link


def _source(config: MkDocsConfig, name: str) -> str:
    """The folder of a pair: `edit/main/docs/` becomes `tree/main/snippets/...`."""
    above = re.sub(r"[^/]+/?$", "", config.edit_uri or "")
    branch = re.sub(r"(^|/)edit/", r"\1tree/", above)
    return f"{(config.repo_url or '').rstrip('/')}/{branch}snippets/{name}"


def _issue(config: MkDocsConfig, name: str, versions: str, address: str) -> str:
    """A new issue with title and body filled in, by the names that GitHub gives."""
    place = f"{address}#{name.replace('/', '-')}"
    body = BODY.format(name=name, versions=versions, page=place)
    query = urlencode({"title": f"{name}: ", "body": body})
    return f"{(config.repo_url or '').rstrip('/')}/issues/new?{query}"
