import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { describeMistakes, readYamlFile, type YamlForm } from '../lambdas/core/yaml/read-yaml.ts';
import {
  InstallationError,
  parseInstallation,
  type StatedSettings,
  settingNames,
  textSettings,
} from './installation.ts';

/** Where an installation's choices stand unless another file is named: beside `cdk.json`, outside git. */
export const INSTALLATION_FILE = 'installation.yaml';

/** What a person copies to begin with; a test holds it against the schema. */
export const EXAMPLE_FILE = 'installation.example.yaml';

/** An installation's file as it was read. */
export interface InstallationFile {
  /** As the person named it. */
  readonly path: string;
  readonly stated: StatedSettings;
}

/** What YAML takes for one value; the settings' own schema then says what is expected of it. */
const Value = z
  .unknown()
  .refine(isOneValue, 'expected one value, a text or a number; or no line at all, to have the default');

const Stated = z
  .strictObject(Object.fromEntries(settingNames.map((name) => [name, Value.optional()])))
  .superRefine((given, context) => {
    for (const [name, value] of Object.entries(given).filter(isUnquotedText)) {
      const message = `expected text in quotes, since YAML changes a number, true or false without them; got ${value}`;
      context.addIssue({ code: 'custom', path: [name], message });
    }
    const read = parseInstallation(asText(given));
    for (const { path, message } of read.error?.issues ?? []) {
      const value = given[String(path[0])];
      const got = value === undefined ? '' : `, got ${JSON.stringify(value)}`;
      context.addIssue({ code: 'custom', path: [...path], message: `${message}${got}` });
    }
  });

/** A setting that is a number takes text, which a command line gives; `yes` is then none, and not 1. */
const asText = (given: StatedSettings): StatedSettings =>
  Object.fromEntries(
    Object.entries(given)
      .filter((entry) => isOneValue(entry[1]) && !isUnquotedText(entry))
      .map(([name, value]) => [name, String(value)]),
  );

/** YAML reads `007` as 7 and `True` as true, and what was written is not to be had again. */
function isUnquotedText([name, value]: readonly [string, unknown]): boolean {
  return textSettings.has(name) && isOneValue(value) && typeof value !== 'string';
}

function isOneValue(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

const form: YamlForm<StatedSettings> = {
  name: 'installation',
  schema: Stated.transform(asText),
  keysAt: () => settingNames,
};

/**
 * Reads an installation's file, YAML or JSON.
 *
 * @param named The file that a person named; without it the usual one, which may be absent.
 * @param usual Where that is.
 * @returns undefined when none is named and the usual one is not there: then everything has its default.
 * @throws InstallationError when the named file is not there, cannot be read, or with every mistake in it: line, what
 * was expected, what to do.
 */
export function readInstallationFile(named?: string, usual = INSTALLATION_FILE): InstallationFile | undefined {
  const path = named ?? usual;
  if (!existsSync(path)) {
    if (named === undefined) return undefined;
    throw new InstallationError(
      `expected an installation's file at ${path}, found none; copy ${EXAMPLE_FILE} there, or name another`,
    );
  }
  const read = readYamlFile(readBytes(path), form);
  if (read.ok) return { path, stated: read.value };
  throw new InstallationError(
    [
      ...describeMistakes(read.mistakes).map((mistake) => `${path} ${mistake}`),
      `Correct the file, or take a line away to have its default; ${EXAMPLE_FILE} shows every setting.`,
    ].join('\n'),
  );
}

/** @throws InstallationError for a folder, and for what may not be read. */
function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new InstallationError(
      code === 'EISDIR'
        ? `expected an installation's file at ${path}, found a folder; name a file in it, such as ${join(path, INSTALLATION_FILE)}`
        : `expected an installation's file at ${path} that can be read, got ${message}; change that, or name another`,
    );
  }
}
