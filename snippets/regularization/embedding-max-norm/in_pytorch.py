"""Max-norm of an embedding in PyTorch: at lookup."""

# %% A table of rows with norms above 1
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
table = torch.from_numpy(2 + rng.random((4, 3), "float32"))
indices = torch.tensor([0, 1, 2])  # not the last row
embedding = nn.Embedding(4, 3, max_norm=1.0)
with torch.no_grad():
    embedding.weight.copy_(table)


def norms(rows):
    return rows.detach().norm(dim=1).numpy().round(3)


# %% Look rows up
naive_vectors = embedding.eval()(indices).detach().clone()
naive_table_after_lookup = embedding.weight.detach().clone()
print("vectors", norms(naive_vectors))
print("table  ", norms(naive_table_after_lookup))

# %% The same vectors
vectors = naive_vectors
assert norms(vectors).max() <= 1.001
print("first", vectors[0].numpy().round(3))

# %% A training step
optimizer = torch.optim.SGD(embedding.parameters(), lr=0.1)
embedding.train()(indices).square().sum(dim=1).mean().backward()
optimizer.step()
unused_row_after_step = embedding.weight.detach()[3]
used_rows_after_step = embedding.weight.detach()[:3]
assert torch.equal(unused_row_after_step, table[3])
print("table  ", norms(embedding.weight))
