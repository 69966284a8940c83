import type { JsonObject } from 'laptop-cloud/http/service';
import { grammarErrors } from 'laptop-cloud/states/validation/grammar-validator';
import { type Rule, type Scope, type State, scopesOf, stateRule, stringsIn, successorsOf } from '../machine.ts';

/** Where a machine goes: every state is reached, every question answered, every loop left. */
export const flowRules: readonly Rule[] = [
  {
    says: 'is valid Amazon States Language',
    check(machine) {
      // The validator writes into what it is given.
      const errors = grammarErrors(structuredClone(machine) as unknown as JsonObject);
      return errors.map((error) => `${error['Error code']}: ${error.Message}`);
    },
  },
  stateRule('answers every question by default', ({ Type, Default }) =>
    Type !== 'Choice' || Default ? [] : ['expected a Default'],
  ),
  {
    says: 'reaches every state',
    check: (machine) =>
      scopesOf(machine).flatMap((scope) => {
        const reached = reachableFrom(scope, scope.StartAt);
        return Object.keys(scope.States)
          .filter((name) => !reached.has(name) && name !== scope.StartAt)
          .map((name) => `${name}: no state leads here`);
      }),
  },
  {
    says: 'counts the rounds of every loop',
    check: (machine) => scopesOf(machine).flatMap(uncountedLoops),
  },
];

/** States that can follow a state, however many steps later; the state itself only when it is in a loop. */
function reachableFrom(scope: Scope, start: string, without?: string): Set<string> {
  const reached = new Set<string>();
  const open = [start];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const state = scope.States[name];
    if (!state) continue;
    for (const next of successorsOf(state)) {
      if (next === without || reached.has(next)) continue;
      reached.add(next);
      open.push(next);
    }
  }
  return reached;
}

/** A loop is bounded when each way round passes a Choice that compares a variable which the loop counts up. */
function uncountedLoops(scope: Scope): string[] {
  const names = Object.keys(scope.States);
  const inLoop = names.filter((name) => reachableFrom(scope, name).has(name));
  return inLoop
    .filter((name) => {
      const around = names.filter(
        (other) => reachableFrom(scope, name).has(other) && reachableFrom(scope, other).has(name),
      );
      const states = around.map((other) => scope.States[other] as State);
      const counters = states.flatMap(countedVariables);
      const bounds = around.filter((other) => isBound(scope.States[other] as State, around, counters));
      return !bounds.some((bound) => bound === name || !reachableFrom(scope, name, bound).has(name));
    })
    .map((name) => `${name}: expected its loop to pass a Choice that leaves it after a number of rounds`);
}

/** Variables that a state raises by one: `"polls": "{% $polls + 1 %}"`. */
const countedVariables = ({ Assign = {} }: State): string[] =>
  Object.entries(Assign)
    .filter(([name, value]) => typeof value === 'string' && new RegExp(`\\$${name} \\+ 1\\b`).test(value))
    .map(([name]) => name);

function isBound(state: State, around: readonly string[], counters: readonly string[]): boolean {
  const leaves = successorsOf(state).some((next) => !around.includes(next));
  const conditions = stringsIn(state.Choices ?? []).map(([, text]) => text);
  return leaves && counters.some((name) => conditions.some((text) => new RegExp(`\\$${name} *[<>]`).test(text)));
}
