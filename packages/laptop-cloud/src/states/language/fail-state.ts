import type { Json } from '../../http/service.ts';
import type { FailState } from './definition.ts';
import type { StateRun } from './flow-run.ts';
import { StatesError } from './states-error.ts';
import { fillTyped } from './template.ts';

/** Ends its flow with the error and cause it names; either may be missing. */
export async function runFail(run: StateRun<FailState>): Promise<never> {
  throw new StatesError(await text(run, run.state.Error, 'Error'), await text(run, run.state.Cause, 'Cause'));
}

async function text(run: StateRun<FailState>, template: Json | undefined, field: string): Promise<string | undefined> {
  return template === undefined ? undefined : String(await fillTyped(run, template, field, 'string'));
}
