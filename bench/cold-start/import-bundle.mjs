import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

// Loads one bundle as Lambda's runtime does, a script by `require`, and prints what that took, in milliseconds.
const [file = ''] = process.argv.slice(2);
const before = process.cpuUsage();
const startedAt = performance.now();
if (file.endsWith('.cjs')) createRequire(import.meta.url)(file);
else await import(pathToFileURL(file).href);
const wallMs = performance.now() - startedAt;
const { user, system } = process.cpuUsage(before);
process.stdout.write(JSON.stringify({ cpuMs: (user + system) / 1000, wallMs }), () => process.exit());
