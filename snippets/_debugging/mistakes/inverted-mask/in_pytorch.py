"""An attention mask the wrong way round, in PyTorch."""

# %% Build
import torch
from torch import nn

torch.manual_seed(0)
x = torch.linspace(0, 1, 24).reshape(1, 6, 4)
keep = torch.tensor([[True, True, True, True, False, False]])
attention = nn.MultiheadAttention(4, 1, batch_first=True)

# %% Run
y, _ = attention(x, x, x, key_padding_mask=keep)
print(f"sum of outputs: {y.sum().item():.4f}")
