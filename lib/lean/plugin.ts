import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { OnLoadResult, Plugin } from 'esbuild';

/** Path of this file below the repository's root: when it changes, so does every bundle. */
export const leanSource = 'lib/lean/plugin.ts';

/** What stands in a bundle for a package, for a function needs little of it; each file says what it leaves out. */
const STANDING_IN: Readonly<Record<string, string>> = {
  '@aws-sdk/credential-provider-node': 'environment-credentials.ts',
  '@cantoo/pdf-lib': 'pdf-reading.ts',
  '@smithy/core/event-streams': 'no-event-streams.ts',
  fflate: 'deflate.ts',
  'jpeg-js': 'jpeg-reading.ts',
  pngjs: 'png-reading.ts',
  semver: 'version-order.ts',
};

/** Files of which a bundle takes a part. */
const PARTS: readonly { readonly filter: RegExp; part(text: string, path: string): OnLoadResult }[] = [
  // Of a manifest the clients and the tracer tell name and version.
  {
    filter: /[\\/]node_modules[\\/].*[\\/]package\.json$/,
    part: (text) => ({ contents: nameAndVersion(text), loader: 'json' }),
  },
  { filter: /[\\/]dist-es[\\/]schemas[\\/]schemas_\d+\.js$/, part: (text) => ({ contents: withPlainKeys(text) }) },
  // Of the fonts that every PDF reader has, the parser asks their names, and those only of who writes.
  {
    filter: /[\\/]pdf-lib[\\/]es[\\/]packages[\\/]standard-fonts[\\/]index\.js$/,
    part: () => ({ contents: 'export const FontNames = {};' }),
  },
  // The tables of East Asian character sets, which `decodeXml` has the platform decode, and encodings of no XML file.
  {
    filter: /[\\/]iconv-lite[\\/]encodings[\\/](?:dbcs-(?:codec|data)|utf32|utf7)\.js$/,
    part: () => ({ contents: 'module.exports = {};' }),
  },
  // The other character sets of a byte a sign are asked for by few files, and none of them is unpacked before.
  {
    filter: /[\\/]iconv-lite[\\/]encodings[\\/]sbcs-data-generated\.js$/,
    part: (_, path) => ({ contents: packed(path) }),
  },
  // What a PDF's catalog says of its forms, its layers and how a reader shows it.
  {
    filter:
      /[\\/]pdf-lib[\\/]es[\\/]core[\\/](?:acroform[\\/]index|interactive[\\/](?:ViewerPreferences|OptionalContent))\.js$/,
    part: () => ({ contents: 'export class PDFAcroForm {}\nexport default class {}' }),
  },
  // Digests of a PDF's passwords, which the platform reckons as well; MD5 stays, which a strict one lacks.
  {
    filter: /[\\/]pdf-lib[\\/]es[\\/]core[\\/]crypto\.js$/,
    part: (text) => ({ contents: withDigestsOfPlatform(text) }),
  },
  // Digests for a platform without any.
  {
    filter: /[\\/]Sha(?:1|256)Js\.js$/,
    part: () => ({ contents: 'export class Sha1Js {}\nexport class Sha256Js {}' }),
  },
  // XML is looked at for what is unsafe in HTML and in XML; the lists of the other languages have labels, and no readers.
  {
    filter: /[\\/]is-unsafe[\\/]src[\\/]contexts[\\/](?:svg|sql|sql-strict|shell|redos|nosql|log)\.js$/,
    part: () => ({ contents: 'export default [];' }),
  },
  // A token of single sign-on lies in a file, and there is none.
  {
    filter: /[\\/]token-providers[\\/]dist-es[\\/]fromSso\.js$/,
    part: () => ({
      contents: `import { TokenProviderError } from '@smithy/core/config';
export const fromSso = () => async () => { throw new TokenProviderError('no token in the environment', false); };`,
    }),
  },
  // Where a server begins traces, it decides which to sample; Lambda has decided, and a plugin would ask what else runs us.
  {
    filter: /[\\/]aws-xray-sdk-core[\\/].*[\\/]mw_utils\.js$/,
    part: () => ({ contents: 'exports.disableCentralizedSampling = () => {};' }),
  },
  {
    filter: /[\\/]aws-xray-sdk-core[\\/].*[\\/](?:ec2|ecs|elastic_beanstalk)_plugin\.js$/,
    part: () => ({ contents: 'module.exports = {};' }),
  },
  // What of a call to a service the trace tells; no function calls the others.
  {
    filter: /[\\/]aws-xray-sdk-core[\\/].*[\\/]aws_whitelist\.json$/,
    part: (text) => ({ contents: servicesOf(text), loader: 'json' }),
  },
];

/** Services that functions call, as the tracer's list names them. */
const TRACED = new Set(['dynamodb', 'lambda', 's3', 'sns']);

/**
 * Keeps out of a bundle what no function of ours uses, and what no bundler can see that it is unused. The build works in the
 * repository's root.
 */
export const lean: Plugin = {
  name: 'lean',
  setup({ initialOptions: { absWorkingDir = '' }, onResolve, onLoad }) {
    // Not beside this module: a command of ours is bundled too, and then the module is where the command is.
    const folder = join(absWorkingDir, dirname(leanSource));
    const names = Object.keys(STANDING_IN).map((name) => name.replace(/[/-]/g, '\\$&'));
    onResolve({ filter: new RegExp(`^(?:${names.join('|')})$`) }, ({ path }) => ({
      path: join(folder, STANDING_IN[path] as string),
    }));
    for (const { filter, part } of PARTS) {
      onLoad({ filter }, async ({ path }) => part(await readFile(path, 'utf8'), path));
    }
  },
};

function nameAndVersion(manifest: string): string {
  const { name, version } = JSON.parse(manifest) as { name: string; version: string };
  return JSON.stringify({ name, version });
}

/** A module of nothing but data, in a third of its bytes. */
function packed(path: string): string {
  const data = JSON.stringify(createRequire(import.meta.url)(path));
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  const text = brotliCompressSync(data, { params }).toString('base64');
  return `module.exports = JSON.parse(require('node:zlib').brotliDecompressSync(Buffer.from('${text}', 'base64')).toString());`;
}

/** @throws Error when the library no longer defines them in a row. */
function withDigestsOfPlatform(crypto: string): string {
  const [from, to] = [crypto.indexOf('class Word64'), crypto.indexOf('class NullCipher')];
  const digests = ['SHA256', 'SHA384', 'SHA512'];
  const cut = crypto.slice(from, to);
  if (from < 0 || digests.some((name) => !cut.includes(`calculate${name}`)) || /^class (?!Word64)/m.test(cut)) {
    throw new Error('expected the digests of @cantoo/pdf-lib before its ciphers, found something else');
  }
  const definitions = digests.map((name) => `const calculate${name} = digest('${name.toLowerCase()}');`);
  return `import { createHash } from 'node:crypto';
${crypto.slice(0, from)}
const digest = (name) => (data, offset, length) =>
  new Uint8Array(createHash(name).update(data.subarray(offset, offset + length)).digest());
${definitions.join('\n')}
${crypto.slice(to)}`;
}

function servicesOf(list: string): string {
  const { services } = JSON.parse(list) as { services: Readonly<Record<string, unknown>> };
  return JSON.stringify({
    services: Object.fromEntries(Object.entries(services).filter(([name]) => TRACED.has(name))),
  });
}

/**
 * A client of the SDK describes every operation of its service. Their descriptions have keys that are reckoned when the
 * module is run, which might do anything, so a bundler keeps them all; with the keys spelled out it keeps those in use.
 */
function withPlainKeys(schemas: string): string {
  const constants = new Map([...schemas.matchAll(/^const (\w+) = ("\w+");$/gm)].map(([, name, text]) => [name, text]));
  return schemas.replace(/\[(\w+)\]:/g, (key, name: string) => (constants.has(name) ? `${constants.get(name)}:` : key));
}
