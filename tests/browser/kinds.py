"""One page of every kind, none of them long: what holds for it holds for its kind."""

from __future__ import annotations

KINDS = {
    "overview": "./",
    "article": "community/",
    "dictionary": "dictionary/",
    "ledger": "ledger/",
    "defaults": "defaults/",
    "reference": "reference/export/",
    "porting": "porting/keras-to-pytorch/",
    "study": "notebooks/image-classifier/",
    "measured": "measured/code-size/",
    "mistakes": "measured/debugging/",
    "changes": "changes/",
    "glossary": "glossary/",
}

TABLES = {"dictionary": "table:has(.aliases)", "ledger": "table:has(.row-address)"}
