"""Splits the rows by their content and trains on four fifths of them."""
import argparse

import model
import rows


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True)
    parser.add_argument("--rounds", type=int, required=True)
    parser.add_argument("--rate", type=float, required=True)
    parser.add_argument("--model", required=True)
    parser.add_argument("--training-rows", required=True)
    options = parser.parse_args()
    table = [row for row in rows.read(options.data) if not rows.is_test(row)]
    model.save(model.train(table, options.rounds, options.rate), options.model)
    with open(options.training_rows, "w", encoding="ascii") as file:
        file.writelines(rows.key(row) + "\n" for row in table)


if __name__ == "__main__":
    main()
