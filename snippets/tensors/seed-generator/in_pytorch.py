"""Seeds and generators in PyTorch."""

# %% One seed, two calls
import torch

generator = torch.Generator().manual_seed(7)
first = torch.randn(5, generator=generator)
second = torch.randn(5, generator=generator)
naive_repeats = torch.equal(first, second)
print("the second call repeats the first:", naive_repeats)


# %% A generator moves on
def two_draws(seed):
    generator = torch.Generator().manual_seed(seed)
    one = torch.randn(5, generator=generator)
    two = torch.randn(5, generator=generator)
    return torch.stack([one, two])


one, two = two_draws(7)
generator_repeats = torch.equal(one, two)
assert not generator_repeats

# %% The same sequence again
restart_repeats = torch.equal(two_draws(7), two_draws(7))
assert restart_repeats

# %% Calls without a generator
torch.manual_seed(1)
alone = torch.randn(5)
torch.manual_seed(1)
two_draws(7)
others_undisturbed = torch.equal(torch.randn(5), alone)
assert others_undisturbed
