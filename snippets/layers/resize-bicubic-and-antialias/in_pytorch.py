"""Resizing images in PyTorch."""

# %% The same images
import numpy as np
import torch
import torch.nn.functional as F

rng = np.random.default_rng(0)
images = rng.normal(size=(2, 12, 12, 2)).astype("float32")
x = torch.from_numpy(images).permute(0, 3, 1, 2)


def resize(x, size, mode, antialias=False):
    resized = F.interpolate(
        x, size=(size, size), mode=mode, antialias=antialias
    )
    return resized.permute(0, 2, 3, 1)


# %% Nearest
naive_nearest = resize(x, 8, "nearest")
matched_nearest = resize(x, 8, "nearest-exact")

# %% Bilinear and antialiased
bilinear = resize(x, 8, "bilinear")
bilinear_antialiased = resize(x, 8, "bilinear", antialias=True)
bicubic_antialiased = resize(x, 8, "bicubic", antialias=True)

# %% Bicubic
line = torch.zeros(1, 1, 9, 9)
line[..., 4] = 1
plain = resize(line, 18, "bicubic")
smooth = resize(line, 18, "bicubic", antialias=True)
print(f"plain: {plain[0, 9, 9, 0].item():.3f}")
print(f"antialias: {smooth[0, 9, 9, 0].item():.3f}")
