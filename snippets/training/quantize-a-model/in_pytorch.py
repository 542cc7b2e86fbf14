"""Quantize the linear layers of a model in PyTorch."""

# %% A trained model
import warnings

import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
kernels = [rng.normal(size=s) / 4 for s in [(16, 32), (32, 8)]]
x = torch.from_numpy(rng.normal(size=(4, 16)).astype("float32"))
model = nn.Sequential(
    nn.Linear(16, 32, bias=False),
    nn.ReLU(),
    nn.Linear(32, 8, bias=False),
)
for layer, kernel in zip(
    (model[0], model[2]), kernels, strict=True
):
    layer.load_state_dict({"weight": torch.tensor(kernel.T)})
with torch.no_grad():
    exact_output = model(x)
bytes_before = [model[0].weight.nbytes, model[2].weight.nbytes]
print("bytes:", bytes_before)

# %% Quantize it
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    small = torch.ao.quantization.quantize_dynamic(
        model, {nn.Linear}, torch.qint8
    )
assert caught[0].category is DeprecationWarning
assert "torchao" in str(caught[0].message)
print(str(caught[0].message).split(" and ")[0])

# %% Bytes and error
weights = [small[i].weight().int_repr() for i in (0, 2)]
bytes_after = [weight.nbytes for weight in weights]
print("bytes:", bytes_after)
integers = weights[1].T
scheme = small[2].weight().qscheme()
assert scheme == torch.per_tensor_affine  # one for the matrix
with torch.no_grad():
    error = (small(x) - exact_output).abs().max()
assert 0 < error < 0.02 * exact_output.abs().max()
