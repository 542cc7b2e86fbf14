"""A build: what is due, made by other rooms, and written when all of it is sound.

Comes in: what a person asks for. Goes out: files of `results/`, `build/` and `docs/`.
Never: how a run is made, or what a page looks like. Others call `build.build`,
`redraw.redraw` and `versions.upgrade`, with the `options` of a build.
"""
