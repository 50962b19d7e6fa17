import { InputError } from '@modelferry/http';

/** The public cloud's endpoint, in the United States. */
export const defaultEndpoint = 'https://app.datarobot.com/api/v2';

const refuse = (problem: string, remedy: string): InputError =>
  new InputError([{ field: 'endpoint', problem, remedy }]);

/**
 * The one form of an endpoint, from all that users have at hand: with or without `/api/v2`, with or without a final slash.
 * Source: docs/vendors/datarobot.md, section 2.
 * @returns the root of the API without a final slash: `https://app.datarobot.com/api/v2`
 * @throws InputError when it is no http(s) URL, or has a user, a query or a fragment
 */
export function normalEndpoint(given: string): string {
  const text = given.trim();
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) {
    throw refuse('must be a URL that starts with https:// or http://', `Give, e.g., ${defaultEndpoint}.`);
  }
  const { origin, pathname, search, hash, username, password } = new URL(text);
  if (username !== '' || password !== '') {
    throw refuse('must have no user name and no password', 'Give the key as the API token.');
  }
  if (search !== '' || hash !== '') {
    throw refuse('must end with its path', 'Leave out everything from "?" or "#" on.');
  }
  const path = pathname.replace(/\/+$/, '');
  return `${origin}${path}${/\/api\/v2$/i.test(path) ? '' : '/api/v2'}`;
}
