import type { DocumentView } from '../document-view.ts';
import { localTime } from '../local-time.ts';
import { fileName } from '../text.ts';
import type { Facts } from './facts.ts';
import { type Finding, hint, problem } from './finding.ts';

/** A file needs seconds once its turn has come; an analysis of many pages some minutes. */
const LONG_MS = 15 * 60_000;

/** Files that are not in the books, and so set off nothing. */
export function documentFindings(facts: Facts): Finding[] {
  const { pending, toSettle, userId } = facts;
  const files = toSettle === 1 ? '1 file is' : `${toSettle} files are`;
  return [
    ...pending.flatMap((document) => describe(document, facts)),
    ...(toSettle > 0
      ? [hint(`${files} not counted until settled`, `npm run report -- --user ${userId} says which and why`)]
      : []),
  ];
}

function describe({ key, turnAt, updatedAt, deadlineAt, executionName }: DocumentView, facts: Facts): Finding[] {
  const { now, isLaptop, person } = facts;
  const timeZone = person?.timeZone ?? 'UTC';
  const name = fileName(key);
  if (turnAt && Date.parse(turnAt) > now) {
    return [hint(`${name} waits for its turn at Textract, ${localTime(turnAt, timeZone)}`)];
  }
  const since = turnAt && turnAt > updatedAt ? turnAt : updatedAt;
  if (now - Date.parse(since) < LONG_MS) return [hint(`${name} is being read right now`)];
  const closed = deadlineAt ? `; the sweep gives it up after ${localTime(deadlineAt, timeZone)}` : '';
  return [
    problem(
      `${name} is under way since ${localTime(since, timeZone)} and not counted yet`,
      isLaptop ? `let npm start run${closed}` : `see the execution ${executionName} in the console${closed}`,
    ),
  ];
}
