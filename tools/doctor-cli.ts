import { parseArgs } from 'node:util';
import { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { SNSClient } from '@aws-sdk/client-sns';
import { UsageError } from '../laptop/cli-options.ts';
import { checkUpText, findingsOf } from '../views/doctor/check-up.ts';
import { readFacts } from '../views/doctor/read-facts.ts';
import { printable } from '../views/printable.ts';
import { findPlace } from './find-place.ts';
import { placeOptions, placeUsage } from './place.ts';
import { runTool } from './run-tool.ts';
import { similarUserId, userIdOf } from './who.ts';

const usage = `Says what stands between a person and an alert, and what to do about it. Changes nothing.

  npm run doctor -- --user alice [options]

  --user NAME        the person; or --contact ADDRESS, their e-mail or phone number
${placeUsage}
  --table NAME       a deployed table by its name instead, with AWS_REGION

Exit status 0 when nothing stands in the way, 1 when something does or nobody answers, 2 for a mistake on this line.
`;

/** Prints a check-up; 1 when something stands in the way of an alert. */
async function doctor(args: readonly string[]): Promise<number> {
  const { help, ...options } = parse(args);
  if (help) {
    process.stdout.write(usage);
    return 0;
  }
  const { table, isLaptop, clientConfig } = await findPlace(options);
  const sns = new SNSClient(clientConfig);
  const quotas = new ServiceQuotasClient(clientConfig);
  try {
    const userId = await userIdOf(table, options);
    const found = await readFacts({ table, sns, quotas, isLaptop, now: () => Date.now() }, userId);
    const similar = found.person ? undefined : await similarUserId(table, userId);
    const facts = similar ? { ...found, similarUserId: similar } : found;
    const findings = findingsOf(facts);
    process.stdout.write(`${printable(checkUpText(facts, findings).join('\n'))}\n`);
    return findings.some(({ level }) => level === 'obstacle') ? 1 : 0;
  } finally {
    table.client.destroy();
    sns.destroy();
    quotas.destroy();
  }
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: { user: text, contact: text, ...placeOptions, help: { type: 'boolean' } },
    }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split('. ')[0]}; --help lists the options`);
  }
}

await runTool(doctor);
