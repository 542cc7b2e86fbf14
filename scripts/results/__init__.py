"""What runs gave: records by key, their comparison, certificates, summaries.

Comes in: pairs, and records as a run left them. Goes out: what is committed in
`results/` and what follows from it. Never: a framework is imported or run. Others start
from `runs`, `records`, `cache`, `committed` and, for pages, `entries`.
"""
