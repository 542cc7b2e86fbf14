"""Links to the sources and issues of a pair, and into the sources of pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup

from scripts.site.finish.links import MARK, linked, resolved
from scripts.site.finish.theme import repaired
from tests.finished import built_page
from tests.repository import Repository

HOST = "https://github.com/someone/thing"
VERSIONS = "PyTorch 2.13.0; Keras 3.15.1 on torch 2.13.0"
LINE = f'<p>Download <a href="a">a</a> <!-- pair: layers/linear, {VERSIONS} --></p>'


Links = Callable[..., tuple[str, dict[str, str]]]


@pytest.fixture
def links(tmp_path: Path) -> Links:
    """The line of downloads of a page, and the addresses in it by their words."""

    def made(
        repo_url: str | None, snippets: str = "tree/main/snippets/", branch: str = ""
    ) -> tuple[str, dict[str, str]]:
        page = built_page(
            tmp_path / "built",
            LINE,
            site_url="https://example.org/",
            repo_url=repo_url,
            extra={"snippets_uri": snippets, "colab_branch": branch},
        )
        page.html = linked(page)
        found = BeautifulSoup(page.content(), "html.parser").select("a")
        return page.content(), {tag.text: str(tag["href"]) for tag in found}

    return made


@pytest.mark.parametrize("repo_url", [None, ""])
def test_without_a_repository_there_is_nothing(
    links: Links, repo_url: str | None
) -> None:
    assert links(repo_url)[0] == '<p>Download <a href="a">a</a></p>'


@pytest.mark.parametrize("repo_url", [HOST, f"{HOST}/"])
def test_a_pair_leads_to_its_source(links: Links, repo_url: str) -> None:
    found = links(repo_url)[1]
    assert found["Edit this pair"] == f"{HOST}/tree/main/snippets/layers/linear"


@pytest.mark.parametrize("folder", ["tree/trunk/snippets/", "-/tree/main/snippets/"])
def test_the_folder_is_that_of_the_configuration(links: Links, folder: str) -> None:
    found = links(HOST, folder)[1]
    assert found["Edit this pair"] == f"{HOST}/{folder}layers/linear"


def test_without_a_folder_a_problem_can_be_reported(links: Links) -> None:
    assert links(HOST, "")[1].keys() == {"a", "Report a problem"}


def test_a_report_names_the_pair_its_versions_and_its_place(links: Links) -> None:
    address = links(HOST)[1]["Report a problem"]
    assert address.startswith(f"{HOST}/issues/new?")
    asked = parse_qs(urlsplit(address).query)
    assert asked["title"] == ["layers/linear: "]
    for part in ("layers/linear", VERSIONS, "https://example.org/page/#layers-linear"):
        assert part in asked["body"][0]


@pytest.mark.parametrize("repo_url", [HOST, f"{HOST}/", f"{HOST}.git"])
def test_colab_opens_both_notebooks_from_the_branch_of_the_site(
    links: Links, repo_url: str
) -> None:
    found = links(repo_url, branch="gh-pages")[1]
    opened = "https://colab.research.google.com/github/someone/thing/blob/gh-pages"
    for words, side in (("PyTorch", "pytorch"), ("Keras", "keras")):
        notebook = f"{opened}/downloads/layers/linear/in_{side}.ipynb"
        assert found[f"Open {words} in Colab"] == notebook


def test_colab_is_asked_for_what_a_pair_offers_for_download(
    links: Links, repository: Repository
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
    links: Links, repo_url: str, branch: str
) -> None:
    assert "colab" not in links(repo_url, branch=branch)[0].lower()


def test_the_theme_does_not_ask_the_host_for_numbers(tmp_path: Path) -> None:
    link = f'<a href="{HOST}" class="md-source" data-md-component="source">'
    shown = repaired(built_page(tmp_path, link))
    assert f'<a href="{HOST}" class="md-source">' in shown


@pytest.mark.parametrize(
    ("link", "becomes"),
    [
        ("/index.md#part", "../#part"),
        ("/page.md", "./"),
        ("/downloads/a/in_keras.py", "../downloads/a/in_keras.py"),
        ("/gone.md", "/gone.md"),
        ("/below/", "/below/"),
        ("other.md", "other.md"),
    ],
)
def test_a_link_into_the_sources_leads_to_what_became_of_them(
    tmp_path: Path, link: str, becomes: str
) -> None:
    """As Zensical leaves them; MkDocs has led them on already."""
    (tmp_path / "docs/downloads/a").mkdir(parents=True)
    (tmp_path / "docs/downloads/a/in_keras.py").touch()
    page = built_page(tmp_path, f'<a href="{link}">x</a>')
    assert f'<a href="{becomes}">x</a>' in resolved(page)


def test_every_fragment_carries_the_mark(repository: Repository) -> None:
    repository.pair()
    assert repository.run()[0] == 0
    text = (repository.project.fragments / "topic/pair.md").read_text()
    (mark,) = MARK.finditer(text)
    assert (mark[1], mark[2].startswith("PyTorch ")) == ("topic/pair", True)
