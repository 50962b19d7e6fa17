import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

export interface Vendor {
  readonly url: string;
  close(): void;
}

/** The one call of the vendor that comes before the upload; the upload itself goes elsewhere. */
export async function startVendor(uploadUrl: string): Promise<Vendor> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ retrain_job_id: '1', upload_url: uploadUrl }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
