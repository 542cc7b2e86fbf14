"""Pages about all pairs at once, and the same as data for programs.

Comes in: entries. Goes out: fragments and JSON. Never: the files of one pair.
Others use `overview`, which lists what there is.
"""
