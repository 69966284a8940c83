import type { JsonObject } from '../../http/service.ts';
import { parseResource, type TaskResource } from '../integrations/resource.ts';
import { type Diagnostic, everyState, isObject, type MachineType, schemaProblem } from './diagnostic.ts';

/** Why a Task may not use a resource here; undefined when it may. */
export type CheckResource = (resource: TaskResource) => string | undefined;

/** Tasks whose resource nobody here would answer. */
export function resourceProblems(definition: JsonObject, check: CheckResource, type: MachineType): Diagnostic[] {
  return everyState(definition).flatMap(({ state, location }) => {
    if (state.Type !== 'Task') return [];
    if (state.Credentials !== undefined && (!isObject(state.Credentials) || state.Credentials.RoleArn === undefined)) {
      return [schemaProblem(`${location}/Credentials`, "The field 'RoleArn' is required but was missing")];
    }
    const text = String(state.Resource);
    const resource = parseResource(text);
    if (resource?.kind === 'activity' && type === 'EXPRESS') {
      return [schemaProblem(`${location}/Resource`, 'Express state machine does not support Activity ARN')];
    }
    if (resource?.kind === 'integration' && resource.pattern !== 'request' && type === 'EXPRESS') {
      const suffix = resource.resource.split('.').at(-1);
      // As recorded, one of the two texts ends with a space.
      const message = `Express state machine does not support '.${suffix}' service integration${suffix === 'waitForTaskToken' ? ' ' : ''}`;
      return [schemaProblem(`${location}/Resource`, message)];
    }
    const problem = resource ? check(resource) : 'this is no resource that Step Functions knows';
    return problem ? [schemaProblem(`${location}/Resource`, `The resource '${text}' cannot be used: ${problem}`)] : [];
  });
}
