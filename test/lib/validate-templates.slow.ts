import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../lib/spendwire-app.ts';
import { templatesIn, type Verdict, validateTemplates } from '../../lib/validate-templates.ts';
import { cdkContext, synthesiseApp } from './synthesised-app.ts';

// biome-ignore lint/suspicious/noExplicitAny: a template is broken here in as many ways as there are shapes
type Breakable = any;

let data: string;
let pipeline: string;
beforeAll(async () => {
  const { outdir } = await synthesiseApp({ opsEmail: 'ops@example.org' });
  data = join(outdir, 'SpendwireData.template.json');
  pipeline = join(outdir, 'SpendwirePipeline.template.json');
});

const breakData = (spoil: (resources: Breakable) => void): Verdict => {
  const template = JSON.parse(readFileSync(data, 'utf8'));
  spoil(template.Resources);
  const path = join(mkdtempSync(join(tmpdir(), 'spendwire-broken-')), 'broken.template.json');
  writeFileSync(path, JSON.stringify(template));
  return validateTemplates([path]);
};

describe('templatesIn', () => {
  it('leaves out those of a stage that was synthesised there before', async () => {
    const { outdir } = await synthesiseApp({ stage: 'dev' });
    createApp({ outdir, analyticsReporting: false, context: cdkContext }).synth();

    expect(existsSync(join(outdir, 'SpendwireDevData.template.json'))).toBe(true);
    expect(templatesIn(outdir).map((path) => basename(path))).toEqual([basename(data), basename(pipeline)]);
  });
});

describe('validateTemplates', () => {
  it('finds each resource of the app as CloudFormation’s own schemas have it', () => {
    const verdict = validateTemplates([data, pipeline]);

    console.log(`${verdict.resources} resources, ${verdict.properties} properties, ${verdict.errors.length} errors`);
    expect(verdict.errors).toEqual([]);
    expect(verdict.resources).toBeGreaterThan(100);
    expect(verdict.properties).toBeGreaterThan(1000);
  });

  it.each<[string, (resources: Breakable) => void, string]>([
    [
      'a misspelt name',
      ({ Ledger0B0DA0A5: { Properties } }) => {
        Properties.Keyschema = Properties.KeySchema;
      },
      "Additional properties are not allowed ('Keyschema' was unexpected",
    ],
    [
      'a required property that is missing',
      ({ Ledger0B0DA0A5: { Properties } }) => {
        delete Properties.KeySchema;
      },
      "'KeySchema' is a required property",
    ],
    [
      'a value of another kind',
      ({ DocumentsDCDDF95A: { Properties } }) => {
        Properties.LifecycleConfiguration.Rules[0].ExpirationInDays = 'soon';
      },
      "'soon' is not of type 'integer'",
    ],
    [
      'a value that is none of those there are',
      ({ DocumentsDCDDF95A: { Properties } }) => {
        Properties.VersioningConfiguration.Status = 'On';
      },
      "'On' is not one of ['Enabled', 'Suspended']",
    ],
    [
      'a type that there is not',
      (resources) => {
        resources.Another = { Type: 'AWS::S3::Buckett' };
      },
      "Unknown resource type 'AWS::S3::Buckett'",
    ],
  ])('fails on %s', (_, spoil, expected) => {
    expect(breakData(spoil).errors.join('\n')).toContain(expected);
  });
});
