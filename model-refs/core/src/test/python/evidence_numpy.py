"""Reads predictions.csv.gz and bootstraps one metric row by row with NumPy, for comparison.

Prints how long reading took, and what 2,000 resamples of one metric over all rows would take,
extrapolated from a few; EvidenceBenchmark does fifteen metrics and slices in the time it prints.
"""

import csv
import gzip
import sys
import time

import numpy as np

MEASURED = 20
RESAMPLES = 2000

start = time.perf_counter()
with gzip.open(sys.argv[1], "rt", newline="") as file:
    rows = csv.reader(file)
    next(rows)
    table = np.array([[float(value) for value in row[2:5]] for row in rows])
read = time.perf_counter()
actual, candidate, baseline = table.T
squared = np.stack([(candidate - actual) ** 2, (baseline - actual) ** 2])
random = np.random.default_rng(1)
for _ in range(MEASURED):
    drawn = squared[:, random.integers(0, len(actual), len(actual))]
    np.sqrt(drawn.mean(axis=1))
each = (time.perf_counter() - read) / MEASURED
print(f"numpy: read {read - start:.2f} s, {RESAMPLES} resamples of rmse {each * RESAMPLES:.0f} s")
