"""The multi-class hinge loss in Keras."""

import os

os.environ.setdefault("KERAS_BACKEND", "torch")

# %% Scores of four classes
import numpy as np
from keras import losses, ops

rng = np.random.default_rng(0)
scores = rng.normal(size=(6, 4)).astype("float32")
scores = ops.convert_to_tensor(scores)
labels = np.array([0, 1, 2, 3, 1, 1])
one_hot = ops.one_hot(labels, 4)

# %% The ready-made loss
hinge = losses.CategoricalHinge()
naive = hinge(one_hot, scores)
print(f"ready-made {naive:.4f}")


# %% Both definitions
def multi_margin(one_hot, scores):
    own = ops.sum(one_hot * scores, axis=-1, keepdims=True)
    violations = ops.relu(1 - own + scores) * (1 - one_hot)
    return ops.sum(violations, axis=-1) / scores.shape[-1]


sum_of_violations = ops.mean(multi_margin(one_hot, scores))
worst_violation = naive
print(f"sum over classes {sum_of_violations:.4f}")
print(f"worst class {worst_violation:.4f}")

# %% Lower all scores by 3
lower = scores - 3
sum_after_shift = ops.mean(multi_margin(one_hot, lower))
worst_after_shift = hinge(one_hot, lower)
assert ops.isclose(sum_after_shift, sum_of_violations)
assert not ops.isclose(worst_after_shift, worst_violation)
print(f"worst class {worst_after_shift:.4f}")
