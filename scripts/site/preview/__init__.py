"""The preview: what is saved is run and stands in the open page, without a build.

Comes in: a checkout in which somebody writes. Goes out: pages over HTTP, and what
changes in them as server-sent events. Never: a file outside of `.cache/preview`, but
for what the build of a saved snippet writes.

`server` answers browsers. A page is the HTML of the last whole build, in which what
has changed since is put by `pages`: the section of a pair, or all that its Markdown
gives. `worker` is the process that keeps the runtimes and runs what is saved, and
`whole_build` one that builds the site while nobody waits for it.
"""
