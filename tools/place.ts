import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { account } from 'laptop-cloud/account';
import type { Table } from '../lambdas/adapters/table.ts';
import { UsageError } from '../laptop/cli-options.ts';
import { tableName } from '../laptop/names.ts';

/** Where a tool looks: a laptop's port, what an installation's file names, or a deployed table by its name. */
export interface PlaceOptions {
  readonly port?: string;
  readonly table?: string;
  /** What `installation.yaml` names, or, without it, the main stage. */
  readonly aws?: boolean;
  /** What another file names. */
  readonly installation?: string;
}

/** The options of `PlaceOptions`, for `parseArgs`. */
export const placeOptions = {
  port: { type: 'string' },
  table: { type: 'string' },
  aws: { type: 'boolean' },
  installation: { type: 'string' },
} as const;

/** What is said of them by `--help`. */
export const placeUsage = `  --port N           the laptop cloud's port (default 4566)
  --aws              your deployed installation instead, as installation.yaml names it, with your AWS credentials
  --installation FILE
                     the deployed installation that another file names, such as installation.dev.yaml`;

/** An installation that answers to the AWS SDK. */
export interface Place {
  readonly table: Table;
  readonly isLaptop: boolean;
  /** The deployed `start-workflow`, where the installation was found by its file. */
  readonly startWorkflow?: string;
  /** The deployed `find-missing`, where the installation has one. */
  readonly findMissing?: string;
  /** For clients of other services there. */
  readonly clientConfig: {
    readonly endpoint?: string;
    readonly region?: string;
    readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
  };
}

const DEFAULT_PORT = '4566';

/**
 * The laptop, unless a table is named: then AWS, with the credentials of the environment, and its region unless one is
 * given.
 *
 * @throws UsageError when both are given, or the port is none.
 */
export function openPlace({ port, table, region }: PlaceOptions & { readonly region?: string }): Place {
  if (port !== undefined && table !== undefined) {
    throw new UsageError('expected --port (a laptop) or --table (AWS), got both');
  }
  const number = Number(port ?? DEFAULT_PORT);
  if (!Number.isInteger(number) || number < 1 || number > 65_535) {
    throw new UsageError(`expected a port from 1 to 65535 after --port, got ${JSON.stringify(port)}`);
  }
  const isLaptop = table === undefined;
  const clientConfig = isLaptop
    ? { endpoint: `http://127.0.0.1:${number}`, region: account.region, credentials: account }
    : { ...(region === undefined ? {} : { region }) };
  return { table: { client: new DynamoDBClient(clientConfig), name: table ?? tableName }, isLaptop, clientConfig };
}

const ADVICE: Readonly<Record<string, string>> = {
  CredentialsProviderError: 'no AWS credentials were found: set AWS_PROFILE, or log in with the AWS CLI',
  ExpiredTokenException: 'the AWS credentials have expired: log in again',
  UnrecognizedClientException: 'AWS does not know these credentials: set AWS_PROFILE, or log in with the AWS CLI',
};

/** What a failed call means to the person at the terminal, in a line. */
export function explainFailure(error: unknown): string {
  const { name, message, code } = error as Error & { code?: string };
  if (code === 'ECONNREFUSED') {
    return 'nothing answers there: start it with npm start, name its port with --port, or look at what you deployed with --aws';
  }
  if (name === 'ResourceNotFoundException') {
    return 'there is no such table there: on AWS its name is the output TableName of the stack, and AWS_REGION says where';
  }
  if (message === 'Region is missing') return 'no region is set: set AWS_REGION to the one that you deployed to';
  return ADVICE[name] ?? message;
}
