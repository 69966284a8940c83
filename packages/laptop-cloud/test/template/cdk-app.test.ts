import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
// @ts-expect-error: the examples are plain JavaScript, as whoever copies them may have it.
import { libraryApp } from '../../example/cdk-app.mjs';
// @ts-expect-error: likewise
import { lendBooks } from '../../example/lend-books.mjs';
import { startLaptopCloud } from '../../src/cloud.ts';
import { declarationFromTemplate } from '../../src/template/declaration-from-template.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

it('runs what a CDK app synthesises, and holds it to the permissions that the app grants', {
  timeout: 120_000,
}, async () => {
  const outdir = join(await temporaryDirectory(), 'cdk.out');
  libraryApp({ outdir }).synth();

  const { declaration, leftOut } = await declarationFromTemplate(join(outdir, 'Library.template.json'));
  const cloud = await startLaptopCloud(declaration, { dataDirectory: await temporaryDirectory(), port: 0 });
  onTestFinished(() => cloud.close());
  const tableName = declaration.tables?.[0]?.definition.TableName;
  const lines = await lendBooks(cloud, { tableName, machineName: 'lend-book' });

  expect(leftOut).toEqual([]);
  expect(lines).toEqual([
    'Ada asks for 9780140449136: until 2026-03-23',
    'Ben asks for 9780140449136: refused: BookNotAvailable',
    'Ben asks for 9780141439518: until 2026-03-23',
    '9780140449136 is with Ada',
    '9780141439518 is with Ben',
  ]);
  const used = cloud.usedPermissions().map(({ principal, action }) => `${principal} ${action}`);
  expect(used).toEqual(['lend-book lambda:InvokeFunction', 'lend-book dynamodb:UpdateItem']);
  expect(declaration.machines?.[0]?.grants).toContainEqual(
    expect.objectContaining({ actions: expect.arrayContaining(['dynamodb:UpdateItem']) }),
  );
});
