"""Adafactor in PyTorch: its epsilon bounds the denominator."""

# %% Three gradients of a matrix
import numpy as np
import torch

rng = np.random.default_rng(0)
start = torch.from_numpy(rng.normal(size=(3, 4)).astype("float32"))
gradients = torch.from_numpy(
    rng.normal(size=(3, 3, 4)).astype("float32")
)


def train(start, gradients, **arguments):
    weight = torch.nn.Parameter(start.clone())
    optimizer = torch.optim.Adafactor([weight], **arguments)
    for gradient in gradients:
        weight.grad = gradient
        optimizer.step()
    return weight.detach()


# %% The defaults
naive = train(start, gradients)
assert naive.equal(train(start, gradients, lr=0.01))
print(f"moved by {(naive - start).norm():.4f}")

# %% The same rate
matrix = train(start, gradients, lr=0.1)
bias = train(start[0], gradients[:, 0], lr=0.1)
print(f"moved by {(matrix - start).norm():.3f}")
at_most_one = train(start, gradients, lr=1.0)
assert at_most_one.equal(train(start, gradients, lr=10.0))

# %% The kernel of a convolution
kernel = rng.normal(size=(3, 3, 2, 4)).astype("float32")
pulls = rng.normal(size=(3, 3, 3, 2, 4)).astype("float32")
kernel, pulls = torch.from_numpy(kernel), torch.from_numpy(pulls)
ported = train(
    kernel.permute(3, 2, 0, 1), pulls.permute(0, 4, 3, 1, 2), lr=0.1
)
convolution = ported.permute(2, 3, 1, 0)
same_layout = train(kernel, pulls, lr=0.1)
print(f"moved by {(convolution - kernel).norm():.3f}")

# %% Small gradients
small = 1e-4 * gradients
naive_small_gradients = train(start, small, lr=0.1)
eps = torch.finfo(torch.float32).eps
by_hand = train(start, small, lr=0.1, eps=(eps, 1e-3))
assert naive_small_gradients.equal(by_hand)
moved = (naive_small_gradients - start).norm()
print(f"moved by {moved:.3f}")
small_gradients = train(start, small, lr=0.1, eps=(1e-30, 1e-3))
assert torch.allclose(small_gradients, matrix)
