import { z } from 'zod';

/**
 * One thing that happens. `{user}` stands for a person of the scenario's own, `{document:KEY}` for the id of the newest
 * document under a key, `{firstDocument:KEY}` for that of the oldest.
 */
const Step = z.union([
  z.strictObject({
    /** A file of the repository, dropped under a key of the bucket. */
    drop: z.string(),
    as: z.string(),
    metadata: z.record(z.string(), z.string()).optional(),
    /** Text behind the end of a picture: other bytes, and the same to the eye. */
    append: z.string().optional(),
  }),
  z.strictObject({ dropText: z.string(), as: z.string() }),
  z.strictObject({
    /** A receipt of one page of digital text, made on the spot. */
    print: z.strictObject({
      vendor: z.string(),
      /** @default November 18, 2026 */
      date: z.string().default('November 18, 2026'),
      items: z.array(z.tuple([z.string(), z.string()])).min(1),
      total: z.string(),
      /** All its pages; what is behind the first is small print. @default 1 */
      pages: z.number().int().default(1),
    }),
    as: z.string(),
  }),
  z.strictObject({
    /** Random bytes below a PNG's signature, for sizes that no repository should hold. */
    dropBytes: z.number().int(),
    as: z.string(),
  }),
  z.strictObject({ delete: z.string() }),
  z.strictObject({
    /** A file that is dropped, and whose execution is stopped by hand while it waits for Textract. */
    stop: z.string(),
    as: z.string(),
  }),
  /** A pending document without an execution, as a start-workflow leaves it that dies between the two. */
  z.strictObject({ lose: z.string() }),
  /** Changes the stored analysis of a key's document, as a better reader would. */
  z.strictObject({ editAnalysis: z.string(), replace: z.string(), by: z.string() }),
  /** Lets time pass, then runs the sweep. */
  z.strictObject({ sweepAfterMinutes: z.number() }),
  /** The owner of a mailbox follows the link that confirms it; one that begins with `unconfirmed` waits for that. */
  z.strictObject({ confirm: z.string() }),
  /** The owner of a mailbox follows the link to unsubscribe below a message. */
  z.strictObject({ unsubscribe: z.string() }),
  /** Runs the look ahead, as the clock does every hour. */
  z.strictObject({ lookAhead: z.literal(true) }),
  /** Lets time pass, then looks for uploads without a document, as the clock does every day. */
  z.strictObject({ findMissingAfterMinutes: z.number() }),
  /** Invokes start-workflow as an operator does. */
  z.strictObject({
    replay: z.strictObject({
      object: z.string().optional(),
      documentId: z.string().optional(),
      run: z.number().optional(),
      reread: z.boolean().optional(),
    }),
  }),
  /** Sends the event that brought a key once more, so many times. */
  z.strictObject({ repeatEvent: z.string(), times: z.number().int() }),
  /** Lets time pass until this instant, whatever is due before. */
  z.strictObject({ until: z.iso.datetime() }),
  /** Waits until everything so far is done. */
  z.strictObject({ settle: z.literal(true) }),
]);

const ExpectedDocument = z.strictObject({
  key: z.string(),
  status: z.enum(['completed', 'duplicate', 'needs_review', 'ignored', 'rejected', 'failed']),
  vendor: z.string().optional(),
  purchasedOn: z.string().optional(),
  /** As printed by us: `129.10 USD`. */
  total: z.string().optional(),
  category: z.string().optional(),
  code: z.string().optional(),
  /** Every text has to stand in the reason, or in one of the validation errors. */
  says: z.array(z.string()).optional(),
  /** Key of the document that a duplicate points to. */
  duplicateOf: z.string().optional(),
  run: z.number().optional(),
  /** Every correction there was, oldest first, and no other; each is to hold at least this. */
  audit: z
    .array(
      z.strictObject({
        before: z.record(z.string(), z.unknown()).optional(),
        after: z.record(z.string(), z.unknown()).optional(),
        why: z.string().optional(),
      }),
    )
    .optional(),
});

/** A scenario: what happens, and the books, statuses and messages that have to come of it. */
export const Scenario = z.strictObject({
  shows: z.string(),
  /** The instant at which it begins, apart from those without one. @default - some time on 20 November 2026, among others */
  now: z.iso.datetime().optional(),
  steps: z.array(Step).min(1),
  expect: z.strictObject({
    documents: z.array(ExpectedDocument),
    /** Spending of all days by `category currency`, as plain decimals; nothing else may have been spent. */
    spent: z.record(z.string(), z.string()),
    /** Claimed crossings as `budget threshold crossing`, in any order; no others. */
    alerts: z.array(z.string()),
    /** In the order they went out; each is to hold all of its texts; no others. Left out where timing decides how many. */
    messages: z
      .array(
        z.strictObject({
          to: z.enum(['email', 'sms']),
          says: z.array(z.string()).min(1),
          /** Texts that it may not hold. */
          saysNot: z.array(z.string()).optional(),
          /** How the instant begins at which SNS took it, such as `2026-11-21T12:00`. */
          at: z.string().optional(),
        }),
      )
      .optional(),
  }),
});

export type Scenario = z.infer<typeof Scenario>;
export type Step = Scenario['steps'][number];
