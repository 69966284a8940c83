import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import { type QueryOperation, queryHandler } from '../http/query-service.ts';
import type { Json, JsonObject, Operation, OperationService } from '../http/service.ts';
import { type MailDelivery, startMailDelivery } from './mail-delivery.ts';
import type { OutboxMessage } from './message.ts';
import { publishOperation } from './publish-operation.ts';
import { SnsStore } from './sns-store.ts';
import { ownerActions } from './subscription-life.ts';
import { subscriptionOperations } from './subscription-operations.ts';
import { topicOperations } from './topic-operations.ts';

export interface SnsOptions {
  /** Topics, subscriptions and mail that waits. */
  readonly directory: string;
  /** Every accepted message, as a text file. */
  readonly outboxDirectory: string;
  readonly clock: Clock;
  onMessage?(message: OutboxMessage): void;
  /** Whether an e-mail address is confirmed as it is subscribed; else its owner does by `confirm`. @default - every one is */
  isConfirmedAtOnce?(address: string): boolean;
  /** Told of every e-mail that the server did not take, and of what comes next. */
  onMailFailure?(reason: string): void;
  /** Sends e-mail for real, too. @default - the outbox is all */
  readonly smtp?: { readonly url: string; readonly from?: string };
}

export interface SnsService extends OperationService {
  /** E-mails that wait to be sent by SMTP. */
  pending(): number;
  /** The owner of an address follows the link that confirms its subscription. */
  confirm(address: string): Promise<void>;
  /** The owner of an address follows the link to unsubscribe that stands below each message. */
  leave(address: string): Promise<void>;
  close(): Promise<void>;
}

/** SNS with topics, subscriptions for e-mail and SMS, and an outbox instead of a network of carriers. */
export async function createSnsService(options: SnsOptions): Promise<SnsService> {
  const { clock, outboxDirectory } = options;
  const store = await SnsStore.open(join(options.directory, 'topics.json'));
  const mail = await startMail(options);
  const now = () => clock.now();
  const publish = publishOperation({
    store,
    clock,
    outboxDirectory,
    ...(mail ? { mail } : {}),
    onMessage: (message) => options.onMessage?.(message),
  });
  const operations = {
    ...topicOperations(store, now),
    ...subscriptionOperations(store, {
      now,
      isConfirmedAtOnce: (address) => options.isConfirmedAtOnce?.(address) ?? true,
    }),
    ...sandboxOperations,
    Publish: publish,
  };

  return {
    signingName: 'sns',
    operations: Object.fromEntries(Object.entries(operations).map(([name, run]) => [name, inProcess(run)])),
    handle: queryHandler(operations, 'http://sns.amazonaws.com/doc/2010-03-31/'),
    pending: () => mail?.pending() ?? 0,
    ...ownerActions(store, now),
    close: async () => mail?.close(),
  };
}

/** Nobody has to be verified before the outbox takes a message. */
const sandboxOperations: Readonly<Record<string, QueryOperation>> = {
  GetSMSSandboxAccountStatus: async () => ({ IsInSandbox: false }),
  ListSMSSandboxPhoneNumbers: async () => ({ PhoneNumbers: { member: [] } }),
};

async function startMail(options: SnsOptions): Promise<MailDelivery | undefined> {
  const { smtp, directory, outboxDirectory, clock, onMailFailure } = options;
  if (!smtp) return undefined;
  return startMailDelivery({
    smtpUrl: smtp.url,
    ...(smtp.from === undefined ? {} : { from: smtp.from }),
    stateDirectory: directory,
    outboxDirectory,
    clock,
    ...(onMailFailure ? { onFailure: onMailFailure } : {}),
  });
}

/** In process, lists and maps stand without the `member` and `entry` that XML wraps them in. */
const inProcess =
  (operation: QueryOperation): Operation =>
  async (input, caller) =>
    unwrap((await operation(input, caller)) as JsonObject) as JsonObject;

function unwrap(value: Json): Json {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(unwrap);
  if (Array.isArray(value.member)) return value.member.map(unwrap);
  if (Array.isArray(value.entry)) {
    return Object.fromEntries(value.entry.map((pair) => [(pair as JsonObject).key, (pair as JsonObject).value]));
  }
  const present = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(present.map(([key, item]) => [key, unwrap(item)]));
}
