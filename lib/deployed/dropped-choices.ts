import { type Installation, type StatedSettings, settingNames } from '../installation.ts';
import type { DeployedChoices } from './deployed-choices.ts';

/** A setting that a stack was deployed with, and that the next deployment would take away because nobody states it. */
export interface DroppedChoice {
  readonly setting: string;
  readonly deployed: unknown;
  /** What it would become; undefined for nothing at all. */
  readonly becomes: unknown;
}

/**
 * What a deployment would drop. A setting that is stated is a decision, whatever it was before; and what comes out the
 * same is no loss. A setting that this version does not know has no effect in it either.
 */
export const droppedChoices = (
  deployed: DeployedChoices,
  stated: StatedSettings,
  installation: Installation,
): DroppedChoice[] =>
  Object.entries(deployed)
    .filter(([setting]) => settingNames.includes(setting) && !(setting in stated))
    .map(([setting, value]) => ({ setting, deployed: value, becomes: installation[setting as keyof Installation] }))
    .filter(({ deployed: before, becomes }) => String(before) !== String(becomes ?? ''));

/** Says to a person what would be dropped, in lines to copy into the file. */
export function describeDropped(dropped: readonly DroppedChoice[], file: string): string {
  const lines = dropped.map(
    ({ setting, deployed, becomes }) =>
      `  ${setting}: ${JSON.stringify(deployed)}${becomes === undefined ? '' : `      # would become ${JSON.stringify(becomes)}`}`,
  );
  return [
    'this deployment would take away what was deployed and is stated no longer:',
    '',
    ...lines,
    '',
    `Write these lines into ${file} to keep them; to give one up, state there what it should be (opsEmail: "" for none).`,
  ].join('\n');
}
