import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Architecture, Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { bundleDirectory } from '../bundle.ts';
import { substitute } from '../placeholders.ts';
import { bedrockGrant, type FunctionDeclaration, type FunctionId, functions, withUploadKey } from '../topology.ts';
import { GrantedRole } from './granted-role.ts';

export interface BundledFunctionProps {
  /** Which function of `lib/topology.ts` to deploy; its bundle has to be on disk. */
  readonly functionId: FunctionId;
  /** Values of the placeholders in its environment and grants. */
  readonly values: Readonly<Record<string, string>>;
  /** Values that an installation chose; those that the function does not declare are left out. */
  readonly environment: Readonly<Record<string, string>>;
  /** Model of Amazon Bedrock that the installation names; a function that asks one may invoke it. Empty for none. */
  readonly bedrockModel: string;
  /** KMS key that uploads may be encrypted with; empty for none. */
  readonly uploadKeyArn: string;
  readonly logRetention: RetentionDays;
}

/** A function as declared, with its bundle, a log group that forgets, active tracing and a role of its own. */
export class BundledFunction extends Construct {
  readonly function: LambdaFunction;

  constructor(scope: Construct, id: string, props: BundledFunctionProps) {
    super(scope, id);
    const declaration: FunctionDeclaration = functions[props.functionId];
    // What it logs is of no use without the pipeline; what must be kept is in the table.
    const logGroup = new LogGroup(this, 'Logs', {
      retention: props.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const ownLogs = {
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logGroup.logGroupArn],
    };
    this.function = new LambdaFunction(this, 'Resource', {
      description: declaration.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(bundleDirectory(props.functionId), { exclude: ['*.map'] }),
      timeout: Duration.seconds(declaration.timeoutSeconds),
      memorySize: declaration.memoryMb,
      environment: environmentOf(declaration, props),
      tracing: Tracing.ACTIVE,
      logGroup,
      role: new GrantedRole(this, 'Role', {
        service: 'lambda.amazonaws.com',
        grants: [
          ...withUploadKey(declaration.grants, props.uploadKeyArn),
          ...bedrockGrants(declaration, props),
          ownLogs,
        ],
        values: props.values,
      }),
    });
  }
}

const bedrockGrants = ({ asksBedrock }: FunctionDeclaration, { bedrockModel }: BundledFunctionProps) =>
  asksBedrock && bedrockModel !== '' ? [bedrockGrant(bedrockModel)] : [];

function environmentOf(declaration: FunctionDeclaration, { environment, values }: BundledFunctionProps) {
  const declared = Object.entries(substitute(declaration.environment, values));
  return Object.fromEntries(declared.map(([name, value]) => [name, environment[name] ?? value]));
}
