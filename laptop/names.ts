import { account, bucketArn, localArn } from 'laptop-cloud/account';
import { machineArn } from 'laptop-cloud/cloud/ensure-machines';
import { functionArn } from 'laptop-cloud/lambda/function-spec';
import { type FunctionId, functions, type MachineId, machines, settings } from '../lib/topology.ts';

/** The local names of the resources that have none in the topology. */
export const bucketName: string = settings.resourcePrefix;
export const tableName: string = settings.resourcePrefix;
export const topicPrefix: string = settings.resourcePrefix;

/** A function is called like its folder. */
export const functionName = (id: FunctionId): string => functions[id].directory;

/** What the placeholders of topology and definitions stand for on a laptop. */
export function placeholderValues(): Record<string, string> {
  const functionIds = Object.keys(functions) as FunctionId[];
  const machineIds = Object.keys(machines) as MachineId[];
  return {
    Region: account.region,
    AccountId: account.id,
    BucketName: bucketName,
    BucketArn: bucketArn(bucketName),
    TableName: tableName,
    TableArn: localArn('dynamodb', `table/${tableName}`),
    TopicPrefix: topicPrefix,
    TopicArnPrefix: localArn('sns', topicPrefix),
    ...Object.fromEntries(functionIds.map((id) => [`${id}FunctionArn`, functionArn(functionName(id))])),
    ...Object.fromEntries(machineIds.map((id) => [`${id}Arn`, machineArn(machines[id].name)])),
  };
}
