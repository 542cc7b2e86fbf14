"""A run that goes over a limit ends with its own status; the others finish."""

from __future__ import annotations

import textwrap

import pytest

from tests.repository import SNIPPET, TOML, Repository

LIMITS = TOML + "[limits]\nseconds = {}\nmemory_mib = 300\nprocesses = 4\n"
SHORT, ENOUGH, LONG = LIMITS.format(1.5), LIMITS.format(20), LIMITS.format(300)
"""Short for what has to be stopped by the clock, long for all else: a busy machine
takes its time."""

BEHAVIOURS = {
    "hangs": ("while True: pass", "timeout on keras-torch: still runs after 1.5 s", 3),
    "sleeps": ("import time\ntime.sleep(999)", "timeout on", 4),
    "prints without end": (
        "while True: print('x' * 60)",
        "output-limit on keras-torch: prints more than 64 KiB",
        3,
    ),
    "prints too much": (
        "for _ in range(2000): print('x' * 60)",
        "output-limit on keras-torch: prints more than 64 KiB",
        None,
    ),
    "writes natively without end": (
        "import os\nwhile True: os.write(1, b'x' * 999)",
        "output-limit on",
        4,
    ),
    "takes memory": ("x = bytearray(10**9)", "memory-limit on", 3),
    "starts processes": (
        "import os, time\nfor _ in range(9): os.fork() or time.sleep(999)\nos.wait()",
        "process-limit on keras-torch: has more than 4 processes",
        None,
    ),
    "kills itself": (
        "import os\nos.kill(os.getpid(), 9)",
        "signal on keras-torch: was ended by SIGKILL",
        None,
    ),
    "crashes": (
        "import ctypes\nctypes.string_at(0)",
        "signal on keras-torch: was ended by SIGSEGV",
        4,
    ),
    "recurses": ("f = lambda: f()\nf()", "error on keras-torch: RecursionError", 3),
}


@pytest.mark.parametrize("name", BEHAVIOURS)
def test_status(repository: Repository, name: str) -> None:
    code, expected, line = BEHAVIOURS[name]
    text = "# %% Only\nvalue = 1\n"
    repository.pair("topic/sound", SNIPPET)
    limits = SHORT if expected.startswith("timeout") else LONG
    repository.pair(pytorch=text, keras=text + code, toml=limits)
    before = repository.files()
    ended, printed = repository.run()
    assert ended == 1
    at = f"snippets/topic/pair/in_keras.py:{line}: " if line else expected
    assert expected in printed, printed
    assert at in printed, printed
    assert "topic/sound on keras-torch: ok" in printed
    assert repository.files() == before


def test_what_hangs_is_not_remembered(repository: Repository) -> None:
    text, hangs = "# %% Only\nvalue = 1\n", "import time\ntime.sleep(999)"
    folder = repository.pair(pytorch=text, keras=text + hangs, toml=ENOUGH)
    assert repository.run()[0] == 1
    (folder / "in_keras.py").write_text(text)
    assert "1 of 2 runs made" in repository.run()[1]


def test_what_hangs_in_a_fork_only_is_run_in_a_fresh_process(
    repository: Repository,
) -> None:
    """Forked from a parent that imported numpy, it hangs; started alone, it ends."""
    text = textwrap.dedent(
        """
        # %% Only
        import sys
        import time
        if "numpy" in sys.modules:
            time.sleep(999)
        value = 1
        """
    )
    repository.pair(pytorch=text, toml=ENOUGH)
    code, printed = repository.run()
    assert (code, "2 of 2 runs made" in printed) == (0, True), printed


def test_nothing_that_a_snippet_started_is_left_running(
    repository: Repository,
) -> None:
    import psutil

    text = (
        "# %% Only\nimport subprocess, sys\nvalue = 1\n"
        "subprocess.Popen([sys.executable, '-c',\n"
        "                  'import time; time.sleep(77.25)'])\n"
    )
    repository.pair(pytorch=text)
    assert repository.run()[0] == 0
    left = [p for p in psutil.process_iter(["cmdline"]) if "77.25" in str(p.info)]
    assert not left
