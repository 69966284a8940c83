import { setTimeout as pause } from 'node:timers/promises';
import { ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import { findPending } from '../../../lambdas/adapters/document-store.ts';
import { placeholderValues } from '../../../laptop/names.ts';
import { machines } from '../../../lib/topology.ts';
import type { HostileFile } from '../hostile-file.ts';
import { allItems, documentsIn, type EndedDocument } from './documents.ts';
import type { Product } from './product.ts';

const LOOK_MS = 3000;
/** Nothing new for so many looks is the end. */
const QUIET_LOOKS = 2;

/** Files that took longer than a run may. */
export class StillOpenError extends Error {
  override readonly name = 'StillOpenError';
}

/**
 * Waits until every file has come to its end, and nothing is under way.
 *
 * @returns Every document, by key.
 * @throws StillOpenError that names what is still open at the given instant; Error when the process has ended.
 */
export async function settle(
  product: Product,
  files: readonly HostileFile[],
  untilMs: number,
): Promise<Map<string, EndedDocument[]>> {
  const sfn = new SFNClient({ endpoint: product.endpoint, region: 'us-east-1', credentials: product.credentials });
  try {
    let [quiet, before] = [0, -1];
    for (;;) {
      if (!product.isAlive())
        throw new Error(`the process ended by itself; its last words:\n${product.output().slice(-2000)}`);
      const pending = await findPending(product.table);
      // The whole table is read only when all may have ended.
      const documents = pending.length > 0 ? undefined : documentsIn(await allItems(product.table));
      const open = documents && openIn(files, documents, product.output());
      const running = documents ? await runningIn(sfn) : [];
      const count = documents?.size ?? -1;
      quiet = documents && open?.length === 0 && running.length === 0 && count === before ? quiet + 1 : 0;
      before = count;
      if (documents && quiet >= QUIET_LOOKS) return documents;
      if (Date.now() > untilMs) {
        const named = [
          ...(open ?? openIn(files, documentsIn(await allItems(product.table)), product.output())),
          ...running,
        ];
        throw new StillOpenError(`out of time, still open are ${named.length}: ${named.slice(0, 20).join(', ')}`);
      }
      await pause(LOOK_MS);
    }
  } finally {
    sfn.destroy();
  }
}

/** Files of which nothing is known yet, or whose document is pending. */
export function openIn(
  files: readonly HostileFile[],
  documents: ReadonlyMap<string, readonly Pick<EndedDocument, 'status'>[]>,
  output: string,
): string[] {
  return files.flatMap(({ path, due }) => {
    const key = path.toString();
    if (due === 'nothing') return [];
    if ('line' in due) return due.line.test(output) ? [] : [`${key} (no line)`];
    const found = documents.get(key) ?? [];
    const isLast = due.lastly === undefined || found.at(-1)?.status === due.lastly;
    return found.length > 0 && isLast && found.every(({ status }) => status !== 'pending')
      ? []
      : [`${key} (${found.at(-1)?.status ?? 'no document'})`];
  });
}

async function runningIn(sfn: SFNClient): Promise<string[]> {
  const values = placeholderValues();
  const lists = await Promise.all(
    Object.keys(machines).map((id) =>
      sfn.send(new ListExecutionsCommand({ stateMachineArn: values[`${id}Arn`], statusFilter: 'RUNNING' })),
    ),
  );
  return lists.flatMap(({ executions = [] }) => executions.map(({ name = '' }) => `execution ${name}`));
}
