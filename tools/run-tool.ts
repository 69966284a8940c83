import { SpendwireError } from '../lambdas/core/ground/errors.ts';
import { UsageError } from '../laptop/cli-options.ts';
import { InstallationError } from '../lib/installation.ts';
import { explainFailure } from './place.ts';

// The SDK's announcement that Node 20 support will end is for us, not for a person who asks for a report.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

/**
 * Runs a command line to its end. The exit code is the tool's own, 2 for a mistake on the command line, 1 when the
 * installation could not be asked.
 */
export async function runTool(tool: (args: readonly string[]) => Promise<number>): Promise<void> {
  try {
    process.exitCode = await tool(process.argv.slice(2));
  } catch (error) {
    const isMistake = [UsageError, SpendwireError, InstallationError].some((mistake) => error instanceof mistake);
    console.error(isMistake ? (error as Error).message : explainFailure(error));
    process.exitCode = isMistake ? 2 : 1;
  }
}
