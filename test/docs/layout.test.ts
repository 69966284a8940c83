import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../lib/bundle.ts';
import { functions, machines } from '../../lib/topology.ts';

const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');
const section = (heading: string) => readme.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';

/** Folders at the top that belong to the repository: neither hidden nor ignored by git. */
const folders = () => {
  const ignored = readFileSync(join(projectRoot, '.gitignore'), 'utf8')
    .split('\n')
    .map((line) => line.replace(/\/$/, ''));
  const entries = readdirSync(projectRoot, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return entries.flatMap(({ name }) => (name.startsWith('.') || ignored.includes(name) ? [] : [name])).sort();
};

describe('README.md', () => {
  it('shows every folder of the repository in its layout, and no other', () => {
    const shown = [...section('Layout').matchAll(/^([a-z]+)\/ /gm)].map((match) => match[1]);

    expect(shown.sort()).toEqual(folders());
  });

  it('counts functions and machines as the topology has them', () => {
    const words = [
      'zero',
      'one',
      'two',
      'three',
      'four',
      'five',
      'six',
      'seven',
      'eight',
      'nine',
      'ten',
      'eleven',
      'twelve',
      'thirteen',
      'fourteen',
      'fifteen',
      'sixteen',
      'seventeen',
      'eighteen',
    ];

    expect(section('How it works')).toContain(`${words[Object.keys(functions).length]} small functions`);
    expect(section('How it works')).toContain(`${words[Object.keys(machines).length]} machines`);
  });

  it('has its parts in the order that a newcomer needs', () => {
    const headings = [...readme.matchAll(/^## (.+)$/gm)].map((match) => match[1]);

    expect(headings).toEqual([
      'Try it, without an AWS account',
      'What you get',
      'How it works',
      'Deploy',
      'Limits, and what it does not do yet',
      'Documentation',
      'Layout',
      'Licence',
    ]);
  });
});
