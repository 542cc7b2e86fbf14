"""Predictions in PyTorch: eval and inference_mode."""

# %% A model with dropout
import numpy as np
import torch
from torch import nn

torch.manual_seed(0)
rng = np.random.default_rng(0)
x = torch.from_numpy(rng.normal(size=(10, 6)).astype("float32"))
y = torch.from_numpy(rng.normal(size=(10, 1)).astype("float32"))
kernel = rng.normal(size=(6, 1)).astype("float32")
model = nn.Sequential(nn.Dropout(0.5), nn.Linear(6, 1, bias=False))
model[1].weight = nn.Parameter(torch.from_numpy(kernel.T))

# %% Call it
naive_output = model(x)
assert naive_output.requires_grad
naive_output = naive_output.detach()

# %% After eval()
model.eval()
assert model(x).requires_grad  # eval() does not end that
with torch.no_grad():
    assert not model(x).requires_grad

# %% Predict
with torch.inference_mode():
    predictions = torch.cat([model(batch) for batch in x.split(4)])
assert not torch.allclose(predictions, naive_output)
predictions = predictions.numpy()
print("first:", [f"{p:.3f}" for p in predictions[:3, 0]])

# %% Evaluate
with torch.inference_mode():
    batches = zip(x.split(4), y.split(4), strict=True)
    squares = [((model(a) - b) ** 2).sum() for a, b in batches]
loss = sum(squares) / len(x)
print(f"loss {loss:.3f}")
