import { type Correction, saysTheSame } from '../correction/correction.ts';
import { SpendwireError } from '../ground/errors.ts';
import { isNewerSource, type ObjectSource } from '../object/object-source.ts';
import { isHeldForPages } from '../pages/held.ts';
import type { DocumentOutcome, DocumentRecord } from './document.ts';

/** A correction on its way to a document. */
export interface ProposedCorrection {
  readonly userId: string;
  /** The document that it is about. */
  readonly target: string;
  readonly says: Correction;
  readonly from: ObjectSource;
}

/** The document as it stands now. */
export interface CorrectionTarget {
  readonly document: DocumentRecord | undefined;
  readonly outcome: DocumentOutcome | undefined;
  /** Whether what Textract read is stored: a run without it would be read and paid for anew, or be held again. */
  readonly isRead: boolean;
  /** Of a duplicate, the document that is booked with the same bytes and counts in its place. */
  readonly countsElsewhere: string | undefined;
}

/**
 * `applies`: to be stored and run. `applied`: this very file stands there already. `unchanged`: another file said the
 * same. `superseded`: a newer file was faster.
 */
export type Judgement = 'applies' | 'applied' | 'unchanged' | 'superseded';

/**
 * Decides what becomes of a correction.
 *
 * @throws SpendwireError `DocumentUnknownError` when the person has no such receipt, `CorrectionInvalidError` when it
 *   cannot be corrected as it stands, `DocumentPendingError` while a run of it is under way: then try again.
 */
export function judgeCorrection(
  correction: ProposedCorrection,
  { document, outcome, isRead, countsElsewhere }: CorrectionTarget,
): Judgement {
  const { userId, target, says, from } = correction;
  // Somebody else's document is answered like one that never was.
  if (!document || document.userId !== userId || !RECEIPTS.includes(document.workflow)) {
    throw new SpendwireError(
      'DocumentUnknownError',
      `${userId} has no receipt with the document id ${JSON.stringify(target)}; the mail about a document names its id, ` +
        'and so does the report: name the file after that and drop it again',
    );
  }
  const { correction: stored } = document;
  if (stored && isSameFile(stored.from, from)) return 'applied';
  if (stored && !isNewerSource(from, stored.from)) return 'superseded';
  if (outcome?.status === 'pending') {
    throw new SpendwireError('DocumentPendingError', `run ${document.run} of the document has not ended yet`);
  }
  // Once the first one is left out, or was read otherwise, a copy is a document like any other.
  if (outcome?.status === 'duplicate' && countsElsewhere !== undefined) {
    throw new SpendwireError(
      'CorrectionInvalidError',
      `document ${target} is the same picture as ${countsElsewhere}, which is what counts; correct that one: ` +
        `corrections/${userId}/${countsElsewhere}.yaml`,
    );
  }
  if (!isRead && !isHeldForPages(document.held)) {
    throw new SpendwireError(
      'CorrectionInvalidError',
      `document ${target} was never read (${outcome?.status ?? 'unknown'}), so there is nothing to correct; drop its file ` +
        'again, or replay it, and correct what comes of that',
    );
  }
  return stored && saysTheSame(stored.says, says) ? 'unchanged' : 'applies';
}

const RECEIPTS: readonly DocumentRecord['workflow'][] = ['ingest-receipt', 'reject-object'];

const isSameFile = (one: ObjectSource, other: ObjectSource): boolean =>
  one.key === other.key && one.versionId === other.versionId && one.sequencer === other.sequencer;
