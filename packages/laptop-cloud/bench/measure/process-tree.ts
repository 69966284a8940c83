import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** One process of the machine, as `ps` tells. */
export interface MachineProcess {
  readonly pid: number;
  readonly parent: number;
  /** Resident memory in MB of a million bytes. */
  readonly residentMb: number;
  readonly command: string;
}

/** A process and all that it started, itself first; none when it has ended. */
export async function processTree(pid: number): Promise<readonly MachineProcess[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,rss=,args='], { maxBuffer: 2 ** 26 });
  const all = stdout.split('\n').flatMap((line) => {
    const [, own, parent, kib, command = ''] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    if (own === undefined) return [];
    return [{ pid: Number(own), parent: Number(parent), residentMb: Math.round((Number(kib) * 1024) / 1e6), command }];
  });
  const tree = all.filter((one) => one.pid === pid);
  for (const one of tree) tree.push(...all.filter(({ parent }) => parent === one.pid));
  return tree;
}

/** Resident memory of a process and of all that it started, in MB; shared pages count in each. */
export async function residentMbOf(pid: number): Promise<number> {
  return (await processTree(pid)).reduce((sum, { residentMb }) => sum + residentMb, 0);
}

/** Memory of a process and of all that it started, in MB; what processes share counts once. Linux alone tells. */
export async function proportionalMbOf(pid: number): Promise<number> {
  const sizes = await Promise.all((await processTree(pid)).map(({ pid: one }) => ownProportionalMb(one)));
  return Math.round(sizes.reduce((sum, size) => sum + size, 0));
}

async function ownProportionalMb(pid: number): Promise<number> {
  const sums = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return (Number(/^Pss:\s+(\d+) kB$/m.exec(sums)?.[1] ?? 0) * 1024) / 1e6;
}

/** Linux counts a process's time in hundredths of a second. */
const TICK_MS = 10;

/** Processor time that a process and all that it started have taken, in ms; Linux alone tells it finely enough. */
export async function cpuMsOf(pid: number): Promise<number> {
  const times = await Promise.all((await processTree(pid)).map(({ pid: one }) => ownCpuMs(one)));
  return times.reduce((sum, time) => sum + time, 0);
}

async function ownCpuMs(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // The second field is a name in parentheses; `utime` and `stime` are the 14th and 15th, those of children that have ended
  // the two behind them (proc_pid_stat(5)).
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) * TICK_MS;
}
