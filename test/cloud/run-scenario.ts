import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { readAlerts } from '../../lambdas/adapters/alert-store.ts';
import { readSpend } from '../../lambdas/adapters/budget-store.ts';
import { createDocument } from '../../lambdas/adapters/document-store.ts';
import { personKey } from '../../lambdas/adapters/ledger-keys.ts';
import type { Table } from '../../lambdas/adapters/table.ts';
import { isBudgetAlert } from '../../lambdas/core/alert/alert.ts';
import { triggerId } from '../../lambdas/core/budget/threshold.ts';
import { analysisKeyOf } from '../../lambdas/core/document/artifacts.ts';
import { formatMoney, money } from '../../lambdas/core/ground/money.ts';
import { projectRoot } from '../../lib/bundle.ts';
import { type DocumentView, viewDocument } from '../../views/document-view.ts';
import { aDocument } from '../support/books.ts';
import type { TestCloud } from './open-cloud.ts';
import { printReceipt } from './printed-receipt.ts';
import type { Scenario, Step } from './scenario.ts';
import { stopWhileWaiting } from './stop-while-waiting.ts';
import { sweep } from './sweep.ts';

/** What came of a scenario, in the words of its `expect`. */
export interface Outcome {
  readonly documents: readonly DocumentView[];
  readonly spent: Record<string, string>;
  readonly alerts: string[];
  readonly messages: readonly { to: 'email' | 'sms'; text: string; at: string }[];
}

const PNG_SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/** Lets a scenario happen for a person of its own, and looks at the books afterwards. */
export async function runScenario(stage: TestCloud, scenario: Scenario, user: string): Promise<Outcome> {
  const fill = (text: string) => text.replaceAll('{user}', user);
  const before = stage.messages.length;
  for (const step of scenario.steps) {
    // While a file is made and dropped time stands still; it passes where a step lets it.
    const isWaiting =
      'until' in step ||
      'settle' in step ||
      'sweepAfterMinutes' in step ||
      'findMissingAfterMinutes' in step ||
      'stop' in step;
    await (isWaiting ? take(stage, step, fill) : stage.clock.busy(() => take(stage, step, fill)));
  }
  await stage.cloud.idle();

  const documents: DocumentView[] = [];
  for (const { key } of scenario.expect.documents) {
    const id = (await stage.documentIds(await withIds(stage, fill(key)))).at(-1);
    const view = id === undefined ? undefined : await viewDocument(stage.table, id);
    if (!view) throw new Error(`expected a document for ${fill(key)}, there is none`);
    documents.push(view);
  }
  return {
    documents,
    spent: await spentBy(stage.table, user),
    alerts: await alertsOf(stage.table, user),
    messages: stage.messages.slice(before).map(({ protocol, subject = '', body, acceptedAtMs }) => ({
      to: protocol,
      text: `${subject}\n${body}`,
      at: new Date(acceptedAtMs).toISOString(),
    })),
  };
}

/** Puts the ids of documents where a text names them by their keys. */
async function withIds(stage: TestCloud, text: string): Promise<string> {
  const [placeholder, which, key] = /\{(document|firstDocument):([^}]+)\}/.exec(text) ?? [];
  if (placeholder === undefined || key === undefined) return text;
  const id = (await stage.documentIds(key)).at(which === 'document' ? -1 : 0);
  if (id === undefined) throw new Error(`expected a document for ${key}, there is none`);
  return withIds(stage, text.replaceAll(placeholder, id));
}

async function take(stage: TestCloud, step: Step, fill: (text: string) => string): Promise<void> {
  const { cloud, table, documentIds } = stage;
  const startWorkflow = cloud.values['StartWorkflowFunctionArn'] ?? '';
  if ('drop' in step) {
    const body = Buffer.concat([await readFile(join(projectRoot, step.drop)), Buffer.from(step.append ?? '')]);
    const metadata = Object.fromEntries(
      Object.entries(step.metadata ?? {}).map(([name, value]) => [name, fill(value)]),
    );
    await cloud.s3.write(fill(step.as), body, { metadata });
  } else if ('dropText' in step) {
    await cloud.s3.write(await withIds(stage, fill(step.as)), Buffer.from(fill(step.dropText)));
  } else if ('print' in step) {
    await cloud.s3.write(fill(step.as), await printReceipt(step.print));
  } else if ('until' in step) {
    await stage.clock.sleep(Date.parse(step.until) - stage.clock.now());
  } else if ('dropBytes' in step) {
    await cloud.s3.write(
      fill(step.as),
      Buffer.concat([PNG_SIGNATURE, randomBytes(step.dropBytes - PNG_SIGNATURE.length)]),
    );
  } else if ('delete' in step) {
    await cloud.s3.operations['DeleteObject']?.({ Bucket: cloud.bucketName, Key: fill(step.delete) }, {});
  } else if ('stop' in step) {
    await stopWhileWaiting(stage, fill(step.as), await readFile(join(projectRoot, step.stop)));
  } else if ('lose' in step) {
    await loseExecution(stage, fill(step.lose));
  } else if ('editAnalysis' in step) {
    const artifact = analysisKeyOf((await documentIds(fill(step.editAnalysis))).at(-1) ?? '');
    const stored = await text((await cloud.s3.read(artifact)).body);
    await cloud.s3.write(artifact, Buffer.from(stored.replaceAll(step.replace, step.by)));
  } else if ('sweepAfterMinutes' in step) {
    await stage.clock.sleep(step.sweepAfterMinutes * 60_000);
    await sweep(stage);
  } else if ('confirm' in step) {
    await cloud.sns.confirm(fill(step.confirm));
  } else if ('unsubscribe' in step) {
    await cloud.sns.leave(fill(step.unsubscribe));
  } else if ('findMissingAfterMinutes' in step) {
    await stage.clock.sleep(step.findMissingAfterMinutes * 60_000);
    await cloud.states.operations['StartExecution']?.({ stateMachineArn: cloud.values['FindMissingArn'] ?? '' }, {});
  } else if ('lookAhead' in step) {
    await cloud.states.operations['StartExecution']?.({ stateMachineArn: cloud.values['LookAheadArn'] ?? '' }, {});
  } else if ('replay' in step) {
    await cloud.lambda.invoke(startWorkflow, JSON.parse(await withIds(stage, fill(JSON.stringify(step.replay)))));
  } else if ('repeatEvent' in step) {
    const id = (await documentIds(fill(step.repeatEvent))).at(-1) ?? '';
    const view = await viewDocument(table, id);
    if (!view) throw new Error(`expected a document for ${fill(step.repeatEvent)}, there is none`);
    for (let sent = 0; sent < step.times; sent++) await cloud.lambda.invoke(startWorkflow, queueEvent(view));
  } else {
    await cloud.idle();
  }
}

async function loseExecution({ table, clock }: TestCloud, key: string): Promise<void> {
  const uploadedAt = new Date(clock.now()).toISOString();
  const deadlineAt = new Date(clock.now() + 6 * 3600_000).toISOString();
  const userId = key.split('/')[1] as string;
  const document = { ...aDocument({ documentId: `lost-${userId}` }), userId, key, uploadedAt };
  await createDocument(table, document, { status: 'pending', run: 1, updatedAt: uploadedAt, deadlineAt });
}

/** The event that brought a document, as the queue hands it to start-workflow. */
function queueEvent({ bucket, key, sizeBytes, versionId, sequencer, uploadedAt, eventId }: DocumentView) {
  const object = { key, size: sizeBytes, 'version-id': versionId, sequencer: sequencer ?? '' };
  const event = {
    id: eventId ?? '',
    time: uploadedAt,
    'detail-type': 'Object Created',
    detail: { bucket: { name: bucket }, object },
  };
  return { Records: [{ body: JSON.stringify(event) }] };
}

async function spentBy(table: Table, user: string): Promise<Record<string, string>> {
  const sums = new Map<string, number>();
  for (const { category, currency, amountMinor } of await readSpend(table, user, '0000-01-01', '9999-12-31')) {
    const name = `${category} ${currency}`;
    sums.set(name, (sums.get(name) ?? 0) + amountMinor);
  }
  const spent = [...sums].filter(([, amountMinor]) => amountMinor !== 0);
  return Object.fromEntries(
    spent.map(([name, amountMinor]) => [name, formatMoney(money(amountMinor, name.split(' ')[1] as string))]),
  );
}

async function alertsOf(table: Table, user: string): Promise<string[]> {
  const alerts = await readAlerts(table, personKey(user).PK, 'ALERT#');
  return alerts
    .flatMap((alert) =>
      isBudgetAlert(alert) ? [`${alert.category} ${triggerId(alert.trigger)} ${alert.crossing}`] : [],
    )
    .sort();
}
