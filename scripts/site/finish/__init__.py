"""What is done to the site that a builder wrote, before it is checked and published.

Comes in: a folder of MkDocs or Zensical. Goes out: the same folder, finished, by
`steps.finish`. Never: an event or an object of a builder.
"""
