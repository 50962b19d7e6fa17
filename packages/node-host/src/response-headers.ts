import type { ResponseHeaders } from '@modelferry/http';

/** The headers that were received: lower-case, repeated ones, which Node.js gives as a list, as one. */
export function responseHeaders(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): ResponseHeaders {
  const joined: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) joined[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  }
  return joined;
}
