import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { shortHash } from '../../lambdas/core/document/document-id.ts';
import { projectRoot } from '../../lib/bundle.ts';
import { isStageName, MAIN_STAGE, stageNames } from '../../lib/stage.ts';
import { type ReadableResource, readableResources, type Template } from './readable-template.ts';
import { synthesiseApp } from './synthesised-app.ts';

interface SynthesisedStage {
  readonly templates: readonly Template[];
  readonly resources: readonly ReadableResource[];
}

/** Synthesises a stage, or what comes out without any. */
async function synthesise(stage?: string): Promise<SynthesisedStage> {
  const { outdir } = await synthesiseApp(stage === undefined ? {} : { stage });
  const { dataStack, pipelineStack } = stageNames(stage ?? MAIN_STAGE);
  const templates = [dataStack, pipelineStack].map((stack): Template => {
    const text = readFileSync(join(outdir, `${stack}.template.json`), 'utf8');
    return JSON.parse(text.replaceAll('AWS::StackName', stack));
  });
  return { templates, resources: readableResources(templates) };
}

/** Names by which something is known in the whole account and region, as far as a template gives them itself. */
function physicalNames({ templates, resources }: SynthesisedStage): string[] {
  const exported = templates.flatMap(({ Outputs = {} }) =>
    Object.values(Outputs).flatMap(({ Export }) => Export?.Name ?? []),
  );
  const named = resources.flatMap(({ type, properties }) =>
    Object.entries(properties)
      .filter(
        ([property, value]) => isPhysicalName(type, property) && typeof value === 'string' && !value.startsWith('AWS/'),
      )
      .map(([, value]) => `${type} ${value}`),
  );
  return [...exported, ...named];
}

/** The name of an inline policy is its role's own, and a metric belongs to what it measures. */
const isPhysicalName = (type: string, property: string): boolean =>
  /(^|[a-z])Name(space|Prefix)?$/.test(property) &&
  type !== 'AWS::IAM::Policy' &&
  !/^(Display|Metric)Name$/.test(property);

/** What the functions and machines of a stage may touch among topics, as IAM writes it. */
const topicPatterns = ({ resources }: SynthesisedStage): string[] => {
  const texts = resources
    .filter(({ type }) => type === 'AWS::IAM::Policy')
    .flatMap(({ properties }) => JSON.stringify(properties).match(/arn:[^"]*:sns:[^"]*/g) ?? []);
  return [...new Set(texts)];
};

const topicPrefix = ({ resources }: SynthesisedStage): string =>
  resources.find(({ path }) => path.endsWith('Pipeline/EnsureContacts'))?.properties.Environment.Variables.TOPIC_PREFIX;

/** As IAM matches a resource: `*` stands for any text. */
const covers = (pattern: string, arn: string): boolean =>
  new RegExp(`^${pattern.split('*').map(escaped).join('.*')}$`).test(arn);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const topicArn = (prefix: string, contact: string): string =>
  `arn:<AWS::Partition>:sns:<AWS::Region>:<AWS::AccountId>:${prefix}-${shortHash(contact, 26)}`;

describe('without a stage', () => {
  let main: SynthesisedStage;
  beforeAll(async () => {
    main = await synthesise();
  });

  it('everything is called as it was before there were stages, and nothing is recorded or tagged', () => {
    expect(stageNames(MAIN_STAGE)).toEqual({
      prefix: 'spendwire',
      dataStack: 'SpendwireData',
      pipelineStack: 'SpendwirePipeline',
    });
    expect(topicPrefix(main)).toBe('spendwire');
    expect(topicPatterns(main)).toEqual(['arn:<AWS::Partition>:sns:<AWS::Region>:<AWS::AccountId>:spendwire-*']);
    expect(main.templates.map((template) => 'Metadata' in template)).toEqual([false, false]);
    expect(JSON.stringify(main.templates)).not.toContain('spendwire:stage');
    expect(JSON.stringify(main.templates)).toContain('"POWERTOOLS_SERVICE_NAME":"spendwire"');
  });

  it('what holds something keeps its logical id, because another would be new and empty', () => {
    const ids = main.resources.map(({ logicalId }) => logicalId);

    expect(ids).toEqual(
      expect.arrayContaining([
        'DocumentsDCDDF95A',
        'DocumentsAccessLogsE0128BD5',
        'Ledger0B0DA0A5',
        'Ingest5847C2DF',
        'IngestDeadLetters1228E37E',
        'EventsUndelivered2E07DD0B',
        'OperationsTopic6D6844EA',
        'IngestReceiptWorkflow799D2F99',
        'DeliverAlertsWorkflow05DF39B7',
      ]),
    );
  });
});

describe('stages side by side', () => {
  const names = [undefined, 'dev', 'dev2'];
  let stages: SynthesisedStage[];
  beforeAll(async () => {
    stages = await Promise.all(names.map(synthesise));
  });

  it('have no physical name and no export in common', () => {
    const all = stages.flatMap((stage) => [...new Set(physicalNames(stage))]);

    expect(all.length).toBeGreaterThan(names.length);
    expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([]);
  });

  it('may touch no topic of each other', () => {
    const topics = stages.map((stage) => topicArn(topicPrefix(stage), 'alice'));
    const touches = stages.map((stage) =>
      topics.map((topic) => topicPatterns(stage).some((each) => covers(each, topic))),
    );

    expect(touches).toEqual(names.map((_, own) => names.map((__, other) => own === other)));
  });

  it('each say in their tags, their traces and their logs whose they are', () => {
    const [, dev] = stages as [SynthesisedStage, SynthesisedStage];
    const at = (path: string) => dev.resources.find((resource) => resource.path === path);

    expect(at('SpendwireDevData/Documents')?.properties.Tags).toContainEqual({ Key: 'spendwire:stage', Value: 'dev' });
    expect(at('SpendwireDevPipeline/Sweep')?.properties.Environment.Variables).toMatchObject({
      POWERTOOLS_SERVICE_NAME: 'dev-spendwire',
    });
    expect(at('SpendwireDevPipeline/Sweep/Logs')?.properties.RetentionInDays).toBe(30);
  });
});

describe('stageNames', () => {
  const anyStage = fc.oneof(
    fc.stringMatching(/^[a-z][a-z0-9]{0,19}$/),
    // The rest of a topic's name, and words of other names.
    fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz234567'), minLength: 20, maxLength: 20 }),
    fc.constantFrom(MAIN_STAGE, 'data', 'pipeline', 'dev', 'd', 'spend', 'spendwir'),
  );
  const anyPair = fc
    .oneof(
      fc.tuple(anyStage, anyStage),
      // One begins as the other.
      fc.tuple(anyStage, anyStage).map(([one, more]) => [one, `${one}${more}`.slice(0, 20)] as const),
    )
    .filter(([one, other]) => one !== other && isStageName(one) && isStageName(other));

  it('gives two stages no stack in common, and no prefix that covers a topic of the other', () => {
    fc.assert(
      fc.property(anyPair, fc.string(), ([one, other], contact) => {
        const [a, b] = [stageNames(one), stageNames(other)];
        const topic = topicArn(b.prefix, contact);

        expect(new Set([a.dataStack, a.pipelineStack, b.dataStack, b.pipelineStack]).size).toBe(4);
        expect(covers(`*:${a.prefix}-*`, topic)).toBe(false);
        expect(covers(`*:${b.prefix}-*`, topic)).toBe(true);
        // The command of docs/how-to/deploy.md that deletes what is left.
        expect(topic.includes(`:${a.prefix}-`)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    '',
    'spendwire',
    'Dev',
    'dev-2',
    '2dev',
    'a'.repeat(21),
    'dev*',
    'dev spendwire',
  ])('lets no stage be called %j, whose prefix could meet another', (name) => {
    expect(isStageName(name)).toBe(false);
  });
});

describe('docs/how-to/deploy.md', () => {
  it('deletes the topics of one stage by its whole prefix', () => {
    const text = readFileSync(join(projectRoot, 'docs/how-to/deploy.md'), 'utf8');

    expect(text).toContain("contains(TopicArn, ':$prefix-')");
    expect(text).toContain('prefix=spendwire ');
  });
});
