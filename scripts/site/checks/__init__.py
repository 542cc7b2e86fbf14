"""What must be true of the sources and of the built site before readers see it.

Comes in: a folder. Goes out: problems. Never: a file that is changed.
"""
