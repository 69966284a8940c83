import * as z from 'zod';
import type { ObjectSource } from '../core/object/object-source.ts';
import type { PlanApplied } from '../core/plan/plan-items.ts';
import { type PlanDefaults, type PlanItems, planItems } from '../core/plan/plan-items.ts';
import { readPlanFile } from '../core/plan/read-plan.ts';
import { describeStrange, sortedInto, strangeCategories } from '../core/plan/strange-categories.ts';
import { describeMistakes } from '../core/yaml/read-yaml.ts';

const Input = z.object({
  documentId: z.string(),
  run: z.number().int(),
  userId: z.string(),
  bucket: z.string(),
  key: z.string(),
  versionId: z.string(),
  deleted: z.boolean(),
  sequencer: z.string(),
  uploadedAt: z.string(),
});
type Request = z.infer<typeof Input>;

export interface ApplyPlanPorts {
  now(): number;
  readObject(object: { bucket: string; key: string; versionId: string }): Promise<Uint8Array>;
  /** Whether the bucket holds the key now: deleting an old version is not deleting the plan. */
  exists(bucket: string, key: string): Promise<boolean>;
  applyPlan(items: PlanItems): Promise<PlanApplied>;
  endPlan(userId: string, source: ObjectSource): Promise<PlanApplied>;
  readonly defaults: PlanDefaults;
}

/** What became of the plan; what is invalid carries its mistakes on to whoever tells the person. */
export type ApplyPlanOutput =
  | { readonly result: 'applied' | 'superseded' | 'ended'; readonly note: string }
  | { readonly result: 'invalid'; readonly reason: string; readonly validationErrors: readonly string[] };

/**
 * Puts a plan in force, or ends it. An invalid plan changes nothing; an older event never overwrites a newer plan.
 * Safe to run twice: the same event again writes what stands there already.
 */
export const createHandler =
  (ports: ApplyPlanPorts) =>
  async (event: unknown): Promise<ApplyPlanOutput> => {
    const request = Input.parse(event);
    if (request.deleted) return end(ports, request);
    const read = readPlanFile(await ports.readObject(request));
    if (!read.ok) {
      const validationErrors = describeMistakes(read.mistakes);
      const reason = `the plan was not taken, the one before stays in force; correct and drop it again:\n${validationErrors.join('\n')}`;
      return { result: 'invalid', reason, validationErrors };
    }
    const items = planItems(request.userId, read.plan, sourceOf(request), ports.defaults, ports.now());
    const result = await ports.applyPlan(items);
    const note = result === 'superseded' ? 'a newer plan was in force already; nothing was changed' : noteOn(items);
    return { result, note };
  };

/** A misspelt category is no mistake that a plan can be refused for: a correction may name any. But it is said. */
function noteOn({ person, budgets }: PlanItems): string {
  const known = sortedInto(person.rules);
  return `the plan is in force${describeStrange(strangeCategories(budgets, known), known)}`;
}

async function end(ports: ApplyPlanPorts, request: Request): Promise<ApplyPlanOutput> {
  if (await ports.exists(request.bucket, request.key)) {
    return { result: 'superseded', note: 'an older version of the plan was deleted; the plan stays in force' };
  }
  const result = await ports.endPlan(request.userId, sourceOf(request));
  return result === 'applied'
    ? { result: 'ended', note: 'the plan has ended with its file' }
    : { result, note: 'another plan is in force; nothing was changed' };
}

const sourceOf = ({ key, versionId, sequencer, uploadedAt }: Request): ObjectSource => ({
  key,
  versionId,
  sequencer,
  uploadedAt,
});
