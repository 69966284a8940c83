import type { JsonObject } from '../../http/service.ts';
import { unsupportedResource } from '../integrations/call-resource.ts';
import { parseResource } from '../integrations/resource.ts';
import type { FindService } from '../integrations/sdk-call.ts';
import { type Diagnostic, everyState, schemaProblem } from './diagnostic.ts';

/** Tasks whose resource nobody here would answer. */
export function resourceProblems(definition: JsonObject, service: FindService): Diagnostic[] {
  return everyState(definition).flatMap(({ state, location }) => {
    if (state.Type !== 'Task') return [];
    const text = String(state.Resource);
    const resource = parseResource(text);
    const problem = resource ? unsupportedResource(resource, service) : 'this is no resource that Step Functions knows';
    return problem ? [schemaProblem(`${location}/Resource`, `The resource '${text}' cannot be used: ${problem}`)] : [];
  });
}
