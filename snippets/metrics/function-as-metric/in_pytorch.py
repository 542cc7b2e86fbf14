"""A metric of your own in PyTorch: counters."""

# %% Labels and predictions, few positives at first
import numpy as np
import torch

rng = np.random.default_rng(0)
chance = np.linspace(0, 0.9, 64)[:, None] ** 2
labels = rng.uniform(size=(64, 1)) < chance
wrong = rng.uniform(size=(64, 1)) < 0.25
outputs = torch.from_numpy((labels ^ wrong).astype("float32"))
labels = torch.from_numpy(labels.astype("float32"))


# %% F1 as a function, averaged over batches
def f1(y, out):
    return 2 * (y * out).sum() / (y.sum() + out.sum())


batches = list(
    zip(labels.split(16), outputs.split(16), strict=True)
)
scores = [f1(y, out) for y, out in batches]
mean_of_batches = torch.stack(scores).mean()
print(f"F1 {mean_of_batches.item():.3f}")

# %% F1 from counts
hits = named = 0
for y, out in batches:
    hits += (y * out).sum()
    named += y.sum() + out.sum()
of_all_data = 2 * hits / named
assert torch.isclose(of_all_data, f1(labels, outputs))
print(f"F1 {of_all_data.item():.3f}")
