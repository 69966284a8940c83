import type { Stack } from 'aws-cdk-lib';
import { choicesOf, type Installation } from './installation.ts';

/** Where a template tells what its installation chose: a key of the section `Metadata`, which nothing else reads. */
export const RECORD_KEY = 'Spendwire::Installation';

/**
 * Keeps in a stack the choices that it is deployed with, so that a later deployment can tell which of them it would
 * drop. Where all is as it would be by itself there is no record: such a template is as it was before there were any.
 */
export function keepRecord(stack: Stack, installation: Installation): void {
  const choices = choicesOf(installation);
  if (Object.keys(choices).length > 0) stack.templateOptions.metadata = { [RECORD_KEY]: choices };
}
