import type { Scored } from './scoring.ts';
import { type Field, fields } from './truth.ts';
import { type Share, shareOf } from './wilson.ts';

/** Documents that were booked with something wrong, and nobody was told. */
export interface SilentWrong {
  /** Wrong in at least one of the three. */
  readonly documents: number;
  readonly total: number;
  readonly currency: number;
  readonly date: number;
}

/** A run's figures. */
export interface Report {
  readonly silentWrong: SilentWrong;
  readonly documents: number;
  readonly fields: Readonly<Partial<Record<Field, Share>>>;
  /** Documents that wait for a person. */
  readonly toReview: Share;
  /** Right totals among the documents that were booked without one. */
  readonly rightAmongCompleted: Share;
  /** Right dates among them. */
  readonly rightDatesAmongCompleted: Share;
}

/** Counts a run. A document in any status but `completed` and `duplicate` counts as one for review. */
export function report(scored: readonly Scored[]): Report {
  const completed = scored.filter(({ status }) => status === 'completed' || status === 'duplicate');
  const byField = fields.flatMap((field): [Field, Share][] => {
    const share = rightIn(scored, field);
    return share.of === 0 ? [] : [[field, share]];
  });
  return {
    silentWrong: silentWrongIn(scored),
    documents: scored.length,
    fields: Object.fromEntries(byField),
    toReview: shareOf(scored.length - completed.length, scored.length),
    rightAmongCompleted: rightIn(completed, 'total'),
    rightDatesAmongCompleted: rightIn(completed, 'date'),
  };
}

function silentWrongIn(scored: readonly Scored[]): SilentWrong {
  const wrong = scored
    .filter(({ status }) => status === 'completed')
    .map(({ answers }) => new Set(answers.filter(({ isRight }) => !isRight).map(({ field }) => field)));
  const of = (field: Field): number => wrong.filter((fields) => fields.has(field)).length;
  return {
    documents: wrong.filter((fields) => fields.has('total') || fields.has('currency') || fields.has('date')).length,
    total: of('total'),
    currency: of('currency'),
    date: of('date'),
  };
}

/**
 * The line that matters most: what was booked wrong without a word.
 *
 * @param earlier Of a run that was kept before this was counted, nothing is known.
 */
export function printSilentWrong({ silentWrong, documents }: Report, earlier?: Partial<Report>): string {
  const before = earlier?.silentWrong;
  const count = (name: keyof SilentWrong): string =>
    `${silentWrong[name]}${before === undefined ? '' : ` (before ${before[name]})`}`;
  const parts = (['total', 'currency', 'date'] as const).map((name) => `${name} ${count(name)}`);
  return `silent wrong: ${count('documents')} of ${documents} documents; ${parts.join(', ')}`;
}

function rightIn(scored: readonly Scored[], asked: Field): Share {
  const answers = scored.flatMap(({ answers }) => answers.filter(({ field }) => field === asked));
  return shareOf(answers.filter(({ isRight }) => isRight).length, answers.length);
}

/** The figures as a table for a terminal; with an earlier run, the difference behind each. */
export function printReport(run: Report, earlier?: Report): string {
  const rows: [string, Share, Share | undefined][] = [
    ...fields.flatMap((field): [string, Share, Share | undefined][] => {
      const share = run.fields[field];
      return share ? [[wordsOf(field), share, earlier?.fields[field]]] : [];
    }),
    ['to review', run.toReview, earlier?.toReview],
    ['total right of completed', run.rightAmongCompleted, earlier?.rightAmongCompleted],
    ['date right of completed', run.rightDatesAmongCompleted, earlier?.rightDatesAmongCompleted],
  ];
  const head = `${'field'.padEnd(26)}${'right'.padStart(11)}${'share'.padStart(9)}   95 % interval${earlier ? '   before' : ''}`;
  const lines = rows.map(([name, share, before]) => {
    const count = `${share.right}/${share.of}`.padStart(11);
    const range = `[${share.low.toFixed(3)}, ${share.high.toFixed(3)}]`;
    const difference = before ? `   ${before.share.toFixed(3)} (${signed(share.share - before.share)})` : '';
    return `${name.padEnd(26)}${count}${share.share.toFixed(3).padStart(9)}   ${range}${difference}`;
  });
  return [head, ...lines].join('\n');
}

const wordsOf = (field: Field): string => (field === 'invoiceNumber' ? 'invoice number' : field);

const signed = (difference: number): string => `${difference < 0 ? '' : '+'}${difference.toFixed(3)}`;
