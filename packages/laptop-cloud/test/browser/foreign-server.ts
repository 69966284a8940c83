import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A site that is not ours, on another port: it serves one page, and notes what is asked of it besides. */
export async function openForeignServer() {
  let html = '';
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://foreign');
    if (pathname !== '/page') asked.push(pathname);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'access-control-allow-origin': '*' });
    response.end(pathname === '/page' ? html : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    /** Paths that were asked for since the start, the page's own left out. */
    asked,
    /** Serves a page from now on; answers with its address under a host name. */
    serve(page: string, host: string): string {
      html = `<!doctype html><title>foreign</title>${page}`;
      return `http://${host}:${port}/page`;
    },
    close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
}
