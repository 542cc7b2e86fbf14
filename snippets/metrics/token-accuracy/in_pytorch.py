"""Accuracy over tokens in PyTorch: count tokens."""

# %% A batch of long sequences, a batch of short ones
import numpy as np
import torch

rng = np.random.default_rng(0)
batches = []
for length, margin in (12, 2), (3, 0):
    labels = torch.from_numpy(rng.integers(1, 5, size=(4, length)))
    scores = torch.from_numpy(rng.normal(size=(4, length, 5)))
    scores += margin * torch.nn.functional.one_hot(labels, 5)
    batches.append((labels, scores.float()))
right = [scores.argmax(-1) == y for y, scores in batches]

# %% Over tokens and over sequences
of_tokens = torch.cat([r.flatten() for r in right]).float().mean()
naive_accuracy = of_tokens
of_sequences = torch.cat([r.float().mean(-1) for r in right]).mean()
print(f"tokens {of_tokens.item():.3f}")
print(f"sequences {of_sequences.item():.3f}")

# %% Padding left out
labels, scores = batches[0]
labels[:, 8:] = 0  # padding
real = labels != 0
right = scores.argmax(-1) == labels
without_padding = right[real].float().mean()
print(f"without padding {without_padding.item():.3f}")
