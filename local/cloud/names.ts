import { type FunctionId, functions, type MachineId, machines, settings } from '../../lib/topology.ts';
import { account, localArn } from '../account.ts';
import { functionArn } from '../lambda/function-spec.ts';

/** The local names of the resources that have none in the topology. */
export const bucketName: string = settings.resourcePrefix;
export const tableName: string = settings.resourcePrefix;
export const topicPrefix: string = settings.resourcePrefix;

/** A function is called like its folder. */
export const functionName = (id: FunctionId): string => functions[id].directory;

export const machineArn = (id: MachineId): string => localArn('states', `stateMachine:${machines[id].name}`);

/** What the placeholders of topology and definitions stand for on a laptop. */
export function placeholderValues(): Record<string, string> {
  const functionIds = Object.keys(functions) as FunctionId[];
  const machineIds = Object.keys(machines) as MachineId[];
  return {
    Region: account.region,
    AccountId: account.id,
    BucketName: bucketName,
    BucketArn: `arn:aws:s3:::${bucketName}`,
    TableName: tableName,
    TableArn: localArn('dynamodb', `table/${tableName}`),
    TopicPrefix: topicPrefix,
    TopicArnPrefix: localArn('sns', topicPrefix),
    ...Object.fromEntries(functionIds.map((id) => [`${id}FunctionArn`, functionArn(functionName(id))])),
    ...Object.fromEntries(machineIds.map((id) => [`${id}Arn`, machineArn(id)])),
  };
}
