"""Mixed precision with float16 in PyTorch: a scaler."""

# %% A weight with a very small gradient
import torch
from torch import nn

x, y = torch.full((1, 1), 1e-4), torch.zeros(1, 1)


def one_step(scaled, x=x, rate=1e4):
    layer = nn.Linear(1, 1, bias=False)
    nn.init.ones_(layer.weight)
    optimizer = torch.optim.SGD(layer.parameters(), lr=rate)
    scaler = torch.amp.GradScaler(
        "cpu", init_scale=2.0**15, enabled=scaled
    )
    with torch.autocast("cpu", dtype=torch.float16):
        output = layer(x)
        loss = nn.functional.mse_loss(output, y.half())
    scaler.scale(loss).backward()
    scaler.step(optimizer)
    scaler.update()
    return layer.weight.item()


# %% As first written
naive_weight = one_step(scaled=False)
print(f"weight {naive_weight:.5f}")

# %% Without scaling
weight_unscaled = one_step(scaled=False)
assert weight_unscaled == 1.0
print(f"weight {weight_unscaled:.5f}")

# %% With scaling
weight_scaled = one_step(scaled=True)
assert weight_scaled < 1.0
print(f"weight {weight_scaled:.5f}")

# %% A gradient that overflows
large = torch.full((1, 1), 200.0)
weight_after_overflow = one_step(scaled=True, x=large, rate=1e-6)
assert weight_after_overflow == 1.0  # the step is left out
