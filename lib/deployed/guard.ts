import { type Installation, InstallationError, type StatedSettings } from '../installation.ts';
import { INSTALLATION_FILE } from '../installation-file.ts';
import { stageNames } from '../stage.ts';
import { deployedChoices } from './deployed-choices.ts';
import { describeDropped, droppedChoices } from './dropped-choices.ts';
import { type Look, type LookedAt, lookAtDeployed } from './look.ts';

export interface GuardedDeployment {
  readonly installation: Installation;
  /** What the file and the command line state. */
  readonly stated: StatedSettings;
  /** The file that was read. @default - none was */
  readonly file?: string | undefined;
  /** As CDK found it by its credentials. */
  readonly accountId: string;
  readonly region: string;
}

/**
 * Refuses a deployment that would drop what is deployed, because nobody states it any longer: a mailbox that was given
 * on the command line last time is gone without a word otherwise.
 *
 * @returns A warning where what is deployed could not be looked at.
 * @throws InstallationError with what would be dropped and what to do.
 */
export async function guardDeployment(
  { installation, stated, file = INSTALLATION_FILE, accountId, region }: GuardedDeployment,
  look: (at: LookedAt) => Promise<Look> = lookAtDeployed,
): Promise<string | undefined> {
  const { dataStack, pipelineStack } = stageNames(installation.stage);
  const seen = await look({ accountId, region, stackNames: [dataStack, pipelineStack] });
  if (seen.kind === 'seen') {
    const deployed = Object.assign({}, ...seen.templates.map(deployedChoices));
    const dropped = droppedChoices(deployed, stated, installation);
    if (dropped.length > 0) throw new InstallationError(`${pipelineStack}: ${describeDropped(dropped, file)}`);
    return undefined;
  }
  const told = `could not look whether ${pipelineStack} was deployed with settings that are stated no longer: ${seen.reason}.`;
  if (seen.kind === 'refused' && !('opsEmail' in stated)) {
    throw new InstallationError(
      `${told}\nState opsEmail in ${file}, "" for none, so that no mailbox is dropped unseen; ` +
        'or name your credentials by AWS_PROFILE, which this sees, instead of --profile.',
    );
  }
  return `${told} Settings that ${file} leaves out would be dropped unseen.`;
}
