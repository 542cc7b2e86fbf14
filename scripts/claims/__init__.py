"""The claims of the article and the decision guide, held against pairs and cells.

Comes in: `docs/claims.yaml`, `docs/guide.yaml`, pairs and cells. Goes out: verdicts
whose evidence stands, or every problem. Never: a run.
"""
