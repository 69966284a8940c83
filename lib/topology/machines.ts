import type { Grant, MachineDeclaration } from './declarations.ts';
import type { FunctionId } from './functions.ts';
import { readVersions } from './grants.ts';

const invoke = (...ids: FunctionId[]): Grant => ({
  actions: ['lambda:InvokeFunction'],
  resources: ids.map((id) => `\${${id}FunctionArn}`),
});

export const machines = {
  DeliverAlerts: {
    name: 'deliver-alerts',
    file: 'statemachines/deliver-alerts.asl.json',
    grants: [invoke('DeliverAlerts')],
  },
  IngestReceipt: {
    name: 'ingest-receipt',
    file: 'statemachines/ingest-receipt.asl.json',
    grants: [
      { actions: ['textract:StartExpenseAnalysis'], resources: ['*'] },
      readVersions('receipts/'),
      invoke(
        'ReadAnalysis',
        'ReadStructuredInvoice',
        'StructureExpense',
        'RecordExpense',
        'CheckBudgets',
        'RecordOutcome',
      ),
    ],
  },
  ApplyPlan: {
    name: 'apply-plan',
    file: 'statemachines/apply-plan.asl.json',
    grants: [invoke('ApplyPlan', 'EnsureContacts', 'CheckBudgets', 'RecordOutcome')],
  },
  ApplyCorrection: {
    name: 'apply-correction',
    file: 'statemachines/apply-correction.asl.json',
    grants: [invoke('ApplyCorrection', 'RecordOutcome')],
  },
  ApplyRates: {
    name: 'apply-rates',
    file: 'statemachines/apply-rates.asl.json',
    grants: [invoke('ApplyRates', 'FindPeople', 'CheckBudgets', 'RecordOutcome')],
  },
  RejectObject: {
    name: 'reject-object',
    file: 'statemachines/reject-object.asl.json',
    grants: [invoke('RecordOutcome')],
  },
  LookAhead: {
    name: 'look-ahead',
    file: 'statemachines/look-ahead.asl.json',
    grants: [invoke('FindDuePeople', 'CheckBudgets', 'ClaimDigests')],
  },
  FindMissing: {
    name: 'find-missing',
    file: 'statemachines/find-missing.asl.json',
    grants: [invoke('FindMissing')],
  },
} as const satisfies Record<string, MachineDeclaration>;

export type MachineId = keyof typeof machines;
