"""Log-sum-exp in PyTorch."""

# %% Small and large numbers
import torch

table = [[0.0, 1.0, 2.0], [100.0, 101.0, 102.0]]
x = torch.tensor(table)

# %% The formula as written
formula = torch.log(torch.sum(torch.exp(x), dim=1))
print(formula.tolist()[1])
formula_is_finite = torch.isfinite(formula)
assert formula_is_finite.tolist() == [True, False]

# %% The largest number first
top = torch.amax(x, dim=1, keepdim=True)
by_hand = top[:, 0] + torch.log(torch.exp(x - top).sum(dim=1))

# %% The function for it
rows = torch.logsumexp(x, dim=1)
everything = torch.logsumexp(x, dim=(0, 1))
print([f"{value:.3f}" for value in rows])
assert torch.allclose(rows, by_hand)
try:
    torch.logsumexp(x)
except TypeError:
    print("logsumexp needs dim")

# %% Its derivative is the softmax
x.requires_grad_()
(slope,) = torch.autograd.grad(torch.logsumexp(x, 1).sum(), x)
assert torch.allclose(slope, torch.softmax(x, dim=1))

# %% A row of minus infinity
masked = torch.full((2,), -torch.inf, requires_grad=True)
total = torch.logsumexp(masked, dim=0)
total.backward()
assert total == -torch.inf and masked.grad.isnan().all()
