import type { JsonObject } from '../../http/service.ts';
import { unsupportedResource } from '../integrations/call-resource.ts';
import { parseResource } from '../integrations/resource.ts';
import type { FindService } from '../integrations/sdk-call.ts';
import { type Diagnostic, everyState, isObject, type MachineType, schemaProblem } from './diagnostic.ts';

/** Tasks whose resource nobody here would answer. */
export function resourceProblems(definition: JsonObject, service: FindService, type: MachineType): Diagnostic[] {
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
    const problem = resource ? unsupportedResource(resource, service) : 'this is no resource that Step Functions knows';
    return problem ? [schemaProblem(`${location}/Resource`, `The resource '${text}' cannot be used: ${problem}`)] : [];
  });
}
