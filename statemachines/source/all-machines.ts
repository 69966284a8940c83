import type { MachineId } from '../../lib/topology.ts';
import { applyCorrection } from './apply-correction.ts';
import { applyPlan } from './apply-plan.ts';
import { applyRates } from './apply-rates.ts';
import { deliverAlertsMachine } from './deliver-alerts.ts';
import { findMissing } from './find-missing.ts';
import { ingestReceipt } from './ingest-receipt.ts';
import { lookAhead } from './look-ahead.ts';
import type { Machine } from './parts/asl.ts';
import { rejectObject } from './reject-object.ts';

/** The source of every machine that the topology declares. */
export const allMachines: Readonly<Record<MachineId, Machine>> = {
  DeliverAlerts: deliverAlertsMachine,
  IngestReceipt: ingestReceipt,
  ApplyPlan: applyPlan,
  ApplyCorrection: applyCorrection,
  ApplyRates: applyRates,
  RejectObject: rejectObject,
  LookAhead: lookAhead,
  FindMissing: findMissing,
};
