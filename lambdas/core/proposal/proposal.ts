import * as z from 'zod/mini';
import { Correction } from '../correction/correction.ts';
import { isOneLine } from '../ground/plain-controls.ts';

const { category, total, date, currency, vendor } = Correction.shape;

/**
 * What a model proposes for a document that the rules have left open. Each field is written as a correction writes it; but
 * nobody states it, so it proves nothing by itself.
 */
export const Proposal = z.object({
  category,
  total,
  date,
  currency,
  vendor,
  because: z.optional(
    z
      .string('expected a reason as text')
      .check(
        z.trim(),
        z.maxLength(400, 'expected at most 400 characters'),
        z.refine(isOneLine, 'expected a reason in one line'),
      ),
  ),
});

type Parsed = z.infer<typeof Proposal>;
/** A proposal's fields; what is not proposed is absent. */
export type Proposal = { readonly [Key in keyof Parsed]?: Exclude<Parsed[Key], undefined> };

/** A proposal as an artifact keeps it, so that the same question is asked once. */
export interface StoredProposal {
  /** Id of the model or inference profile. */
  readonly model: string;
  readonly says: Proposal;
}

/** What came back: a proposal, or what is wrong with it, without the text of a paper. */
export type ReadProposal =
  | { readonly says: Proposal; readonly wrong?: undefined }
  | { readonly says?: undefined; readonly wrong: string };

/** Checks what a model answered. Models fill in what they do not know: null and empty text are as good as absent. */
export function readProposal(answer: unknown): ReadProposal {
  if (typeof answer !== 'object' || answer === null) return { wrong: 'expected an object' };
  const given = Object.entries(answer).filter(([, value]) => value !== null && value !== '');
  const parsed = Proposal.safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    return { wrong: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ') };
  }
  const says = Object.entries(parsed.data).filter(([, value]) => value !== undefined);
  return { says: Object.fromEntries(says) as Proposal };
}
