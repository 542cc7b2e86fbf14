"""Lines of PyTorch as they were written years ago, tried today."""

# %% What the lines need
import warnings

import torch
from torch import nn

x = torch.ones(2, 3)
model = nn.Linear(3, 1)
loss = model(x).sum()

# %% Old lines
lines = [
    "torch.autograd.Variable(x, requires_grad=True)",
    "torch.autograd.Variable(x, volatile=True)",
    "loss.data[0]",
    "nn.functional.sigmoid(x)",
    "nn.init.xavier_uniform(model.weight)",
    "nn.utils.clip_grad_norm(model.parameters(), 1.0)",
    "nn.MSELoss(size_average=False)",
    "torch.gels(x, x)",
]
outcomes = {}
for line in lines:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            eval(line)
            outcomes[line] = "warns" if caught else "runs"
        except Exception as error:
            outcomes[line] = type(error).__name__
    print(f"{outcomes[line]:15}", line)

# %% Those that fail
ended = [s for s in outcomes.values() if s not in ("runs", "warns")]
assert len(lines) == 8 and len(ended) == 2

# %% As it is written today
with torch.no_grad():
    print(nn.functional.mse_loss(x, 0 * x, reduction="sum").item())
