"""Lets the candidate and every baseline predict the same test rows, and reports."""
import argparse
import collections
import csv
import json
import math
import os

import model
import rows


def baselines(folder, table):
    """Predictions by digest, and the baselines that could not be loaded."""
    predictions, failures = {}, []
    for digest in sorted(os.listdir(folder) if folder else []):
        try:
            predictions[digest] = model.predict(model.load(os.path.join(folder, digest)), table)
        except (OSError, ValueError, KeyError) as problem:
            failures.append({"artifactDigest": "sha256:" + digest, "reason": str(problem)})
    return predictions, failures


def band(row):
    amount = float(row["amount"])
    return "0-50" if amount < 50 else "50-200" if amount < 200 else "200+"


def write(path, table, candidate, live):
    seen = collections.Counter()
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["row_key", "occurrence", "actual", "p:" + rows.POSITIVE]
                     + [f"baseline:sha256:{digest}:{rows.POSITIVE}" for digest in live]
                     + ["slice:amount", "slice:abroad"])
        for index, row in enumerate(table):
            key = rows.key(row)
            out.writerow([key, seen[key], row["label"], repr(candidate[index])]
                         + [repr(values[index]) for values in live.values()]
                         + [band(row), row["abroad"]])
            seen[key] += 1


def log_loss(table, predicted):
    return -sum(math.log(p if row["label"] == rows.POSITIVE else 1 - p)
                for row, p in zip(table, predicted)) / len(table)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True)
    parser.add_argument("--model", required=True)
    parser.add_argument("--baselines", default="")
    parser.add_argument("--predictions", required=True)
    parser.add_argument("--report", required=True)
    options = parser.parse_args()
    table = rows.read(options.data)
    test = [row for row in table if rows.is_test(row)]
    train = [row for row in table if not rows.is_test(row)]
    candidate = model.load(options.model)
    predicted = model.predict(candidate, test)
    live, failures = baselines(options.baselines, test)
    write(options.predictions, test, predicted, live)
    loss, train_loss = log_loss(test, predicted), log_loss(train, model.predict(candidate, train))
    positive = {"positiveClass": rows.POSITIVE}
    report = {
        "artifact": {"format": "json"},
        "dataset": {"name": "payments-test", "split": "row-hash"},
        "definitions": [
            {"name": "average_precision", "direction": "higher", **positive},
            {"name": "log_loss", "direction": "lower", **positive},
            {"name": "log_loss_gap", "direction": "lower"},
        ],
        "metrics": {"log_loss": loss, "log_loss_gap": loss / train_loss - 1},
        "featureImportance": dict(zip(candidate["features"], map(abs, candidate["weights"]))),
        "unloadableBaselines": failures,
    }
    with open(options.report, "w", encoding="utf-8") as file:
        json.dump(report, file, indent=2, allow_nan=False)


if __name__ == "__main__":
    main()
