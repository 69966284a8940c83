import { functions, machines } from '../../lib/topology.ts';

/** What each placeholder of `lib/topology.ts` has to be on AWS, in the words of `readableResources`. */
export const deployedValues: Readonly<Record<string, string>> = {
  BucketName: '<SpendwireData/Documents>',
  BucketArn: '<SpendwireData/Documents.Arn>',
  TableName: '<SpendwireData/Ledger>',
  TableArn: '<SpendwireData/Ledger.Arn>',
  TopicPrefix: 'spendwire',
  TopicArnPrefix: 'arn:<AWS::Partition>:sns:<AWS::Region>:<AWS::AccountId>:spendwire-',
  ...Object.fromEntries(
    Object.keys(functions).map((functionId) => [`${functionId}FunctionArn`, `<SpendwirePipeline/${functionId}.Arn>`]),
  ),
  ...Object.fromEntries(
    Object.keys(machines).map((machineId) => [`${machineId}Arn`, `<SpendwirePipeline/${machineId}Workflow>`]),
  ),
};
