"""Seconds that scikit-learn's LogisticRegression(lbfgs) needs for the subsets of bench_subset_fits, one at a time, one thread.

    bench_subset_fits --dump rows.bin && OMP_NUM_THREADS=1 python sklearn_subset_fits.py rows.bin

LogisticRegression knows no offset and needs two classes: half of the rows are mirrored (x, 1 -> -x, 0), which leaves the loss as it is at h0 = 0.
Every subset of a seeded sample of 128 is fitted, and the time scaled to all 1,023.
"""
import sys
import time

import numpy
from sklearn.linear_model import LogisticRegression

DATASETS, ROWS, DIM, PENALTY, SAMPLE = 10, 500, 400, 1e-3, 128

flat = numpy.fromfile(sys.argv[1], dtype="<f4").reshape(DATASETS, ROWS * (DIM + 1))
sketches = flat[:, ROWS:].reshape(DATASETS, ROWS, DIM).astype(numpy.float64)
signs = numpy.where(numpy.arange(ROWS) % 2 == 0, 1.0, -1.0)
chosen = numpy.random.default_rng(0).permutation(2**DATASETS - 1)[:SAMPLE] + 1
start = time.process_time()
for bits in chosen:
    members = [i for i in range(DATASETS) if bits >> i & 1]
    x = numpy.concatenate([sketches[i] * signs[:, None] for i in members])
    y = numpy.concatenate([signs > 0 for _ in members])
    LogisticRegression(C=1 / (2 * len(x) * PENALTY), fit_intercept=False, solver="lbfgs").fit(x, y)
seconds = (time.process_time() - start) * (2**DATASETS - 1) / SAMPLE
print(f"scikit-learn lbfgs, {2**DATASETS - 1} subsets one at a time: {seconds:.2f} s (from {SAMPLE} random ones)")
