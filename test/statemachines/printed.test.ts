import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../lib/bundle.ts';
import { type MachineId, machines } from '../../lib/topology.ts';
import { allMachines } from '../../statemachines/source/all-machines.ts';
import { printMachine } from '../../statemachines/source/parts/print-machine.ts';

describe('the state machines', () => {
  it.each(
    (Object.keys(machines) as MachineId[]).map((id) => [machines[id].file, id] as const),
  )('%s is what its source prints', (file, id) => {
    const printed = printMachine(allMachines[id]);

    const stored = readFileSync(join(projectRoot, file), 'utf8');

    expect(stored, `expected ${file} as its source prints it: run npm run machines`).toBe(printed);
  });
});
