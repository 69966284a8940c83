import type { Plugin } from 'esbuild';

export declare const workspaceNames: readonly string[];
export declare const bundleWorkspaces: Plugin;
