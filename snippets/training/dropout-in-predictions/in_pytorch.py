"""Dropout in predictions of PyTorch: the mode of one module."""

# %% Many ones and a dropout of one half
import torch
from torch import nn

torch.manual_seed(0)
x = torch.ones(1, 1000)
model = nn.Sequential(nn.Dropout(0.5), nn.BatchNorm1d(1000))


def share_dropped(output):
    return (output == 0).double().mean().item()


# %% As a first try
model.eval()
model[0].train()
with torch.inference_mode():
    output = model(x)
naive_predict_drops = share_dropped(output) > 0
print("drops:", naive_predict_drops)

# %% What does it
model.eval()  # normalization infers ...
for module in model.modules():
    if isinstance(module, nn.Dropout):
        module.train()  # ... and dropout drops
with torch.inference_mode():
    output = model(x)
share = share_dropped(output)
predict_drops = abs(share - 0.5) < 5 * (0.25 / 1000) ** 0.5
kept = output.max() * (1 + model[1].eps) ** 0.5
print(f"drops: {predict_drops}, kept values: {kept:.2f}")
