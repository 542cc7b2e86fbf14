"""A PyTorch program on disk that needs no model class."""

# %% A trained model
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
x = torch.from_numpy(rng.normal(size=(6, 4)).astype("float32"))
w1 = rng.normal(size=(4, 8)).astype("float32")
w2 = rng.normal(size=(8, 2)).astype("float32")
model = nn.Sequential(
    nn.Linear(4, 8, bias=False),
    nn.ReLU(),
    nn.Linear(8, 2, bias=False),
).eval()
model[0].weight.data = torch.from_numpy(w1.T.copy())
model[2].weight.data = torch.from_numpy(w2.T.copy())
output = model(x)

# %% Write the program
writers = dir(torch.export) + dir(torch.onnx) + dir(torch.jit)
assert not [n for n in writers if "tensorflow" in n.lower()]
program = torch.export.export(
    model,
    (x,),
    dynamic_shapes=({0: torch.export.Dim("batch")},),
)
torch.export.save(program, "saved.pt2")

# %% Load and run it
loaded = torch.export.load("saved.pt2")
served = loaded.module()(x)
served_one = loaded.module()(x[:1])
assert torch.equal(served, output)
weights = len(loaded.state_dict)
print("weights in the program:", weights)

# %% What else can read it
try:
    torch.load("saved.pt2", weights_only=True)
except Exception as error:
    print("torch.load:", type(error).__name__)
