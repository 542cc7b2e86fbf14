"""PyTorch has one engine; you choose the device it runs on."""

# %% What is running now
import torch

x = torch.ones(2)
assert x.device.type in ("cpu", "cuda", "mps")
print("device:", x.device.type)

# %% Names of engines of the past
refused = []
for name in ("theano", "cntk"):
    try:
        torch.device(name)
    except RuntimeError as error:
        refused.append(name)
        print(str(error).split(":")[-1].strip(), "is no device")
assert refused == ["theano", "cntk"]
