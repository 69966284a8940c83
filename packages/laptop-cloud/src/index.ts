/**
 * The front door of the package: what it promises to keep. Everything else under `src/` may change in any version.
 */
export { account, bucketArn, type Credentials, localArn } from './account.ts';
export { type BundleFunctionOptions, bundleFunction } from './bundle-function.ts';
export { type Clock, systemClock, VirtualClock, type VirtualClockOptions } from './clock.ts';
export type {
  CloudDeclaration,
  DeclaredFunction,
  DeclaredQueue,
  MachineSpec,
  ScheduleSpec,
  TableSpec,
  TopicSpec,
} from './cloud/declaration.ts';
export { machineArn } from './cloud/ensure-machines.ts';
export { type CloudOptions, DEFAULT_PORT, type LaptopCloud, startLaptopCloud } from './cloud.ts';
export { type DataFolder, DataFolderLockedError, DataFolderUnusableError } from './data-folder.ts';
export { endProcess, guardDisk } from './disk-guard.ts';
export type { EventRule, RuleTarget } from './events/event-rule.ts';
export { SCHEDULED_TIME } from './events/schedule.ts';
export { PortInUseError } from './http/gateway.ts';
export type { PermissionGrant, UsedAccess } from './http/permissions.ts';
export { type Json, type JsonObject, type Operation, type OperationService, ServiceError } from './http/service.ts';
export { functionArn } from './lambda/function-spec.ts';
export { SettableClock } from './settable-clock.ts';
export type { OutboxMessage } from './sns/message.ts';
export type { StatesActivity } from './states/states-service.ts';
export {
  declarationFromTemplate,
  type TemplateOptions,
  type TemplateReading,
} from './template/declaration-from-template.ts';
export { type LeftOut, TemplateError } from './template/template.ts';
export type { SegmentDocument } from './xray/segment.ts';
export { buildTraceTree, type TraceNode } from './xray/trace-tree.ts';
