import { createRequire } from 'node:module';
import type { JsonObject } from '../../http/service.ts';

/** What asl-validator finds wrong. */
export interface GrammarError {
  readonly 'Error code': string;
  readonly Message: string;
}

type AslValidator = (
  definition: JsonObject,
  options: { checkPaths: boolean; checkArn: boolean },
) => { readonly errors: readonly GrammarError[] };

/** As much of Ajv as it takes to keep one. */
interface Ajv {
  getKeyword(name: string): unknown;
  addKeyword(definition: { readonly keyword: string | readonly string[] }): unknown;
}
type AjvClass = new (options: JsonObject) => Ajv;

let loaded: AslValidator | undefined;

/**
 * Checks a definition against the language's grammar with asl-validator, which writes into what it is given. It is
 * loaded with the first call.
 */
export function grammarErrors(definition: JsonObject): readonly GrammarError[] {
  loaded ??= loadValidator();
  return loaded(definition, { checkPaths: true, checkArn: true }).errors;
}

/**
 * asl-validator 4.0.0 makes a new Ajv for each definition, which then compiles all schemas anew: a tenth of a second
 * and more, each time. While it runs it finds another class in Ajv's place, whose every instance is the first one.
 */
function loadValidator(): AslValidator {
  const require = createRequire(import.meta.url);
  const validate = require('asl-validator') as AslValidator;
  const ajv = createRequire(require.resolve('asl-validator'))('ajv') as { default: AjvClass };
  const original = ajv.default;
  const kept = keptClass(original);
  return (definition, options) => {
    ajv.default = kept;
    try {
      return validate(definition, options);
    } finally {
      ajv.default = original;
    }
  };
}

/** A class of which there is only ever one instance: what `new` calls may return another object than the new one. */
function keptClass(original: AjvClass): AjvClass {
  let only: Ajv | undefined;
  return function keep(options: JsonObject): Ajv {
    // Unoptimised code checks a definition in the same millisecond and is made in half the time.
    only ??= forgiving(new original({ ...options, code: { optimize: false } }));
    return only;
  } as unknown as AjvClass;
}

/** Takes a keyword that it has already: asl-validator adds its keywords to what it believes to be a new Ajv. */
function forgiving(instance: Ajv): Ajv {
  const add = instance.addKeyword.bind(instance);
  instance.addKeyword = (definition) => {
    const isKnown = [definition.keyword].flat().every((name) => instance.getKeyword(name));
    return isKnown ? instance : add(definition);
  };
  return instance;
}
