import { type ReadYaml, readYamlFile, type YamlForm } from '../yaml/read-yaml.ts';
import { CORRECTION_KEYS, Correction } from './correction.ts';

const correctionForm: YamlForm<Correction> = {
  name: 'correction',
  // zod leaves out what is not stated, and has no type that says so.
  schema: Correction as unknown as YamlForm<Correction>['schema'],
  keysAt: () => CORRECTION_KEYS,
};

/** Reads a correction's file; every mistake is named with its path and line, all in one go. */
export const readCorrection = (bytes: Uint8Array): ReadYaml<Correction> => readYamlFile(bytes, correctionForm);
