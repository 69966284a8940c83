import { type JsonObject, ServiceError } from '../../http/service.ts';
import type { ExecutionSummary } from '../execution/execution-record.ts';
import type { Executions } from '../execution/executions.ts';
import { checkedArn, requiredText } from './parameters.ts';

/**
 * The execution that `executionArn` names.
 *
 * @throws ServiceError `InvalidArn`, `ExecutionDoesNotExist`
 */
export function findExecution(executions: Executions, input: JsonObject): ExecutionSummary {
  const arn = checkedArn(requiredText(input, 'executionArn'), 'execution');
  const summary = executions.summary(arn);
  if (!summary) throw new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
  return summary;
}
