import type { Resource } from './reading.ts';
import { present } from './reading.ts';
import { roleGrants } from './role-grants.ts';
import { NotRun } from './template.ts';

/** `AWS::Lambda::Function`, whose code lies among the assets. */
export function readFunction(resource: Resource): void {
  const { logicalId, name, raw, reading } = resource;
  // It works for CloudFormation, not for the app: the resources that it makes are told of themselves.
  if (isForDeployment(resource)) return;
  if (resource.text('PackageType') === 'Image') throw new NotRun('it is a container image, expected Node and a folder');
  const runtime = resource.text('Runtime') ?? '';
  if (!runtime.startsWith('nodejs')) throw new NotRun(`its runtime is ${runtime}, expected one of Node`);
  const { ZipFile, S3Key } = resource.object('Code') ?? {};
  if (ZipFile !== undefined) throw new NotRun('its code stands in the template, expected a folder');
  const bundleDirectory = reading.assets.folderOf(raw, S3Key);
  if (resource.get('Layers') !== undefined) resource.note('runs without its layers');
  reading.draft.functions.push({
    id: logicalId,
    name,
    bundleDirectory,
    ...present({
      handler: resource.text('Handler'),
      description: resource.text('Description'),
      timeoutSeconds: resource.number('Timeout'),
      memoryMb: resource.number('MemorySize'),
      environment: variables(resource),
      grants: roleGrants(raw.Properties?.['Role'], reading),
    }),
  });
}

const isForDeployment = ({ logicalId, reading }: Resource): boolean =>
  Object.values(reading.template.Resources).some(({ Properties }) =>
    JSON.stringify(Properties?.['ServiceToken'] ?? null).includes(`"${logicalId}"`),
  );

function variables(resource: Resource): Readonly<Record<string, string>> | undefined {
  const all = resource.object('Environment')?.['Variables'] as Readonly<Record<string, unknown>> | undefined;
  return all && Object.fromEntries(Object.entries(all).map(([key, value]) => [key, String(value)]));
}
