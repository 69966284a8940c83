import { App, type AppProps, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { type Installation, readInstallation } from './installation.ts';
import { DataStack } from './stacks/data-stack.ts';
import { PipelineStack } from './stacks/pipeline-stack.ts';
import { MAIN_STAGE, stageNames } from './stage.ts';

/** An app with the installation that its CDK context states, and its file where one is read. */
export function createApp(props?: AppProps): App {
  const app = new App(props);
  return addInstallation(app, readInstallation(app.node));
}

/**
 * The whole application: what is kept (`SpendwireData`) and what works on it (`SpendwirePipeline`), checked against
 * the AWS Solutions rules on synthesis. Another stage than the main one has its name in those of its stacks. It asks no
 * account anything, so it needs neither credentials nor a network; the bundles of `bundleFunctions` have to be on disk.
 */
export function addInstallation(app: App, installation: Installation): App {
  const { stage, region } = installation;
  const { dataStack, pipelineStack } = stageNames(stage);
  const props = { installation, ...(region === undefined ? {} : { env: { region } }) };
  const data = new DataStack(app, dataStack, props);
  new PipelineStack(app, pipelineStack, { ...props, bucket: data.bucket, table: data.table });
  if (stage !== MAIN_STAGE) Tags.of(app).add('spendwire:stage', stage);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
}
