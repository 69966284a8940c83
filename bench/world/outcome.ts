import type { WorldDocument, WorldTruth } from './documents.ts';

/** What the product did with one file. */
export interface Outcome {
  readonly status: 'completed' | 'needs_review' | 'duplicate' | 'rejected' | 'failed' | 'lost';
  readonly vendor?: string;
  readonly purchasedOn?: string;
  /** A plain decimal with its sign, and the currency: `-21.00 USD`. */
  readonly total?: string;
  /** Why it waits for a person. */
  readonly reasons: readonly string[];
}

/** What is wrong without a word. */
export type Silence = 'money' | 'currency' | 'date';

/** A document with what came of it. */
export interface Judged {
  readonly document: WorldDocument;
  readonly outcome: Outcome;
  /** Empty when all is right, or a person was asked. */
  readonly silent: readonly Silence[];
  readonly isRight: boolean;
}

/** Judges all files of a run; of two pictures of one paper only one may be booked. */
export function judge(documents: readonly WorldDocument[], outcomes: ReadonlyMap<string, Outcome>): Judged[] {
  const of = (file: string): Outcome => outcomes.get(file) ?? { status: 'lost', reasons: [] };
  return documents.map((document) => {
    const outcome = of(document.file);
    const { duplicateOf } = document.truth;
    const partner = documents.find(({ truth }) => truth.duplicateOf === document.file)?.file ?? duplicateOf;
    if (duplicateOf !== undefined && outcome.status === 'completed' && of(duplicateOf).status === 'completed') {
      return { document, outcome, silent: ['money'], isRight: false };
    }
    if (outcome.status === 'duplicate') {
      const isRight = partner !== undefined && of(partner).status !== 'duplicate';
      return { document, outcome, silent: isRight ? [] : ['money'], isRight };
    }
    if (outcome.status !== 'completed') {
      // Of an old paper it is right to ask, when all is shown as it stands there.
      const isShown = document.truth.isOld === true && outcome.status === 'needs_review';
      return { document, outcome, silent: [], isRight: isShown && wrongIn(outcome, document.truth).length === 0 };
    }
    const silent = wrongIn(outcome, document.truth);
    return { document, outcome, silent, isRight: silent.length === 0 };
  });
}

function wrongIn({ total, purchasedOn }: Outcome, truth: WorldTruth): Silence[] {
  const [amount = '', currency = ''] = (total ?? '').split(' ');
  const accepted = [truth.total, ...(truth.beside ? [truth.beside] : [])];
  const sameCurrency = accepted.find((each) => each.currency === currency);
  const isMoney = sameCurrency
    ? isSame(amount, sameCurrency.amountMinor)
    : accepted.some(({ amountMinor }) => isSame(amount, amountMinor));
  return [
    ...(isMoney ? [] : (['money'] as const)),
    ...(sameCurrency ? [] : (['currency'] as const)),
    ...(purchasedOn === truth.purchasedOn ? [] : (['date'] as const)),
  ];
}

/** Compares digits, so that no currency's decimals are assumed: `1450.00` and 145000, `1450` and 1450. */
function isSame(amount: string, amountMinor: number): boolean {
  return /\d/.test(amount) && Number(amount.replaceAll('.', '')) === amountMinor;
}
