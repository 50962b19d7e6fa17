import type { RequestBody } from './transport.ts';

/** Whether a body can be sent once more, with the same bytes. */
export const isReplayable = (body: RequestBody | undefined): boolean =>
  body === undefined ||
  body.kind === 'bytes' ||
  (body.kind === 'stream'
    ? body.source.replayable
    : body.parts.every(({ value }) => typeof value === 'string' || value.replayable));
