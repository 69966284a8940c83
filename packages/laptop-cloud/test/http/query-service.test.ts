import { describe, expect, it } from 'vitest';
import { createStsService } from '../../src/http/sts-service.ts';
import { escapeXml, toXml } from '../../src/http/xml.ts';
import { openTestGateway } from './test-gateway.ts';

describe('queryHandler', () => {
  it('answers a form with XML', async () => {
    const text = await ask('Action=GetCallerIdentity&Version=2011-06-15');

    expect(text).toContain('<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">');
    expect(text).toContain('<Arn>arn:aws:iam::000000000000:user/any</Arn>');
  });

  it('fails for an action that is not there and says which are', async () => {
    const text = await ask('Action=AssumeRole');

    expect(text).toContain('<Code>InvalidAction</Code>');
    expect(text).toContain('does not serve &quot;AssumeRole&quot;; served are GetCallerIdentity');
  });
});

describe('toXml', () => {
  it('repeats lists, leaves out what is undefined and escapes text', () => {
    expect(toXml({ A: { b: ['1', '<2>'], c: undefined, d: true } })).toBe('<A><b>1</b><b>&lt;2&gt;</b><d>true</d></A>');
  });

  it('drops characters that XML cannot hold', () => {
    expect(escapeXml('a\u0000b\r\n"c" & d')).toBe('ab&#13;\n&quot;c&quot; &amp; d');
  });
});

async function ask(form: string): Promise<string> {
  const gateway = await openTestGateway([createStsService()]);
  const authorization =
    'AWS4-HMAC-SHA256 Credential=any/20261120/us-east-1/sts/aws4_request, SignedHeaders=host, Signature=00';
  const headers = { authorization, 'content-type': 'application/x-www-form-urlencoded', connection: 'close' };
  try {
    return await (await fetch(gateway.endpoint, { method: 'POST', body: form, headers })).text();
  } finally {
    await gateway.close();
  }
}
