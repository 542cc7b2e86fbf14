"""A convolutional LSTM in PyTorch: a module you write."""

# %% The same frames and weights
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
frames = rng.normal(size=(2, 3, 6, 5, 2)).astype("float32")
shapes = [(3, 3, 2, 16), (3, 3, 4, 16), (16,)]
weights = [rng.normal(size=s).astype("float32") / 4 for s in shapes]
found = [n for n in dir(nn) if "lstm" in n.lower()]
assert found == ["LSTM", "LSTMCell"]  # none with a convolution


# %% The layer
class ConvLSTM(nn.Module):
    def __init__(self, channels, units, size):
        super().__init__()
        self.units = units
        self.gates = nn.Conv2d(
            channels + units, 4 * units, size, padding="same"
        )

    def forward(self, frames, order="ifgo"):
        batch, _, _, height, width = frames.shape
        h = c = torch.zeros(batch, self.units, height, width)
        steps = []
        for x in frames.unbind(dim=1):
            parts = self.gates(torch.cat([x, h], dim=1)).chunk(4, 1)
            part = dict(zip(order, parts, strict=True))
            i, f, o = (part[name].sigmoid() for name in "ifo")
            c = f * c + i * part["g"].tanh()
            h = o * c.tanh()
            steps.append(h)
        return torch.stack(steps, dim=1)


# %% Carry the weights over
kernel, recurrent_kernel, bias = weights
both = np.concatenate([kernel, recurrent_kernel], axis=2)  # [x, h]
layer = ConvLSTM(2, 4, 3)
with torch.no_grad():
    oihw = torch.from_numpy(both.transpose(3, 2, 0, 1))
    layer.gates.weight.copy_(oihw)
    layer.gates.bias.copy_(torch.from_numpy(bias))
x = torch.from_numpy(frames).permute(0, 1, 4, 2, 3)
naive = layer(x, "ifog")  # the order of much PyTorch code
output = layer(x)
print("output:", list(output.shape))

# %% One training step
output.square().mean().backward()
torch.optim.SGD(layer.parameters(), lr=1.0).step()
after = layer.gates.weight.permute(2, 3, 1, 0)
kernel_after_step = after[:, :, :2]
recurrent_kernel_after_step = after[:, :, 2:]
bias_after_step = layer.gates.bias
