import type { Transport, TransportRequest } from '@modelferry/http';
import type { Source } from '@modelferry/upload';

/** Sends a source with PUT. */
export const putSource = (
  transport: Transport,
  url: string,
  source: Source,
  change: Partial<TransportRequest> = {},
) =>
  transport.send({
    ...{ method: 'PUT', url, headers: {}, body: { kind: 'stream', source }, timeoutMs: 20_000 },
    ...{ signal: new AbortController().signal, streamResponse: false, ...change },
  });
