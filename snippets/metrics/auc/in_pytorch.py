"""The area under the ROC curve in PyTorch: TorchMetrics."""

# %% Probabilities and labels
import numpy as np
import torch
from torchmetrics.classification import BinaryAUROC, MultilabelAUROC

rng = np.random.default_rng(0)
scores = rng.normal(size=400).astype("float32")
labels = scores + rng.normal(size=400) > 0.5
scores, labels = torch.from_numpy(scores), torch.from_numpy(labels)
probabilities = scores.sigmoid()
rare = (scores - 8).sigmoid()
assert rare.max() < 0.01

# %% The area
area = BinaryAUROC()
naive = area(probabilities, labels)
area.reset()
naive_of_logits = area(scores, labels)
assert naive_of_logits == naive
print(f"AUC {naive:.4f}")

# %% The same order near zero
area.reset()
naive_rare_class = area(rare, labels)
assert torch.isclose(naive_rare_class, naive)
print(f"AUC {naive_rare_class:.4f}")

# %% More thresholds, or the right ones
coarse = BinaryAUROC(thresholds=200)
rare_class_200_thresholds = coarse(rare, labels)
rare_class_many_thresholds = naive_rare_class
rare_class_own_thresholds = naive_rare_class
wins = rare[labels][:, None] > rare[~labels]
assert torch.isclose(wins.float().mean(), naive_rare_class)
print(f"AUC {rare_class_200_thresholds:.4f} from 200 thresholds")

# %% Several labels
two = torch.from_numpy(rng.normal(size=(400, 2)).astype("float32"))
truth = two * torch.tensor([1.0, 4.0]) > torch.tensor([0.5, -2.0])
truth ^= torch.from_numpy(rng.uniform(size=(400, 2)) < 0.2)
by_label = MultilabelAUROC(num_labels=2, thresholds=200)
two_labels = naive_two_labels = by_label(two.sigmoid(), truth)
print(f"AUC {two_labels:.4f}, the mean of two labels")
