import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleDirectory, bundleFunctions, projectRoot } from '../../lib/bundle.ts';
import { createApp } from '../../lib/spendwire-app.ts';
import { MAIN_STAGE, stageNames } from '../../lib/stage.ts';
import { type FunctionId, functions } from '../../lib/topology.ts';
import { type ReadableResource, readableResources, type Template } from './readable-template.ts';

export interface SynthesisedApp {
  readonly resources: readonly ReadableResource[];
  /** The cloud assembly's folder. */
  readonly outdir: string;
}

/** The context of `cdk.json`, which the CDK command line would give, and the construct paths in the templates. */
export const cdkContext: Readonly<Record<string, unknown>> = {
  ...JSON.parse(readFileSync(join(projectRoot, 'cdk.json'), 'utf8')).context,
  'aws:cdk:enable-path-metadata': true,
};

/**
 * Synthesises the real app, as `npx cdk synth` does; bundles that lie on disk are taken as they are, because no
 * template depends on what is in them. Takes some seconds: once a file is enough.
 */
export async function synthesiseApp(context: Readonly<Record<string, unknown>> = {}): Promise<SynthesisedApp> {
  if (!areBundled()) await bundleFunctions();
  const outdir = mkdtempSync(join(tmpdir(), 'spendwire-cdk-'));
  createApp({ outdir, analyticsReporting: false, context: { ...cdkContext, ...context } }).synth();
  const { dataStack, pipelineStack } = stageNames(String(context['stage'] ?? MAIN_STAGE));
  const templates = [dataStack, pipelineStack].map(
    (stack): Template => JSON.parse(readFileSync(join(outdir, `${stack}.template.json`), 'utf8')),
  );
  return { outdir, resources: readableResources(templates) };
}

const areBundled = () =>
  (Object.keys(functions) as FunctionId[]).every((id) => existsSync(join(bundleDirectory(id), 'index.cjs')));

/**
 * The one resource at a construct path.
 *
 * @throws RangeError when there is none.
 */
export function resourceAt({ resources }: SynthesisedApp, path: string): ReadableResource {
  const found = resources.find((resource) => resource.path === path);
  if (!found) throw new RangeError(`expected a resource at ${path}, got ${resources.map((r) => r.path).join(', ')}`);
  return found;
}

/** All resources of a type, such as `AWS::Lambda::Function`. */
export const resourcesOf = ({ resources }: SynthesisedApp, type: string): readonly ReadableResource[] =>
  resources.filter((resource) => resource.type === type);
