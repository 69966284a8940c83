import type { HandlerModule } from './handler-module.ts';

/** What the host hands to a new thread. */
export interface WorkerStart {
  readonly handler: HandlerModule;
  readonly functionArn: string;
  /** Where compiled code of scripts is kept from one thread to the next; undefined where it is not. */
  readonly codeFolder: string | undefined;
}

/** One invocation on its way into the thread. */
export interface InvocationMessage {
  readonly requestId: string;
  /** The event as JSON text, so that a function cannot share objects with its caller. */
  readonly event: string;
  readonly traceHeader: string;
  /** In the machine's own time. */
  readonly deadlineMs: number;
  /** How far the cloud's clock is ahead of the machine's. */
  readonly clockOffsetMs: number;
}

export interface ErrorDocument {
  errorType: string;
  errorMessage: string;
  trace?: string[];
}

/** What a thread says: that its module is loaded or could not be, and how an invocation ended. */
export type WorkerAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'broken'; readonly error: ErrorDocument }
  | { readonly kind: 'result'; readonly payload: string }
  | { readonly kind: 'error'; readonly error: ErrorDocument };
