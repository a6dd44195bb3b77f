"""From an empty folder to the shipped model.

    python -m train MODEL WORK DATA FOLDER

MODEL is a file of `train/models/` (small, free), WORK a folder for downloads, checkpoints, logs, DATA the public data
(`shared/data`), FOLDER where the weights go. Every step is left out whose result is in WORK already, and a stage that
was stopped goes on from its last epoch; hours on two cores.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from train.calibrate import calibrate
from train.export import export
from train.finetune import train
from train.senses import senses
from train.settings import settings
from train.vectors import train_vectors
from train.vocabulary import write_tokenizer

DATA = ("quotations-de", "redewiedergabe", "speech-de", "ner-de", "text-de")
"""The folders of data that a training needs."""


def main() -> None:
    """Run all steps."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("work", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    chosen = settings(options.model)
    missing = [name for name in DATA if not (options.data / name).is_dir()]
    if missing:
        parser.exit(
            1, f"{options.data}: no {', '.join(missing)} there. Where the data lies: make train SHARED=FOLDER\n"
        )
    options.work.mkdir(parents=True, exist_ok=True)
    write_tokenizer(options.work, options.data)
    done: dict[str, Path] = {}
    for stage in chosen.stage:
        done[stage.name] = train(options.work, options.data, chosen, stage, done.get(stage.start))
    shares = {done[name]: share for name, share in chosen.mean.items()}
    vectors = train_vectors(options.work, options.data, chosen)
    export(options.work, shares, vectors, options.folder, chosen)
    senses(options.work, options.folder)
    if chosen.calibrated:
        calibrate(options.data, options.folder, chosen.held_out)


if __name__ == "__main__":
    main()
