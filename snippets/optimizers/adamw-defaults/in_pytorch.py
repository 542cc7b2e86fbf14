"""AdamW in PyTorch: decay 0.01, groups spare the biases."""

# %% Ten steps with a zero gradient
import torch


def decay(optimizer, weights):
    for _ in range(10):
        for w in weights:
            w.grad = torch.zeros_like(w)
        optimizer.step()
    return [w.tolist() for w in weights]


def make_weights():
    return [torch.nn.Parameter(torch.ones(())) for _ in range(2)]


# %% The default decay
weights = make_weights()
naive = decay(torch.optim.AdamW(weights, lr=0.1), weights)
assert abs(naive[0] - (1 - 0.1 * 0.01) ** 10) < 1e-5
print([round(w, 4) for w in naive])

# %% The same decay
weights = make_weights()
optimizer = torch.optim.AdamW(weights, lr=0.1, weight_decay=0.01)
matched = decay(optimizer, weights)
print([round(w, 4) for w in matched])

# %% The bias spared
weights = make_weights()
kernel, bias = weights
groups = [
    {"params": [kernel]},
    {"params": [bias], "weight_decay": 0.0},
]
optimizer = torch.optim.AdamW(groups, lr=0.1, weight_decay=0.01)
bias_spared = decay(optimizer, weights)
assert bias_spared[1] == 1
print([round(w, 4) for w in bias_spared])
norm = torch.nn.LayerNorm(2)
kernel = torch.nn.Parameter(torch.ones(2))
groups = [
    {"params": [kernel]},
    {"params": norm.parameters(), "weight_decay": 0.0},
]
optimizer = torch.optim.AdamW(groups, lr=0.1, weight_decay=0.01)
norm_spared = decay(optimizer, [kernel, *norm.parameters()])
assert norm_spared[1] == [1, 1]

# %% A weight in bfloat16
weight = torch.nn.Parameter(torch.ones((), dtype=torch.bfloat16))
(in_bfloat16,) = decay(
    torch.optim.AdamW([weight], lr=0.1), [weight]
)
assert in_bfloat16 == 1  # 0.999 rounds to 1
