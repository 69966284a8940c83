import { describe, expect, it } from 'vitest';
import type { DueAnswer } from '../hostile-request.ts';
import type { Exchange } from './exchange.ts';
import { codeIn, problemsOfAnswer } from './judge-answer.ts';
import { changesBetween } from './snapshot.ts';

const answer = (text: string, statuses = [403], isClosed = false) => ({ statuses, text, isClosed });
const denied = { status: [403], code: /^AccessDenied$/ };
const DENIED = 'HTTP/1.1 403 Forbidden\r\nX-Note: a\r\n\r\n<Error><Code>AccessDenied</Code></Error>';

describe('problemsOfAnswer', () => {
  it('finds nothing where all is as it has to be', () => {
    expect(problemsOfAnswer(answer(DENIED), denied)).toEqual([]);
    expect(problemsOfAnswer(answer(DENIED), { ...denied, headers: [/^x-note: a$/] })).toEqual([]);
    expect(problemsOfAnswer(answer('', [], true), { status: [0, 400] })).toEqual([]);
  });

  const wrong: readonly (readonly [string, Exchange, DueAnswer, number?])[] = [
    ['another status', answer(DENIED, [200]), denied],
    ['another code', answer(DENIED.replace('AccessDenied', 'NoSuchKey')), denied],
    ['no code', answer('HTTP/1.1 403 Forbidden\r\n\r\n'), denied],
    ['no answer', answer('', []), denied],
    ['a connection closed without an answer', answer('', [], true), denied],
    ['an answer too few', answer(DENIED), denied, 2],
    ['an answer too many', answer(DENIED, [403, 403]), denied],
    ['a header that is not there', answer(DENIED), { ...denied, headers: [/^content-security-policy: sandbox$/] }],
    ['a header that the request made up', answer(DENIED.replace('X-Note', 'X-Injected')), denied],
    ['a failure of ours', answer(DENIED.replace('AccessDenied', 'InternalFailure'), [500]), denied],
    ['the words of a programmer', answer(`${DENIED}TypeError: Cannot read properties of null`), denied],
  ];

  it.each(wrong.map(([name, came, due, answers = 1]) => ({ name, came, due, answers })))('finds $name', (one) => {
    expect(problemsOfAnswer(one.came, one.due, one.answers)).not.toEqual([]);
  });
});

describe('codeIn', () => {
  it.each([
    ['HTTP/1.1 400\r\nx-amzn-errortype: ValidationException\r\n\r\n{}', 'ValidationException'],
    ['<Error><Code>NoSuchKey</Code></Error>', 'NoSuchKey'],
    ['{"__type":"com.amazon.coral.validate#ValidationException","message":"x"}', 'ValidationException'],
    ['hello', undefined],
  ])('reads %j', (text, code) => {
    expect(codeIn(text)).toBe(code);
  });
});

describe('changesBetween', () => {
  it('names what came, what went, and what is another', () => {
    expect(changesBetween(new Set(['item a 1', 'object b']), new Set(['item a 2', 'object b']))).toEqual([
      '+ item a 2',
      '- item a 1',
    ]);
    expect(changesBetween(new Set(['a']), new Set(['a']))).toEqual([]);
  });
});
