import { App, type AppProps, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { readInstallation } from './installation.ts';
import { DataStack } from './stacks/data-stack.ts';
import { PipelineStack } from './stacks/pipeline-stack.ts';

/**
 * The whole application: what is kept (`SpendwireData`) and what works on it (`SpendwirePipeline`), checked against
 * the AWS Solutions rules on synthesis. It asks no account anything, so it needs neither credentials nor a network;
 * the bundles of `bundleFunctions` have to be on disk.
 */
export function createApp(props?: AppProps): App {
  const app = new App(props);
  const installation = readInstallation(app.node);
  const data = new DataStack(app, 'SpendwireData', { installation });
  new PipelineStack(app, 'SpendwirePipeline', { installation, bucket: data.bucket, table: data.table });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
}
