import { account } from '../account.ts';
import { DEFAULT_HANDLER, type FunctionSpec } from './function-spec.ts';

export interface HostAddresses {
  /** Where every AWS client inside the function sends its requests. */
  readonly endpoint: string;
  /** `host:port` that takes X-Ray daemon datagrams. */
  readonly traceDaemon: string;
  /** Secret that the function's requests are signed with. */
  readonly secretAccessKey: string;
}

/**
 * The environment variables that Lambda gives a function, plus the endpoint of the laptop cloud: the bundle cannot
 * tell where it runs. https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
 *
 * `AWS_SAM_LOCAL` stays unset, because it turns the tracer off.
 */
export function functionEnvironment(spec: FunctionSpec, host: HostAddresses): Record<string, string> {
  return {
    TZ: ':UTC',
    LANG: 'en_US.UTF-8',
    PATH: process.env.PATH ?? '',
    POWERTOOLS_SERVICE_NAME: spec.name,
    POWERTOOLS_LOG_LEVEL: 'INFO',
    ...spec.environment,
    _HANDLER: spec.handler ?? DEFAULT_HANDLER,
    LAMBDA_TASK_ROOT: spec.bundleDirectory,
    LAMBDA_RUNTIME_DIR: '/var/runtime',
    AWS_EXECUTION_ENV: `AWS_Lambda_nodejs${process.versions.node.split('.')[0]}.x`,
    AWS_LAMBDA_FUNCTION_NAME: spec.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(spec.memoryMb),
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${spec.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    AWS_REGION: account.region,
    AWS_DEFAULT_REGION: account.region,
    AWS_ACCESS_KEY_ID: spec.id,
    AWS_SECRET_ACCESS_KEY: host.secretAccessKey,
    AWS_ENDPOINT_URL: host.endpoint,
    AWS_XRAY_DAEMON_ADDRESS: host.traceDaemon,
    AWS_XRAY_CONTEXT_MISSING: 'LOG_ERROR',
    // The SDK's notice about coming Node versions is for developers, not for the log of every cold start.
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
}
