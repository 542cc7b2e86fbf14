"""The built site: strict, whole, and every link leads somewhere."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePath
from typing import Any
from xml.etree import ElementTree

import jsonschema
import nbformat
import pytest
import yaml

from scripts.claims import Claim, read_claims
from scripts.pairs import Pair, find_pairs
from scripts.plan import DATA, download_paths, placement
from scripts.project import HERE, Project
from scripts.sections import SECTIONS
from tests.published import ADDRESS, BIN

PAIRS = find_pairs(Project(HERE))
CLAIMS = read_claims(Project(HERE).claims, "docs/claims.yaml")
STUDIES = sorted(path.stem for path in Project(HERE).notebooks.glob("*.py"))
pytestmark = pytest.mark.xdist_group("site")  # one process reads it


def nav() -> dict[str, str]:
    """The pages of `mkdocs.yml`, by file, in their order."""
    text = (HERE / "mkdocs.yml").read_text(encoding="utf-8")
    plain = re.sub(r"!ENV ", "", text)
    return dict(flatten(yaml.safe_load(plain)["nav"]))


def flatten(entries: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """File and title of every page below some entries of the navigation."""
    for entry in entries:
        for title, below in entry.items():
            if isinstance(below, str):
                yield below, title
            else:
                yield from flatten(below)


def test_every_link_and_anchor_of_the_html_leads_somewhere(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    arguments = [
        "--offline",
        "--include-fragments",
        "--no-progress",
        "--root-dir",
        str(site),
    ]
    arguments += ["--index-files", "index.html", "--remap", f"{ADDRESS} file://{site}/"]
    done = subprocess.run(
        [str(BIN / "lychee"), *arguments, *map(str, pages)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"[1-9]\d+ Total", done.stdout), done.stdout


def test_no_two_pages_have_one_address(site: Path) -> None:
    tree = ElementTree.parse(site / "sitemap.xml")
    found = [str(node.text).lower() for node in tree.iter() if node.tag.endswith("loc")]
    assert len(found) == len(nav())
    assert len(found) == len(set(found))


def test_every_page_is_in_the_navigation_and_the_other_way_round() -> None:
    docs = HERE / "docs"
    pages = {p.relative_to(docs).as_posix() for p in docs.rglob("*.md")}
    pages |= {f"notebooks/{study}.ipynb" for study in STUDIES}
    assert pages == nav().keys()


def test_the_pages_mirror_the_article_in_its_order() -> None:
    assert list(nav().values())[:11] == [
        "Overview",
        "Background",
        "Architecture",
        "Functionality",
        "Flexibility and the Python ecosystem",
        "Ease of use",
        "Complex architectures",
        "Performance",
        "Debugging",
        "Community",
        "Summary",
    ]


class Ids(HTMLParser):
    """Collects ids and tags of a page."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.sources: list[str] = []
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            if name in {"src", "srcset"} or (tag == "link" and name == "href"):
                self.sources.append(value or "")


def test_ids_are_given_once(site: Path) -> None:
    for page in site.rglob("*.html"):
        ids = [i for i in Ids(page).ids if not i.startswith("__")]
        assert len(ids) == len(set(ids)), page


def test_no_page_asks_another_host_for_anything(site: Path) -> None:
    for page in site.rglob("*.html"):
        foreign = [s for s in Ids(page).sources if re.match(r"(https?:)?//", s)]
        assert [s for s in foreign if not s.startswith(ADDRESS)] == [], page


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_every_pair_is_shown_whole(site: Path, pair: Pair) -> None:
    """Its address, and every download: the programs as they are in the source."""
    shown = [p for p in site.rglob("*.html") if f'id="{pair.anchor}"' in p.read_text()]
    assert len(shown) == 1
    text = shown[0].read_text(encoding="utf-8")
    for made in download_paths(Project(HERE), pair):
        served = site / "downloads" / pair.name / made.name
        assert served.read_bytes() == made.read_bytes()
        assert f"downloads/{pair.name}/{made.name}" in text
    for snippet in pair.snippets.values():
        copy = site / "downloads" / pair.name / snippet.path.name
        assert copy.read_text(encoding="utf-8") == snippet.text


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_the_notebooks_of_a_pair_are_valid_and_hold_its_programs(
    site: Path, pair: Pair
) -> None:
    for side, snippet in pair.snippets.items():
        path = site / "downloads" / pair.name / f"in_{side}.ipynb"
        notebook = nbformat.reads(path.read_text(encoding="utf-8"), as_version=4)
        nbformat.validate(notebook)
        codes = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
        whole = [snippet.preamble] if snippet.preamble else []
        assert codes == whole + [cell.code for cell in snippet.cells]


def test_notebooks_of_pairs_are_files_and_not_pages(site: Path) -> None:
    assert [*(site / "downloads").rglob("*.html")] == []
    assert len([*(site / "downloads").rglob("in_*.ipynb")]) == 2 * len(PAIRS)


def test_what_is_generated_is_not_seen_by_git(site: Path) -> None:
    """Whatever a build writes below `docs/`, `git status` stays clean."""
    command = ["git", "ls-files", "--others", "--exclude-standard", "docs/downloads"]
    done = subprocess.run(command, cwd=HERE, capture_output=True, check=False)
    assert done.stdout == b""


def test_without_a_repository_no_page_speaks_of_one(site: Path) -> None:
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        for trace in (
            "<!-- pair:",
            "Edit this pair",
            "Report a problem",
            "md-source",
            "colab.research",
        ):
            assert trace not in text, page


def test_the_dictionary_has_a_row_for_every_pair(site: Path) -> None:
    """Complete without JavaScript, sorted, each row leading to its pair."""
    text = (site / "dictionary" / "index.html").read_text(encoding="utf-8")
    links = re.findall(r'<td><a href="[^"]*#([a-z0-9-]+)">', text)
    assert sorted(links) == sorted(pair.anchor for pair in PAIRS)
    topics = re.findall(r"<tr>\s*<td>([a-z]+)</td>", text)
    assert topics == sorted(topics)
    assert len(topics) == len(PAIRS)


def test_the_dictionary_says_what_was_compared_where(site: Path) -> None:
    compared = [p for p in PAIRS if p.declaration.compare]
    every = [p for p in compared if not p.declaration.runtimes]
    text = (site / "dictionary" / "index.html").read_text(encoding="utf-8")
    assert f"{len(compared)} of {len(PAIRS)} concepts are compared" in text
    assert f"{len(every)} of them ({len(every) / len(compared):.0%})" in text


@pytest.mark.parametrize(
    "word", ["BatchNorm2d", "BatchNormalization", "bn", "running_var"]
)
def test_a_row_is_found_by_the_names_of_both_sides(site: Path, word: str) -> None:
    text = (site / "dictionary" / "index.html").read_text(encoding="utf-8")
    rows = [row for row in text.split("<tr>") if '#layers-batch-normalization"' in row]
    assert len(rows) == 1
    assert word in rows[0]


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.id)
def test_every_claim_is_in_the_ledger_and_on_the_page_of_its_section(
    site: Path, claim: Claim
) -> None:
    page = PurePath(SECTIONS[claim.section]).stem
    for name in ("ledger", "" if page == "index" else page):
        text = (site / name / "index.html").read_text(encoding="utf-8")
        assert text.count(f'id="claim-{claim.id}"') == 1


def test_most_claims_are_decided_by_a_run() -> None:
    """At least 55; what a run cannot decide has a source or is an opinion."""
    checkable = [claim for claim in CLAIMS if claim.verdict != "opinion"]
    assert sum(claim.decided_by_run for claim in checkable) >= 55
    assert {claim.section for claim in CLAIMS} == SECTIONS.keys()


def test_the_ledger_is_served_as_data(site: Path) -> None:
    data = json.loads((site / "data" / "claims.json").read_bytes())
    schema = json.loads((site / "data" / "claims.schema.json").read_bytes())
    jsonschema.validate(data, schema)
    assert [entry["claim"]["id"] for entry in data["claims"]] == [c.id for c in CLAIMS]


def test_the_guide_cites_claims_and_nothing_in_it_is_withdrawn(site: Path) -> None:
    text = (site / "index.html").read_text(encoding="utf-8")
    assert len(set(re.findall(r'id="guide-([a-z-]+)"', text))) in {6, 7}
    assert len(re.findall(r'href="ledger/#claim-', text)) >= 12
    assert "Withdrawn" not in text


@pytest.mark.parametrize("study", STUDIES)
def test_a_case_study_is_light_and_can_be_taken_away(site: Path, study: str) -> None:
    """Under 150 kB of HTML without its figures; each figure has words."""
    folder = site / "notebooks"
    text = (folder / study / "index.html").read_text(encoding="utf-8")
    figures = re.findall(r"<figure.*?</figure>", text, flags=re.DOTALL)
    assert len(text.encode()) - sum(len(f.encode()) for f in figures) < 150_000
    assert figures
    assert all(re.search(r'aria-label="[^"]{20,}"', figure) for figure in figures)
    program = HERE / "docs" / "notebooks" / f"{study}.py"
    assert (folder / f"{study}.py").read_bytes() == program.read_bytes()
    notebook = json.loads((folder / study / f"{study}.ipynb").read_bytes())
    assert any(cell.get("outputs") for cell in notebook["cells"])


def test_the_words_of_the_glossary_are_explained_on_other_pages(site: Path) -> None:
    text = (site / "architecture" / "index.html").read_text(encoding="utf-8")
    assert re.search(r'<abbr title="[^"]{20,}">', text)


def test_every_page_allows_its_own_scripts_and_no_other(site: Path) -> None:
    """A Content-Security-Policy with the hash of each inline script it holds."""
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
        assert policy, page
        assert text.index("Content-Security-Policy") < text.index("<script"), page
        assert "script-src 'self' 'sha256-" in policy[1]
        assert not re.search(r"https?:|script-src[^;]*unsafe|\*", policy[1])
        for script in re.findall(r"<script>(.*?)</script>", text, flags=re.DOTALL):
            digest = base64.b64encode(hashlib.sha256(script.encode()).digest())
            assert f"'sha256-{digest.decode()}'" in policy[1], page
        assert not re.search(r"<[^>]+\son[a-z]+=|javascript:", text), page


@pytest.mark.parametrize("name", DATA)
def test_data_keeps_to_its_schema(site: Path, name: str) -> None:
    data = json.loads((site / "data" / f"{name}.json").read_bytes())
    schema = json.loads((site / "data" / f"{name}.schema.json").read_bytes())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data, schema)
    assert data["schema"] >= 1


@pytest.mark.parametrize("name", ["pairs", "certificates"])
def test_data_holds_every_pair_at_its_address(site: Path, name: str) -> None:
    found = json.loads((site / "data" / f"{name}.json").read_bytes())[name]
    names = {"pairs": "name", "certificates": "pair"}
    assert sorted(pair[names[name]] for pair in found) == [p.name for p in PAIRS]
    for pair in found:
        page, _, anchor = pair["address"].partition("#")
        text = (site / page / "index.html").read_text(encoding="utf-8")
        assert f'id="{anchor}"' in text


def markdown_of(page: str) -> str:
    """Where the Markdown of a page is, by the page below `docs/`."""
    stem = PurePath(page).with_suffix("")
    return (stem.parent if stem.name == "index" else stem).as_posix() + "/index.md"


def test_llms_txt_names_every_page_with_a_sentence(site: Path) -> None:
    text = (site / "llms.txt").read_text(encoding="utf-8")
    assert re.match(r"# .+\n\n> .+\n\n", text)
    listed = dict(re.findall(r"^- \[.+?\]\((\S+?)\): (.+)$", text, re.MULTILINE))
    pages = {ADDRESS + markdown_of(page).removeprefix("./") for page in nav()}
    data = {f"{ADDRESS}data/{name}.json" for name in DATA}
    assert listed.keys() == pages | data
    assert all(told.endswith((".", "?")) for told in listed.values())
    assert all((site / a.removeprefix(ADDRESS)).is_file() for a in listed)


@pytest.mark.parametrize("page", nav())
def test_every_page_has_its_markdown(site: Path, page: str) -> None:
    """Each pair of the page is in it, both programs whole, and nothing is HTML."""
    path = site / markdown_of(page)
    text, html = (path.with_suffix(end).read_text() for end in (".md", ".html"))
    assert '<link rel="alternate " type="text/markdown" href="index.md">' in html
    shown = placement(Project(HERE))
    pairs = [pair for pair in PAIRS if shown[pair.name] == page]
    assert len(re.findall(r"^Pair: \[", text, re.MULTILINE)) == len(pairs)
    for pair in pairs:
        assert f"(index.html#{pair.anchor})" in text
        assert " ".join(pair.declaration.answer.split()) in text
        assert all(s.text.strip() in text for s in pair.snippets.values())
    plain = re.sub(r"^(```+).*?^\1$|`[^`]+`", "", text, flags=re.DOTALL | re.MULTILINE)
    assert not re.search(r"</?[a-z]+[ >]|--8<--|\{ ?[.#]", plain)


def test_the_links_of_the_markdown_lead_to_files(site: Path) -> None:
    for path in site.rglob("*.md"):
        text = re.sub(r"^(```+).*?^\1$", "", path.read_text(), flags=re.DOTALL | re.M)
        for link in re.findall(r"\]\((?!https?:)([^()\s?#]+)[^()\s]*\)", text):
            assert (path.parent / link).is_file(), f"{path}: {link}"


def examples(language: str) -> list[str]:
    """The examples on the page about data that are in a language."""
    text = (HERE / "docs" / "data.md").read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("example", examples("python"))
def test_an_example_in_python_runs_as_written(site: Path, example: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", example], cwd=HERE, capture_output=True, check=False
    )
    assert (done.returncode, done.stdout != b"") == (0, True), done.stderr


@pytest.mark.parametrize("example", examples("sh"))
def test_an_example_with_curl_runs_as_written(site: Path, example: str) -> None:
    missing = [tool for tool in ("curl", "jq") if not shutil.which(tool)]
    assert not missing, f"get them with: make tools, or apt-get install {missing}"
    handler = partial(SimpleHTTPRequestHandler, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        there = example.replace(":8000", f":{server.server_port}")
        for command in re.findall(r"^curl .*$", there, re.MULTILINE):
            done = subprocess.run(
                ["bash", "-o", "pipefail", "-c", command],
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, done.stderr
            assert done.stdout.strip(), command
            assert "Error response" not in done.stdout, command
        server.shutdown()
