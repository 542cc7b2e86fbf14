"""torch.export of a PyTorch module: batch size and mode."""

# %% A model
import numpy as np
import torch
from torch import nn

torch.manual_seed(0)
rng = np.random.default_rng(0)
x = torch.from_numpy(rng.normal(size=(6, 4)).astype("float32"))
w1 = rng.normal(size=(4, 8)).astype("float32")
w2 = rng.normal(size=(8, 2)).astype("float32")
model = nn.Sequential(
    nn.Linear(4, 8, bias=False),
    nn.ReLU(),
    nn.Dropout(0.5),
    nn.Linear(8, 2, bias=False),
)
model[0].weight.data = torch.from_numpy(w1.T.copy())
model[3].weight.data = torch.from_numpy(w2.T.copy())


def active_dropouts(program):
    nodes = [n for n in program.graph.nodes if "dropout" in n.name]
    return sum(node.args[-1] is True for node in nodes)


# %% Export in the mode of training
model.train()
program = torch.export.export(model, (x[:2],))
naive_dropouts = active_dropouts(program)
first, again = (program.module()(x[:2]) for _ in range(2))
assert not torch.equal(first, again)
print("active dropouts in the program:", naive_dropouts)

# %% Another batch size
try:
    program.module()(x)
except AssertionError as error:
    print(error)

# %% Ready for use: evaluation mode, free batch size
model.eval()
batch = {0: torch.export.Dim("batch")}
program = torch.export.export(
    model, (x[:2],), dynamic_shapes=(batch,)
)
torch.export.save(program, "model.pt2")
program = torch.export.load("model.pt2")
matched_dropouts = active_dropouts(program)
matched = program.module()(x)
of_one = program.module()(x[:1])
assert torch.allclose(matched, model(x))
