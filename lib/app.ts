import { bundleFunctions } from './bundle.ts';
import { createApp } from './spendwire-app.ts';

// The CDK command line runs this file. Bundles come first: the stacks take them as they lie on disk.
await bundleFunctions();
createApp().synth();
