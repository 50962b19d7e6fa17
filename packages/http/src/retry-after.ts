import type { ResponseHeaders } from './transport.ts';

const httpDate = /^[A-Z][a-z]{2}[a-z]*,? \d{2}[ -][A-Z][a-z]{2}[ -]\d{2,4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * How long the server asks us to wait, in milliseconds, from `Retry-After` as seconds or as an HTTP date (RFC 9110 10.2.3).
 * @returns undefined when there is no such header or it cannot be read; never negative
 */
export function retryAfterMs(headers: ResponseHeaders, nowMs: number): number | undefined {
  const value = headers['retry-after']?.trim();
  if (!value) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  if (!httpDate.test(value)) return undefined;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - nowMs);
}
