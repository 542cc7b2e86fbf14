"""Running snippets: a pool of preloaded parents, a fork for each run, in a sandbox.

Comes in: runs. Goes out: records in the cache, and how each run ended.
Never: a page, nor any judgement about what a record says.
"""
