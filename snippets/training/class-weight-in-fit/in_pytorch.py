"""Class weights in PyTorch: a weighted mean."""

# %% Few samples of class one
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x = torch.from_numpy(rng.normal(size=(8, 3)).astype("float32"))
y = torch.tensor([0, 0, 1, 0, 0, 0, 1, 0])
weights = torch.tensor([1.0, 3.0])


def one_step(loss_function):
    model = nn.Linear(3, 2, bias=False)
    nn.init.zeros_(model.weight)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    loss_function(model(x), y).backward()
    optimizer.step()
    return model.weight.detach().T  # (inputs, classes)


# %% Pass the weights
weighted = nn.CrossEntropyLoss(weight=weights)
naive_kernel_after_step = one_step(weighted)


# %% Average over the samples
def mean_over_samples(logits, y):
    each = nn.CrossEntropyLoss(reduction="none")(logits, y)
    return (weights[y] * each).mean()


kernel_after_step = one_step(mean_over_samples)

# %% How the steps relate
ratio_of_steps = weights[y].sum() / len(y)
ratio = kernel_after_step / naive_kernel_after_step
assert torch.allclose(ratio, ratio_of_steps)
print(f"per sample / per weight: {ratio_of_steps:.3f}")
