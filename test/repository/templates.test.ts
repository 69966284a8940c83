import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from '../../lib/bundle.ts';
import { type Manifest, readJson } from './package-scope.ts';

interface Form {
  readonly name: string;
  readonly description: string;
  readonly body: readonly {
    readonly type: string;
    readonly id?: string;
    readonly attributes: { readonly label?: string; readonly value?: string; readonly options?: readonly string[] };
  }[];
}

const folder = '.github/ISSUE_TEMPLATE';
const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');
const forms = readdirSync(join(projectRoot, folder))
  .filter((name) => name !== 'config.yml')
  .map((name) => [name, read(join(folder, name))] as const);

describe.each(forms)('%s', (_, text) => {
  const { name, description, body } = parse(text) as Form;

  it('is a form as the forge takes it: named, each field with a label and an id of its own', () => {
    const fields = body.filter(({ type }) => type !== 'markdown');

    expect(name && description).toBeTruthy();
    expect(fields.length).toBeGreaterThan(0);
    expect(body.filter(({ type }) => !['markdown', 'textarea', 'input', 'dropdown'].includes(type))).toEqual([]);
    expect(fields.filter(({ id, attributes }) => !id || !attributes.label)).toEqual([]);
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
    expect(fields.filter(({ type, attributes }) => type === 'dropdown' && !attributes.options?.length)).toEqual([]);
  });
});

describe('templates', () => {
  const texts = [...forms.map(([, text]) => text), read('.github/pull_request_template.md')];

  it('name only files that are there, and commands that package.json has', () => {
    const { scripts = {} } = readJson<Manifest>('package.json');
    const files = texts.flatMap((text) => text.match(/\b[A-Z_]+\.md\b|\b[a-z]+\/[a-z/]+\/(?=\W)/g) ?? []);
    const commands = texts.flatMap((text) =>
      [...text.matchAll(/npm (?:run )?([\w:-]+)/g)].map(([, name = '']) => name),
    );

    expect(files.filter((path) => !existsSync(join(projectRoot, path)))).toEqual([]);
    expect(commands.filter((name) => !(name in scripts))).toEqual([]);
    expect(files.length * commands.length).toBeGreaterThan(0);
  });

  it('can be set aside, for what no form foresees', () => {
    expect(parse(read(join(folder, 'config.yml')))).toEqual({ blank_issues_enabled: true });
  });
});
