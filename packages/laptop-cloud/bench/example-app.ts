import { fileURLToPath } from 'node:url';
// @ts-expect-error: the example is plain JavaScript, as whoever copies it may have it.
import library from '../example/library.mjs';
import { machineArn } from '../src/cloud/ensure-machines.ts';
import { startLaptopCloud } from '../src/cloud.ts';
import type { BenchApp } from './measure/app.ts';

const LOANS_A_ROUND = 15;

/** The library of `example/`, which is measured where no other app is named. */
export const app: BenchApp = {
  workName: 'loans',
  start: (dataDirectory, { periodicWork }) => startLaptopCloud(library, { dataDirectory, port: 0, periodicWork }),
  async work({ dynamodb, states, idle }, round) {
    for (let loan = 1; loan <= LOANS_A_ROUND; loan++) {
      const isbn = `${round}-${loan}`;
      await dynamodb.operations.PutItem?.({ TableName: 'Books', Item: { isbn: { S: isbn } } }, {});
      const input = JSON.stringify({ isbn, reader: 'Ada', today: '2026-03-02' });
      await states.operations.StartExecution?.({ stateMachineArn: machineArn('lend-book'), input }, {});
    }
    await idle();
    return LOANS_A_ROUND;
  },
  command: {
    folder: fileURLToPath(new URL('..', import.meta.url)),
    args: (data) => ['--import', 'tsx', 'src/cli.ts', 'example/library.mjs', '--data', data, '--port', '0'],
  },
};
