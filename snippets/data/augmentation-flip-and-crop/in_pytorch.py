"""Image augmentation in PyTorch: a module of one's own."""

# %% Some images
import numpy as np
import torch
from torch import nn

torch.manual_seed(0)
rng = np.random.default_rng(0)
images = rng.normal(size=(20, 6, 6, 1)).astype("float32")
x = torch.from_numpy(images).permute(0, 3, 1, 2)  # N, C, H, W

# %% The part without chance
flipped = x.flip(-1)[:2]
cropped = x[:2, :, 1:5, 1:5]
print("cropped to", list(cropped.shape[2:]))


# %% A random flip for each image
names = " ".join(dir(nn)).lower()
assert "flip" not in names and "random" not in names


class RandomFlip(nn.Module):
    def forward(self, x):
        if not self.training:
            return x
        flip = torch.rand(len(x), 1, 1, 1) < 0.5
        return torch.where(flip, x.flip(-1), x)


augment = RandomFlip()
out = augment.train()(x)
kept = (out == x).all(dim=(1, 2, 3))
turned = (out == x.flip(-1)).all(dim=(1, 2, 3))
assert (kept ^ turned).all() and 0 < turned.sum() < 20

# %% Not in inference
in_inference = augment.eval()(x)[:2]
assert torch.equal(in_inference, x[:2])
