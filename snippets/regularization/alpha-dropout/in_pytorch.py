"""Alpha dropout in PyTorch."""

# %% The two values a one becomes
import numpy as np
import torch
from torch import nn

torch.manual_seed(0)
layer = nn.AlphaDropout(0.2)
ones = torch.ones(1000)
values = np.unique(layer(ones).numpy())
assert len(values) == 2 and values[0] < 0
assert 0 < values[1] != 1
print(f"dropped {values[0]:.4f}, kept {values[1]:.4f}")

# %% Mean and variance stay
rng = np.random.default_rng(0)
x = torch.from_numpy(rng.normal(size=500_000).astype("float32"))
output = layer(x)
assert not torch.isclose(output, x).all()
mean, deviation = output.mean(), output.std()
assert abs(mean) < 0.007  # five standard errors
assert abs(deviation - 1) < 0.004  # five as well

# %% At inference
values_at_inference = np.unique(layer.eval()(ones).numpy())
print("inference", values_at_inference.tolist())

# %% At rate 1
assert not nn.AlphaDropout(1.0)(ones).any()
