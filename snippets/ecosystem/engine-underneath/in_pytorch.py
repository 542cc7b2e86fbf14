"""What PyTorch needs to train: no TensorFlow, no Keras."""

# %% What the package requires
import re
import sys
from importlib import metadata

required = {
    re.match(r"[\w-]+", line)[0]
    for line in metadata.requires("torch")
    if "extra ==" not in line
}
requires_tensorflow = "tensorflow" in required
print("requires TensorFlow:", requires_tensorflow)

# %% One training step
import numpy as np
import torch
from torch import nn

x = torch.from_numpy(np.eye(3, dtype="float32"))
y = torch.ones(3, 1)
model = nn.Linear(3, 1, bias=False)
nn.init.zeros_(model.weight)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
nn.functional.mse_loss(model(x), y).backward()
optimizer.step()
weights_after_step = model.weight.T
print("made of", type(x).__module__.split(".")[0])

# %% What has been imported by now
tensorflow_loaded = "tensorflow" in sys.modules
assert not tensorflow_loaded
assert "keras" not in sys.modules
print("TensorFlow loaded:", tensorflow_loaded)
