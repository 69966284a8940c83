import type { Json, JsonObject } from '../../http/service.ts';
import type { Result, Transition } from './definition.ts';
import type { Outcome, StateRun } from './flow-run.ts';
import { untruncated } from './history.ts';
import { payloadText } from './payload.ts';
import { fillTemplate, type TemplateScope } from './template.ts';

/** Where a state leads, and what its templates may refer to. */
export interface Completion {
  readonly next: string | undefined;
  /** The output when the fields give none: the input, a result, or a Catch's error. */
  readonly output: Json;
  readonly scope?: TemplateScope;
  /** The rule whose fields these are, such as `Catch[0]/`, for the place that an error names. */
  readonly rule?: `${'Choices' | 'Catch'}[${number}]/`;
}

/**
 * Ends a state: evaluates `Assign` and `Output` against the variables as they were, writes the exit to the history,
 * then sets the variables.
 *
 * @param fields The state, or the Choice or Catch rule that was taken: its fields replace the state's.
 */
export async function completeState(run: StateRun, fields: Result, completion: Completion): Promise<Outcome> {
  const { flow, name, state } = run;
  const { scope, rule = '' } = completion;
  const assigned =
    fields.Assign === undefined
      ? undefined
      : ((await fillTemplate(run, fields.Assign as JsonObject, `${rule}Assign`, scope)) as JsonObject);
  const output =
    fields.Output === undefined ? completion.output : await fillTemplate(run, fields.Output, `${rule}Output`, scope);

  flow.engine.history.append(flow.thread, `${state.Type}StateExited`, {
    name,
    output: payloadText(output, name),
    outputDetails: untruncated,
    ...(assigned && Object.keys(assigned).length > 0
      ? { assignedVariables: variableTexts(assigned), assignedVariablesDetails: untruncated }
      : {}),
  });
  if (assigned) flow.variables = { ...flow.variables, ...assigned };
  return { output, next: completion.next };
}

/** The name that follows, or undefined where the state ends the flow. */
export const nextOf = ({ Next, End }: Transition): string | undefined => (End ? undefined : Next);

const variableTexts = (variables: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, JSON.stringify(value)]));
