import type { ResponseBody } from './transport.ts';

/** Reads a whole body of at most `maxBytes`. @returns undefined when it is longer; the rest is then cancelled */
export async function readBytes(body: ResponseBody, maxBytes: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > maxBytes) return undefined;
    chunks.push(chunk);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** Reads the beginning of a body, for an error message; the rest is cancelled. */
export async function readBeginning(body: ResponseBody, maxBytes: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let left = maxBytes;
  try {
    for await (const chunk of body) {
      text += decoder.decode(chunk.subarray(0, left), { stream: true });
      left -= chunk.length;
      if (left <= 0) break;
    }
  } catch {
    // What was read before the connection broke still says more than nothing
  }
  return text;
}
