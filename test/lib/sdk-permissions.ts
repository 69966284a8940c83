/** What IAM asks for when a bundle sends a command of the AWS SDK. */
export interface CommandPermissions {
  /** Every one of these has to be granted. */
  readonly needs: readonly string[];
  /** At least one of these, by what is in the request. */
  readonly needsOneOf?: readonly string[];
  /** May be granted as well, by how the command is used. */
  readonly mayNeed?: readonly string[];
}

const tableWrites = ['PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'].map((name) => `dynamodb:${name}`);

/**
 * SDK commands to IAM actions, by `{client}/{command}`. Where the action has another name than the command, the
 * Service Authorization Reference says which: https://docs.aws.amazon.com/service-authorization/latest/reference/
 */
const EXCEPTIONS: Readonly<Record<string, CommandPermissions>> = {
  // Each operation in a transaction is authorised by the action of its own.
  'dynamodb/TransactWriteItems': { needs: [], needsOneOf: tableWrites },
  'dynamodb/TransactGetItems': { needs: ['dynamodb:GetItem'] },
  // A version id asks for GetObjectVersion, and then for GetObject no more:
  // https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html. Without ListBucket a missing key is a 403 instead of a 404, and whoever
  // asks for the head asks whether the object is there: https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html
  's3/GetObject': { needs: [], needsOneOf: ['s3:GetObject', 's3:GetObjectVersion'], mayNeed: ['s3:ListBucket'] },
  's3/HeadObject': { needs: ['s3:GetObject', 's3:ListBucket'], mayNeed: ['s3:GetObjectVersion'] },
  // An upload in parts is a PutObject: https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html#mpuAndPermissions
  's3/CreateMultipartUpload': { needs: ['s3:PutObject'] },
  's3/UploadPart': { needs: ['s3:PutObject'] },
  's3/CompleteMultipartUpload': { needs: ['s3:PutObject'] },
  's3/ListObjectsV2': { needs: ['s3:ListBucket'] },
  // https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html
  'bedrock-runtime/Converse': { needs: ['bedrock:InvokeModel'] },
  's3/ListObjectVersions': { needs: ['s3:ListBucketVersions'] },
  'lambda/Invoke': { needs: ['lambda:InvokeFunction'] },
  // The clients bring these themselves, for endpoint discovery and directory buckets, which nothing here turns on.
  'dynamodb/DescribeEndpoints': { needs: [] },
  's3/CreateSession': { needs: [] },
};

const SERVICES: Readonly<Record<string, string>> = {
  dynamodb: 'dynamodb',
  lambda: 'lambda',
  s3: 's3',
  sfn: 'states',
  sns: 'sns',
  textract: 'textract',
};

/** The X-Ray daemon sends the segments with the function's own role, so no command shows them. */
export const ACTIONS_WITHOUT_A_COMMAND = ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'];

/**
 * Permissions of one command, by client (`dynamodb`) and name without `Command` (`GetItem`).
 *
 * @throws RangeError for a client that no grant is known for.
 */
export function permissionsOf(client: string, command: string): CommandPermissions {
  const exception = EXCEPTIONS[`${client}/${command}`];
  if (exception) return exception;
  const service = SERVICES[client];
  if (!service) throw new RangeError(`expected a client among ${Object.keys(SERVICES).join(', ')}, got ${client}`);
  return { needs: [`${service}:${command}`] };
}

/** Commands whose code is in a bundle, as `[client, command]`. */
export function commandsIn(metafile: {
  readonly outputs: Readonly<Record<string, { readonly inputs: Readonly<Record<string, { bytesInOutput: number }>> }>>;
}): (readonly [string, string])[] {
  const found = Object.values(metafile.outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => /@aws-sdk\/client-([a-z0-9-]+)\/dist-(?:es|cjs)\/commands\/(\w+)Command\.js$/.exec(path))
    .filter((match) => match !== null)
    .map((match) => `${match[1]}/${match[2]}`);
  return [...new Set(found)].sort().map((name) => name.split('/') as [string, string]);
}
