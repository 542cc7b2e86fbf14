"""A causal convolution in PyTorch: pad the left by hand."""

# %% The same sequences and kernel
import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

rng = np.random.default_rng(0)
sequences = rng.normal(size=(2, 10, 3)).astype("float32")
kernel = rng.normal(size=(3, 3, 4)).astype("float32")
x = torch.from_numpy(sequences).transpose(1, 2)
changed = x.clone()
changed[:, :, -1] += 1  # only the last step

# %% The line a reader copies first
try:
    nn.Conv1d(3, 4, 3, padding="causal")
except ValueError as error:
    print(str(error).split(",")[0])
conv = nn.Conv1d(3, 4, 3, dilation=2, padding="same", bias=False)
with torch.no_grad():
    conv.weight.copy_(torch.from_numpy(kernel.transpose(2, 1, 0)))
naive = conv(x).transpose(1, 2)
gap = (conv(changed) - conv(x)).abs()[:, :, :-1].max()
naive_earlier_steps_change = bool(gap > 1e-3)
print("sees the future:", naive_earlier_steps_change)

# %% Pad the past only
causal = nn.Conv1d(3, 4, 3, dilation=2, bias=False)
causal.load_state_dict(conv.state_dict())
output = causal(F.pad(x, (2 * (3 - 1), 0)))  # left, right
matched = output.transpose(1, 2)

# %% Train one step
optimizer = torch.optim.SGD(causal.parameters(), lr=0.1)
output.square().mean().backward()
optimizer.step()
kernel_after_step = causal.weight.permute(2, 1, 0)
