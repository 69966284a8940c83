import { describe, expect, it } from 'vitest';
import { evaluateExpression, expressionSource } from '../../src/states/language/expression.ts';

const nowMs = Date.parse('2026-03-01T12:00:00Z');
const evaluate = (source: string, values = {}) => evaluateExpression(source, { values, nowMs });

describe('expressionSource', () => {
  it.each([
    ['{% $a %}', '$a'],
    ['{%$a%}', '$a'],
    [' {% $a %}', undefined],
    ['{% $a %} ', undefined],
    ['text {% $a %}', undefined],
    ['{%}', undefined],
    [1, undefined],
  ])('of %j is %j', (value, expected) => {
    expect(expressionSource(value)).toBe(expected);
  });
});

describe('evaluateExpression', () => {
  it.each([
    ['$range(1, 9, 2)', [1, 3, 5, 7, 9]],
    ['$range(9, 1, -4)', [9, 5, 1]],
    ['$range(1, 9, 9)', 1],
    ['$partition([1, 2, 3], 2)', [[1, 2], [3]]],
    ['$partition([0], 1)', [[0]]],
    ["$hash('abc', 'SHA-256')", 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['$parse(\'{"a":[1]}\')', { a: [1] }],
    ['$random(7) = $random(7)', true],
    ["$match($uuid(), /^[0-9a-f-]{36}$/) ? 'yes'", 'yes'],
    ['$millis()', nowMs],
    ['$now()', '2026-03-01T12:00:00.000Z'],
    ["$now('[Y]-[M01]')", '2026-03'],
    ['$toMillis($now()) - $millis()', 0],
    ['null', null],
  ])('gives for %s the value %j', async (source, value) => {
    expect(await evaluate(source)).toEqual({ value });
  });

  it.each([
    ['$missing', /^returned nothing/],
    ['$sum', /unsupported result type/],
    ['function($x) { $x }', /unsupported result type/],
    ['$missing()', /T1006: Attempted to invoke a non-function/],
    ["$eval('1')", /\$eval is not supported/],
    ['$range(1, 2000, 1)', /at most 1000 numbers, got 2000/],
    ["$hash('a', 'CRC')", /expected one of MD5/],
    ["$parse('{')", /threw an error during evaluation/],
    ['(', /threw an error during evaluation/],
  ])('tells why %s has no value', async (source, problem) => {
    expect(await evaluate(source)).toEqual({ problem: expect.stringMatching(problem) });
  });

  it('hands on plain arrays, which later expressions read as they are', async () => {
    const filtered = await evaluate('[$items[n > 1]]', { items: [{ n: 1 }, { n: 2 }] });
    const value = 'value' in filtered ? filtered.value : null;

    expect(await evaluate('$again', { again: value })).toEqual({ value: [{ n: 2 }] });
  });
});
