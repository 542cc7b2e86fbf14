"""`make bench-site`: Lighthouse on each kind of page, mobile, median of some runs.

The site is built for the address at which it is served here, so that canonical
addresses are true. Needs Node 20, npm and Chromium, and a quiet machine: the
performance score simulates a slow phone from times measured on this one.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import typer

from scripts.core.project import HERE
from tests.benchmarks.host import served

VERSION = "12.8.2"  # the newest that runs on Node 20
CHROMES = ("chromium", "chromium-browser", "google-chrome")
PAGES = ("", "functionality/", "dictionary/", "ledger/", "notebooks/carry-a-model/")
SCORES = ("performance", "accessibility", "best-practices", "seo")
FLAGS = "--headless --no-sandbox"


def main(rounds: int = 3, port: int = 8770, only: str = "") -> None:
    """Print the scores of every page, and what keeps one from a hundred."""
    tools = _tools()
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        _build(site, f"http://127.0.0.1:{port}/")
        command = _installed(Path(folder), tools["npm"])
        with served(site, port) as address:
            _head()
            for page in [only] if only else PAGES:
                url = address + page
                seen = [_audit(command, url, tools["chrome"]) for _ in range(rounds)]
                _tell(page, seen)


def _tools() -> dict[str, str]:
    """Where npm and Chromium are; exits naming what is missing."""
    chrome = os.environ.get("CHROMIUM") or next(filter(shutil.which, CHROMES), "")
    found = {"npm": shutil.which("npm"), "chrome": shutil.which(chrome)}
    if missing := [name for name, path in found.items() if not path]:
        sys.exit(f"bench-site: no {' and no '.join(missing)}; install it")
    return {name: str(path) for name, path in found.items()}


def _build(site: Path, address: str) -> None:
    mkdocs = Path(sys.executable).with_name("mkdocs")
    command: list[str | Path] = [mkdocs, "build", "--site-dir", site]
    environment = os.environ | {"SITE_URL": address, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=HERE, env=environment, check=True, capture_output=True)


def _installed(folder: Path, npm: str) -> Path:
    """Lighthouse, from `LIGHTHOUSE` or else installed into a folder."""
    if given := os.environ.get("LIGHTHOUSE"):
        return Path(given)
    wanted = f"lighthouse@{VERSION}"
    quiet = ["--no-audit", "--no-fund"]
    command = [npm, "install", *quiet, "--prefix", str(folder), wanted]
    subprocess.run(command, check=True, capture_output=True)
    return folder / "node_modules" / ".bin" / "lighthouse"


def _audit(command: Path, url: str, chrome: str) -> dict[str, Any]:
    done = subprocess.run(
        [command, url, "--quiet", "--output=json", f"--chrome-flags={FLAGS}"],
        env=os.environ | {"CHROME_PATH": chrome},
        capture_output=True,
        check=True,
    )
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def _head() -> None:
    names = (*SCORES, "LCP s", "TBT ms", "CLS", "kB")
    typer.echo(f"{'page':26}" + "".join(f"{name:>15}" for name in names))


def _tell(page: str, reports: list[dict[str, Any]]) -> None:
    """A line of medians, then every audit of the last run that lost points."""
    found = [_numbers(report) for report in reports]
    medians = [statistics.median(values) for values in zip(*found, strict=True)]
    typer.echo(f"{page or '/':26}" + "".join(f"{m:>15.4g}" for m in medians))
    performance = sorted(round(numbers[0]) for numbers in found)
    typer.echo(f"  performance of each run: {performance}")
    for name in SCORES[1:]:
        for audit in _lost(reports[-1], name):
            typer.echo(f"  {name}: {audit}")


def _numbers(report: dict[str, Any]) -> list[float]:
    scores = [100 * report["categories"][name]["score"] for name in SCORES]
    audits = report["audits"]
    units = {
        "largest-contentful-paint": 1000,
        "total-blocking-time": 1,
        "cumulative-layout-shift": 1,
        "total-byte-weight": 1000,
    }
    return scores + [audits[n]["numericValue"] / unit for n, unit in units.items()]


def _lost(report: dict[str, Any], category: str) -> list[str]:
    parts = report["categories"][category]["auditRefs"]
    audits = [report["audits"][part["id"]] for part in parts if part["weight"]]
    return [a["title"] for a in audits if a["score"] is not None and a["score"] < 1]


if __name__ == "__main__":
    typer.run(main)
