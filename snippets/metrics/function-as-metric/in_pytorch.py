"""A metric of your own in PyTorch: TorchMetrics."""

# %% Labels and predictions, few positives at first
import numpy as np
import torch
from torchmetrics import Metric
from torchmetrics.classification import BinaryF1Score

rng = np.random.default_rng(0)
chance = np.linspace(0, 0.9, 64)[:, None] ** 2
labels = rng.uniform(size=(64, 1)) < chance
wrong = rng.uniform(size=(64, 1)) < 0.25
outputs = torch.from_numpy((labels ^ wrong).astype("float32"))
labels = torch.from_numpy(labels.astype("float32"))
batches = list(
    zip(outputs.split(16), labels.split(16), strict=True)
)

# %% F1 as a function, averaged over batches
f1 = BinaryF1Score()
of_each_batch = [f1(out, y) for out, y in batches]
mean_of_batches = torch.stack(of_each_batch).mean()
naive_f1 = f1.compute()  # of all that it was fed
print(f"F1 {naive_f1:.3f}, mean of batches {mean_of_batches:.3f}")


# %% F1 from counts
class F1(Metric):
    def __init__(self):
        super().__init__()
        zero = torch.tensor(0.0)
        self.add_state("hits", zero, dist_reduce_fx="sum")
        self.add_state("named", zero.clone(), dist_reduce_fx="sum")

    def update(self, out, y):
        self.hits += (y * out).sum()
        self.named += y.sum() + out.sum()

    def compute(self):
        return 2 * self.hits / self.named


own = F1()
for out, y in batches:
    own.update(out, y)
of_all_data = own.compute()
assert torch.isclose(of_all_data, naive_f1)
print(f"F1 {of_all_data:.3f}")
