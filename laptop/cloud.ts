import { join } from 'node:path';
import { type CloudDeclaration, type CloudOptions, type LaptopCloud, startLaptopCloud } from 'laptop-cloud';
import { buildRoot, bundleFunctions } from '../lib/bundle.ts';
import { declaredCloud } from './declared-cloud.ts';
import type { SettingOverrides } from './declared-functions.ts';
import { bucketName, placeholderValues, tableName, topicPrefix } from './names.ts';

export interface SpendwireCloudOptions
  extends Omit<CloudOptions, 'credentials' | 'stateFolder' | 'bundleFunctions' | 'codeFolder'> {
  /** Settings of the topology that are otherwise here. */
  readonly settings?: SettingOverrides;
  /** Makes the topology another one, as a deployment that somebody has spoilt. @default - as declared */
  change?(declared: CloudDeclaration): CloudDeclaration;
}

/** A cloud in which everything that `lib/topology.ts` declares runs. */
export interface SpendwireCloud extends LaptopCloud {
  readonly bucketName: string;
  readonly tableName: string;
  readonly topicPrefix: string;
  /** What the topology's placeholders stand for. */
  readonly values: Readonly<Record<string, string>>;
}

/** Inside the data folder; it holds what an earlier process left, so its name stays. */
const STATE_FOLDER = '.spendwire';
const SENDER = 'spendwire@localhost';

/**
 * Starts everything that `lib/topology.ts` declares in this process, on one port, and goes on with what an earlier
 * process left in the data folder.
 *
 * @throws PortInUseError when another process listens on the port.
 * @throws DataFolderLockedError when another process works in the data folder.
 */
export async function startCloud({
  settings,
  change = (declared) => declared,
  smtp,
  ...options
}: SpendwireCloudOptions): Promise<SpendwireCloud> {
  const values = placeholderValues();
  const cloud = await startLaptopCloud(change(await declaredCloud(values, settings)), {
    endsWaitsWithJobs: true,
    ...options,
    ...(smtp ? { smtp: { from: SENDER, ...smtp } } : {}),
    stateFolder: STATE_FOLDER,
    bundleFunctions,
    codeFolder: join(buildRoot, 'code'),
  });
  return { ...cloud, bucketName, tableName, topicPrefix, values };
}
