import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Recordings } from './conformance/recording.ts';
import { runRecordings, type Verdict } from './conformance/run-recordings.ts';
import { summarise } from './conformance/summary.ts';

const USAGE = `usage: npm run conformance -- FILE [--at-least PERCENT]

Replays what was recorded on AWS Step Functions: executions, TestState calls and checks of definitions. Prints one line
for each recording that comes out otherwise, with the first difference, and a summary as JSON. With --at-least the exit
status tells whether that many percent of the executions in JSONata, neutral and translated, and of the TestState calls
came out the same.`;

const LONGEST_LINE = 600;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'at-least': { type: 'string' }, help: { type: 'boolean' } },
});
const [file] = positionals;
const atLeast = values['at-least'] === undefined ? 0 : Number(values['at-least']);
if (values.help || file === undefined || Number.isNaN(atLeast)) {
  console.log(USAGE);
  process.exit(values.help ? 0 : 2);
}

const recordings = JSON.parse(await readFile(file, 'utf8')) as Recordings;
const verdicts: Verdict[] = [];
for await (const verdict of runRecordings(recordings)) {
  verdicts.push(verdict);
  const { kind, group, id, difference } = verdict;
  if (difference !== undefined) console.log(`${kind} ${group} ${id}: ${difference}`.slice(0, LONGEST_LINE));
}
const summary = summarise(verdicts);
console.log(JSON.stringify(summary, undefined, 2));
process.exit(summary.counted.percent >= atLeast ? 0 : 1);
