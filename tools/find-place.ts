import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { UsageError } from '../laptop/cli-options.ts';
import { readOutputs } from '../lib/deployed/stack.ts';
import { readInstallation } from '../lib/installation.ts';
import { readInstallationFile } from '../lib/installation-file.ts';
import { stageNames } from '../lib/stage.ts';
import { openPlace, type Place, type PlaceOptions } from './place.ts';

/**
 * Where a tool looks. A deployed installation is found by its file: stage and region name the stack, whose outputs name
 * the rest. Says on standard error which stack that is, so that nobody takes one stage for another.
 *
 * @throws UsageError when several places are given, or there is no such stack there.
 * @throws InstallationError for a file that is not as it should be.
 */
export async function findPlace({ aws, installation: file, ...options }: PlaceOptions): Promise<Place> {
  if (!aws && file === undefined) return openPlace(options);
  if (options.port !== undefined || options.table !== undefined) {
    throw new UsageError(
      'expected one of --port (a laptop), --aws or --installation (AWS), and --table (AWS), got two',
    );
  }
  const { stage, region } = readInstallation({ tryGetContext: () => undefined }, readInstallationFile(file)?.stated);
  const { pipelineStack } = stageNames(stage);
  const client = new CloudFormationClient(region === undefined ? {} : { region });
  try {
    const where = await client.config.region();
    const outputs = await readOutputs(client, pipelineStack);
    const [table, startWorkflow] = [outputs?.get('TableName'), outputs?.get('StartWorkflowFunction')];
    if (table === undefined || startWorkflow === undefined) {
      throw new UsageError(
        `there is no stack ${pipelineStack} in ${where}: deploy it, or say by region in the installation's file, or by ` +
          'AWS_REGION, where it is; --installation FILE names another stage',
      );
    }
    console.error(`looking at stage ${stage}: ${pipelineStack} in ${where}`);
    const place = openPlace({ table, region: where });
    const findMissing = outputs?.get('FindMissingFunction');
    return { ...place, startWorkflow, ...(findMissing === undefined ? {} : { findMissing }) };
  } finally {
    client.destroy();
  }
}
