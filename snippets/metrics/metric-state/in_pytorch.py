"""A running accuracy in PyTorch: TorchMetrics holds state."""

# %% Labels and scores of two epochs
import numpy as np
import torch
from torchmetrics.classification import MulticlassAccuracy

rng = np.random.default_rng(0)
labels = torch.from_numpy(rng.integers(3, size=(4, 8)))
noise = rng.normal(size=(2, 4, 8, 3)).astype("float32")
one_hot = torch.nn.functional.one_hot(labels)
epochs = torch.from_numpy(noise) + 2 * one_hot
epochs[0] -= one_hot  # the first epoch is worse

# %% Batch by batch
accuracy = MulticlassAccuracy(3, average="micro")
naive_of_each_batch, running_accuracy = [], []
for y, scores in zip(labels, epochs[0], strict=True):
    naive_of_each_batch.append(accuracy(scores, y).item())
    running_accuracy.append(accuracy.compute().item())
print("batch  ", [f"{a:.2f}" for a in naive_of_each_batch])
print("running", [f"{a:.2f}" for a in running_accuracy])

# %% The second epoch without a reset
flat_labels, flat_scores = labels.flatten(), epochs[1].flatten(0, 1)
accuracy.update(flat_scores, flat_labels)
second_epoch_without_reset = accuracy.compute()
print(f"second epoch {second_epoch_without_reset:.3f}")

# %% The second epoch after a reset
accuracy.reset()
accuracy.update(flat_scores, flat_labels)
second_epoch = accuracy.compute()
hits = flat_scores.argmax(-1) == flat_labels
assert torch.isclose(second_epoch, hits.float().mean())
print(f"second epoch {second_epoch:.3f}")
