#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the templates of ui/ for what GtkBuilder takes without a word and people stumble on.

usage: tests/repo/check-ui.py TOP

A template is named after the type it builds and is in the resource; every text is translatable; a
button that shows an icon alone has a label for screen readers (a tooltip is no label to them).
"""

import os
import re
import sys
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))

from tap import Tap

BUTTONS = ('GtkButton', 'GtkMenuButton', 'GtkToggleButton', 'AdwSplitButton')
TEXTS = ('label', 'title', 'subtitle', 'description', 'tooltip-text', 'placeholder-text',
         'section-name', 'heading', 'body')
LETTERS = re.compile(r'[^\W\d_]{2}')


def type_of(name):
    """The type a template of this file name builds: ent-list-pane.ui builds EntListPane."""
    return ''.join(part.capitalize() for part in os.path.splitext(name)[0].split('-'))


def properties(element):
    """The properties set on an object itself, not on what is inside it."""
    return {child.get('name').replace('_', '-'): child
            for child in element if child.tag == 'property' and child.get('name')}


def untranslated(root):
    for element in root.iter():
        if element.tag not in ('property', 'attribute', 'item'):
            continue
        name = (element.get('name') or '').replace('_', '-')
        text = (element.text or '').strip()
        if (name in TEXTS and len(element) == 0 and LETTERS.search(text)
                and element.get('translatable') not in ('yes', 'true')):
            yield f'{name}: {text}'


def unlabelled(root):
    for element in root.iter('object'):
        own = properties(element)
        if element.get('class') not in BUTTONS or 'icon-name' not in own or 'label' in own:
            continue
        spoken = [child for part in element.findall('accessibility') for child in part
                  if child.get('name') in ('label', 'labelled-by')]
        if not spoken:
            yield f"{element.get('class')} with {own['icon-name'].text}"


def resource_files(folder):
    """The templates that the resource lists."""
    for name in os.listdir(folder):
        if name.endswith('.gresource.xml'):
            for file in ElementTree.parse(os.path.join(folder, name)).iter('file'):
                yield (file.text or '').strip()


def templates(folder):
    for place, _, names in os.walk(folder):
        for name in sorted(names):
            if name.endswith('.ui'):
                yield os.path.relpath(os.path.join(place, name), folder)


def check(folder, name):
    """The complaints about one template."""
    try:
        root = ElementTree.parse(os.path.join(folder, name)).getroot()
    except ElementTree.ParseError as error:
        yield f'no XML: {error}'
        return
    for template in root.iter('template'):
        if template.get('class') != type_of(os.path.basename(name)):
            yield f"builds {template.get('class')}, not {type_of(os.path.basename(name))}"
    for text in untranslated(root):
        yield f'not translatable: {text}'
    for button in unlabelled(root):
        yield f'no label for screen readers: {button}'


def main(top):
    folder = os.path.join(top, 'ui')
    listed = list(resource_files(folder))
    names = sorted(templates(folder))
    with Tap() as tap:
        tap.check('every template is in the resource',
                  *(name for name in names if name not in listed))
        for name in names:
            tap.check(name, *check(folder, name))


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
