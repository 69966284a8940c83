import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import type { FunctionSpec } from '../../src/lambda/function-spec.ts';
import { createLambdaService, type LambdaOptions, type LambdaService } from '../../src/lambda/lambda-service.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

/** Writes a bundle with the given source and describes the function made of it. */
export async function fixtureFunction(source: string, overrides: Partial<FunctionSpec> = {}): Promise<FunctionSpec> {
  const bundleDirectory = join(await temporaryDirectory(), 'bundle');
  await mkdir(bundleDirectory);
  await writeFile(join(bundleDirectory, 'index.mjs'), source);
  return {
    id: 'Fixture',
    name: 'fixture',
    description: 'for a test',
    bundleDirectory,
    timeoutSeconds: 10,
    memoryMb: 128,
    environment: {},
    ...overrides,
  };
}

/** Runs functions until the test is over. */
export async function runFunctions(
  functions: readonly FunctionSpec[],
  overrides: Partial<LambdaOptions> = {},
): Promise<LambdaService> {
  const service = await createLambdaService({
    functions,
    hostAddresses: () => ({ endpoint: 'http://127.0.0.1:1', traceDaemon: '127.0.0.1:2', secretAccessKey: 'secret' }),
    clock: systemClock,
    traces: { put: () => undefined },
    ...overrides,
  });
  onTestFinished(() => service.close());
  return service;
}
