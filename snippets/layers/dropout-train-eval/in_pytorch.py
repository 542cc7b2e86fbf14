"""Dropout in PyTorch: the module remembers its mode."""

# %% Ones go in
import torch
from torch import nn

torch.manual_seed(0)
ones = torch.ones(20, 10)
dropout = nn.Dropout(0.5)


def drops(output):
    return bool((output == 0).any())


# %% The layer as it comes
naive_call_drops = drops(dropout(ones))

# %% Ask for inference, then for training
inference = dropout.eval()(ones)
assert not drops(inference)
training = dropout.train()(ones)
assert drops(training)
kept_value = training.max().item()
print(f"a kept one becomes {kept_value}")

# %% What .train() and .eval() control
drops_after_train = drops(dropout.train()(ones))
drops_after_eval = drops(dropout.eval()(ones))
print("after .train():", drops_after_train)
print("after .eval():", drops_after_eval)


# %% Inside another layer, and inside fit
class Outer(nn.Module):
    def __init__(self):
        super().__init__()
        self.drop = nn.Dropout(0.5)

    def forward(self, x):
        return self.drop(x)  # its own mode, set by the outer one


outer = Outer()
inner_drops = drops(outer.train()(ones))
assert inner_drops and not drops(outer.eval()(ones))
loss_of_evaluate = nn.functional.mse_loss(outer(ones), ones).item()

# %% A layer of augmentation
assert not [name for name in dir(nn) if "flip" in name.lower()]
