import type { Method, RequestBody, RequestHeaders, TransportRequest } from '@modelferry/http';

export interface RecordedPart {
  readonly name: string;
  readonly fileName?: string;
  readonly contentType?: string;
  readonly bytes: Uint8Array;
}

/** A request as a transport received it, with the bytes of its body. */
export interface RecordedRequest {
  readonly method: Method;
  readonly url: string;
  readonly headers: RequestHeaders;
  /** What was taken of a body of bytes or of a stream. Absent where there was no body, or a form. */
  readonly bytes?: Uint8Array;
  /** What was taken of a form. */
  readonly parts?: readonly RecordedPart[];
  readonly timeoutMs: number;
  readonly streamResponse: boolean;
  /** The body as text. */
  readonly text: string;
  /** The body as JSON. */
  readonly json: unknown;
}

/** Takes a request's body, at most `maxBytes` of it, as a transport would, telling it through `onBytesTaken`. */
export async function recordRequest(
  request: TransportRequest,
  maxBytes = Infinity,
): Promise<RecordedRequest> {
  const { method, url, headers, timeoutMs, streamResponse, body } = request;
  let taken = 0;
  const takeFrom = async (chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> => {
    const read: Uint8Array[] = [];
    if (taken < maxBytes) {
      for await (const chunk of chunks) {
        const part = Uint8Array.from(chunk.subarray(0, maxBytes - taken));
        read.push(part);
        taken += part.length;
        request.onBytesTaken?.(taken);
        if (taken >= maxBytes || request.signal.aborted) break;
      }
    }
    return new Uint8Array(Buffer.concat(read));
  };
  const { bytes, parts } = await takeBody(body, takeFrom);
  const text = new TextDecoder().decode(bytes);
  return {
    ...{ method, url, headers, timeoutMs, streamResponse, bytes, parts, text },
    get json() {
      return JSON.parse(text) as unknown;
    },
  };
}

async function takeBody(
  body: RequestBody | undefined,
  takeFrom: (chunks: AsyncIterable<Uint8Array>) => Promise<Uint8Array>,
): Promise<Pick<RecordedRequest, 'bytes' | 'parts'>> {
  if (!body) return {};
  if (body.kind === 'bytes') return { bytes: await takeFrom(once(body.bytes)) };
  if (body.kind === 'stream') return { bytes: await takeFrom(body.source.open()) };
  const parts: RecordedPart[] = [];
  for (const { name, fileName, contentType, value } of body.parts) {
    const chunks = typeof value === 'string' ? once(new TextEncoder().encode(value)) : value.open();
    parts.push({ name, fileName, contentType, bytes: await takeFrom(chunks) });
  }
  return { parts };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
