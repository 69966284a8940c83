import { App } from 'aws-cdk-lib';
import { bundleFunctions } from './bundle.ts';
import { InstallationError, readInstallation } from './installation.ts';
import { readInstallationFile } from './installation-file.ts';
import { addInstallation } from './spendwire-app.ts';

// The CDK command line runs this file. Bundles come before the stacks, which take them as they lie on disk.
try {
  const app = new App();
  const file = readInstallationFile(app.node.tryGetContext('installation'));
  const installation = readInstallation(app.node, file?.stated);
  await bundleFunctions();
  addInstallation(app, installation).synth();
} catch (error) {
  // What a person stated wrongly is told in its own words, without where in our files it was found.
  if (!(error instanceof InstallationError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
