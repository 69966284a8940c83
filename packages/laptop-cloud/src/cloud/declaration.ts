import type { EventRule, QueueSpec } from '../events/event-rule.ts';
import type { PermissionGrant } from '../http/permissions.ts';
import type { JsonObject } from '../http/service.ts';
import type { FunctionSpec } from '../lambda/function-spec.ts';

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
  /** @default - it may do everything */
  readonly grants?: readonly PermissionGrant[];
}

/** A function and what it may do. */
export interface DeclaredFunction extends FunctionSpec {
  /** @default - it may do everything */
  readonly grants?: readonly PermissionGrant[];
}

/** A machine that is started by the clock. */
export interface ScheduleSpec {
  readonly machine: string;
  readonly everyMinutes: number;
}

/** What runs in a cloud, as a template would say it. Whatever it leaves out, such as topics, may be made by API calls. */
export interface CloudDeclaration {
  /** The one bucket, which is a plain folder for people. */
  readonly bucket: string;
  readonly tables?: readonly TableSpec[];
  readonly functions?: readonly DeclaredFunction[];
  readonly machines?: readonly MachineSpec[];
  readonly queues?: readonly QueueSpec[];
  readonly rules?: readonly EventRule[];
  readonly schedules?: readonly ScheduleSpec[];
}
