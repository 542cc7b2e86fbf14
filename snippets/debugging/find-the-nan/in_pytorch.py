"""Find where a NaN is born in PyTorch."""

# %% A layer that applies a function
import warnings

import torch
from torch import nn


class Apply(nn.Module):
    def __init__(self, function):
        super().__init__()
        self.function = function

    def forward(self, x):
        return self.function(x)


x = torch.tensor([[1.0, -1.0], [2.0, 0.5]])

# %% Values that are not finite, layer by layer
model = nn.Sequential(nn.Tanh(), Apply(torch.log), nn.Sigmoid())
bad_values = []
output = x
for layer in model:
    output = layer(output)
    bad_values.append(int((~torch.isfinite(output)).sum()))
print(bad_values)


# %% A step with a finite loss and weights that are not
def train():
    model = nn.Sequential(
        nn.Linear(2, 1, bias=False), Apply(torch.sqrt)
    )
    nn.init.zeros_(model[0].weight)
    sgd = torch.optim.SGD(model.parameters(), lr=0.1)
    loss = nn.functional.mse_loss(model(x), torch.zeros(2, 1))
    loss.backward()
    sgd.step()
    return loss.item(), bool(model[0].weight.isfinite().all())


loss, weights_finite = train()
print(f"loss {loss}, weights finite: {weights_finite}")

# %% The operation that made the NaN
warnings.simplefilter("ignore")  # they add the line, with its path
with torch.autograd.detect_anomaly():
    try:
        train()
    except RuntimeError as error:
        assert "SqrtBackward0" in str(error)
        print(error)
