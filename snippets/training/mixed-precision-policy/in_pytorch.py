"""Mixed precision in PyTorch: a context."""

# %% A model with one weight
import torch
from torch import nn

x, y = torch.tensor([[1.0]]), torch.tensor([[0.0]])
third = torch.tensor([[1 / 3]])


def one_weight():
    model = nn.Linear(1, 1, bias=False)
    nn.init.ones_(model.weight)
    return model


def step(model, x, y):  # the gradient is 2, the step 0.001
    optimizer = torch.optim.SGD(model.parameters(), lr=0.0005)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        output = model(x)
    nn.functional.mse_loss(output.float(), y).backward()
    optimizer.step()
    return model.weight.item()


# %% Mixed precision
mixed = one_weight()
with torch.autocast("cpu", dtype=torch.bfloat16):
    output = mixed(third)
output_is_bfloat16 = output.dtype == torch.bfloat16
weight_is_float32 = mixed.weight.dtype == torch.float32
mixed_output = output.item()
print(f"1/3 becomes {mixed_output:.4f}")

# %% One small step
mixed_weight_after_step = step(mixed, x, y)
print(f"mixed: weight 1.000 -> {mixed_weight_after_step:.3f}")

# %% The same step, everything in bfloat16
pure_weight_after_step = step(one_weight().bfloat16(), x, y)
assert pure_weight_after_step == 1.0
print(f"pure:  weight 1.000 -> {pure_weight_after_step:.3f}")
