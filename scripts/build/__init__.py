"""A build: what is due, made by other rooms, and written when all of it is sound.

Comes in: what a person asks for. Goes out: files of `results/`, `build/` and `docs/`.
Never: how a run is made, or what a page looks like.
"""
