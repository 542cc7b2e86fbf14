"""Adam in PyTorch with weights in bfloat16: it trains."""

# %% A weight and five gradients
import torch
from torch import nn

gradients = [0.5, 0.3, 0.2, 0.4, 0.5]


def train(dtype, optimizer_class=torch.optim.Adam, **arguments):
    weight = nn.Parameter(torch.ones(1, dtype=dtype))
    optimizer = optimizer_class([weight], lr=0.1, **arguments)
    for gradient in gradients:
        weight.grad = torch.full_like(weight, gradient)
        optimizer.step()
    return weight.detach().float()


# %% The weight in bfloat16
naive = train(torch.bfloat16)
assert train(torch.bfloat16, torch.optim.AdamW) < 0.6
print(f"from 1 to {naive.item():.3f}")

# %% The weight in float32 or float16
in_float32 = train(torch.float32)
in_float16 = train(torch.float16)
assert abs(in_float16 - in_float32)[0] < 0.01
weight = nn.Parameter(torch.ones(1, dtype=torch.float16))
weight.grad = torch.full_like(weight, 1e-4)  # its square is 0
torch.optim.Adam([weight], lr=0.1).step()
assert weight.isinf()
print(f"from 1 to {in_float32.item():.3f}")

# %% A smaller beta
smaller_beta = train(torch.bfloat16, betas=(0.9, 0.99))
print(f"from 1 to {smaller_beta.item():.3f}")


# %% A model
def fit(model, mixed):
    x, y = torch.eye(2), torch.ones(2, 1)
    if not mixed:
        model, x, y = model.bfloat16(), x.bfloat16(), y.bfloat16()
    nn.init.zeros_(model.weight)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.1)
    for _ in range(10):
        optimizer.zero_grad()
        with torch.autocast("cpu", torch.bfloat16, enabled=mixed):
            loss = nn.functional.mse_loss(model(x), y)
        loss.backward()
        optimizer.step()
    return model.weight.detach().float().T


naive_kernel = fit(nn.Linear(2, 1, bias=False), mixed=False)
mixed_kernel = fit(nn.Linear(2, 1, bias=False), mixed=True)
print(f"{naive_kernel[0, 0]:.3f}, mixed {mixed_kernel[0, 0]:.3f}")
