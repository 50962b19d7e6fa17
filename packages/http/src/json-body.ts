import type { RequestBody } from './transport.ts';

/** A value as the bytes of its JSON. */
export const jsonBody = (value: unknown): RequestBody => ({
  kind: 'bytes',
  bytes: new TextEncoder().encode(JSON.stringify(value)),
});
