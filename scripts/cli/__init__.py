"""The commands of `python -m scripts`: arguments, progress, exit codes.

Comes in: words of a person. Goes out: lines on the terminal. Never: work of its own.
Others call `main.main`.
"""
