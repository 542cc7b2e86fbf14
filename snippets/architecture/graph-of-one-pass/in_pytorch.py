"""Look at the graph that PyTorch records in a forward pass."""

# %% A function with two paths
import torch


def loss_of(x):
    wave = torch.sin(x) if x.sum() > 0 else torch.exp(torch.cos(x))
    return torch.sum(wave)


# %% The operations recorded for each input
def recorded(node):
    if node is None:
        return []
    names = [node.name()]
    for parent, _ in node.next_functions:
        names += recorded(parent)
    return names


x = torch.tensor([0.5, 1.0], requires_grad=True)
positive = recorded(loss_of(x).grad_fn)
negative = recorded(loss_of(-x).grad_fn)
assert "SinBackward0" in positive and "CosBackward0" in negative
assert "CosBackward0" not in positive
graph_sizes = [len(positive), len(negative)]
print("operations recorded:", graph_sizes)

# %% One graph, one backward pass
loss = loss_of(x)
loss.backward()
gradient = x.grad
try:
    loss.backward()
    usable_twice = True
except RuntimeError:
    usable_twice = False
assert not usable_twice
print("usable twice:", usable_twice)
