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

/** Linux counts a process's time in hundredths of a second. */
const TICK_MS = 10;

/** Processor time that a process and the living ones that it started have taken, in ms; Linux alone tells it finely enough. */
export async function cpuMsOf(pid: number): Promise<number> {
  const times = await Promise.all((await processTree(pid)).map(({ pid: one }) => ownCpuMs(one)));
  return times.reduce((sum, time) => sum + time, 0);
}

async function ownCpuMs(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  // The second field is a name in parentheses; `utime` and `stime` are the 14th and 15th (proc_pid_stat(5)).
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * TICK_MS;
}
