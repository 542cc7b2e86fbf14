"""Variance and norms in PyTorch."""

# %% The same numbers
import numpy as np
import torch

rng = np.random.default_rng(0)
table = rng.normal(size=(4, 3)).astype("float32")
table[3] = 0.0
x = torch.from_numpy(table)

# %% Spread
naive_variance = torch.var(x, dim=0)
naive_deviation = torch.std(x, dim=0)
print(f"deviation, default: {naive_deviation[0]:.3f}")
variance = torch.var(x, dim=0, correction=0)
deviation = torch.std(x, dim=0, correction=0)
print(f"deviation, over n: {deviation[0]:.3f}")
assert torch.allclose(naive_variance, variance * 4 / 3)

# %% Length
row_norms = torch.linalg.norm(x, dim=1)
frobenius = torch.linalg.norm(x)
print(f"Frobenius norm {frobenius:.3f}")

# %% Scale rows to length one
unit_rows = torch.nn.functional.normalize(x, dim=1)
assert torch.allclose(unit_rows[0].norm(), torch.tensor(1.0))
assert torch.equal(unit_rows[3], torch.zeros(3))

# %% The slope of a constant or a row of zeros
for function in (torch.std, torch.linalg.norm):
    flat = torch.zeros(3, requires_grad=True)
    function(flat).backward()
    assert not flat.grad.any()  # zero, not NaN
flat = torch.zeros(3, requires_grad=True)
(flat.square().sum() + 1e-12).sqrt().backward()
safe_slope = flat.grad
print("slope", safe_slope.tolist())
