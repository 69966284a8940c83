import { describe, expect, it } from 'vitest';
import { money } from '../../../lambdas/core/ground/money.ts';
import { booked, type HostileFile, rejected } from '../hostile-file.ts';
import { dueSums } from './books.ts';
import type { EndedDocument } from './documents.ts';
import { judgeFile } from './judge-file.ts';
import { openIn } from './settle.ts';

const total = money(1234, 'USD');
const file = (due: HostileFile['due']): HostileFile => ({
  kind: 'a kind',
  what: 'a file',
  path: 'receipts/a/b.pdf',
  due,
});
const ended = (over: object): EndedDocument[] => [
  { key: 'receipts/a/b.pdf', userId: 'a', ...over } as unknown as EndedDocument,
];
const REASON = 'the file is empty; upload it again';
const problemsOf = (due: HostileFile['due'], documents: EndedDocument[], output = '') =>
  judgeFile(file(due), documents, output).problems;

describe('judgeFile', () => {
  it('finds nothing where all is as it has to be', () => {
    expect(
      problemsOf(
        rejected('EmptyFileError', /empty/),
        ended({ status: 'rejected', code: 'EmptyFileError', reason: REASON }),
      ),
    ).toEqual([]);
    expect(problemsOf(booked(total), ended({ status: 'completed', total }))).toEqual([]);
    expect(problemsOf('nothing', [])).toEqual([]);
    expect(problemsOf({ line: /b\.pdf is not taken/ }, [], 'receipts/a/b.pdf is not taken: it is a pipe')).toEqual([]);
  });

  const wrong: readonly (readonly [string, HostileFile['due'], EndedDocument[], string?])[] = [
    ['no document', rejected('EmptyFileError'), []],
    [
      'another end',
      rejected('EmptyFileError'),
      ended({ status: 'failed', code: 'ExecutionEndedError', reason: REASON }),
    ],
    [
      'another code',
      rejected('EmptyFileError'),
      ended({ status: 'rejected', code: 'BrokenDocumentError', reason: REASON }),
    ],
    ['no reason', rejected('EmptyFileError'), ended({ status: 'rejected', code: 'EmptyFileError' })],
    [
      'a reason that says something else',
      rejected('EmptyFileError', /pixels/),
      ended({ status: 'rejected', code: 'EmptyFileError', reason: REASON }),
    ],
    [
      'the words of a programmer',
      rejected('EmptyFileError'),
      ended({ status: 'rejected', code: 'EmptyFileError', reason: 'TypeError: x is not a function' }),
    ],
    ['another amount', booked(total), ended({ status: 'completed', total: money(1235, 'USD') })],
    ['an amount that nobody expects', { ends: ['completed'] }, ended({ status: 'completed', total })],
    [
      'another end at last',
      { ends: ['completed', 'rejected X'], lastly: 'completed' },
      ended({ status: 'rejected', code: 'X', reason: REASON }),
    ],
    ['a document of what is never taken', 'nothing', ended({ status: 'completed' })],
    ['silence where a line is due', { line: /is not taken/ }, []],
    ['a line that steers', { line: /is not taken/ }, [], 'a\u001b[2J is not taken'],
  ];

  it.each(
    wrong.map(([name, due, documents, output = '']) => ({ name, due, documents, output })),
  )('finds $name', (one) => {
    expect(problemsOf(one.due, one.documents, one.output)).not.toEqual([]);
  });
});

describe('dueSums', () => {
  it('adds what the files print, of those that were booked for a person', () => {
    const files = [file(booked(total)), { ...file(booked(money(100, 'USD'))), path: 'other' }];
    const documents = new Map([
      ['receipts/a/b.pdf', ended({ status: 'completed' })],
      ['other', ended({ status: 'needs_review' })],
    ]);

    expect(dueSums('a', files, documents)).toEqual({ USD: 1234 });
    expect(dueSums('somebody', files, documents)).toEqual({});
  });
});

describe('openIn', () => {
  it('names what has no end yet', () => {
    const files = [
      file(booked(total)),
      { ...file({ line: /pipe/ }), path: 'pipe' },
      { ...file('nothing'), path: 'gone' },
    ];
    const pending = new Map([['receipts/a/b.pdf', ended({ status: 'pending' })]]);

    expect(openIn(files, new Map(), '')).toEqual(['receipts/a/b.pdf (no document)', 'pipe (no line)']);
    expect(openIn(files, pending, 'a pipe')).toEqual(['receipts/a/b.pdf (pending)']);
    expect(openIn(files, new Map([['receipts/a/b.pdf', ended({ status: 'completed' })]]), 'a pipe')).toEqual([]);
  });
});
