"""What every room needs: where things are, how files are written and problems said.

Comes in: paths and bytes. Goes out: files that are whole or not there, and messages.
Never: anything that knows what a pair, a record or a page is. Others start from
`project`, `problems`, `store` for what is cached, `up_to_date` and `staging`.
"""
