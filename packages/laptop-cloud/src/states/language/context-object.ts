import type { Json, JsonObject } from '../../http/service.ts';

/**
 * What `$states.context` holds.
 * https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html
 */
export interface ContextObject {
  readonly Execution: {
    readonly Id: string;
    readonly Input: Json;
    readonly Name: string;
    readonly RoleArn: string;
    readonly StartTime: string;
    readonly RedriveCount: number;
  };
  readonly StateMachine: { readonly Id: string; readonly Name: string };
  readonly State?: {
    readonly Name: string;
    /** ISO 8601 in UTC. */
    readonly EnteredTime: string;
    /** Only of a state with Retry, as AWS gives it. */
    readonly RetryCount?: number;
  };
  /** Only of a task that is answered by its token. */
  readonly Task?: { readonly Token: string };
  readonly Map?: { readonly Item: { readonly Index: number; readonly Value: Json } };
}

/** Variables of one scope by name. Replaced as a whole, never changed in place. */
export type Variables = Readonly<JsonObject>;
