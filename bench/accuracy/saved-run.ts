import { readFile, writeFile } from 'node:fs/promises';
import type { Report } from './report.ts';
import type { Scored } from './scoring.ts';

/** A run as it is kept for a comparison. */
export interface SavedRun {
  readonly report: Report;
  /** The found value of each field by document and field ("001 total"), and whether it is right. */
  readonly answers: Readonly<Record<string, { readonly found?: string; readonly isRight: boolean }>>;
}

/** What of a run a later one is compared with. */
export function toSavedRun(report: Report, scored: readonly Scored[]): SavedRun {
  const answers = scored.flatMap(({ name, answers }) =>
    answers.map(({ field, found, isRight }) => [
      `${name} ${field}`,
      { ...(found !== undefined && { found }), isRight },
    ]),
  );
  return { report, answers: Object.fromEntries(answers) };
}

/** Writes a run to a file. */
export async function saveRun(path: string, run: SavedRun): Promise<void> {
  await writeFile(path, `${JSON.stringify(run, null, 2)}\n`);
}

/** Reads a run that {@link saveRun} wrote. */
export async function loadRun(path: string): Promise<SavedRun> {
  return JSON.parse(await readFile(path, 'utf8')) as SavedRun;
}

/** What became right or wrong since: a line each. */
export function changesSince(earlier: SavedRun, run: SavedRun): string[] {
  return Object.entries(run.answers).flatMap(([name, { found = '', isRight }]) => {
    const before = earlier.answers[name];
    if (before === undefined || before.isRight === isRight) return [];
    const [verb, old] = [isRight ? 'now right' : 'now wrong', before.found ?? ''];
    return [`${verb}: ${name}: ${JSON.stringify(old)} became ${JSON.stringify(found)}`];
  });
}
