import { createSocket } from 'node:dgram';
import { parseDaemonDatagram } from './daemon-datagram.ts';
import type { TraceSink } from './segment.ts';

export interface Collector {
  /** `127.0.0.1:{port}`, as `AWS_XRAY_DAEMON_ADDRESS` has it. */
  readonly address: string;
  close(): Promise<void>;
}

/** Listens for X-Ray SDKs on a free UDP port of the loopback address and hands on what they send. */
export function startCollector(sink: TraceSink): Promise<Collector> {
  const socket = createSocket('udp4');
  socket.on('message', (datagram) => {
    const document = parseDaemonDatagram(datagram);
    if (document) sink.put(document);
  });
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(0, '127.0.0.1', () => {
      socket.off('error', reject).on('error', () => undefined);
      resolve({
        address: `127.0.0.1:${socket.address().port}`,
        close: () => new Promise((closed) => socket.close(() => closed())),
      });
    });
  });
}
