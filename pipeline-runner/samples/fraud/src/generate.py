"""Generates payments, about four in a hundred of them fraudulent."""
import argparse
import math
import random

import rows


def payment(draw):
    amount = math.exp(draw.gauss(3.5, 1.1))
    hour = draw.randrange(24)
    abroad = int(draw.random() < 0.15)
    attempts = 1 + int(draw.expovariate(1.6))
    days = int(draw.expovariate(1 / 400))
    night = int(hour < 6)
    risk = -4.4 + 0.004 * amount + 1.4 * abroad + 0.9 * (attempts - 1) + 1.1 * night - 0.001 * days
    fraud = draw.random() < 1 / (1 + math.exp(-risk))
    return {
        "amount": f"{amount:.2f}",
        "hour": str(hour),
        "abroad": str(abroad),
        "attempts": str(attempts),
        "account_days": str(days),
        "label": rows.POSITIVE if fraud else rows.NEGATIVE,
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, required=True)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--data", required=True)
    options = parser.parse_args()
    draw = random.Random(options.seed)
    rows.write(options.data, [payment(draw) for _ in range(options.rows)])


if __name__ == "__main__":
    main()
