import { localArn } from '../../account.ts';
import type { Clock } from '../../clock.ts';
import { type JsonObject, type Operation, ServiceError } from '../../http/service.ts';
import type { MachineType } from '../validation/diagnostic.ts';
import type { CheckResource } from '../validation/resource-checks.ts';
import { assertValidDefinition, diagnose } from '../validation/validate-definition.ts';
import type { MachineRecord, MachineStore } from './machine-store.ts';
import { pageOf } from './paging.ts';
import { checkedArn, checkedName, invalid, optionalChoice, optionalText, refuse, requiredText } from './parameters.ts';

const SETTINGS = ['loggingConfiguration', 'tracingConfiguration', 'encryptionConfiguration'];

/** Create, update, describe, list, delete and validate state machines. */
export function machineOperations(
  store: MachineStore,
  clock: Clock,
  checkResource: CheckResource,
): Record<string, Operation> {
  return {
    async CreateStateMachine(input) {
      refuse(input, 'publish', 'versionDescription');
      const name = checkedName(requiredText(input, 'name'));
      const definition = requiredText(input, 'definition');
      const roleArn = requiredText(input, 'roleArn');
      const type = typeOf(input);
      const stateMachineArn = localArn('states', `stateMachine:${name}`);
      const existing = store.get(stateMachineArn);
      if (existing) return created(sameOrRefuse(existing, definition, roleArn));
      await assertValidDefinition(definition, checkResource, type);
      const settings = settingsOf(input);
      const createdMs = clock.now();
      return created(await store.put({ stateMachineArn, name, definition, roleArn, createdMs, type, settings }));
    },

    async UpdateStateMachine(input) {
      refuse(input, 'publish', 'versionDescription');
      const machine = findMachine(store, input);
      const definition = optionalText(input, 'definition') ?? machine.definition;
      const roleArn = optionalText(input, 'roleArn') ?? machine.roleArn;
      if (definition !== machine.definition) await assertValidDefinition(definition, checkResource, machine.type);
      const settings = { ...machine.settings, ...settingsOf(input) };
      const updated = await store.put({ ...machine, definition, roleArn, settings });
      return { updateDate: clock.now() / 1000, revisionId: updated.revisionId };
    },

    DescribeStateMachine: async (input) => described(findMachine(store, input)),

    async ListStateMachines(input) {
      const { items, ...token } = pageOf(store.list(), input, 100);
      const stateMachines = items.map(({ stateMachineArn, name, createdMs, type = 'STANDARD' }) => ({
        stateMachineArn,
        name,
        type,
        creationDate: createdMs / 1000,
      }));
      return { stateMachines, ...token };
    },

    async DeleteStateMachine(input) {
      const machine = store.get(checkedArn(requiredText(input, 'stateMachineArn'), 'stateMachine'));
      if (machine) await store.remove(machine);
      return {};
    },

    async ValidateStateMachineDefinition(input) {
      // Whatever is found here keeps a machine from running: there is nothing that is a warning only.
      optionalChoice(input, 'severity', ['ERROR', 'WARNING']);
      const mostResults = diagnosticCount(input);
      const diagnostics = await diagnose(requiredText(input, 'definition'), checkResource, typeOf(input));
      return {
        result: diagnostics.length === 0 ? 'OK' : 'FAIL',
        diagnostics: diagnostics.slice(0, mostResults).map((found) => ({ ...found })),
        truncated: diagnostics.length > mostResults,
      };
    },
  };
}

const MOST_DIAGNOSTICS = 100;

/** How many problems a caller wants to be told of; 0 means as many as there may be. */
function diagnosticCount({ maxResults }: JsonObject): number {
  const count = maxResults ?? 0;
  if (typeof count === 'number' && Number.isInteger(count) && count >= 0 && count <= MOST_DIAGNOSTICS) {
    return count || MOST_DIAGNOSTICS;
  }
  throw invalid(`expected maxResults from 0 to ${MOST_DIAGNOSTICS}, got ${JSON.stringify(count)}`);
}

/**
 * The machine that `stateMachineArn` names.
 *
 * @throws ServiceError `InvalidArn`, `StateMachineDoesNotExist`
 */
export function findMachine(store: MachineStore, input: JsonObject): MachineRecord {
  const arn = checkedArn(requiredText(input, 'stateMachineArn'), 'stateMachine');
  const machine = store.get(arn);
  if (!machine) throw new ServiceError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
  return machine;
}

/** Creating the same machine again is the same machine; anything else under its name is refused. */
function sameOrRefuse(existing: MachineRecord, definition: string, roleArn: string): MachineRecord {
  if (existing.definition === definition && existing.roleArn === roleArn) return existing;
  throw new ServiceError('StateMachineAlreadyExists', `State Machine Already Exists: '${existing.stateMachineArn}'`);
}

function typeOf({ type = 'STANDARD' }: JsonObject): MachineType {
  if (type === 'STANDARD' || type === 'EXPRESS') return type;
  throw invalid(`expected the type STANDARD or EXPRESS, got ${JSON.stringify(type)}`);
}

const settingsOf = (input: JsonObject): JsonObject =>
  Object.fromEntries(SETTINGS.flatMap((name) => (input[name] === undefined ? [] : [[name, input[name]]])));

const created = ({ stateMachineArn, createdMs }: MachineRecord): JsonObject => ({
  stateMachineArn,
  creationDate: createdMs / 1000,
});

const described = (machine: MachineRecord): JsonObject => ({
  stateMachineArn: machine.stateMachineArn,
  name: machine.name,
  status: 'ACTIVE',
  type: machine.type ?? 'STANDARD',
  definition: machine.definition,
  roleArn: machine.roleArn,
  creationDate: machine.createdMs / 1000,
  revisionId: machine.revisionId,
  loggingConfiguration: { includeExecutionData: false, level: 'OFF' },
  tracingConfiguration: { enabled: true },
  ...machine.settings,
});
