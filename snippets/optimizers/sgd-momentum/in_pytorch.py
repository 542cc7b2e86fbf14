"""SGD with momentum in PyTorch: the rate is applied last."""

# %% A parabola to roll down
import matplotlib.pyplot as plt
import numpy as np
import torch


def path(lr, drop_after=None):
    w = torch.nn.Parameter(torch.tensor(1.0))
    optimizer = torch.optim.SGD([w], lr=lr, momentum=0.9)
    scheduler = torch.optim.lr_scheduler.MultiStepLR(
        optimizer, [drop_after] if drop_after else []
    )
    positions = [w.item()]
    for _ in range(20):
        w.grad = w.detach().clone()  # the slope of w**2 / 2
        optimizer.step()
        scheduler.step()
        positions.append(w.item())
    return np.array(positions)


# %% The default rate
naive = path(torch.optim.SGD([torch.zeros(1)]).defaults["lr"])
print(f"position after 20 steps {naive[-1]:.4f}")

# %% The same constant rate
constant_rate = path(0.1)
print(f"position after 20 steps {constant_rate[-1]:.4f}")

# %% A rate ten times smaller from the sixth step on
dropped_rate = path(0.1, drop_after=5)
before, after = np.diff(dropped_rate)[4:6]
velocity = before / 0.1
assert np.isclose(after, 0.01 * (0.9 * velocity - dropped_rate[5]))
print(f"position after 20 steps {dropped_rate[-1]:.4f}")

fig, ax = plt.subplots()
ax.plot(constant_rate, label="constant rate")
ax.plot(dropped_rate, label="rate drops after 5 steps")
ax.set(title="SGD in PyTorch", xlabel="step", ylabel="position")
ax.legend()
