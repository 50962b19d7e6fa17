import { InputError, type Authorizer, type RequestHeaders } from '@modelferry/http';
import { base64 } from './base64.ts';
import type { Secrets } from './secrets.ts';

const fixed = (headers: RequestHeaders): Authorizer => ({ headers: async () => headers });

/** A header's value has no white space around it, and a pasted key often has a line break. */
function clean(secret: string, secrets: Secrets): string {
  const key = secret.trim();
  secrets.add(key);
  return key;
}

/** One secret in one header of the vendor's: `x-api-key: KEY`. */
export function headerKey(name: string, key: string, secrets: Secrets): Authorizer {
  return fixed({ [name.toLowerCase()]: clean(key, secrets) });
}

/** `Authorization: Bearer TOKEN` (RFC 6750). */
export function bearer(token: string, secrets: Secrets): Authorizer {
  return fixed({ authorization: `Bearer ${clean(token, secrets)}` });
}

/** `Authorization: Token TOKEN`, an older custom of some servers. */
export function token(value: string, secrets: Secrets): Authorizer {
  return fixed({ authorization: `Token ${clean(value, secrets)}` });
}

/**
 * `Authorization: Basic base64(user:password)` in UTF-8 (RFC 7617).
 * @throws InputError when the user's name has a colon: the server would take the rest for the password
 */
export function basic(user: string, password: string, secrets: Secrets): Authorizer {
  if (user.includes(':')) {
    const remedy = 'Check that the name and the password are in their own fields.';
    throw new InputError([{ field: 'user', problem: 'must not contain a colon', remedy }]);
  }
  const pair = `${user}:${password}`;
  secrets.add(password);
  secrets.add(pair);
  return fixed({ authorization: `Basic ${base64(new TextEncoder().encode(pair))}` });
}

/** Two signatures on one request: `datarobot-key` beside `Authorization`. Where both set a header, the second one wins. */
export function twoHeaders(first: Authorizer, second: Authorizer): Authorizer {
  return {
    headers: async (signal) => {
      const [one, other] = await Promise.all([first.headers(signal), second.headers(signal)]);
      return { ...one, ...other };
    },
    renew: async (signal) => {
      const renewed = await Promise.all([first, second].map((one) => one.renew?.(signal) ?? false));
      return renewed.includes(true);
    },
  };
}
