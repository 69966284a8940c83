import type { Tried } from './tried.ts';

/** A row: a kind, how often it was tried, how often it was as expected, and what came out. */
export interface Row {
  readonly kind: string;
  readonly tried: number;
  readonly asExpected: number;
  /** Each way in which it ended, the most frequent first. */
  readonly cameOut: readonly (readonly [string, number])[];
}

/** One row for each kind, in the order in which they stand. */
export function rowsOf(all: readonly Tried[]): Row[] {
  const kinds = [...new Set(all.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const tried = all.filter((one) => one.kind === kind);
    const counts = new Map<string, number>();
    for (const { cameOut } of tried) counts.set(cameOut, (counts.get(cameOut) ?? 0) + 1);
    return {
      kind,
      tried: tried.length,
      asExpected: tried.filter(({ problems }) => problems.length === 0).length,
      cameOut: [...counts].sort((a, b) => b[1] - a[1]),
    };
  });
}

/** The rows as a table of Markdown. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map(({ kind, tried, asExpected, cameOut }) => [
    kind,
    String(tried),
    asExpected === tried ? 'all' : String(asExpected),
    cameOut.map(([what, count]) => (cameOut.length === 1 ? what : `${count} × ${what}`)).join('; '),
  ]);
  return [['what', 'tried', 'as expected', 'what came out'], ['---', '---', '---', '---'], ...cells]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

/** Each that is not as expected, with its problems. */
export const problemsIn = (all: readonly Tried[]): string[] =>
  all.flatMap(({ kind, what, problems }) => problems.map((problem) => `✗ ${kind}: ${what}: ${problem}`));

/** The last line, as vitest writes its own: whoever adds up runs counts both alike. */
export function summaryOf(all: readonly Tried[]): string {
  const failed = all.filter(({ problems }) => problems.length > 0).length;
  const passed = all.length - failed;
  return `      Tests  ${failed > 0 ? `${failed} failed | ` : ''}${passed} passed (${all.length})`;
}
