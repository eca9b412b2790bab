"""Made-up answers for the example that is shown before anybody answers: in them no statement lies above another."""

import numpy as np

from kulturspejl.core.instruments.scale.form import LEAST, ScaleForm
from kulturspejl.core.statistics.shapes import Whole

FROM_THE_MIDDLE = 0.3
"""Standard deviation of a made-up answer, as a share of the width of the scale."""


def made_up(form: ScaleForm, people: int, rng: np.random.Generator) -> Whole:
    """`people` rows of complete answers, (people, numbers), two and two each other's mirror image in the middle.

    So every statement has the same mean, and nobody who is about to answer is led. A goal lies a quarter of the scale
    above what is, or the picture would show one dot upon the other.
    """
    width, middle = form.most - LEAST, (LEAST + form.most) / 2
    drawn = rng.normal(0, FROM_THE_MIDDLE * width, (people // 2, form.items))
    half = np.clip(np.rint(middle + drawn), LEAST, form.most)
    odd = np.full((people % 2, form.items), np.floor(middle))
    now = np.concatenate([half, LEAST + form.most - half, odd])
    if form.has_goal:
        now = np.concatenate([now, np.minimum(now + width // 4, form.most)], axis=1)
    return now.astype(np.int64)
