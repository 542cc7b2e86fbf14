"""What the built site offers to programs: data, Markdown, llms.txt, and examples."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePath

import jsonschema
import pytest

from scripts.core.project import HERE, Project
from scripts.corpus.find import find_pairs
from scripts.corpus.placement import placement
from scripts.pages.overviews.overview import OVERVIEWS
from tests.navigation import nav
from tests.published import ADDRESS

PAIRS = find_pairs(Project(HERE))
DATA = [name for overview in OVERVIEWS for name in overview.data]
pytestmark = pytest.mark.xdist_group("site")  # one process reads it


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
