import { completeState } from './complete-state.ts';
import type { ChoiceState } from './definition.ts';
import type { Outcome, StateRun } from './flow-run.ts';
import { StatesError } from './states-error.ts';
import { enteredAt, fillTyped } from './template.ts';

/** Takes the first rule whose condition is true, with that rule's own Assign and Output; else the default. */
export async function runChoice(run: StateRun<ChoiceState>): Promise<Outcome> {
  const { state, input } = run;
  for (const [index, rule] of state.Choices.entries()) {
    if (await fillTyped(run, rule.Condition, `Choices[${index}]/Condition`, 'boolean')) {
      return completeState(run, rule, { next: rule.Next, output: input, rule: `Choices[${index}]/` });
    }
  }
  if (state.Default === undefined) {
    throw new StatesError('States.NoChoiceMatched', `${enteredAt(run)}No choice rule matched and there is no Default.`);
  }
  return completeState(run, state, { next: state.Default, output: input });
}
