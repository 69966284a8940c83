import type { Json, JsonObject } from '../../../../local/http/service.ts';
import type { Machine } from '../../../../local/states/language/definition.ts';

/** How a Task ended when the execution was recorded. */
export interface TaskReply {
  readonly state: string;
  readonly mapIteration?: number;
  readonly outcome?: string;
  readonly output?: Json;
  readonly error?: string;
  readonly cause?: Json;
}

/** One execution recorded on AWS; the fields are described beside the data. */
export interface RecordedCase {
  readonly id: string;
  readonly queryLanguage: 'JSONata' | 'neutral' | 'translated' | 'mixed';
  readonly definition: Machine;
  readonly input: Json;
  readonly features: readonly string[];
  readonly needs: readonly string[];
  readonly lambdas?: Readonly<Record<string, string>>;
  readonly taskReplies?: readonly TaskReply[];
  readonly bindings?: Readonly<Record<string, string>>;
  readonly eventOrderNormalised?: boolean;
  readonly expected: {
    readonly status: string;
    readonly output?: Json;
    readonly outputText?: string;
    readonly error?: string;
    readonly cause?: Json;
    readonly events?: readonly JsonObject[];
  };
}
