import { createHash, randomUUID } from 'node:crypto';
import type { Expression } from 'jsonata';
import { parseJsonText } from '../../http/json-service.ts';
import { toMillis } from './to-millis.ts';

const HASHES: Readonly<Record<string, string>> = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};

const LARGEST_RANGE = 1000;

/**
 * Adds the functions that Step Functions has on top of JSONata, reads times as its hosts do, and takes `$eval` away.
 * https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html#jsonata-functions-provided-by-step-functions
 */
export function addStepFunctions(expression: Expression): void {
  expression.registerFunction('parse', parse, '<s-:x>');
  expression.registerFunction('partition', partition, '<a-n:a>');
  expression.registerFunction('range', range, '<n-n-n:a>');
  expression.registerFunction('hash', hash, '<x-s:s>');
  expression.registerFunction('random', random, '<n?:n>');
  expression.registerFunction('uuid', () => randomUUID(), '<:s>');
  expression.registerFunction('toMillis', toMillis, '<s-s?:n>');
  expression.registerFunction('eval', () => {
    throw functionError('$eval is not supported by Step Functions');
  });
}

function parse(text: string | undefined): unknown {
  return text === undefined ? undefined : parseJsonText(text);
}

function partition(items: unknown[] | undefined, size: number): unknown[][] | undefined {
  if (items === undefined) return undefined;
  const step = Math.trunc(size);
  if (!(step > 0)) throw functionError(`$partition: expected a chunk size above zero, got ${size}`);
  return Array.from({ length: Math.ceil(items.length / step) }, (_, index) =>
    items.slice(index * step, (index + 1) * step),
  );
}

/** Both ends included. A range of one number is that number: AWS gives a JSONata sequence here. */
function range(first: number, last: number, step: number): number[] {
  if (step === 0) throw functionError('$range: expected a step other than zero');
  const length = Math.max(0, Math.floor((last - first) / step) + 1);
  if (length > LARGEST_RANGE) {
    throw functionError(`$range: expected at most ${LARGEST_RANGE} numbers, got ${length}`);
  }
  return asSequence(Array.from({ length }, (_, index) => first + index * step));
}

function hash(data: unknown, algorithm: string): string {
  const name = HASHES[algorithm];
  if (!name) throw functionError(`$hash: expected one of ${Object.keys(HASHES).join(', ')}, got ${algorithm}`);
  const text = typeof data === 'string' ? data : JSON.stringify(data);
  return createHash(name).update(text).digest('hex');
}

/** From 0 to below 1; the same seed gives the same number. */
function random(seed: number | undefined): number {
  if (seed === undefined) return Math.random();
  let mixed = (Math.trunc(seed) + 0x6d2b79f5) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), 1 | mixed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}

/** Marks an array the way jsonata marks its own sequences, which unwrap when they hold one value. */
function asSequence<T>(values: T[]): T[] {
  return Object.defineProperty(values, 'sequence', { value: true, enumerable: false });
}

const functionError = (message: string): Error & { code: string } =>
  Object.assign(new Error(message), { code: 'D3141' });
