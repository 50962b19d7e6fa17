import type { ResponseHeaders } from './transport.ts';

/** `Sun, 06 Nov 1994 08:49:37 GMT`, and `Sunday, 06-Nov-94 08:49:37 GMT` of old servers. */
const datedInGmt = /^[A-Z][a-z]{2,8}, \d{2}[ -][A-Z][a-z]{2}[ -](\d{2}|\d{4}) \d{2}:\d{2}:\d{2} GMT$/;
/** `Sun Nov  6 08:49:37 1994`, in GMT without saying so. */
const datedByAsctime = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/;

/**
 * How long the server asks us to wait, in milliseconds, from `Retry-After` as seconds or as an HTTP date in any of its three
 * forms (RFC 9110 10.2.3 and 5.6.7).
 * @returns undefined when there is no such header or it cannot be read; never negative
 */
export function retryAfterMs(headers: ResponseHeaders, nowMs: number): number | undefined {
  const value = headers['retry-after']?.trim();
  if (!value) return undefined;
  if (/^\d+(\.\d+)?$/.test(value)) return Math.ceil(Number(value) * 1000);
  const isDate = datedInGmt.test(value) || datedByAsctime.test(value);
  const atMs = isDate ? Date.parse(value.endsWith('GMT') ? value : `${value} GMT`) : NaN;
  return Number.isNaN(atMs) ? undefined : Math.max(0, atMs - nowMs);
}
