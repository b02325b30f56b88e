"""One table of rates and ratios; first whether every engine found the same counts and levels as `top3 batch`."""

import json
import sys
from itertools import islice
from pathlib import Path

FOLDER, ENGINES = Path(sys.argv[1]), sys.argv[2:]


def ours():
    """The results of top3, as the others write them."""
    with open(FOLDER / "top3.out", encoding="utf-8") as lines:
        for line in lines:
            result = json.loads(line)
            total, level = result["uitkomsten"]["som"], result["uitkomsten"]["niveau"]
            yield {
                "id": result["id"],
                "som": [total["ondergrens"], total["bovengrens"]],
                "niveau": level["waarde"] if level["zekerheid"] == "vast" else None,
            }


def took(name):
    measured = json.loads((FOLDER / f"{name}.json").read_text())
    return measured["records"], measured["seconds"]


def main():
    records, seconds = took("top3")
    rate = records / seconds
    print(f"{'':>20} {'1000 per s':>12} {'top3 is':>10}  the same results")
    print(f"{'top3 (1 thread)':>20} {rate / 1000:>12.1f} {'':>10}")
    wrong = 0
    for name in ENGINES:
        number, spent = took(name)
        with open(FOLDER / f"{name}.out", encoding="utf-8") as lines:
            pairs = list(islice(zip(map(json.loads, lines), ours()), number))
        differ = sum(theirs != own for theirs, own in pairs)
        wrong += differ + (len(pairs) != number)
        same = f"all {number}" if not differ else f"NOT {differ} of {number}: no comparison"
        print(f"{name:>20} {number / spent / 1000:>12.1f} {rate * spent / number:>9.1f}x  {same}")
    sys.exit(1 if wrong else 0)


main()
