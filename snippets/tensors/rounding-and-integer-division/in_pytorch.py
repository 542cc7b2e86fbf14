"""Rounding and remainders in PyTorch."""

# %% Round
import torch

halves = torch.tensor([-1.5, -0.5, 0.5, 1.5, 2.5])
rounded = torch.round(halves)
print("rounded", rounded.int().tolist())
one_decimal = torch.round(torch.tensor([0.25, 0.75]), decimals=1)
cast_to_whole = torch.tensor([-1.7, 1.7]).int()
print("cast", cast_to_whole.tolist())

# %% Divide downwards
a = torch.tensor([7, -7, 7, -7])
b = torch.tensor([2, 2, -2, -2])
floored = a // b
remainder = torch.remainder(a, b)
assert torch.equal(remainder, a % b)
print("floored", floored.tolist())
print("remainder", remainder.tolist())

# %% Divide towards zero
towards_zero = torch.div(a, b, rounding_mode="trunc")
remainder_towards_zero = torch.fmod(a, b)
print("towards zero", towards_zero.tolist())
print("its remainder", remainder_towards_zero.tolist())

# %% Divide by zero, or cast what does not fit
try:
    torch.tensor([7]) // torch.tensor([0])
except RuntimeError as error:
    print(error)
else:
    raise AssertionError("an error was expected")
byte = torch.tensor([300.0]).to(torch.uint8).item()
print("300 as a byte:", byte)
