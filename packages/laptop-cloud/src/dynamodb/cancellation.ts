import type { JsonObject } from '../http/service.ts';
import { ServiceError } from '../http/service.ts';

/** Why one item stopped a transaction, or that it did not; one for each item, in the request's order. */
export interface CancellationReason {
  readonly Code: 'None' | 'ConditionalCheckFailed' | 'TransactionConflict' | 'ValidationError';
  readonly Message?: string;
  /** The item as it stands, when `ReturnValuesOnConditionCheckFailure` is `ALL_OLD`. */
  readonly Item?: JsonObject;
}

export const noReason: CancellationReason = { Code: 'None' };

export const conflictReason: CancellationReason = {
  Code: 'TransactionConflict',
  Message: 'Transaction is ongoing for the item',
};

/**
 * The reason that an error on one item gives.
 *
 * @throws the error itself when it concerns the whole request, such as a table that does not exist.
 */
export function reasonOf(error: unknown): CancellationReason {
  if (!(error instanceof ServiceError)) throw error;
  if (error.code === 'ConditionalCheckFailedException') {
    return { Code: 'ConditionalCheckFailed', Message: error.message };
  }
  if (error.code === 'ValidationException') return { Code: 'ValidationError', Message: error.message };
  throw error;
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html */
export function transactionCanceled(reasons: readonly CancellationReason[]): ServiceError {
  const codes = reasons.map(({ Code }) => Code).join(', ');
  return new ServiceError(
    'TransactionCanceledException',
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
    400,
    { CancellationReasons: reasons.map((reason) => ({ ...reason })) },
  );
}
