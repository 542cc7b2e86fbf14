"""Inside the sandbox: the fork server of a runtime, and what a run does in its child.

Comes in: requests through a pipe. Goes out: outcomes, through the same pipe.
Never: a file of the project is written.
"""
