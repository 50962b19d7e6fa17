import { InputError } from './errors/input-error.ts';

/** How faults of an address are told. */
export interface RootUrlWords {
  /** The input's name: `endpoint`. */
  readonly field: string;
  readonly example: string;
  /** Where the credential belongs: `Give the key as the API token.` */
  readonly credentialRemedy: string;
}

/**
 * The address of an API in one form, with its path and without a final slash.
 * @throws InputError when it is no http(s) URL, or has a user, a query or a fragment
 */
export function rootUrl(given: string, { field, example, credentialRemedy }: RootUrlWords): string {
  const refuse = (problem: string, remedy: string) => new InputError([{ field, problem, remedy }]);
  const text = given.trim();
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) {
    throw refuse('must be a URL that starts with https:// or http://', `Give, e.g., ${example}.`);
  }
  const { origin, pathname, search, hash, username, password } = new URL(text);
  if (username !== '' || password !== '') {
    throw refuse('must have no user name and no password', credentialRemedy);
  }
  if (search !== '' || hash !== '') {
    throw refuse('must end with its path', 'Leave out everything from "?" or "#" on.');
  }
  return `${origin}${pathname.replace(/\/+$/, '')}`;
}
