"""Logistic regression on standardised features; its artifact is one JSON file."""
import json
import math
import os

import rows

FILE = "model.json"


def standardise(vectors):
    columns = list(zip(*vectors))
    means = [sum(column) / len(column) for column in columns]
    scales = [
        math.sqrt(sum((value - mean) ** 2 for value in column) / len(column)) or 1.0
        for column, mean in zip(columns, means)
    ]
    return means, scales


def train(table, rounds, rate):
    """Gradient descent on the mean log loss."""
    vectors = [rows.vector(row) for row in table]
    labels = [1.0 if row["label"] == rows.POSITIVE else 0.0 for row in table]
    means, scales = standardise(vectors)
    scaled = [[(v - m) / s for v, m, s in zip(vector, means, scales)] for vector in vectors]
    weights, bias = [0.0] * len(rows.FEATURES), 0.0
    for _ in range(rounds):
        slopes, slope = [0.0] * len(weights), 0.0
        for vector, label in zip(scaled, labels):
            error = sigmoid(bias + sum(w * v for w, v in zip(weights, vector))) - label
            slope += error
            for index, value in enumerate(vector):
                slopes[index] += error * value
        weights = [w - rate * s / len(scaled) for w, s in zip(weights, slopes)]
        bias -= rate * slope / len(scaled)
    return {"features": rows.FEATURES, "means": means, "scales": scales,
            "weights": weights, "bias": bias}


def predict(model, table):
    """The probability of fraud of each row."""
    if model["features"] != rows.FEATURES:
        raise ValueError(f"features {model['features']} are not those of this sample")
    return [
        sigmoid(model["bias"] + sum(
            w * (v - m) / s
            for w, v, m, s in zip(model["weights"], rows.vector(row),
                                  model["means"], model["scales"])))
        for row in table
    ]


def sigmoid(value):
    if value >= 0:
        return 1 / (1 + math.exp(-value))
    return math.exp(value) / (1 + math.exp(value))


def save(model, folder):
    os.makedirs(folder)
    with open(os.path.join(folder, FILE), "w", encoding="utf-8") as file:
        json.dump(model, file, indent=2, allow_nan=False)
        file.write("\n")


def load(folder):
    with open(os.path.join(folder, FILE), encoding="utf-8") as file:
        return json.load(file)
