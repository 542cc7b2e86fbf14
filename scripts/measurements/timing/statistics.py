"""Medians with bootstrap intervals."""

from __future__ import annotations

import numpy as np
from scipy.stats import bootstrap

from scripts.measurements.benchmarks import Measured, Timing

CONFIDENCE = 0.95
RESAMPLES = 9999
SEED = 0


def measured(values: list[float]) -> Measured:
    """The median of `values` and its percentile bootstrap interval.

    The percentile method (Efron and Tibshirani, An Introduction to the
    Bootstrap, 1993, chapter 13) stays within what was seen, also where most
    rounds took the same time, which the corrected methods do not survive.
    """
    median = float(np.median(values))
    if len(set(values)) == 1:
        return Measured(median, median, median)
    found = bootstrap(
        (values,),
        np.median,
        n_resamples=RESAMPLES,
        confidence_level=CONFIDENCE,
        method="percentile",
        rng=np.random.default_rng(SEED),
    ).confidence_interval
    low, high = float(found.low), float(found.high)
    return Measured(median, min(low, median), max(high, median))


def timing(steps: list[float], reference: list[float]) -> Timing:
    """Seconds per step, and the ratio to the reference, round by round."""
    ratios = [a / b for a, b in zip(steps, reference, strict=True)]
    return Timing(measured(steps), measured(ratios), steps)
