"""Muon in PyTorch: for matrices only, in bfloat16."""

# %% A matrix and three gradients
import numpy as np
import torch

rng = np.random.default_rng(2)
start = torch.from_numpy(rng.normal(size=(3, 4)).astype("float32"))
gradients = torch.from_numpy(
    rng.normal(size=(3, 3, 4)).astype("float32")
)


def train(start, gradients, optimizer_class, **arguments):
    weight = torch.nn.Parameter(start.clone())
    optimizer = optimizer_class([weight], **arguments)
    for gradient in gradients:
        weight.grad = gradient
        optimizer.step()
    return weight.detach()


# %% The defaults
Muon = torch.optim.Muon
naive = train(start, gradients, Muon)
print(f"moved by {(naive - start).norm():.4f}")

# %% The same decay and scale
arguments = dict(
    lr=0.1, weight_decay=0.0, adjust_lr_fn="match_rms_adamw"
)
same_arguments = train(start, gradients, Muon, **arguments)
print(f"moved by {(same_arguments - start).norm():.2f}")

# %% One step in float32
x = gradients[0] / gradients[0].norm()
for _ in range(5):
    square = x @ x.T
    cubic, quintic = square @ x, square @ square @ x
    x = 3.4445 * x - 4.775 * cubic + 2.0315 * quintic
step_in_float32 = 0.1 * 0.2 * 4**0.5 * x
step = -train(0 * start, gradients[:1], Muon, **arguments)
apart = (step - step_in_float32).norm() / step.norm()
assert 0.001 < apart < 0.1
digits = step / 0.04
assert torch.allclose(digits, digits.bfloat16().float(), rtol=1e-6)
arguments["adjust_lr_fn"] = "original"  # the default
larger = -train(0 * start, gradients[:1], Muon, **arguments)
assert torch.allclose(0.4 * larger, step)

# %% A bias
refused = False
try:
    Muon([start[0]])
except ValueError:
    refused = True
assert refused
AdamW = torch.optim.AdamW
arguments = dict(lr=0.1, weight_decay=0.004, eps=1e-12)
bias = train(start[0], gradients[:, 0], AdamW, **arguments)
print("bias:", *(f"{number:.3f}" for number in bias.tolist()))
