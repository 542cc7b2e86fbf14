"""Links from a pair to its source and its issues, where a repository is configured."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup

from scripts.site.hooks.repository_hooks import (
    MARK,
    on_config,
    on_page_content,
    on_post_page,
)
from tests.repository import Repository

HOST = "https://github.com/someone/thing"
VERSIONS = "PyTorch 2.13.0; Keras 3.15.1 on torch 2.13.0"
LINE = f'<p>Download <a href="a">a</a> <!-- pair: layers/linear, {VERSIONS} --></p>'


def links(
    repo_url: str | None, edit_uri: str | None = "edit/main/docs/", branch: str = ""
) -> Any:
    """The line of downloads of a page, and the addresses in it by their words."""
    page = SimpleNamespace(canonical_url="https://example.org/page/", url="page/")
    extra = {"colab_branch": branch}
    config = SimpleNamespace(repo_url=repo_url, edit_uri=edit_uri, extra=extra)
    html = on_page_content(LINE, cast(Any, page), cast(Any, config))
    found = BeautifulSoup(html, "html.parser").select("a")
    return html, {tag.text: str(tag["href"]) for tag in found}


@pytest.mark.parametrize("repo_url", [None, ""])
def test_without_a_repository_there_is_nothing(repo_url: str | None) -> None:
    assert links(repo_url)[0] == '<p>Download <a href="a">a</a></p>'


def test_without_a_repository_there_is_nothing_to_edit() -> None:
    """MkDocs would make of `edit_uri` alone addresses that lead nowhere."""
    config = SimpleNamespace(repo_url="", edit_uri="edit/main/docs/")
    on_config(cast(Any, config))
    assert config.edit_uri is None


@pytest.mark.parametrize("repo_url", [HOST, f"{HOST}/"])
def test_a_pair_leads_to_its_source(repo_url: str) -> None:
    found = links(repo_url)[1]
    assert found["Edit this pair"] == f"{HOST}/tree/main/snippets/layers/linear"


@pytest.mark.parametrize(
    ("edit_uri", "folder"),
    [
        ("edit/trunk/docs/", "tree/trunk/snippets"),
        ("-/edit/main/docs/", "-/tree/main/snippets"),
        ("edit/main/site/docs/", "tree/main/site/snippets"),
    ],
)
def test_the_branch_is_that_of_the_pages(edit_uri: str, folder: str) -> None:
    found = links(HOST, edit_uri)[1]
    assert found["Edit this pair"] == f"{HOST}/{folder}/layers/linear"


@pytest.mark.parametrize("edit_uri", [None, ""])
def test_without_a_branch_a_problem_can_be_reported(edit_uri: str | None) -> None:
    assert links(HOST, edit_uri)[1].keys() == {"a", "Report a problem"}


def test_a_report_names_the_pair_its_versions_and_its_place() -> None:
    address = links(HOST)[1]["Report a problem"]
    assert address.startswith(f"{HOST}/issues/new?")
    asked = parse_qs(urlsplit(address).query)
    assert asked["title"] == ["layers/linear: "]
    for part in ("layers/linear", VERSIONS, "https://example.org/page/#layers-linear"):
        assert part in asked["body"][0]


@pytest.mark.parametrize("repo_url", [HOST, f"{HOST}/", f"{HOST}.git"])
def test_colab_opens_both_notebooks_from_the_branch_of_the_site(repo_url: str) -> None:
    found = links(repo_url, branch="gh-pages")[1]
    opened = "https://colab.research.google.com/github/someone/thing/blob/gh-pages"
    for words, side in (("PyTorch", "pytorch"), ("Keras", "keras")):
        notebook = f"{opened}/downloads/layers/linear/in_{side}.ipynb"
        assert found[f"Open {words} in Colab"] == notebook


def test_colab_is_asked_for_what_a_pair_offers_for_download(
    repository: Repository,
) -> None:
    """The path in the branch is that of the published site."""
    repository.pair("layers/linear")
    assert repository.run()[0] == 0
    found = links(HOST, branch="gh-pages")[1]
    for words in ("PyTorch", "Keras"):
        path = found[f"Open {words} in Colab"].partition("/blob/gh-pages/")[2]
        assert (repository.project.root / "docs" / path).is_file()


@pytest.mark.parametrize(
    ("repo_url", "branch"),
    [(HOST, ""), ("https://gitlab.com/someone/thing", "gh-pages"), ("", "gh-pages")],
)
def test_without_a_branch_on_github_there_is_no_colab(
    repo_url: str, branch: str
) -> None:
    assert "colab" not in links(repo_url, branch=branch)[0].lower()


def test_the_theme_does_not_ask_the_host_for_numbers() -> None:
    link = f'<a href="{HOST}" class="md-source" data-md-component="source">'
    assert on_post_page(link) == f'<a href="{HOST}" class="md-source">'


def test_every_fragment_carries_the_mark(repository: Repository) -> None:
    repository.pair()
    assert repository.run()[0] == 0
    text = (repository.project.fragments / "topic/pair.md").read_text()
    (mark,) = MARK.finditer(text)
    assert (mark[1], mark[2].startswith("PyTorch ")) == ("topic/pair", True)
