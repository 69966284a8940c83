import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from '../../lib/bundle.ts';
import { nodeReleases } from '../nodes/node-release.ts';
import { type Manifest, readJson } from './package-scope.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly strategy?: { readonly matrix: { readonly node: readonly string[] } };
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly concurrency?: { readonly group: string };
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = join(projectRoot, '.github/workflows');
const workflows = readdirSync(folder).map((name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  return [name, text, parse(text) as Workflow] as const;
});
const { scripts = {}, engines = {} } = readJson<Manifest>('package.json');

describe.each(workflows)('%s', (_, text, workflow) => {
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, job]) => job.steps);

  it('permits nothing by default, and reading to each job that asks', () => {
    expect(workflow.permissions).toEqual({});
    expect(jobs.map(([name, { permissions }]) => [name, permissions])).toEqual(
      jobs.map(([name]) => [name, { contents: 'read' }]),
    );
  });

  it('lets no credentials lie about for what is installed afterwards', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));

    expect(checkouts).toHaveLength(jobs.length);
    for (const checkout of checkouts) expect(checkout.with).toMatchObject({ 'persist-credentials': false });
  });

  it('pins every action to a commit, with the release beside it, and each to one only', () => {
    const lines = [...text.matchAll(/uses: (.+)$/gm)].map(([, line = '']) => line);

    expect(lines.filter((line) => !/^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
    expect(lines).toHaveLength(steps.filter(({ uses }) => uses !== undefined).length);
    expect(new Set(lines).size).toBe(new Set(lines.map((line) => line.split('@')[0])).size);
  });

  it('runs only commands that package.json has', () => {
    const commands = steps.flatMap(({ run }) => run ?? []);

    const unknown = commands.filter((command) => {
      const [, named, short] = /^npm (?:run ([\w:-]+)|(test))$/.exec(command) ?? [];
      return command !== 'npm ci' && !((named ?? short ?? '') in scripts);
    });
    expect(unknown).toEqual([]);
  });

  it('ends by itself, and once for each state of a branch', () => {
    expect(jobs.filter(([, job]) => !((job['timeout-minutes'] ?? 0) > 0))).toEqual([]);
    expect(workflow.concurrency?.group).toContain('github.ref');
  });
});

describe('ci.yml', () => {
  const workflow = workflows.find(([name]) => name === 'ci.yml')?.[2];
  const tested = workflow?.jobs['test']?.strategy?.matrix.node ?? [];

  it('tests on the oldest Node that package.json allows, and on those of npm run test:nodes', () => {
    expect([`>=${tested[0]}`, ...tested.slice(1)]).toEqual([
      engines['node'],
      ...nodeReleases.map((release) => release.split('.')[0]),
    ]);
  });

  it('has all jobs run on one of these', () => {
    const steps = Object.values(workflow?.jobs ?? {}).flatMap((job) => job.steps);
    const versions = steps.flatMap((step) => step.with?.['node-version'] ?? []).map(String);

    expect(versions.filter((version) => !tested.includes(version) && version !== '$' + '{{ matrix.node }}')).toEqual(
      [],
    );
    expect(versions).toHaveLength(Object.keys(workflow?.jobs ?? {}).length);
  });
});
