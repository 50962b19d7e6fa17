import { FieldError } from '../errors.ts';
import type { Call } from '../call.ts';
import { lifetimeDays } from './channel.ts';
import type { DatalakeFile, Lifetime } from './channel.ts';

const prefix = 'x-abeja-meta-';

/** What a file's upload says of it, in headers and query. @throws ApiError 400 */
export function readFileFacts({
  request: { headers },
  query: { lifetime },
}: Call): Pick<DatalakeFile, 'contentType' | 'metadata' | 'lifetime'> {
  const metadata = Object.entries(headers).filter(([name]) => name.startsWith(prefix));
  return {
    contentType: headers['content-type'] ?? 'application/octet-stream',
    metadata: Object.fromEntries(metadata.map(([name, value]) => [name, String(value)])),
    lifetime: lifetime === undefined ? null : readLifetime(lifetime),
  };
}

/** @throws ApiError 400 for another word than the documented ones */
export function readLifetime(value: unknown): Lifetime {
  if (typeof value !== 'string' || !Object.hasOwn(lifetimeDays, value))
    throw new FieldError('lifetime', `must be one of ${Object.keys(lifetimeDays).join(', ')}`);
  return value as Lifetime;
}
