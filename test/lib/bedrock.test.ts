import { beforeAll, describe, expect, it } from 'vitest';
import { NO_PROPOSAL } from '../../lambdas/core/proposal/no-proposal.ts';
import { bedrockGrant, isBedrockModel } from '../../lib/topology.ts';
import { resourceAt, resourcesOf, type SynthesisedApp, synthesiseApp } from './synthesised-app.ts';

const ROLE = '<SpendwirePipeline/StructureExpense/Role>';

/** The statements of a role's policies that name Bedrock, of all roles. */
const invoking = (app: SynthesisedApp) =>
  resourcesOf(app, 'AWS::IAM::Policy').flatMap(({ properties }) =>
    properties.PolicyDocument.Statement.filter((statement: object) =>
      JSON.stringify(statement).includes('bedrock'),
    ).map((statement: object) => ({ roles: properties.Roles, ...statement })),
  );

const modelOf = (app: SynthesisedApp) =>
  resourceAt(app, 'SpendwirePipeline/StructureExpense').properties.Environment.Variables.BEDROCK_MODEL;

describe('an installation that names no model', () => {
  it('grants nobody Bedrock, and watches nothing of it', async () => {
    const app = await synthesiseApp();

    expect(modelOf(app)).toBe('');
    expect(invoking(app)).toEqual([]);
    expect(JSON.stringify(resourcesOf(app, 'AWS::Logs::MetricFilter'))).not.toContain('Bedrock');
    expect(JSON.stringify(resourcesOf(app, 'AWS::CloudWatch::Alarm'))).not.toContain('Bedrock');
  });
});

describe('an installation that names a model', () => {
  it('lets the function that structures invoke exactly that model', async () => {
    const app = await synthesiseApp({ bedrockModel: 'amazon.nova-lite-v1:0' });

    expect(modelOf(app)).toBe('amazon.nova-lite-v1:0');
    expect(invoking(app)).toEqual([
      {
        roles: [ROLE],
        Effect: 'Allow',
        Action: 'bedrock:InvokeModel',
        Resource: 'arn:<AWS::Partition>:bedrock:<AWS::Region>::foundation-model/amazon.nova-lite-v1:0',
      },
    ]);
  });

  describe('by an inference profile', () => {
    let app: SynthesisedApp;
    beforeAll(async () => {
      app = await synthesiseApp({ bedrockModel: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0' });
    });

    it('lets it invoke exactly that profile, and the model behind it wherever the profile sends it', () => {
      const model = 'anthropic.claude-haiku-4-5-20251001-v1:0';

      expect(invoking(app)).toEqual([
        {
          roles: [ROLE],
          Effect: 'Allow',
          Action: 'bedrock:InvokeModel',
          Resource: [
            `arn:<AWS::Partition>:bedrock:<AWS::Region>:<AWS::AccountId>:inference-profile/eu.${model}`,
            `arn:<AWS::Partition>:bedrock:*::foundation-model/${model}`,
          ],
        },
      ]);
    });

    it('counts what the function logs when nothing came of it, and rings from three a day on', () => {
      const filter = resourcesOf(app, 'AWS::Logs::MetricFilter').find(({ path }) => path.endsWith('/NoProposals'));

      expect(filter?.properties).toMatchObject({
        LogGroupName: '<SpendwirePipeline/StructureExpense/Logs>',
        FilterPattern: `{ $.message = "${NO_PROPOSAL}" }`,
        MetricTransformations: [{ MetricNamespace: 'Spendwire/SpendwirePipeline', MetricName: 'BedrockNoProposals' }],
      });
      expect(resourceAt(app, 'SpendwirePipeline/Operations/BedrockNoProposals').properties).toMatchObject({
        MetricName: 'BedrockNoProposals',
        Namespace: 'Spendwire/SpendwirePipeline',
        Statistic: 'Sum',
        Period: 24 * 3600,
        EvaluationPeriods: 1,
        DatapointsToAlarm: 1,
        Threshold: 3,
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      });
    });
  });
});

describe('bedrockGrant', () => {
  it('knows models from inference profiles, and no other id', () => {
    expect(['mistral.mistral-large-2402-v1:0', 'global.amazon.nova-2-lite-v1:0'].every(isBedrockModel)).toBe(true);
    expect(['*', 'amazon.*', 'eu.', 'nova', 'amazon.nova lite', '${Region}.x'].some(isBedrockModel)).toBe(false);
    expect(() => bedrockGrant('amazon.*')).toThrow('expected the id of a model or an inference profile');
  });
});
