"""Lion in PyTorch: written as an optimizer class."""

# %% The optimizer
import torch


class Lion(torch.optim.Optimizer):
    def __init__(self, params, lr=0.001, betas=(0.9, 0.99)):
        super().__init__(params, {"lr": lr, "betas": betas})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            first, second = group["betas"]
            for w in group["params"]:
                if w.grad is None:
                    continue
                m = self.state[w].setdefault(
                    "momentum", torch.zeros_like(w)
                )
                direction = m.lerp(w.grad, 1 - first).sign()
                w.sub_(direction, alpha=group["lr"])
                m.lerp_(w.grad, 1 - second)


assert not any("lion" in name.lower() for name in dir(torch.optim))

# %% Follow a list of gradients
w = torch.nn.Parameter(torch.zeros(1))
optimizer = Lion([w], lr=0.1)
path = [0.0]
for gradient in (0.5, 7.0, -0.01, -0.9, -0.9, 0.3):
    w.grad = torch.full_like(w, gradient)
    optimizer.step()
    path.append(w.item())
steps = torch.tensor(path).diff()
assert torch.allclose(steps.abs(), torch.tensor(0.1))
still = torch.nn.Parameter(torch.zeros(1))
still.grad = torch.zeros(1)
Lion([still], lr=0.1).step()
assert still == 0  # the sign of zero is zero
print([round(position, 2) for position in path[1:]])
