import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorKinds, errorNames, type FailureKind } from '../../lambdas/core/ground/errors.ts';
import { projectRoot } from '../../lib/bundle.ts';
import { machines } from '../../lib/topology.ts';
import { type Machine, statesOf } from '../statemachines/machine.ts';
import { codeIn, readPage, section, tableRows } from './markdown.ts';

const page = readPage('docs/reference/errors.md');
const HEADINGS: Readonly<Record<FailureKind, string>> = {
  rejected: 'Rejected',
  'needs-review': 'Needs review',
  transient: 'Transient',
  defect: 'Defect',
};
const kinds = Object.keys(HEADINGS) as FailureKind[];

/** Names in the first column of the tables in a section. */
const entriesOf = (heading: string): string[] =>
  tableRows(section(page, heading)).flatMap(([first = '']) => codeIn(first));

describe('docs/reference/errors.md', () => {
  it.each(kinds)('has an entry for every %s error, and none that is stale', (kind) => {
    const declared = errorNames.filter((name) => errorKinds[name] === kind);

    expect(entriesOf(HEADINGS[kind]).sort()).toEqual([...declared].sort());
  });

  it.each(kinds)('says of every %s error what happened and what to do', (kind) => {
    const rows = tableRows(section(page, HEADINGS[kind]));

    expect(rows.filter((cells) => cells.length !== 3 || cells.some((cell) => cell === ''))).toEqual([]);
  });

  it('has an entry for every AWS name that a machine handles, and none that is stale', () => {
    const named = Object.values(machines).flatMap(({ file }) => {
      const machine = JSON.parse(readFileSync(join(projectRoot, file), 'utf8')) as Machine;
      return statesOf(machine).flatMap(([, { Retry = [], Catch = [] }]) =>
        [...Retry, ...Catch].flatMap(({ ErrorEquals }) => ErrorEquals),
      );
    });

    const ofAws = [...new Set(named)].filter((name) => !(name in errorKinds));
    expect(entriesOf('Names of AWS').sort()).toEqual(ofAws.sort());
  });
});
