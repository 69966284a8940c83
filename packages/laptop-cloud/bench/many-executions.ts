import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DescribeExecutionCommand, ListExecutionsCommand, SFNClient } from '@aws-sdk/client-sfn';
import { account } from '../src/account.ts';
import { chosenApp, startCommand } from './measure/app.ts';
import { runExecutions } from './measure/finished-executions.ts';

/**
 * What finished executions cost those who come after them: the start of an app's cloud, the first page of
 * ListExecutions and one DescribeExecution, each beside ten executions and beside ten thousand. Each figure is the
 * median of a few. Prints milliseconds as JSON.
 *
 *     npx tsx packages/laptop-cloud/bench/many-executions.ts [--app FILE] [10 10000]
 */
const { app, positionals } = await chosenApp();
const counts = positionals.length > 0 ? positionals.map(Number) : [10, 10_000];
const STARTS = 5;
const CALLS = 21;

async function measure(executions: number) {
  const data = await mkdtemp(join(tmpdir(), 'laptop-cloud-many-'));
  const filling = await app.start(data, { periodicWork: false });
  const began = performance.now();
  const stateMachineArn = await runExecutions(filling.states, executions);
  const executionsPerSecond = Math.round(executions / ((performance.now() - began) / 1000));
  await filling.close();

  const starts: number[] = [];
  for (let run = 1; run < STARTS; run++) {
    const { readyMs, stop } = await startCommand(app, data);
    starts.push(readyMs);
    await stop();
  }
  const cloud = await startCommand(app, data);
  starts.push(cloud.readyMs);
  const { region, accessKeyId, secretAccessKey } = account;
  const client = new SFNClient({ endpoint: cloud.endpoint, region, credentials: { accessKeyId, secretAccessKey } });
  const executionArn = `${stateMachineArn.replace(':stateMachine:', ':execution:')}:execution-${Math.floor(executions / 2)}`;
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
