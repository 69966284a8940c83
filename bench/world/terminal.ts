import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { WorldDocument } from './documents.ts';
import type { Outcome } from './outcome.ts';

const MARKS: Readonly<Record<string, Outcome['status']>> = {
  '✓': 'completed',
  '?': 'needs_review',
  '=': 'duplicate',
  '✗': 'rejected',
  '!': 'failed',
};

/**
 * Drops documents into the bucket of another build and reads what its terminal says, so that any commit can be measured.
 *
 * @param project The folder of the build, with its packages installed.
 * @param port Of its laptop cloud; 0 lets the system choose.
 */
export async function throughTerminal(
  project: string,
  documents: readonly WorldDocument[],
  port: number,
): Promise<Map<string, Outcome>> {
  const data = await mkdtemp(join(tmpdir(), 'world-'));
  try {
    const plans = join(data, 'bucket', 'budgets');
    await mkdir(plans, { recursive: true });
    for (const { person } of documents) await writeFile(join(plans, `${person.userId}.yaml`), planOf(person));
    // People have a plan before their first receipt.
    await start(project, data, port);
    for (const { file, person, draw } of documents) {
      const folder = join(data, 'bucket', 'receipts', person.userId);
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, file), await draw());
    }
    return outcomesIn(await start(project, data, port));
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

/** A plan that no receipt exhausts, so that nobody is told anything. */
export function planOf({ userId, locale, currency }: WorldDocument['person']): string {
  return [
    `name: ${userId}`,
    `locale: ${locale}`,
    'timeZone: UTC',
    `currency: ${currency}`,
    'contacts: []',
    'budgets:',
    '  - category: total',
    '    limit: "900000000"',
    '',
  ].join('\n');
}

function start(project: string, data: string, port: number): Promise<string> {
  const args = ['start', '--silent', '--', '--once', '--empty', '--data', data, '--port', String(port)];
  return new Promise((resolve, reject) => {
    const child = spawn('npm', args, { cwd: project, stdio: ['ignore', 'pipe', 'inherit'] });
    const said: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
    child.on('error', reject);
    child.on('close', () => resolve(stripVTControlCharacters(Buffer.concat(said).toString())));
  });
}

/** Reads the lines about documents; the indented ones below give the reasons of those that wait. */
export function outcomesIn(said: string): Map<string, Outcome> {
  const outcomes = new Map<string, Outcome>();
  let open: string | undefined;
  for (const text of said.split('\n')) {
    const [, mark = '', file = '', rest = ''] = /^([✓?=✗!]) (\S+) {2}(.*)$/u.exec(text) ?? [];
    const status = MARKS[mark];
    if (status !== undefined) {
      outcomes.set(file, { status, ...readingIn(rest), reasons: [] });
      open = status === 'completed' ? undefined : file;
      continue;
    }
    const waiting = open === undefined ? undefined : outcomes.get(open);
    const [, reason] = /^ {2}(\S.*)$/.exec(text) ?? [];
    if (open !== undefined && waiting && reason !== undefined && waiting.reasons.length === 0) {
      outcomes.set(open, { ...waiting, reasons: [reason] });
    } else if (reason === undefined) open = undefined;
  }
  return outcomes;
}

function readingIn(text: string): Partial<Outcome> {
  const match = /^(?:needs review {2})?(.*?) · (\d{4}-\d\d-\d\d|no date) · (-?[\d,.]+ [A-Z]{3}|no total)/u.exec(text);
  if (!match) return {};
  const [, vendor = '', day = '', total = ''] = match;
  return {
    vendor,
    ...(day !== 'no date' && { purchasedOn: day }),
    ...(total !== 'no total' && { total: total.replaceAll(',', '') }),
  };
}
