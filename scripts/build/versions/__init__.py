"""What other versions of the frameworks change: all pairs run on them and summed up.

Comes in: packages to lay over those that are installed. Goes out: a summary for each
set of versions, and what differs. Never: a change of what is installed.
"""
