import { assertMayList, declaredPermissions, guarded, guardedInvoke } from 'laptop-cloud/cloud/cloud-permissions';
import type { JsonObject, OperationService } from 'laptop-cloud/http/service';
import { describe, expect, it } from 'vitest';
import { declaredCloud } from '../../laptop/declared-cloud.ts';
import { placeholderValues } from '../../laptop/names.ts';

const textract: OperationService = {
  signingName: 'textract',
  operations: { StartExpenseAnalysis: async () => ({ JobId: '1' }) },
  handle: async () => undefined,
};
const { functions = [], machines = [] } = await declaredCloud(placeholderValues());
const topologyPermissions = () => declaredPermissions(functions, machines);
const document = (Name: string): JsonObject => ({
  DocumentLocation: { S3Object: { Bucket: 'spendwire', Name, Version: '1' } },
});

describe('guarded', () => {
  it("lets a machine do what its grants say, also through Textract's reading of the object", async () => {
    const permissions = topologyPermissions();
    const { operations } = guarded(textract, permissions);
    const caller = { accessKeyId: 'ingest-receipt' };

    const started = await operations.StartExpenseAnalysis?.(document('receipts/alice/x.jpg'), caller);
    const elsewhere = operations.StartExpenseAnalysis?.(document('budgets/alice.yaml'), caller);

    expect(started).toEqual({ JobId: '1' });
    await expect(elsewhere).rejects.toMatchObject({
      code: 'InvalidS3ObjectException',
      message: expect.stringContaining('s3:GetObjectVersion on resource arn:aws:s3:::spendwire/budgets/alice.yaml'),
    });
  });

  it('fails for a machine that was granted nothing of the service', async () => {
    const { operations } = guarded(textract, topologyPermissions());

    const answer = operations.StartExpenseAnalysis?.(document('receipts/x.jpg'), { accessKeyId: 'apply-plan' });

    await expect(answer).rejects.toMatchObject({ code: 'AccessDeniedException' });
  });

  it('does not hold callers that are no part of the project', async () => {
    const { operations } = guarded(textract, topologyPermissions());

    const answer = await operations.StartExpenseAnalysis?.(document('any'), { accessKeyId: 'somebody' });

    expect(answer).toEqual({ JobId: '1' });
  });
});

describe('guardedInvoke', () => {
  it('lets a machine invoke its own functions only', async () => {
    const permissions = topologyPermissions();
    const invoke = guardedInvoke(async () => ({ ok: true, payload: null }), permissions);
    const principal = 'reject-object';

    const own = await invoke('record-outcome', {}, { principal });
    const other = invoke('record-expense', {}, { principal });

    expect(own.ok).toBe(true);
    await expect(other).rejects.toThrow('reject-object is not authorized to perform lambda:InvokeFunction');
    expect(permissions.used().map(({ action }) => action)).toEqual(['lambda:InvokeFunction']);
  });
});

describe('assertMayList', () => {
  it('refuses a function that was not granted to list the bucket, and nobody else', () => {
    const permissions = topologyPermissions();
    const assert = assertMayList('arn:aws:s3:::spendwire', permissions);

    expect(() => assert({ accessKeyId: 'RecordExpense' })).toThrow(
      'RecordExpense is not authorized to perform s3:ListBucket on resource arn:aws:s3:::spendwire',
    );
    expect(() => assert({ accessKeyId: 'StructureExpense' })).not.toThrow();
    expect(() => assert({ accessKeyId: 'spendwire' })).not.toThrow();
    expect(() => assert({})).not.toThrow();
  });
});
