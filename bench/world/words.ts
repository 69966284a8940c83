import type { Printed } from './printed.ts';
import { asian } from './words-asia.ts';
import { eastern } from './words-east.ts';
import { northern } from './words-north.ts';
import { western } from './words-west.ts';

/** By language: ISO 639-1, `zh` in simplified and `zht` in traditional characters. */
export const words: Readonly<Record<string, Printed>> = { ...western, ...northern, ...eastern, ...asian };
