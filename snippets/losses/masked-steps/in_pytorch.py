"""The loss of padded sequences in PyTorch: a mask you write."""

# %% Two sequences, one of which is padded
import numpy as np
import torch
from torch.nn.functional import mse_loss
from torchmetrics import MeanMetric

rng = np.random.default_rng(0)
x = rng.normal(size=(2, 5, 3)).astype("float32")
y = rng.normal(size=(2, 5, 1)).astype("float32")
kernel = rng.normal(size=(3, 1)).astype("float32")
x[1, 2:] = 0  # padding
x, y = torch.from_numpy(x), torch.from_numpy(y)
kernel = torch.from_numpy(kernel)
mask = x.ne(0).any(-1)

# %% The loss and the metric
outputs = x @ kernel
naive_loss = mse_loss(outputs, y)
each = mse_loss(outputs, y, reduction="none")[..., 0]
loss = (each * mask).sum() / mask.sum()
metric = MeanMetric()(each, mask.float())
of_sequences = (each * mask).sum(1) / mask.sum(1)
assert not torch.isclose(loss, of_sequences.mean())
print(f"all steps {naive_loss:.4f}, masked {loss:.4f}")

# %% With sample weights
weights = torch.tensor([[1.0], [3.0]]).expand(2, 5)
weighted_loss = (weights * each * mask).sum() / mask.sum()
weighted_metric = MeanMetric()(each, weights * mask)
print(f"loss {weighted_loss:.4f}, metric {weighted_metric:.4f}")

# %% A loss function that returns one number
loss_of_scalar = naive_loss
print(f"loss {loss_of_scalar.item():.4f}")

# %% A target that is not a number
y[1, 4] = torch.nan  # in the padding
each = mse_loss(outputs, y, reduction="none")[..., 0]
assert (each * mask).sum().isnan()  # nan times 0
chosen = each[mask].mean()
assert torch.isclose(chosen, loss)
print(f"masked by an index {chosen.item():.4f}")
