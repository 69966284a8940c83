import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { account } from 'laptop-cloud/account';
import { expect } from 'vitest';
import type { SpendwireCloud } from '../../laptop/cloud.ts';
import { projectRoot } from '../../lib/bundle.ts';
import { openCloud } from '../cloud/open-cloud.ts';

/** What a client found out about the main job, by nothing but its own calls. */
export interface Findings {
  /** Status of each execution of the receipt's machine. */
  readonly executions: readonly string[];
  /** Names of the states that the receipt's execution entered. */
  readonly states: readonly string[];
  readonly objects: readonly string[];
  /** The dropped receipt as the client got it back: its length in bytes. */
  readonly downloadedBytes: number;
  /** Minor units of each expense. */
  readonly amounts: readonly number[];
  /** Texts of the messages that went to alice. */
  readonly messages: readonly string[];
  readonly topics: readonly string[];
  /** Addresses. */
  readonly subscriptions: readonly string[];
  readonly deadLetters: number;
  /** Names of all segments and subsegments of the receipt's trace. */
  readonly traced: readonly string[];
  /** Ids of the traces that are annotated with the receipt's document. */
  readonly tracesFound: number;
}

/** The files that a client uploads: the sample plan, and a receipt that crosses one of its budgets. */
export const PLAN = join(projectRoot, 'events', 'samples', 'budgets', 'alice.yaml');
export const RECEIPT = join(projectRoot, 'events', 'samples', 'receipts', '05-restaurant.jpg');
export const RECEIPT_KEY = 'receipts/alice/dinner with Jo & Ü+50%.jpg';

/** Opens a cloud and a folder for a client's scratch files; both are gone afterwards. */
export async function withClient(
  work: (cloud: SpendwireCloud, folder: string) => Promise<Findings>,
): Promise<Findings> {
  const stage = await openCloud();
  const folder = await mkdtemp(join(tmpdir(), 'client-'));
  try {
    return await work(stage.cloud, folder);
  } finally {
    await stage.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Holds what a client found against what the main job is. */
export function expectMainJob(findings: Findings, receiptBytes: number): void {
  expect(findings.executions).toEqual(['SUCCEEDED']);
  expect(findings.states).toEqual(
    expect.arrayContaining(['Start Expense Analysis', 'Record Expense', 'Check Budgets']),
  );
  expect(findings.objects).toContain(RECEIPT_KEY);
  expect(findings.downloadedBytes).toBe(receiptBytes);
  expect(findings.amounts).toEqual([7840]);
  expect(findings.messages.join('\n')).toMatch(/dining/i);
  expect(findings.topics).toHaveLength(2);
  expect([...findings.subscriptions].sort()).toEqual(['+12025550123', 'alice@example.com']);
  expect(findings.deadLetters).toBe(0);
  expect(findings.traced).toEqual(expect.arrayContaining(['start-workflow', 'ingest-receipt', 'record-expense']));
  expect(findings.tracesFound).toBe(1);
}

/** What a client on the command line gets to know of the cloud. */
export const clientEnvironment = (folder: string): NodeJS.ProcessEnv => ({
  ...process.env,
  AWS_ACCESS_KEY_ID: account.accessKeyId,
  AWS_SECRET_ACCESS_KEY: account.secretAccessKey,
  AWS_DEFAULT_REGION: account.region,
  // Nothing of the person's own settings may play a part.
  AWS_CONFIG_FILE: join(folder, 'config'),
  AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
  AWS_PAGER: '',
  AWS_EC2_METADATA_DISABLED: 'true',
});

/**
 * Runs a program to its end.
 *
 * @returns what it wrote on its output.
 * @throws Error with what it wrote on its error output, when it failed.
 */
export async function run(
  program: string,
  parameters: readonly string[],
  environment?: NodeJS.ProcessEnv,
): Promise<string> {
  const child = spawn(program, parameters, { stdio: ['ignore', 'pipe', 'pipe'], env: environment ?? process.env });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const [output, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code !== 0) throw new Error(`${program} ${parameters.join(' ')} ended with ${code}: ${errors || output}`);
  return output;
}

/** Whether a program is there and runs. */
export const isThere = (program: string, ...parameters: string[]): Promise<boolean> =>
  run(program, parameters).then(
    () => true,
    () => false,
  );
