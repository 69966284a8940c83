import { describe, expect, it } from 'vitest';
import { compilePattern } from '../../src/events/event-pattern.ts';

const matches = (pattern: unknown, event: unknown) => compilePattern(pattern)(event);

describe('compilePattern', () => {
  it.each([
    ['a literal', { source: ['aws.s3'] }, { source: 'aws.s3' }, true],
    ['another literal', { source: ['aws.s3'] }, { source: 'aws.sqs' }, false],
    ['a number that is text', { n: [1] }, { n: '1' }, false],
    ['null', { n: [null] }, { n: null }, true],
    ['null against absence', { n: [null] }, {}, false],
    ['one of several', { s: ['a', 'b'] }, { s: 'b' }, true],
    ['all fields', { a: ['1'], b: ['2'] }, { a: '1', b: '3' }, false],
    ['nesting', { d: { o: { k: ['x'] } } }, { d: { o: { k: 'x' } } }, true],
    ['a list in the event', { r: ['b'] }, { r: ['a', 'b'] }, true],
    ['objects in a list', { r: { k: ['b'] } }, { r: [{ k: 'a' }, { k: 'b' }] }, true],
    ['prefix', { k: [{ prefix: 'plans/' }] }, { k: 'plans/a.yaml' }, true],
    ['suffix', { k: [{ suffix: '.yaml' }] }, { k: 'plans/a.yml' }, false],
    ['prefix ignoring case', { k: [{ prefix: { 'equals-ignore-case': 'PLA' } }] }, { k: 'plans' }, true],
    ['equals-ignore-case', { k: [{ 'equals-ignore-case': 'alice' }] }, { k: 'Alice' }, true],
    ['wildcard', { k: [{ wildcard: 'a*c.jpg' }] }, { k: 'a/b/c.jpg' }, true],
    ['wildcard without regular expressions', { k: [{ wildcard: 'a.c' }] }, { k: 'abc' }, false],
    ['anything-but', { k: [{ 'anything-but': 'x' }] }, { k: 'y' }, true],
    ['anything-but a list', { k: [{ 'anything-but': ['x', 'y'] }] }, { k: 'y' }, false],
    ['anything-but with absence', { k: [{ 'anything-but': 'x' }] }, {}, false],
    ['anything-but a prefix', { k: [{ 'anything-but': { prefix: 'artifacts/' } }] }, { k: 'artifacts/x' }, false],
    ['anything-but prefixes', { k: [{ 'anything-but': { prefix: ['a/', 'b/'] } }] }, { k: 'c/x' }, true],
    ['anything-but a suffix', { k: [{ 'anything-but': { suffix: '.tmp' } }] }, { k: 'x.tmp' }, false],
    ['exists', { k: [{ exists: true }] }, { k: 0 }, true],
    ['exists not', { k: [{ exists: false }] }, { k: 0 }, false],
    ['absence', { k: [{ exists: false }] }, {}, true],
    ['absence or a value', { k: [{ exists: false }, 'a'] }, { k: 'a' }, true],
    ['numeric', { n: [{ numeric: ['>', 0, '<=', 5] }] }, { n: 5 }, true],
    ['numeric out of range', { n: [{ numeric: ['>', 0, '<=', 5] }] }, { n: 6 }, false],
    ['$or', { s: ['a'], $or: [{ x: ['1'] }, { y: ['2'] }] }, { s: 'a', y: '2' }, true],
    ['$or with a field beside it', { s: ['a'], $or: [{ x: ['1'] }, { y: ['2'] }] }, { s: 'b', y: '2' }, false],
    ['$or without a match', { $or: [{ x: ['1'] }, { y: ['2'] }] }, { x: '2' }, false],
  ])('matches %s', (_, pattern, event, expected) => {
    expect(matches(pattern, event)).toBe(expected);
  });

  it.each([
    {},
    { a: 'text' },
    { a: [] },
    { a: [{ near: 1 }] },
    { a: [{ cidr: '10.0.0.0/8' }] },
    { a: [{ numeric: ['~', 1] }] },
    { a: [{ exists: 'yes' }] },
    { $or: [{ a: ['1'] }] },
  ])('fails for %j, which is no pattern', (pattern) => {
    expect(() => compilePattern(pattern)).toThrow(/^expected/);
  });
});
