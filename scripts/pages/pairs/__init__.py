"""Everything that is drawn of one pair: its fragment, its plain text, its downloads.

Comes in: a pair, its records and its certificate. Goes out: files, as bytes by path;
`files.render_pair` makes all of them. Never: anything about other pairs.
"""
