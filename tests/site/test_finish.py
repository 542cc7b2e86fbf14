"""What a builder wrote is finished as a whole, or named and left as it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scripts.core.problems import Problem, Problems
from scripts.core.project import Project
from scripts.site.finish.site import Site
from scripts.site.finish.steps import finish
from tests.finished import built_site

ADDRESS = "https://example.org/"
SITEMAP = "<urlset><url><loc>x</loc>\n  <lastmod>2026-11-27</lastmod></url></urlset>"
CONTENT = """
<h1 id="page">Page</h1>
<p>What it begins with.</p>
<p>More of it.</p>
<h2 id="topic-pair">A pair¶</h2>
<p class="pair-question">Is <code>a &lt; b</code> <em>so</em>?</p><p>No.</p>
<p class="pair-words">torch.a keras.B</p><pre><code>a = 1</code></pre>
"""


def entry(place: str, title: str) -> dict[str, str]:
    return {"location": place, "title": title, "text": "<p>All of it.</p>"}


def unfinished(root: Path, *, of_zensical: bool = False, **settings: object) -> Site:
    """A site with the files that a builder writes besides pages."""
    told: dict[str, object] = {"site_url": ADDRESS, "extra_css": ["a.css", "b.css"]}
    site = built_site(root, CONTENT, "page.md", **(told | settings))
    places = {"page/": "Page", "page/#topic-pair": "A pair¶"}
    entries = [entry(*item) for item in places.items()]
    index = {"items" if of_zensical else "docs": entries, "config": {}}
    name = "search.json" if of_zensical else "search/search_index.json"
    site.write(name, json.dumps(index))
    site.write("sitemap.xml", SITEMAP)
    for sheet in ("a.css", "b.css"):
        site.write(sheet, f"/* {sheet} */")
    return site


def finished(site: Site) -> dict[str, str]:
    """Every file of the site after it was finished."""
    finish(site.project, site.folder)
    found = (path for path in site.folder.rglob("*") if path.is_file())
    names = {path.relative_to(site.folder).as_posix(): path for path in found}
    return {
        n: p.read_text() for n, p in names.items() if p.suffix not in (".png", ".gz")
    }


@pytest.mark.parametrize("of_zensical", [False, True])
def test_the_search_knows_what_people_search_by(
    tmp_path: Path, of_zensical: bool
) -> None:
    files = finished(unfinished(tmp_path, of_zensical=of_zensical))
    index = json.loads(files.get("search.json") or files["search/search_index.json"])
    entries = index["items" if of_zensical else "docs"]
    assert [(entry["title"], entry["text"]) for entry in entries] == [
        ("Page", "<p>What it begins with.</p>"),
        (
            "A pair",
            "<p>Is <code>a &lt; b</code> so?</p> <p>torch.a keras.B</p>",
        ),
    ]


def test_a_page_has_its_markdown_its_card_its_key_and_its_policy(
    tmp_path: Path,
) -> None:
    files = finished(unfinished(tmp_path))
    html, text = files["page/index.html"], files["page/index.md"]
    for part in ("Content-Security-Policy", "og:title", "shown-key", "text/markdown"):
        assert part in html.partition("</head>")[0]
    assert text == "Text.\n"
    assert "](https://example.org/page/index.md): It" in files["llms.txt"]


def test_sheets_are_joined_in_their_order(tmp_path: Path) -> None:
    site = unfinished(tmp_path)
    page = site.folder / "page/index.html"
    links = [f'\n<link rel="stylesheet" href="../{n}.css">' for n in "ab"]
    page.write_text(page.read_text().replace("</head>", "".join(links) + "\n</head>"))
    files = finished(site)
    assert files["stylesheets/all.css"] == "/* a.css */\n/* b.css */"
    assert not files.keys() & {"a.css", "b.css"}
    assert files["page/index.html"].count('"stylesheet" href="../stylesheets/all') == 1
    assert '.css">\n' in files["page/index.html"]


def test_a_sitemap_tells_no_day_of_a_build(tmp_path: Path) -> None:
    assert "lastmod" not in finished(unfinished(tmp_path))["sitemap.xml"]
    files = finished(unfinished(tmp_path / "other", site_url=""))
    assert not [name for name in files if name.startswith("sitemap")]


def test_the_same_is_done_to_the_same(tmp_path: Path) -> None:
    sites = [finished(unfinished(tmp_path / name)) for name in ("one", "two")]
    assert sites[0] == sites[1]


def test_a_part_that_fails_names_the_page_and_leaves_all_pages(tmp_path: Path) -> None:
    site = unfinished(tmp_path)
    spoilt = site.folder / "page/index.html"
    spoilt.write_text(spoilt.read_text().replace('<meta charset="utf-8">', ""))
    before = {path: path.read_text() for path in site.folder.rglob("*.html")}
    with pytest.raises(Problems) as failed:
        finish(site.project, site.folder)
    (problem,) = failed.value.found
    assert problem.where == "docs/page.md"
    part = "scripts.site.finish.theme.allowed"
    assert problem.what.startswith(f"cannot be finished by {part}: the theme writes no")
    assert problem.remedy == f"mend what it is about, or {part[:-8]}, then: make site"
    assert {path: path.read_text() for path in site.folder.rglob("*.html")} == before


def test_a_part_that_looks_at_the_whole_site_is_named_too(tmp_path: Path) -> None:
    site = unfinished(tmp_path)
    site.write("search/search_index.json", "{")
    with pytest.raises(Problem, match=r"cannot be finished by .*search\.write_index: "):
        finish(site.project, site.folder)


@pytest.mark.parametrize(
    ("gone", "says"),
    [
        ("index.html", "site: holds no index.html; have a page docs/index.md"),
        ("search/search_index.json", "the site: has no index for its search"),
    ],
)
def test_a_site_that_is_not_whole_is_told(tmp_path: Path, gone: str, says: str) -> None:
    site = unfinished(tmp_path)
    (site.folder / gone).unlink()
    with pytest.raises(Problem, match=says):
        finish(site.project, site.folder)


def test_a_page_without_a_description_is_told(tmp_path: Path) -> None:
    site = unfinished(tmp_path)
    (tmp_path / "docs/page.md").write_text("---\ntitle: A page\n---\n\nText.\n")
    with pytest.raises((Problem, Problems), match=r"docs/page\.md: has no description"):
        finish(Project(tmp_path), site.folder)
