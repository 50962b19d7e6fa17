import type { RequestHeaders } from '@modelferry/http';

/** The headers that are sent: lower-case, those asked to be left out gone, framing left to the transport. */
export function requestHeaders(headers: RequestHeaders): Record<string, string> {
  const sent: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const lower = name.toLowerCase();
    if (value !== null && lower !== 'content-length' && lower !== 'transfer-encoding') sent[lower] = value;
  }
  return sent;
}
