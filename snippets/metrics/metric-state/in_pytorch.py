"""A running accuracy in PyTorch: two counters."""

# %% Labels and scores of two epochs
import numpy as np
import torch

rng = np.random.default_rng(0)
labels = torch.from_numpy(rng.integers(3, size=(4, 8)))
noise = rng.normal(size=(2, 4, 8, 3)).astype("float32")
one_hot = torch.nn.functional.one_hot(labels)
epochs = torch.from_numpy(noise) + 2 * one_hot
epochs[0] -= one_hot  # the first epoch is worse

# %% Batch by batch
naive_of_each_batch, running_accuracy = [], []
right = count = 0
for y, scores in zip(labels, epochs[0], strict=True):
    batch_right = (scores.argmax(-1) == y).sum().item()
    right, count = right + batch_right, count + len(y)
    naive_of_each_batch.append(batch_right / len(y))
    running_accuracy.append(right / count)
print("batch  ", [f"{a:.2f}" for a in naive_of_each_batch])
print("running", [f"{a:.2f}" for a in running_accuracy])

# %% The second epoch without a reset
right += (epochs[1].argmax(-1) == labels).sum().item()
count += labels.numel()
second_epoch_without_reset = right / count
print(f"second epoch {second_epoch_without_reset:.3f}")

# %% The second epoch after a reset
right = count = 0
right += (epochs[1].argmax(-1) == labels).sum().item()
count += labels.numel()
second_epoch = right / count
print(f"second epoch {second_epoch:.3f}")
