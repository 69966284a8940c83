import { writeFile } from 'node:fs/promises';
import { missesAsCsv } from './misses.ts';
import type { AccuracyOptions } from './options.ts';
import { printReport, printSilentWrong, report } from './report.ts';
import { changesSince, loadRun, saveRun, toSavedRun } from './saved-run.ts';
import type { Scored } from './scoring.ts';

/** Prints a run's figures, writes its misses and keeps or compares it, as the options ask. */
export async function conclude(scored: readonly Scored[], options: AccuracyOptions, seconds: number): Promise<void> {
  const { data, part, out, save, compare, json } = options;
  const run = toSavedRun(report(scored), scored);
  const earlier = compare === undefined ? undefined : await loadRun(compare);
  const changes = earlier ? changesSince(earlier, run) : [];
  if (out !== undefined) await writeFile(out, missesAsCsv(scored));
  if (save !== undefined) await saveRun(save, run);
  if (json) {
    const misses = scored.flatMap(({ name, status, answers }) =>
      answers
        .filter(({ isRight }) => !isRight)
        .map(({ field, expected, found = null }) => ({ name, status, field, expected, found })),
    );
    const { silentWrong, ...figures } = run.report;
    console.log(JSON.stringify({ silentWrong, data, part, seconds, ...figures, misses, changes }, null, 2));
    return;
  }
  console.log(printSilentWrong(run.report, earlier?.report));
  console.log(`${scored.length} documents of ${data} (${part}) in ${seconds} s\n`);
  console.log(printReport(run.report, earlier?.report));
  for (const change of changes) console.log(change);
  const wrong = scored.filter(
    ({ status, answers }) =>
      status === 'completed' && answers.some(({ field, isRight }) => field === 'total' && !isRight),
  );
  if (wrong.length > 0) console.log(`\ncompleted with a wrong total: ${wrong.map(({ name }) => name).join(' ')}`);
  if (out !== undefined) console.log(`misses: ${out}`);
}
