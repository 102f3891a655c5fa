#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks project files against the schema of the format, with a validator that is not ours.

Usage: validate.py SCHEMA FILE…
Exit status: 0 if all are valid, 1 if not, 77 (skipped) if python3-jsonschema is not installed.
"""
import json
import sys

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("python3-jsonschema is not installed")
    sys.exit(77)


def refuse_duplicates(pairs):
    names = [name for name, _ in pairs]
    if len(names) != len(set(names)):
        raise ValueError("a member is there twice")
    return dict(pairs)


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file, object_pairs_hook=refuse_duplicates)


def main(schema_path, *paths):
    schema = load(schema_path)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    faults = 0
    for path in paths:
        for error in validator.iter_errors(load(path)):
            faults += 1
            print(f"{path}: {error.json_path}: {error.message[:200]}")
    print(f"{len(paths)} files, {faults} faults")
    return 1 if faults or not paths else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
