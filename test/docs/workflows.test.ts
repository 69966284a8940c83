import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../lib/bundle.ts';
import { machines } from '../../lib/topology.ts';
import { type Machine, type State, statesOf, successorsOf } from '../statemachines/machine.ts';
import { readPage, section } from './markdown.ts';

const page = readPage('docs/reference/workflows.md');
const declared = Object.values(machines).map(({ name, file }) => ({
  name,
  machine: JSON.parse(readFileSync(join(projectRoot, file), 'utf8')) as Machine & { Comment: string },
}));

/** State names stand in italics, each word with a capital; other words in italics do not. */
const statesNamedIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/(?<!\*)\*([A-Z][^*\n]+)\*/g)].map(([, name = '']) => name)),
];
const OTHER_ITALICS = ['Step Functions Execution Status Change'];

/** The states that numbered steps begin with. */
const stepsOf = (text: string): string[] => [...text.matchAll(/^\d+\. \*([^*]+)\*/gm)].map(([, name = '']) => name);

interface Retrier {
  readonly IntervalSeconds: number;
  readonly MaxAttempts: number;
  readonly BackoffRate: number;
  readonly MaxDelaySeconds: number;
}

/** Seconds that a retry waits at most, attempt by attempt. */
const waitsOf = ({ IntervalSeconds, MaxAttempts, BackoffRate, MaxDelaySeconds }: Retrier): number[] =>
  Array.from({ length: MaxAttempts }, (_, attempt) =>
    Math.min(MaxDelaySeconds, IntervalSeconds * BackoffRate ** attempt),
  );
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const plainTime = (seconds: number): string => `${Math.floor(seconds / 60)} min ${seconds % 60} s`;

describe('docs/reference/workflows.md', () => {
  it('has a section for every machine, and none that is stale', () => {
    const sections = [...page.matchAll(/^## ([a-z-]+)$/gm)].map(([, name]) => name);

    expect(sections.sort()).toEqual(declared.map(({ name }) => name).sort());
  });

  it.each(declared)('names every state of $name in its section, and none that is not there', ({ name, machine }) => {
    const states = new Set(statesOf(machine).map(([state]) => state));

    expect(statesNamedIn(section(page, name)).sort()).toEqual([...states].sort());
  });

  it('names no state that is in no machine', () => {
    const states = declared.flatMap(({ machine }) => statesOf(machine).map(([state]) => state));

    expect(statesNamedIn(page).filter((name) => ![...states, ...OTHER_ITALICS].includes(name))).toEqual([]);
  });

  it.each(declared)('is where the comment of $name points', ({ name, machine }) => {
    expect(machine.Comment).toContain(`docs/reference/workflows.md#${name}`);
  });

  it.each(declared)('numbers the steps of $name as they follow each other', ({ name, machine }) => {
    const steps = stepsOf(section(page, name));

    expect(steps[0]).toBe(machine.StartAt);
    const next = (step: string) => successorsOf(machine.States[step] as State);
    expect(steps.filter((step, index) => index > 0 && !next(steps[index - 1] as string).includes(step))).toEqual([]);
    const last = machine.States[steps.at(-1) as string] as State & { readonly End?: boolean };
    expect(last.Type === 'Succeed' || last.End === true).toBe(true);
  });

  it('counts the states of a one-page receipt', () => {
    const receipt = declared.find(({ name }) => name === 'ingest-receipt')?.machine as Machine;

    expect(stepsOf(section(page, 'ingest-receipt'))).toHaveLength(9);
    expect(page).toContain('enters 9 states');
    expect(receipt.States['Is Analysis Finished?']?.Default).toBe('Wait For Analysis');
    expect(page).toContain('Each further poll enters 3 states more');
  });

  it('gives the worst waiting of every retry in plain time', () => {
    const retriers = declared.flatMap(({ machine }) =>
      statesOf(machine).flatMap(([, { Retry = [] }]) => Retry as unknown as Retrier[]),
    );

    const times = new Set(retriers.map((retrier) => plainTime(sum(waitsOf(retrier)))));
    const said = section(page, 'Retries').matchAll(/\b\d+ min \d+ s\b/g);
    expect([...said].map(([time]) => time).sort()).toEqual([...times].sort());
  });

  it('gives the time limit of every step that is numbered with one', () => {
    const wrong = declared.flatMap(({ name, machine }) =>
      [...section(page, name).matchAll(/^\d+\. \*([^*]+)\*[^\n]*(?:\n {3}[^\n]*)*?Limit (\d+) s\./gm)]
        .filter(([, step = '', seconds]) => machine.States[step]?.TimeoutSeconds !== Number(seconds))
        .map(([line]) => line),
    );

    expect(wrong).toEqual([]);
  });
});
