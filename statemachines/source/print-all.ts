import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../../lib/bundle.ts';
import { type MachineId, machines } from '../../lib/topology.ts';
import { allMachines } from './all-machines.ts';
import { printMachine } from './parts/print-machine.ts';

/** Prints every machine anew, into the file that AWS and the laptop read: `npm run machines`. */
for (const id of Object.keys(allMachines) as MachineId[]) {
  const { file } = machines[id];
  await writeFile(join(projectRoot, file), printMachine(allMachines[id]));
  console.log(file);
}
