"""Count the operations of a training step written in PyTorch."""

# %% Count what reaches the dispatcher
import torch
from torch import nn
from torch.utils._python_dispatch import TorchDispatchMode


class Operations(TorchDispatchMode):
    count = 0

    def __torch_dispatch__(self, func, types, args=(), kwargs=None):
        self.count += func.namespace == "aten"
        return func(*args, **(kwargs or {}))


# %% A forward pass and a training step
def counts(x, *layers):
    model = nn.Sequential(*layers, nn.Linear(16, 4))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    y = torch.zeros(32, dtype=torch.long)
    for _ in range(2):  # the first round also sets things up
        with torch.no_grad(), Operations() as forward:
            model(x)
        with Operations() as step:
            optimizer.zero_grad()
            nn.functional.cross_entropy(model(x), y).backward()
            optimizer.step()
    return forward.count, step.count


# %% A dense network
x = torch.rand(32, 8)
dense_forward, dense_step = counts(x, nn.Linear(8, 16), nn.ReLU())
print("forward:", dense_forward, "- training step:", dense_step)


# %% An LSTM over 10, 20 and 40 time steps
class LastStep(nn.LSTM):
    def forward(self, x):
        return super().forward(x)[0][:, -1]


lstm_counts = []
for length in (10, 20, 40):
    x = torch.rand(32, length, 8)
    lstm_counts.append(counts(x, LastStep(8, 16, batch_first=True)))
    forward, step = lstm_counts[-1]
    print(
        f"{length} steps: forward {forward}, training step {step}"
    )
assert (
    lstm_counts[0] == lstm_counts[2]
)  # the length does not matter
