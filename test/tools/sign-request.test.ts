import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { isSignatureValid, readSignature, sha256 } from '../../local/http/request-signature.ts';
import { signRequest } from '../../tools/sign-request.ts';

const url = new URL('https://lambda.eu-central-1.amazonaws.com/2015-03-31/functions/Start_1-x/invocations');
const body = '{"object":"receipts/alice/a b.jpg"}';

/** The request as a server gets it, checked against a secret. */
function isValid(sessionToken: string | undefined, secret: string, received = body): boolean {
  const credentials = { accessKeyId: 'AKIA', secretAccessKey: 'secret', sessionToken };
  const now = new Date('2026-11-20T12:00:00Z');
  const headers = signRequest({ url, body, service: 'lambda', region: 'eu-central-1', credentials, now });
  const request = { method: 'POST', url: url.pathname, headers } as unknown as IncomingMessage;
  const signature = readSignature(request);
  return signature !== undefined && isSignatureValid(request, signature, secret, sha256(received));
}

describe('signRequest', () => {
  it.each([undefined, 'token'])('makes a signature that holds, with the session token %s', (token) => {
    expect(isValid(token, 'secret')).toBe(true);
  });

  it('makes one that holds for this secret and this body only', () => {
    expect(isValid('token', 'another')).toBe(false);
    expect(isValid('token', 'secret', '{}')).toBe(false);
  });
});
