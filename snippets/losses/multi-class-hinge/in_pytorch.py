"""The multi-class hinge loss in PyTorch."""

# %% Scores of four classes
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
scores = rng.normal(size=(6, 4)).astype("float32")
scores = torch.from_numpy(scores)
labels = torch.tensor([0, 1, 2, 3, 1, 1])

# %% The ready-made loss
multi_margin = nn.MultiMarginLoss()
naive = multi_margin(scores, labels)
print(f"ready-made {naive.item():.4f}")


# %% Both definitions
def categorical_hinge(scores, labels):
    index = labels.unsqueeze(1)
    own = scores.gather(1, index).squeeze(1)
    worst = scores.scatter(1, index, 0.0).amax(1)  # at least 0
    return (1 - own + worst).relu().mean()


sum_of_violations = naive
worst_violation = categorical_hinge(scores, labels)
print(f"sum over classes {sum_of_violations.item():.4f}")
print(f"worst class {worst_violation.item():.4f}")

# %% Lower all scores by 3
lower = scores - 3
sum_after_shift = multi_margin(lower, labels)
worst_after_shift = categorical_hinge(lower, labels)
assert torch.isclose(sum_after_shift, sum_of_violations)
assert not torch.isclose(worst_after_shift, worst_violation)
print(f"worst class {worst_after_shift.item():.4f}")
