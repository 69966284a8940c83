import { account } from '../../src/account.ts';
import { type Gateway, type GatewayOptions, startGateway } from '../../src/http/gateway.ts';
import type { Service } from '../../src/http/service.ts';

/** Opens a gateway on a free port in front of the given services. */
export async function openTestGateway(
  services: readonly Service[],
  options: Partial<GatewayOptions> = {},
): Promise<Gateway> {
  const gateway = await startGateway({ port: 0, secretOf: ownSecret, ...options });
  gateway.serve(services);
  return gateway;
}

/** Knows the quick start's credentials only. */
export const ownSecret = (accessKeyId: string): string | undefined =>
  accessKeyId === account.accessKeyId ? account.secretAccessKey : undefined;

/** What an SDK client needs to reach a gateway. */
export const clientConfig = (
  { endpoint }: Pick<Gateway, 'endpoint'>,
  credentials = { accessKeyId: account.accessKeyId as string, secretAccessKey: account.secretAccessKey as string },
) => ({ endpoint, region: account.region, credentials, maxAttempts: 1 });
