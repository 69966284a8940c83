import * as z from 'zod/mini';
import { planKeys } from '../core/object/object-route.ts';
import type { ObjectSource } from '../core/object/object-source.ts';
import type { Person } from '../core/person/person.ts';
import type { PlanApplied } from '../core/plan/plan-items.ts';
import { type PlanDefaults, type PlanItems, planItems } from '../core/plan/plan-items.ts';
import { readPlanFile } from '../core/plan/read-plan.ts';
import { describeStrange, sortedInto, strangeCategories } from '../core/plan/strange-categories.ts';
import { describeMistakes } from '../core/yaml/read-yaml.ts';

const Input = z.object({
  documentId: z.string(),
  run: z.int(),
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
  /** What the bucket holds under a key now. */
  headObject(bucket: string, key: string): Promise<Pick<ObjectSource, 'versionId' | 'uploadedAt'> | undefined>;
  /** Which file is in force. */
  readPlanSource(userId: string): Promise<ObjectSource | undefined>;
  applyPlan(items: PlanItems): Promise<PlanApplied>;
  endPlan(userId: string, source: ObjectSource): Promise<PlanApplied>;
  /** Has what waits to be told looked at by the plan that is in force now. */
  lookAnew(person: Person): Promise<void>;
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
    if (result === 'applied') await ports.lookAnew(items.person);
    const note = result === 'superseded' ? 'a newer plan was in force already; nothing was changed' : noteOn(items);
    return { result, note };
  };

/** A misspelt category is no mistake that a plan can be refused for: a correction may name any. But it is said. */
function noteOn({ person, budgets }: PlanItems): string {
  const known = sortedInto(person.rules);
  return `the plan is in force${describeStrange(strangeCategories(budgets, known), known)}`;
}

async function end(ports: ApplyPlanPorts, request: Request): Promise<ApplyPlanOutput> {
  // Deleting an old version is not deleting the plan.
  if (await ports.headObject(request.bucket, request.key)) {
    return { result: 'superseded', note: 'an older version of the plan was deleted; the plan stays in force' };
  }
  const renamed = await findRenamed(ports, request);
  if (renamed !== undefined) return { result: 'superseded', note: `the plan goes on as ${renamed}` };
  const result = await ports.endPlan(request.userId, sourceOf(request));
  return result === 'applied'
    ? { result: 'ended', note: 'the plan has ended with its file' }
    : { result, note: 'another plan is in force; nothing was changed' };
}

/**
 * The key under which the plan lies now, when its file was renamed and this deletion was faster than the upload. Ending the
 * plan would unsubscribe everybody, who would have to confirm again.
 */
async function findRenamed(ports: ApplyPlanPorts, request: Request): Promise<string | undefined> {
  const { bucket, key: deleted, userId } = request;
  const keys = planKeys(deleted).filter((key) => key !== deleted);
  const heads = await Promise.all(keys.map(async (key) => ({ key, head: await ports.headObject(bucket, key) })));
  const others = heads.flatMap(({ key, head }) => (head ? [{ bucket, key, ...head }] : []));
  const inForce = others.length > 0 ? await ports.readPlanSource(userId) : undefined;
  for (const other of others) {
    // One that was in force before, or that is refused, is no successor.
    const isNext = inForce?.key === deleted && other.uploadedAt >= inForce.uploadedAt;
    if (isNext && readPlanFile(await ports.readObject(other)).ok) return other.key;
  }
  return undefined;
}

const sourceOf = ({ key, versionId, sequencer, uploadedAt }: Request): ObjectSource => ({
  key,
  versionId,
  sequencer,
  uploadedAt,
});
