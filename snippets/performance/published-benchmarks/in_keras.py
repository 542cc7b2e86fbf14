"""The Keras team's table of 2024, seen from Keras."""

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
def before(engine, other):
    return sum(t[engine] < t[other] for t in times.values())


on_tensorflow = before("keras_tensorflow", "pytorch")
on_torch = before("keras_torch", "pytorch")
assert on_tensorflow == len(times) == 12
assert on_torch == 0
assert before("keras_tensorflow", "pytorch_compiled") == 8
ratios = sorted(
    t["keras_torch"] / t["pytorch"]
    for task, t in times.items()
    if "generate" not in task
)
assert ratios[0] > 1 and ratios[-1] < 2.1
print("Keras on TensorFlow before eager PyTorch:", on_tensorflow)
print("Keras on PyTorch before eager PyTorch:", on_torch)
