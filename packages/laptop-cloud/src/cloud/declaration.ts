import type { EventRule, QueueSpec } from '../events/event-rule.ts';
import type { PermissionGrant } from '../http/permissions.ts';
import type { JsonObject } from '../http/service.ts';
import type { FunctionSpec } from '../lambda/function-spec.ts';
import type { MachineType } from '../states/validation/diagnostic.ts';

/** A table in the words of DynamoDB's `CreateTable`, and the attribute by which its items expire. */
export interface TableSpec {
  /** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html */
  readonly definition: JsonObject & { readonly TableName: string };
  /** @default - items never expire */
  readonly timeToLiveAttribute?: string;
}

/** A state machine: its name, by which its executions are found, and its definition in the Amazon States Language. */
export interface MachineSpec {
  readonly name: string;
  /** The definition's text, with nothing left to fill in. */
  readonly definition: string;
  /** @default 'STANDARD' */
  readonly type?: MachineType;
  /** @default - it may do everything */
  readonly grants?: readonly PermissionGrant[];
}

/** A function and what it may do. */
export interface DeclaredFunction extends Pick<FunctionSpec, 'name' | 'bundleDirectory' | 'handler'> {
  /** Access key id of its requests, by which its grants are known. @default - its name */
  readonly id?: string;
  /** @default '' */
  readonly description?: string;
  /** @default 3 */
  readonly timeoutSeconds?: number;
  /** @default 128 */
  readonly memoryMb?: number;
  /** @default - only what Lambda sets */
  readonly environment?: Readonly<Record<string, string>>;
  /** @default - it may do everything */
  readonly grants?: readonly PermissionGrant[];
}

/** A queue and, if it has one, the function that works on its messages. */
export interface DeclaredQueue extends Pick<QueueSpec, 'name' | 'deadLetterQueue'> {
  /** @default 30 */
  readonly visibilityTimeoutSeconds?: number;
  /** Attempts until a message goes to the dead letters. @default 3 */
  readonly maxReceiveCount?: number;
  /** @default 4 */
  readonly retentionDays?: number;
  /** @default - nobody; messages are received by API calls. `maximumConcurrency` is 4 */
  readonly consumer?: { readonly functionName: string; readonly maximumConcurrency?: number };
}

/** A topic and whom its messages go to. */
export interface TopicSpec {
  readonly name: string;
  /** @default - nobody yet */
  readonly subscriptions?: readonly { readonly protocol: 'email' | 'sms'; readonly address: string }[];
}

/** A machine or a function that is started by the clock. */
export type ScheduleSpec = {
  readonly everyMinutes: number;
  /** What it gets; {@link SCHEDULED_TIME} in it stands for when it was due. @default - `{ time }`, when it was due */
  readonly input?: JsonObject;
} & ({ readonly machine: string } | { readonly function: string });

/** What runs in a cloud, as a template would say it. Tables, machines and topics may be made by API calls, too. */
export interface CloudDeclaration {
  /** The one bucket, which is a plain folder for people. @default 'bucket' */
  readonly bucket?: string;
  readonly tables?: readonly TableSpec[];
  readonly functions?: readonly DeclaredFunction[];
  readonly machines?: readonly MachineSpec[];
  readonly queues?: readonly DeclaredQueue[];
  readonly rules?: readonly EventRule[];
  readonly schedules?: readonly ScheduleSpec[];
  readonly topics?: readonly TopicSpec[];
}
