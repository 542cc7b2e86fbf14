"""A random flip and dropout in PyTorch: one switch for both."""

# %% Images, a random flip and dropout
import numpy as np
import torch
from torch import nn

torch.manual_seed(0)
rng = np.random.default_rng(0)
images = rng.normal(size=(20, 6, 6, 1)).astype("float32")
x = torch.from_numpy(images).permute(0, 3, 1, 2)  # N, C, H, W


class RandomFlip(nn.Module):
    def forward(self, x):
        if not self.training:
            return x
        flip = torch.rand(len(x), 1, 1, 1) < 0.5
        return torch.where(flip, x.flip(-1), x)


flip, drop = RandomFlip(), nn.Dropout(0.5)


def changes(call):
    """Does the flip change the images, does the dropout?"""
    return [not torch.equal(call(part), x) for part in (flip, drop)]


# %% Just call them
naive_plain_call = changes(lambda part: part(x))
print("flip, dropout change:", naive_plain_call)

# %% Ask for training, and for inference
in_training = changes(lambda part: part.train()(x))
in_inference = changes(lambda part: part.eval()(x))
print("training:", in_training, "inference:", in_inference)

# %% Inside a model
model = nn.Sequential(flip, nn.Flatten(), nn.Linear(36, 1))
nn.init.ones_(model[2].weight)
model[2].weight.data[:, ::2] = 0
nn.init.zeros_(model[2].bias)
acts = not torch.equal(model.train()(x), model.eval()(x))
assert acts
with torch.inference_mode():
    inferred = model.eval()(x)
