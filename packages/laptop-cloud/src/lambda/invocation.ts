import type { Json } from '../http/service.ts';

/** What a function answered: its result, or the error document that Lambda makes of what it threw. */
export type FunctionResult =
  | { readonly ok: true; readonly payload: Json }
  | {
      readonly ok: false;
      /** As in Lambda's `FunctionError` header. */
      readonly functionError: 'Unhandled';
      readonly payload: { errorType: string; errorMessage: string; trace?: string[] };
    };

export interface InvokeOptions {
  /** `Root=…;Parent=…;Sampled=…` of the caller. */
  readonly traceHeader?: string;
  /** Aborting stops waiting; the function itself runs on to its own timeout, as on AWS. */
  readonly signal?: AbortSignal;
  /** Whose permissions the call needs: a machine's name. */
  readonly principal?: string;
}

/**
 * Runs a function by name or ARN.
 *
 * @throws ServiceError `ResourceNotFoundException` when there is no such function, `TooManyRequestsException` when
 *   no worker comes free in time, `AccessDeniedException` when the principal may not.
 */
export type InvokeFunction = (functionName: string, payload: Json, options?: InvokeOptions) => Promise<FunctionResult>;
