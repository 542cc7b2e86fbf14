"""Export a PyTorch module to ONNX and run it elsewhere."""

# %% A model in evaluation mode
import logging
import warnings

import numpy as np
import onnxruntime
import torch
from torch import nn

rng = np.random.default_rng(0)
x = rng.normal(size=(5, 4)).astype("float32")
w1 = rng.normal(size=(4, 8)).astype("float32")
w2 = rng.normal(size=(8, 2)).astype("float32")
model = nn.Sequential(
    nn.Linear(4, 8, bias=False),
    nn.ReLU(),
    nn.Dropout(0.5),
    nn.Linear(8, 2, bias=False),
).eval()
model[0].weight.data = torch.from_numpy(w1.T.copy())
model[3].weight.data = torch.from_numpy(w2.T.copy())
output = model(torch.from_numpy(x))

# %% Export
logging.getLogger("torch.onnx").setLevel(logging.ERROR)
warnings.simplefilter("ignore", FutureWarning)
example = torch.zeros(2, 4)
torch.onnx.export(model, (example,), "naive.onnx", verbose=False)
torch.onnx.export(
    model,
    (example,),
    "model.onnx",
    dynamic_shapes=({0: torch.export.Dim("batch")},),
    verbose=False,
)

# %% Run it without PyTorch
run = onnxruntime.InferenceSession
naive_session, session = run("naive.onnx"), run("model.onnx")
[naive_told] = naive_session.get_inputs()
[told] = session.get_inputs()
print(told.name, naive_told.shape, "->", told.shape)
[onnx_output] = session.run(None, {told.name: x})
[onnx_of_one] = session.run(None, {told.name: x[:1]})
assert np.allclose(onnx_output, output.detach(), rtol=1e-5)
try:
    naive_session.run(None, {naive_told.name: x})
except Exception as error:
    print(type(error).__name__)

# %% Which batch sizes each file takes
naive_free_batch = isinstance(naive_told.shape[0], str)
free_batch = isinstance(told.shape[0], str)
assert free_batch and not naive_free_batch
