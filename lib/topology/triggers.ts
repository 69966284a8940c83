import { type FunctionId, functions } from './functions.ts';
import type { MachineId } from './machines.ts';
import { settings } from './settings.ts';

/** The queue between the bucket's events and `StartWorkflow`. Visibility is at least 6 × the function's timeout. */
export const ingestQueue = {
  name: 'ingest',
  consumer: 'StartWorkflow',
  batchSize: 1,
  maximumConcurrency: settings.ingestConcurrency,
  visibilityTimeoutSeconds: 6 * functions.StartWorkflow.timeoutSeconds,
  maxReceiveCount: 10,
  retentionDays: 14,
} as const;

/** EventBridge rules. `artifacts/` is ours and triggers nothing; a deletion matters only for a plan. */
export const rules = {
  ObjectEvents: {
    description: 'Every object created outside artifacts/, and every plan deleted by a person',
    pattern: {
      source: ['aws.s3'],
      $or: [
        {
          'detail-type': ['Object Created'],
          detail: {
            bucket: { name: ['${BucketName}'] },
            object: { key: [{ 'anything-but': { prefix: 'artifacts/' } }] },
          },
        },
        {
          'detail-type': ['Object Deleted'],
          detail: {
            bucket: { name: ['${BucketName}'] },
            object: { key: [{ prefix: 'budgets/' }] },
            reason: [{ 'anything-but': ['Lifecycle Expiration'] }],
          },
        },
      ],
    },
    target: { queue: 'ingest' },
  },
  ExecutionsThatFailed: {
    description: 'Executions that ended without closing their document',
    pattern: {
      source: ['aws.states'],
      'detail-type': ['Step Functions Execution Status Change'],
      detail: {
        status: ['FAILED', 'TIMED_OUT', 'ABORTED'],
        stateMachineArn: [
          '${IngestReceiptArn}',
          '${ApplyPlanArn}',
          '${ApplyCorrectionArn}',
          '${ApplyRatesArn}',
          '${RejectObjectArn}',
        ],
      },
    },
    target: { function: 'CloseAbandoned' },
  },
} as const;

/** What runs by the clock: a machine, or a function where nearly every run finds nothing to do and its steps would be paid. */
export type ScheduleDeclaration = { readonly everyMinutes: number } & (
  | { readonly machine: MachineId }
  /** Gets when it was due as `startedAt`. */
  | { readonly function: FunctionId }
);

export const schedules = {
  Sweep: { function: 'Sweep', everyMinutes: settings.sweepEveryMinutes },
  LookAhead: { machine: 'LookAhead', everyMinutes: 60 },
  FindMissing: { machine: 'FindMissing', everyMinutes: 24 * 60 },
} as const satisfies Record<string, ScheduleDeclaration>;

/** Machines that the clock starts: they run without anybody. */
export const scheduledMachines: readonly MachineId[] = Object.values(schedules).flatMap((schedule) =>
  'machine' in schedule ? [schedule.machine] : [],
);
