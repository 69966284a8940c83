import { type LocatedMistake, type ReadYaml, readYaml, readYamlFile, type YamlForm } from '../yaml/read-yaml.ts';
import { Plan, planKeysAt } from './plan.ts';

export type ReadPlan =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly mistakes: readonly LocatedMistake[] };

const planForm: YamlForm<Plan> = { name: 'plan', schema: Plan, keysAt: planKeysAt };

/** Reads a plan's file, in UTF-8 or UTF-16; every mistake is named with its path and line, all in one go. */
export const readPlanFile = (bytes: Uint8Array): ReadPlan => named(readYamlFile(bytes, planForm));

/** Reads a plan from YAML or JSON; every mistake is named with its path and line, all in one go. */
export const readPlan = (text: string): ReadPlan => named(readYaml(text, planForm));

const named = (read: ReadYaml<Plan>): ReadPlan => (read.ok ? { ok: true, plan: read.value } : read);
