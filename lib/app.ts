import { App } from 'aws-cdk-lib';
import { BUNDLING_STACKS } from 'aws-cdk-lib/cx-api';
import { bundleFunctions } from './bundle.ts';
import { guardDeployment } from './deployed/guard.ts';
import { InstallationError, readInstallation, statedInContext } from './installation.ts';
import { readInstallationFile } from './installation-file.ts';
import { addInstallation } from './spendwire-app.ts';

// The CDK command line runs this file.
try {
  const app = new App();
  const file = readInstallationFile(app.node.tryGetContext('installation'));
  const installation = readInstallation(app.node, file?.stated);
  // CDK tells the account where it has credentials; a synthesis without any asks nobody. What lists or destroys stacks
  // names none to bundle, and drops nothing.
  const { CDK_DEFAULT_ACCOUNT: accountId, CDK_DEFAULT_REGION: defaultRegion } = process.env;
  const region = installation.region ?? defaultRegion;
  if (accountId && region && app.node.tryGetContext(BUNDLING_STACKS)?.length > 0) {
    const stated = { ...file?.stated, ...statedInContext(app.node) };
    const warning = await guardDeployment({ installation, stated, file: file?.path, accountId, region });
    if (warning) console.error(warning);
  }
  // Before the stacks, which take the bundles as they lie on disk.
  await bundleFunctions();
  addInstallation(app, installation).synth();
} catch (error) {
  // What a person stated wrongly is told in its own words, without where in our files it was found.
  if (!(error instanceof InstallationError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
