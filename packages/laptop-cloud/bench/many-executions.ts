import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DescribeExecutionCommand, ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import { startCloud } from '../../../laptop/cloud.ts';
import { account } from '../src/account.ts';
import { runExecutions } from './measure/finished-executions.ts';
import { startedCloud } from './measure/started-cloud.ts';

/**
 * What finished executions cost those who come after them: the start of the local cloud, the first page of
 * ListExecutions and one DescribeExecution, each beside ten executions and beside ten thousand. Each figure is the
 * median of a few. Prints milliseconds as JSON.
 *
 *     npx tsx packages/laptop-cloud/bench/many-executions.ts [10 10000]
 */
const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10, 10_000];
const STARTS = 5;
const CALLS = 21;

async function measure(executions: number) {
  const data = await mkdtemp(join(tmpdir(), 'laptop-cloud-many-'));
  const filling = await startCloud({ dataDirectory: data, port: 0, periodicWork: false });
  const began = performance.now();
  const stateMachineArn = await runExecutions(filling.states, executions);
  const executionsPerSecond = Math.round(executions / ((performance.now() - began) / 1000));
  await filling.close();

  const starts: number[] = [];
  for (let run = 1; run < STARTS; run++) {
    const { readyMs, stop } = await startedCloud(data);
    starts.push(readyMs);
    await stop();
  }
  const cloud = await startedCloud(data);
  starts.push(cloud.readyMs);
  const { region, accessKeyId, secretAccessKey } = account;
  const client = new SFNClient({ endpoint: cloud.endpoint, region, credentials: { accessKeyId, secretAccessKey } });
  const executionArn = `${stateMachineArn.replace(':stateMachine:', ':execution:')}:document-${Math.floor(executions / 2)}`;
  const listMs = await callMs(() => client.send(new ListExecutionsCommand({ stateMachineArn, maxResults: 100 })));
  const describeMs = await callMs(() => client.send(new DescribeExecutionCommand({ executionArn })));
  client.destroy();
  await cloud.stop();
  await rm(data, { recursive: true, force: true });
  return { executions, startMs: median(starts), listMs, describeMs, executionsPerSecond };
}

async function callMs(call: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let run = 0; run < CALLS; run++) {
    const began = performance.now();
    await call();
    took.push(performance.now() - began);
  }
  return Math.round(median(took) * 10) / 10;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const results: Awaited<ReturnType<typeof measure>>[] = [];
for (const count of counts) results.push(await measure(count));
console.log(JSON.stringify(results, null, 2));
process.exit();
