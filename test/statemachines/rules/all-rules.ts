import type { Rule } from '../machine.ts';
import { expressionRules, placeholderRule } from './expressions.ts';
import { failureRules } from './failures.ts';
import { flowRules } from './flow.ts';
import { layoutRules } from './layout.ts';

/** Every rule over a machine; `knownPlaceholders` are the names that the stacks and the laptop fill. */
export const allRules = (knownPlaceholders: readonly string[]): readonly Rule[] => [
  ...layoutRules,
  ...failureRules,
  ...expressionRules,
  ...flowRules,
  placeholderRule(knownPlaceholders),
];
