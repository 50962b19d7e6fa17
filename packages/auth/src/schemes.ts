import type { Authorizer, RequestHeaders } from '@modelferry/http';
import type { Secrets } from './secrets.ts';

const fixed = (headers: RequestHeaders): Authorizer => ({ headers: async () => headers });

/** One secret in one header of the vendor's: `x-api-key: KEY`. */
export function headerKey(name: string, key: string, secrets: Secrets): Authorizer {
  secrets.add(key);
  return fixed({ [name.toLowerCase()]: key });
}

/** `Authorization: Bearer TOKEN` (RFC 6750). */
export function bearer(token: string, secrets: Secrets): Authorizer {
  secrets.add(token);
  return fixed({ authorization: `Bearer ${token}` });
}

/** `Authorization: Token TOKEN`, an older custom of some servers. */
export function token(value: string, secrets: Secrets): Authorizer {
  secrets.add(value);
  return fixed({ authorization: `Token ${value}` });
}

/** `Authorization: Basic base64(user:password)` in UTF-8 (RFC 7617). */
export function basic(user: string, password: string, secrets: Secrets): Authorizer {
  const pair = `${user}:${password}`;
  secrets.add(password);
  secrets.add(pair);
  const encoded = btoa(String.fromCharCode(...new TextEncoder().encode(pair)));
  return fixed({ authorization: `Basic ${encoded}` });
}

/** A public name and a secret, each in a header of its own: `datarobot-key` beside `Authorization`. */
export function twoHeaders(first: Authorizer, second: Authorizer): Authorizer {
  return {
    headers: async (signal) => ({ ...(await first.headers(signal)), ...(await second.headers(signal)) }),
  };
}
