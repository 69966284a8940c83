import { operationAccess } from '../http/operation-access.ts';
import { type PermissionGrant, Permissions } from '../http/permissions.ts';
import { type Operation, type OperationService, ServiceError } from '../http/service.ts';
import { functionArn, functionNameOf } from '../lambda/function-spec.ts';
import type { InvokeFunction } from '../lambda/invocation.ts';
import type { AssertMayUseKey } from '../s3/key-use.ts';
import type { AssertMayList } from '../s3/missing-object.ts';
import type { DeclaredFunction, MachineSpec } from './declaration.ts';

/** The grants of every function, by its id, and of every machine, by its name; whoever has none is held to nothing. */
export function declaredPermissions(
  functions: readonly DeclaredFunction[],
  machines: readonly MachineSpec[],
): Permissions {
  const held: Record<string, readonly PermissionGrant[]> = {};
  for (const { name, id = name, grants } of functions) if (grants) held[id] = grants;
  for (const { name, grants } of machines) if (grants) held[name] = grants;
  return new Permissions(held);
}

/**
 * The service as a machine may use it: what its own grants do not allow is refused. An object that Textract may not read for
 * its caller is refused by Textract's own name, which does not say whether it is there.
 * https://docs.aws.amazon.com/textract/latest/dg/API_StartExpenseAnalysis.html
 */
export function guarded(service: OperationService, permissions: Permissions): OperationService {
  const guard =
    (name: string, operation: Operation): Operation =>
    async (input, caller) => {
      const principal = caller.accessKeyId ?? '';
      if (permissions.knows(principal)) {
        for (const access of operationAccess(service.signingName, name, input)) {
          try {
            permissions.check(principal, access);
          } catch (refusal) {
            const isObject = service.signingName === 'textract' && access.action.startsWith('s3:');
            throw isObject ? new ServiceError('InvalidS3ObjectException', (refusal as Error).message) : refusal;
          }
        }
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

/** Refuses callers that are held to grants which do not let them use the key. */
export const assertMayUseKey =
  (permissions: Permissions): AssertMayUseKey =>
  ({ accessKeyId = '' }, use, keyArn) => {
    if (permissions.knows(accessKeyId)) permissions.check(accessKeyId, { action: `kms:${use}`, resource: keyArn });
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
