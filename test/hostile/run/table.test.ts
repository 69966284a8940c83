import { describe, expect, it } from 'vitest';
import { tallyOf } from '../../nodes/tally.ts';
import { problemsIn, rowsOf, summaryOf, tableOf } from './table.ts';

const tried = [
  { kind: 'empty file', what: 'a.jpg', cameOut: 'rejected EmptyFileError', problems: [] },
  { kind: 'empty file', what: 'b.jpg', cameOut: 'failed ExecutionEndedError', problems: ['it ended as failed'] },
  { kind: 'plan', what: 'nulls', cameOut: 'rejected PlanInvalidError', problems: [] },
];

describe('the table of a run', () => {
  it('has a row for each kind, with what came out', () => {
    expect(tableOf(rowsOf(tried))).toBe(
      [
        '| what | tried | as expected | what came out |',
        '| --- | --- | --- | --- |',
        '| empty file | 2 | 1 | 1 × rejected EmptyFileError; 1 × failed ExecutionEndedError |',
        '| plan | 1 | all | rejected PlanInvalidError |',
      ].join('\n'),
    );
  });

  it('names each that is not as expected', () => {
    expect(problemsIn(tried)).toEqual(['✗ empty file: b.jpg: it ended as failed']);
  });

  it('ends as vitest does, so that whoever adds up runs counts it', () => {
    expect(tallyOf(summaryOf(tried))).toMatchObject({ passed: 2, failed: 1 });
    expect(tallyOf(summaryOf(tried.slice(2)))).toMatchObject({ passed: 1, failed: 0 });
  });
});
