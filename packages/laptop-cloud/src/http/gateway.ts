import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { peekBody } from './peek-body.ts';
import type { Permissions } from './permissions.ts';
import { refuse } from './refusal.ts';
import { isSignatureValid, type RequestSignature, readSignature, sha256 } from './request-signature.ts';
import { requestedAccess } from './requested-access.ts';
import { type Caller, type Service, ServiceError } from './service.ts';

export interface GatewayOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** The secret of an access key id that is ours; signatures made with it are verified, others are taken as given. */
  secretOf(accessKeyId: string): string | undefined;
  /** What our own functions may do. @default - everybody may do everything */
  readonly permissions?: Permissions;
}

export interface Gateway {
  /** `http://127.0.0.1:{port}` */
  readonly endpoint: string;
  readonly port: number;
  /** Starts answering for these services; until then every request is told to come back. */
  serve(services: readonly Service[]): void;
  /** Takes no new request, lets the running ones end, and resolves when all connections are gone. */
  close(): Promise<void>;
}

/** Another process listens on the port. */
export class PortInUseError extends Error {
  override readonly name = 'PortInUseError';

  constructor(readonly port: number) {
    super(`port ${port} is taken by another process, expected a free one`);
  }
}

/** How long running requests may take to end after {@link Gateway.close}. */
const CLOSING_GRACE_MS = 5_000;

/**
 * Opens the one port of the laptop cloud on the loopback address. The service is picked by the credential scope of the
 * request's signature, so any AWS client works that is given the endpoint.
 *
 * @throws PortInUseError
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const services = new Map<string, Service>();
  const server = createServer((request, response) => {
    answer(request, response, services, options).catch((error) => {
      refuse(request, response, error, readSignature(request)?.service);
    });
  });
  // Longer than the idle time of SDK clients, so that a reused connection is not closed under a request.
  server.keepAliveTimeout = 65_000;
  const port = await listen(server, options.port);

  return {
    port,
    endpoint: `http://127.0.0.1:${port}`,
    serve: (added) => {
      for (const service of added) services.set(service.signingName, service);
    },
    close: () => close(server),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  services: ReadonlyMap<string, Service>,
  options: GatewayOptions,
): Promise<void> {
  refuseForeignPages(request);
  const signature = readSignature(request);
  if (!signature) {
    if (request.method === 'GET' && request.url === '/') return sayWhatThisIs(response, services);
    throw unsigned(request);
  }
  const service = services.get(signature.service);
  if (!service) throw notServed(signature.service, services);

  await admit(request, signature, options);
  const traceHeader = request.headers['x-amzn-trace-id'];
  const caller: Caller = {
    accessKeyId: signature.accessKeyId,
    ...(traceHeader ? { traceHeader: String(traceHeader) } : {}),
  };
  await service.handle(request, response, caller);
}

const OWN_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;
/** AWS clients put `sync-` before the host for TestState and StartSyncExecution, also before one they were given. */
const PREFIXED_HOST = /^sync-(127\.0\.0\.1|localhost)(:\d+)?$/i;

/** A page in a browser must not reach the port: neither from its own origin nor through a name that resolves to us. */
function refuseForeignPages(request: IncomingMessage): void {
  const { host = '', origin, 'sec-fetch-site': site } = request.headers;
  // Node takes the first of several, whatever stood between may have taken another.
  if ((request.headersDistinct['host']?.length ?? 0) > 1) {
    throw new ServiceError('InvalidRequest', 'expected one Host header, got several');
  }
  const isOwn = OWN_HOST.test(host);
  if (!isOwn && !PREFIXED_HOST.test(host)) {
    throw new ServiceError('AccessDenied', `expected the host 127.0.0.1 or localhost, got "${host}"`, 403);
  }
  // No browser opens a page of ours under the prefixed name, so whatever comes from one there is foreign.
  if (origin !== undefined && !(isOwn && origin === `http://${host}`)) {
    throw new ServiceError('AccessDenied', `expected no request from a web page, got one from "${origin}"`, 403);
  }
  // Other ports of this machine are another origin, and the same site; an address that is typed has none.
  if (site !== undefined && site !== 'none' && site !== 'same-origin') {
    throw new ServiceError('AccessDenied', `expected no request from a web page, got one that is ${site}`, 403);
  }
}

/**
 * An address can be put into any page, an Authorization header into none: so a signature stands in the address of objects
 * alone, and is always verified.
 */
function refuseForeignAddresses(
  request: IncomingMessage,
  signature: RequestSignature,
  secret: string | undefined,
): void {
  if (!signature.presigned) return;
  const { method = '' } = request;
  if (signature.service !== 's3' || !PRESIGNED_METHODS.has(method)) {
    throw new ServiceError(
      'AccessDenied',
      `expected an Authorization header: only GET, HEAD, PUT and POST of S3 can be presigned, got ${method} of "${signature.service}"`,
      403,
    );
  }
  if (secret === undefined) {
    throw new ServiceError(
      'InvalidAccessKeyId',
      `expected an address that was presigned with the key of this cloud, got "${signature.accessKeyId}"`,
      403,
    );
  }
}

/** Whoever signed the address has not agreed to them. What a body's hash may be is said in its own way. */
function refuseUnsignedHeaders(request: IncomingMessage, { presigned, signedHeaders }: RequestSignature): void {
  if (!presigned) return;
  const added = Object.keys(request.headers).filter(
    (name) => name.startsWith('x-amz-') && name !== 'x-amz-content-sha256' && !signedHeaders.includes(name),
  );
  if (added.length === 0) return;
  throw new ServiceError(
    'AccessDenied',
    `There were headers present in the request which were not signed: ${added.join(', ')}`,
    403,
  );
}

const PRESIGNED_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'PUT', 'POST']);

async function admit(request: IncomingMessage, signature: RequestSignature, options: GatewayOptions): Promise<void> {
  const secret = options.secretOf(signature.accessKeyId);
  refuseForeignAddresses(request, signature, secret);
  refuseUnsignedHeaders(request, signature);
  const isOurs = options.permissions?.knows(signature.accessKeyId) ?? false;
  if (secret === undefined && !isOurs) return;

  // Objects can be large and stream through: the S3 room holds them against the hash that is verified here.
  const body = signature.service === 's3' ? undefined : await peekBody(request);
  if (secret !== undefined && !isSignatureValid(request, signature, secret, payloadHash(request, signature, body))) {
    throw new ServiceError(
      signature.service === 's3' ? 'SignatureDoesNotMatch' : 'InvalidSignatureException',
      `expected a signature made with the secret of "${signature.accessKeyId}", got another; check the credentials`,
      403,
    );
  }
  for (const access of isOurs ? requestedAccess(signature.service, request, body ?? Buffer.alloc(0)) : []) {
    options.permissions?.check(signature.accessKeyId, access);
  }
}

function payloadHash(request: IncomingMessage, { presigned }: RequestSignature, body: Buffer | undefined): string {
  if (body) return sha256(body);
  const query = new URLSearchParams(request.url?.split('?')[1] ?? '');
  const unsignedPayload = presigned ? 'UNSIGNED-PAYLOAD' : '';
  return query.get('X-Amz-Content-Sha256') ?? String(request.headers['x-amz-content-sha256'] ?? unsignedPayload);
}

/** `aws s3 presign` still signs in the old way for us-east-1 unless it is told otherwise. */
function unsigned(request: IncomingMessage): ServiceError {
  if (!/[?&]AWSAccessKeyId=/.test(request.url ?? '')) {
    return new ServiceError('MissingAuthenticationToken', 'expected a request signed by an AWS client, got none', 403);
  }
  return new ServiceError(
    'InvalidRequest',
    'expected a signature of version 4, got version 2; try: aws configure set default.s3.signature_version s3v4',
  );
}

function notServed(signingName: string, services: ReadonlyMap<string, Service>): ServiceError {
  if (services.size === 0)
    return new ServiceError('ServiceUnavailable', 'the laptop cloud is starting, try again', 503);
  const served = [...services.keys()].sort().join(', ');
  return new ServiceError(
    'InvalidAction',
    `the laptop cloud does not serve "${signingName}"; served are ${served}`,
    400,
  );
}

function sayWhatThisIs(response: ServerResponse, services: ReadonlyMap<string, Service>): void {
  response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' });
  const served = [...services.keys()].sort().join(', ');
  response.end(
    `A cloud on this laptop. It speaks the AWS protocols of ${served}.\nPoint an AWS client here: aws --endpoint-url\n`,
  );
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortInUseError(port) : error);
    });
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // A kept-alive connection becomes idle only when its running request has ended.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const grace = setTimeout(() => server.closeAllConnections(), CLOSING_GRACE_MS);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(grace);
      resolve();
    });
    server.closeIdleConnections();
  });
}
