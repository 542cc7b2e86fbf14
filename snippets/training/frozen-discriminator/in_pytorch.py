"""The two steps of a GAN in PyTorch: two optimizers."""

# %% A generator and a discriminator
import numpy as np
import torch
from torch import nn

rng = np.random.default_rng(0)
real, noise, w1, w2 = (
    torch.from_numpy(rng.normal(size=shape).astype("float32"))
    for shape in [(8, 3), (8, 2), (2, 3), (3, 1)]
)
labels = torch.tensor([1.0] * 8 + [0.0] * 8)[:, None]
bce = nn.functional.binary_cross_entropy_with_logits
generate = nn.Linear(2, 3, bias=False)
judge = nn.Linear(3, 1, bias=False)
generate.weight.data, judge.weight.data = w1.T.clone(), w2.T.clone()
judge_sgd = torch.optim.SGD(judge.parameters(), lr=0.5)
generate_sgd = torch.optim.SGD(generate.parameters(), lr=0.5)


def judge_step():
    rows = torch.cat([real, generate(noise).detach()])
    judge_sgd.zero_grad()
    bce(judge(rows), labels).backward()
    judge_sgd.step()


def generate_step():
    generate_sgd.zero_grad()
    bce(judge(generate(noise)), labels[:8]).backward()
    generate_sgd.step()


# %% As in the old recipe
before = judge.weight.clone()
judge_step()
naive_discriminator_learns = not torch.equal(judge.weight, before)
print("learns:", naive_discriminator_learns)
judge.weight.data = w2.T.clone()

# %% Two steps of each
for _ in range(2):
    judge_step()
    held = judge.weight.clone()
    generate_step()
    assert torch.equal(judge.weight, held)
discriminator, generator = judge.weight.T, generate.weight.T
