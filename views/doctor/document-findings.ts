import { type DocumentView, reasonsOf } from '../document-view.ts';
import { localTime } from '../local-time.ts';
import { fileName } from '../text.ts';
import type { Facts } from './facts.ts';
import { type Finding, hint, obstacle } from './finding.ts';

/** A file needs seconds once its turn has come; an analysis of many pages some minutes. */
const LONG_MS = 15 * 60_000;
/** Lost access fails every file that is dropped: the first tell why. */
const MOST_REASONS = 3;

/** Files that are not in the books, and so set off nothing. */
export function documentFindings(facts: Facts): Finding[] {
  const { pending, toSettle, userId } = facts;
  const waiting = pending.filter((document) => isWaiting(document, facts));
  const files = toSettle === 1 ? '1 file is' : `${toSettle} files are`;
  return [
    ...pending.filter((document) => !waiting.includes(document)).map((document) => describe(document, facts)),
    ...(waiting.length > 0 ? [queue(waiting, facts)] : []),
    ...failedFindings(facts),
    ...(toSettle > 0
      ? [hint(`${files} not counted until settled`, `npm run report -- --user ${userId} says which and why`)]
      : []),
  ];
}

/** Nobody but the operator can remove the cause, and nothing runs such a file again by itself. */
function failedFindings({ failed, userId, isLaptop }: Facts): Finding[] {
  if (failed.length === 0) return [];
  const more = failed.length - MOST_REASONS;
  const replay = `npm run replay -- --user ${userId} --status failed${isLaptop ? '' : ' --aws'}`;
  return [
    obstacle(
      failed.length === 1 ? '1 file failed and is not counted' : `${failed.length} files failed and are not counted`,
      `once ${isLaptop ? 'the cause is removed' : 'the operator has removed the cause, as docs/runbook.md says'}: ${replay}`,
      [
        ...failed.slice(0, MOST_REASONS).map((view) => [fileName(view.key), ...reasonsOf(view)].join(': ')),
        ...(more > 0 ? [`and ${more} more`] : []),
      ],
    ),
  ];
}

const isWaiting = ({ turnAt }: DocumentView, { now }: Facts): boolean =>
  turnAt !== undefined && Date.parse(turnAt) > now;

/** A backfill may leave thousands in the queue: they are told in one line. */
function queue(waiting: readonly DocumentView[], { person, startsPerSecond }: Facts): Finding {
  const timeZone = person?.timeZone ?? 'UTC';
  const turns = waiting.map(({ turnAt = '' }) => turnAt).sort();
  const [first = '', last = ''] = [turns[0], turns.at(-1)].map((turn = '') => localTime(turn, timeZone));
  const says =
    waiting.length === 1
      ? `${fileName(waiting[0]?.key ?? '')} waits for its turn at Textract, ${first}`
      : `${waiting.length} files wait for their turns at Textract, the next ${first}, the last ${last}`;
  if (startsPerSecond === undefined) return hint(says);
  const most = startsPerSecond / 2;
  return hint(
    says,
    `Textract starts up to ${startsPerSecond} a second for this account, so turnsPerSecond may be up to ${most}; docs/explanation/pacing.md says how to choose it`,
  );
}

function describe({ key, turnAt, updatedAt, deadlineAt, executionName }: DocumentView, facts: Facts): Finding {
  const { now, isLaptop, person } = facts;
  const timeZone = person?.timeZone ?? 'UTC';
  const name = fileName(key);
  const since = turnAt && turnAt > updatedAt ? turnAt : updatedAt;
  if (now - Date.parse(since) < LONG_MS) return hint(`${name} is being read right now`);
  const closed = deadlineAt ? `; the sweep gives it up after ${localTime(deadlineAt, timeZone)}` : '';
  return obstacle(
    `${name} is under way since ${localTime(since, timeZone)} and not counted yet`,
    isLaptop ? `let npm start run${closed}` : `see the execution ${executionName} in the console${closed}`,
  );
}
