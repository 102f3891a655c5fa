#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`entente-cli export`: the role chart in every format, and plain words where it cannot be done."""

import collections
import csv
import io
import json
import os
import re
import shutil
import subprocess
import xml.etree.ElementTree
import zipfile
from html.parser import HTMLParser

import cli
from tap import Tap

CHART = ('--document', 'role-chart', '--date', '2026-05-03')
SENTENCE = 'both believe they are accountable for'


def export(format_, *options, path=cli.GARDEN):
    result = cli.run('export', path, *CHART, '--format', format_, '-o', '-', *options, text=False)
    return result.stdout


def pdf_text(data):
    return subprocess.run(['pdftotext', '-layout', '-', '-'], input=data, stdout=subprocess.PIPE,
                          check=True).stdout.decode()


def pdf_info(data, folder):
    path = cli.write(os.path.join(folder, 'chart.pdf'), data)
    return subprocess.run(['pdfinfo', path], stdout=subprocess.PIPE, check=True).stdout.decode()


def check_pdf(tap):
    if shutil.which('pdftotext') is None:
        tap.skip('a PDF', 'pdftotext is not installed')
        return
    text = pdf_text(export('pdf'))
    wanted = ('Role chart', 'Tanner’s Row Community Garden', '3 May 2026', 'Responsible',
              'Soil survey on a five-metre grid', 'Who holds each role', 'Hedda Solvang', 'Page 1 of')
    tap.check('a PDF has title, date, legend, tasks and holders',
              *(cli.unless_in(part, text) for part in wanted),
              'findings nobody asked for' if SENTENCE in text else None)
    letters = collections.Counter(re.findall(r'(?<!\S)(?:A/R|[RACI])(?!\S)', text))
    wanted = collections.Counter(assignment['code'] for assignment in
                                 json.loads(cli.read(cli.GARDEN))['assignments'])
    tap.check('every cell has its letters, not a colour alone',
              *(f'{letters[code]} {code}, not {n}' for code, n in wanted.items() if letters[code] < n))
    tap.check('and no ligatures, which search does not find', cli.unless_in('signs it off', text))
    tap.check('and findings if wanted', cli.unless_in('Findings', pdf_text(export('pdf', '--findings'))))
    with cli.folder_with() as folder:
        info = pdf_info(export('pdf', '--paper', 'Letter', '--landscape'), folder)
        tap.check('with title and author, on the paper that was named',
                  cli.unless_in('Role chart – Tanner’s Row Community Garden', info),
                  cli.unless_in('Amara Okonjo', info), cli.unless_in('792 x 612 pts', info))


class Page(HTMLParser):
    """Counts the elements of a page and collects addresses."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.addresses, self.scopes = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.addresses += [value for name, value in attrs if name in ('href', 'src')]
        self.scopes += [value for name, value in attrs if name == 'scope']


def check_html(tap):
    text = export('html', '--findings').decode()
    page = Page(text)
    tap.check('a web page needs nothing else and runs nothing',
              'script' if 'script' in page.tags else None,
              *(f'address {address}' for address in page.addresses if not address.startswith('#')),
              cli.unless_in("default-src 'none'", text),
              None if text.index('<meta charset') < text.index('<title') else 'charset is not first')
    tap.check('its table says what the headers are of',
              *(None if scope in page.scopes else f'no scope {scope}'
                for scope in ('col', 'row', 'colgroup')))
    tap.check('and it has the findings', cli.unless_in(SENTENCE, text))


def check_csv(tap):
    data = export('csv')
    rows = list(csv.reader(io.StringIO(data.decode('utf-8-sig'), newline='')))
    tap.check('a table begins with a byte order mark and ends its lines with CR LF',
              None if data.startswith(b'\xef\xbb\xbf') else 'no mark',
              None if re.fullmatch(rb'(?:[^\n]*\r\n)+', data) else 'other line ends')
    tap.check('and has a row a task', cli.unless_equal(len(rows), 21),
              cli.unless_equal(len({len(row) for row in rows}), 1),
              cli.unless_equal(rows[2][:4], ['Soil survey on a five-metre grid', '', 'I', 'A/R']))


def check_alignment(tap):
    def alignment(*options):
        return cli.run('export', cli.CLIMATE, '--document', 'alignment', '-o', '-', *options,
                       text=False).stdout.decode('utf-8-sig')

    now = alignment('--format', 'csv')
    tap.check('the alignment has values with their sign, totals and what to talk about',
              cli.unless_in('"Net zero for the whole bay by 2040","+4","', now),
              cli.unless_in('"Involvement"', now), cli.unless_in('"How pressing"', now))
    tap.check('as it was on a day', None if alignment('--format', 'csv', '--as-of', '2025-12-31') != now
              else 'nothing is different')


def check_stories(tap):
    def stories(*options):
        return cli.run('export', cli.CLIMATE, '--document', 'stories', '--format', 'html', '-o', '-',
                       *options).stdout

    title = 'The sentence that was cut off'
    shared, everything = stories(), stories('--unshared')
    tap.check('stories that may not be shared are left out, and that is said',
              cli.unless_in('1 story is left out', shared),
              f'“{title}” is there' if title in shared else None)
    tap.check('unless they are asked for', cli.unless_in(title, everything),
              cli.unless_in('Not to be shared', everything))


SHEET = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'


class Workbook:
    """What a spreadsheet reads in a workbook: its sheets, and a value for each cell."""

    def __init__(self, data):
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            texts = xml.etree.ElementTree.fromstring(parts.read('xl/sharedStrings.xml'))
            book = xml.etree.ElementTree.fromstring(parts.read('xl/workbook.xml'))
            self.texts = [''.join(text.itertext()) for text in texts.iter(SHEET + 'si')]
            self.names = [sheet.get('name') for sheet in book.iter(SHEET + 'sheet')]
            self.sheets = [self.cells(parts.read(f'xl/worksheets/sheet{i + 1}.xml'))
                           for i in range(len(self.names))]

    def cells(self, sheet):
        return {cell.get('r'): self.value(cell)
                for cell in xml.etree.ElementTree.fromstring(sheet).iter(SHEET + 'c')
                if cell.find(SHEET + 'v') is not None}

    def value(self, cell):
        value = cell.find(SHEET + 'v').text
        return self.texts[int(value)] if cell.get('t') == 's' else float(value)


def check_workbook(tap):
    data = cli.run('export', cli.CLIMATE, '--document', 'alignment', '--format', 'xlsx', '-o', '-',
                   text=False).stdout
    book = Workbook(data)
    tap.check('a workbook has a sheet for each chart and table',
              cli.unless_equal(book.names, ['Goals and partners', 'Who agrees with whom',
                                            'Talk about this first', 'Positions that changed']))
    tap.check('and numbers in it are numbers',
              cli.unless_equal([book.sheets[0].get(cell) for cell in ('A2', 'B2', 'B7')],
                               ['Net zero for the whole bay by 2040', 4, -2]))
    german = cli.run('export', cli.CLIMATE, '--document', 'alignment', '--format', 'xlsx', '-o', '-',
                     text=False, LC_ALL='de_DE.UTF-8').stdout
    tap.check('in every locale', cli.unless_equal(Workbook(german).sheets[0], book.sheets[0]))


def check_pictures(tap):
    root = xml.etree.ElementTree.fromstring(export('svg'))
    tap.check('an SVG is one', cli.unless_equal(root.tag, '{http://www.w3.org/2000/svg}svg'))
    small, large = (export('png', '--scale', scale) for scale in ('1', '2'))
    width = [int.from_bytes(data[16:20], 'big') for data in (small, large)]
    tap.check('a PNG is as large as it should be', cli.unless_equal(small[:8], b'\x89PNG\r\n\x1a\n'),
              cli.unless_equal(abs(width[1] - 2 * width[0]) <= 1, True, f'widths {width}'))


def check_output(tap):
    with cli.folder_with() as folder:
        out = os.path.join(folder, 'chart.html')
        tap.check('the ending of the file tells the format',
                  cli.unless_done(cli.run('export', cli.GARDEN, *CHART, '-o', out)),
                  cli.unless_equal(cli.read(out)[:9], b'<!DOCTYPE'))
        cli.write(out, b'mine')
        refused = cli.run('export', cli.GARDEN, *CHART, '-o', out)
        tap.check('a file that is there is left alone', cli.unless_done(refused, cli.FAILED),
                  cli.unless_equal(cli.read(out), b'mine'))
        tap.check('unless told otherwise',
                  cli.unless_done(cli.run('export', cli.GARDEN, *CHART, '-f', '-o', out)))


REFUSALS = {
    'no document': (('-o', '-', '--format', 'pdf'), '--document'),
    'another document': (('--document', 'novel', '-o', '-', '--format', 'pdf'), 'role-chart'),
    'no output': (('--document', 'role-chart'), '--output'),
    'no format': (('--document', 'role-chart', '-o', '-'), '--format'),
    'another format': (('--document', 'role-chart', '-o', '-', '--format', 'docx'), 'docx'),
    'another paper': ((*CHART, '-o', '-', '--format', 'pdf', '--paper', 'Foolscap'), 'A4, Letter'),
    'a bad date': (('--document', 'role-chart', '-o', '-', '--date', '3.5.26'), 'YYYY-MM-DD'),
    'both ways up': ((*CHART, '-o', 'x.pdf', '--landscape', '--portrait'), '--portrait'),
    'a period that ends before it begins': (
        ('--document', 'kpis', '-o', 'x.pdf', '--from', '2026-02-01', '--to', '2026-01-01'), '--from'),
    'a bad scale': ((*CHART, '-o', 'x.png', '--scale', '99'), '0.1 to 8'),
}


def check_refusals(tap):
    for name, (options, part) in REFUSALS.items():
        result = cli.run('export', cli.GARDEN, *options)
        tap.check(f'{name} is refused with a reason', cli.unless_done(result, cli.FAILED),
                  cli.unless_in(part, result.stderr))


def check_empty(tap):
    with cli.folder_with() as folder:
        path = cli.write(os.path.join(folder, 'empty.json'),
                         b'{"format": "entente", "version": 1, "id": "x"}')
        for format_ in ('pdf', 'svg', 'png', 'html', 'xlsx', 'csv'):
            result = cli.run('export', path, *CHART, '--format', format_, '-o', '-', text=False)
            tap.check(f'a project without tasks makes a {format_} too',
                      cli.unless_equal(result.returncode, cli.FINE))


with Tap() as points:
    check_pdf(points)
    check_html(points)
    check_csv(points)
    check_alignment(points)
    check_stories(points)
    check_workbook(points)
    check_pictures(points)
    check_output(points)
    check_refusals(points)
    check_empty(points)
