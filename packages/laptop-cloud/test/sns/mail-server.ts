import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

export interface MailServer {
  readonly url: string;
  /** Mails that were taken, with their headings. */
  readonly mails: readonly string[];
  /** How often somebody tried to hand over a mail, taken or not. */
  readonly attempts: number;
}

/**
 * A mail server as small as one can be; gone when the test is over.
 *
 * @param answers What it says to each mail in turn, such as `451 later`; everything after that is taken.
 */
export async function startMailServer(answers: readonly string[] = []): Promise<MailServer> {
  const mails: string[] = [];
  let attempts = 0;
  const serve = async (socket: Socket): Promise<void> => {
    const say = (line: string) => socket.write(`${line}\r\n`);
    let mail: string[] | undefined;
    say('220 test');
    for await (const line of createInterface({ input: socket })) {
      if (mail && line !== '.') mail.push(line);
      else if (mail) {
        mails.push(mail.join('\n'));
        mail = undefined;
        say('250 taken');
      } else if (line.startsWith('RCPT')) {
        const refusal = answers[attempts];
        attempts += 1;
        say(refusal ?? '250 ok');
      } else if (line === 'DATA') {
        mail = [];
        say('354 go on');
      } else if (line === 'QUIT') socket.end('221 bye\r\n');
      else say('250 ok');
    }
  };
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    serve(socket).catch(() => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails,
    get attempts() {
      return attempts;
    },
  };
}
