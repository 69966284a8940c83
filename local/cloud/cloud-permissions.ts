import { substitute } from '../../lib/placeholders.ts';
import { type FunctionId, functions, type Grant, machines } from '../../lib/topology.ts';
import { operationAccess } from '../http/operation-access.ts';
import { Permissions } from '../http/permissions.ts';
import type { Operation, OperationService } from '../http/service.ts';
import { functionArn, functionNameOf } from '../lambda/function-spec.ts';
import type { InvokeFunction } from '../lambda/invocation.ts';
import type { AssertMayList } from '../s3/missing-object.ts';

/** The grants of every function, by its id, and of every machine, by its name. */
export function cloudPermissions(values: Readonly<Record<string, string>>): Permissions {
  const grantsOf = ({ grants }: { grants: readonly Grant[] }) => substitute(grants, values);
  return new Permissions({
    ...Object.fromEntries((Object.keys(functions) as FunctionId[]).map((id) => [id, grantsOf(functions[id])])),
    ...Object.fromEntries(Object.values(machines).map((machine) => [machine.name, grantsOf(machine)])),
  });
}

/** The service as a machine may use it: what its own grants do not allow is refused. */
export function guarded(service: OperationService, permissions: Permissions): OperationService {
  const guard =
    (name: string, operation: Operation): Operation =>
    async (input, caller) => {
      const principal = caller.accessKeyId ?? '';
      if (permissions.knows(principal)) {
        for (const access of operationAccess(service.signingName, name, input)) permissions.check(principal, access);
      }
      return operation(input, caller);
    };
  return {
    ...service,
    operations: Object.fromEntries(
      Object.entries(service.operations).map(([name, operation]) => [name, guard(name, operation)]),
    ),
  };
}

/** Refuses callers that are held to grants which do not let them list the bucket. */
export const assertMayList =
  (bucketArn: string, permissions: Permissions): AssertMayList =>
  ({ accessKeyId = '' }) => {
    if (permissions.knows(accessKeyId)) {
      permissions.check(accessKeyId, { action: 's3:ListBucket', resource: bucketArn });
    }
  };

/** Invokes functions as far as the calling machine's grants allow it. */
export const guardedInvoke =
  (invoke: InvokeFunction, permissions: Permissions): InvokeFunction =>
  async (functionName, payload, options = {}) => {
    const { principal } = options;
    if (principal !== undefined && permissions.knows(principal)) {
      const resource = functionArn(functionNameOf(functionName));
      permissions.check(principal, { action: 'lambda:InvokeFunction', resource });
    }
    return invoke(functionName, payload, options);
  };
