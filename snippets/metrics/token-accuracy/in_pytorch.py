"""Accuracy over tokens in PyTorch: TorchMetrics counts tokens."""

# %% A batch of long sequences, a batch of short ones
import numpy as np
import torch
from torchmetrics.classification import MulticlassAccuracy

rng = np.random.default_rng(0)
batches = []
for length, margin in (12, 2), (3, 0):
    labels = torch.from_numpy(rng.integers(1, 5, size=(4, length)))
    scores = torch.from_numpy(rng.normal(size=(4, length, 5)))
    scores += margin * torch.nn.functional.one_hot(labels, 5)
    batches.append((labels, scores.float()))

# %% Over tokens and over sequences
tokens = MulticlassAccuracy(5, average="micro")
of_each_sequence = []
for labels, scores in batches:
    tokens.update(scores.mT, labels)  # (batch, classes, time)
    each = MulticlassAccuracy(
        5, average="micro", multidim_average="samplewise"
    )
    of_each_sequence.append(each(scores.mT, labels))
of_tokens = naive_accuracy = tokens.compute()
of_sequences = torch.cat(of_each_sequence).mean()
print(f"tokens {of_tokens:.3f}")
print(f"sequences {of_sequences:.3f}")

# %% Padding left out
labels, scores = batches[0]
labels[:, 8:] = 0  # padding
real = MulticlassAccuracy(5, average="micro", ignore_index=0)
without_padding = real(scores.mT, labels)
hits = scores.argmax(-1) == labels
expected = hits[labels != 0].float().mean()
assert torch.isclose(without_padding, expected)
print(f"without padding {without_padding:.3f}")
