import type { Verdict } from './run-recordings.ts';

export interface Score {
  readonly passed: number;
  readonly total: number;
  /** Two decimals. */
  readonly percent: number;
}

export interface Summary {
  readonly executions: Readonly<Record<string, Score>>;
  readonly testState: Score;
  readonly validation: Readonly<Record<string, Score>>;
  /** What a threshold is held against: executions in JSONata, neutral and translated, and TestState calls. */
  readonly counted: Score;
}

/** Executions that need both query languages are told apart: this interpreter refuses JSONPath. */
const NOT_COUNTED = 'mixed';

/** Counts verdicts by kind and by query language. */
export function summarise(verdicts: readonly Verdict[]): Summary {
  const of = (kind: Verdict['kind']) => verdicts.filter((verdict) => verdict.kind === kind);
  const counted = verdicts.filter(({ kind, group }) => kind !== 'validation' && group !== NOT_COUNTED);
  return {
    executions: byGroup(of('execution')),
    testState: score(of('testState')),
    validation: byGroup(of('validation')),
    counted: score(counted),
  };
}

function byGroup(verdicts: readonly Verdict[]): Record<string, Score> {
  const groups = [...new Set(verdicts.map(({ group }) => group))].sort();
  return Object.fromEntries(groups.map((name) => [name, score(verdicts.filter(({ group }) => group === name))]));
}

function score(verdicts: readonly Verdict[]): Score {
  const passed = verdicts.filter(({ difference }) => difference === undefined).length;
  const total = verdicts.length;
  return { passed, total, percent: total === 0 ? 100 : Math.round((passed / total) * 10_000) / 100 };
}
