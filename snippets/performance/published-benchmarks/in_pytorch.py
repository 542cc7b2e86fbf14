"""The Keras team's table of 2024, seen from PyTorch."""

# %% Milliseconds per step, as published
import csv
from pathlib import Path

text = Path("keras-benchmarks-2024.csv").read_text()
rows = list(csv.DictReader(text.splitlines()))
times = {
    row.pop("task"): {name: float(ms) for name, ms in row.items()}
    for row in rows
}
print(len(times), "tasks:", *sorted({t.split()[0] for t in times}))

# %% How often each was the faster one
eager = sum(t["pytorch"] < t["keras_torch"] for t in times.values())
assert eager == len(times) == 12
compiled = [
    task
    for task, t in times.items()
    if min(t, key=t.get) == "pytorch_compiled"
]
assert len(compiled) == 4
print("eager PyTorch before Keras on PyTorch:", eager)
print("compiled PyTorch first:", ", ".join(compiled))
