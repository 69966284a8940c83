import { LambdaClient } from '@aws-sdk/client-lambda';
import type { Table } from '../lambdas/adapters/table.ts';
import { functionName } from '../laptop/names.ts';
import { viewAllDropped, viewDropped } from '../views/find-documents.ts';
import { printable } from '../views/printable.ts';
import { findPlace } from './find-place.ts';
import { invokeFunction } from './invoke-function.ts';
import { lookForMissing } from './look-for-missing.ts';
import { type ReplayWhat, readReplayOptions, replayUsage } from './replay-options.ts';
import { runTool } from './run-tool.ts';
import { userIdOf } from './who.ts';

/** Starts further runs and prints each; 1 when one could not be started, or nothing matched. Of what was missed, the first. */
async function replay(args: readonly string[]): Promise<number> {
  const { what, reread, function: deployed, ...options } = readReplayOptions(args);
  if (!what) {
    process.stdout.write(replayUsage);
    return 0;
  }
  const { table, clientConfig, startWorkflow, findMissing } = await findPlace(options);
  const lambda = new LambdaClient(clientConfig);
  let failed = 0;
  try {
    if ('missing' in what) return await lookForMissing(lambda, deployed ?? findMissing ?? functionName('FindMissing'));
    const name = deployed ?? startWorkflow ?? functionName('StartWorkflow');
    const requests = await requestsFor(table, what);
    for (const { request, label } of requests) {
      try {
        const answer = await invokeFunction(lambda, name, { ...request, reread });
        const { started } = answer as { started: readonly { executionName: string }[] };
        console.log(
          printable(started[0] ? `started ${started[0].executionName}  ${label}` : `nothing to run  ${label}`),
        );
      } catch (error) {
        // Without anybody there, the next one would fail in the same way.
        if ((error as { code?: string }).code === 'ECONNREFUSED') throw error;
        failed += 1;
        console.error(`not started: ${(error as Error).message}  ${label}`);
      }
    }
    if (requests.length === 0) console.error('no receipt matches; npm run report shows what there is');
    return failed > 0 || requests.length === 0 ? 1 : 0;
  } finally {
    table.client.destroy();
    lambda.destroy();
  }
}

async function requestsFor(
  table: Table,
  what: Exclude<ReplayWhat, { missing: true }>,
): Promise<{ request: object; label: string }[]> {
  if ('object' in what) return [{ request: what, label: what.object }];
  if ('documentId' in what) return [{ request: what, label: `document ${what.documentId}` }];
  const userId = await userIdOf(table, what.who);
  const dropped = { from: what.from ?? '', to: what.to ?? '9999-12-31' };
  const views =
    what.status === undefined
      ? await viewAllDropped(table, userId, dropped)
      : await viewDropped(table, userId, what.status, dropped);
  return views
    .filter(({ workflow, status }) => workflow === 'ingest-receipt' && status !== 'pending')
    .map(({ documentId, key, status }) => ({ request: { documentId }, label: `${key} (${status.replace('_', ' ')})` }));
}

await runTool(replay);
