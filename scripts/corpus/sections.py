"""The sections of the article, each with the page of the site that mirrors it."""

from __future__ import annotations

SECTIONS = {
    "introduction": "index.md",
    "background": "background.md",
    "architecture": "architecture.md",
    "functionality": "functionality.md",
    "flexibility": "flexibility.md",
    "ease-of-use": "ease-of-use.md",
    "complex-architectures": "complex-architectures.md",
    "performance": "performance.md",
    "debugging": "debugging.md",
    "community": "community.md",
    "summary": "summary.md",
}
