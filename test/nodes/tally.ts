/** What a run of the tests came to. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Node's own warnings, each once, without the process that gave it. */
  readonly warnings: readonly string[];
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
const COLOURS = /\u001b\[[0-9;]*m/g;

/** Reads what vitest and Node wrote; several runs one after the other, as of several packages, are added up. */
export function tallyOf(output: string): Tally {
  const lines = output.replace(COLOURS, '').split('\n');
  const summaries = lines.filter((line) => /^ *Tests {2}/.test(line));
  const count = (word: string): number =>
    summaries.reduce((sum, line) => sum + Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0), 0);
  const warnings = lines.flatMap((line) => /^\(node:\d+\) (.+)$/.exec(line)?.[1] ?? []);
  return {
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
    warnings: [...new Set(warnings)],
  };
}
