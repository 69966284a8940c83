import { asked, type DueAnswer, type HostileRequest, signed } from '../hostile-request.ts';

const refused: DueAnswer = { status: [400, 403, 404, 405, 413], code: /^(?!Internal)[A-Z]\w+/ };

/** Requests of Lambda for functions that are none, and with payloads that are none. */
export function functionRequests(): HostileRequest[] {
  const lambda = (
    what: string,
    path: string,
    body: string | undefined = '{}',
    due = refused,
    method = 'POST',
    more: Record<string, string> = {},
  ) =>
    asked('Lambda', what, due, {
      method,
      path,
      headers: signed('lambda', more),
      ...(body === undefined ? {} : { body }),
    });
  const of = (name: string) => `/2015-03-31/functions/${name}/invocations`;
  return [
    lambda('a function that is none', of('nobody')),
    lambda('a function called __proto__', of('__proto__')),
    lambda('a function called constructor', of('constructor')),
    lambda('a function that is a path', of('..%2f..%2fsweep')),
    lambda('a function of broken letters', of('%zz')),
    lambda('a function of 5,000 letters', of('f'.repeat(5000))),
    lambda('an ARN of another account', of('arn:aws:lambda:us-east-1:999999999999:function:nobody')),
    lambda('a payload that is no JSON', of('sweep'), 'hello'),
    lambda('half a payload', of('sweep'), '{"a":'),
    lambda('a payload of 7 MB', of('sweep'), `"${'x'.repeat(7 * 1024 * 1024)}"`),
    lambda('a payload of 17 MB', of('sweep'), `"${'x'.repeat(17 * 1024 * 1024)}"`),
    lambda('a kind of invocation that is none', of('sweep'), '{}', refused, 'POST', {
      'X-Amz-Invocation-Type': 'Nonsense',
    }),
    lambda('an operation that is none', '/2015-03-31/functions', '{"FunctionName":"x"}'),
    lambda('a deletion', '/2015-03-31/functions/sweep', undefined, refused, 'DELETE'),
    lambda('a list by PATCH', '/2015-03-31/functions', undefined, refused, 'PATCH'),
    lambda('nothing of it', '/', undefined, refused, 'GET'),
  ];
}
