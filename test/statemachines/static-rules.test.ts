import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../lib/bundle.ts';
import { machines } from '../../lib/topology.ts';
import { deployedValues } from '../lib/deployed-values.ts';
import type { Machine } from './machine.ts';
import { allRules } from './rules/all-rules.ts';

const rules = allRules(Object.keys(deployedValues));

const read = (file: string): Machine => JSON.parse(readFileSync(join(projectRoot, file), 'utf8'));

describe.each(Object.values(machines).map(({ file }) => file))('%s', (file) => {
  it.each(rules.map((rule) => [rule.says, rule] as const))('%s', (_, rule) => {
    expect(rule.check(read(file))).toEqual([]);
  });

  it('is two-space JSON', () => {
    const text = readFileSync(join(projectRoot, file), 'utf8');

    expect(text.split('\n').filter((line) => /^( {2})* \S|\t/.test(line))).toEqual([]);
  });
});
