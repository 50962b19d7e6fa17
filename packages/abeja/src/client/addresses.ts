import { InputError, rootUrl } from '@modelferry/http';

/** The platform's API. Source: docs/vendors/abeja.md, section 2. */
export const defaultBaseUrl = 'https://api.abeja.io';

const words = { credentialRemedy: 'Give the user ID and the token in their own fields.' };

/** The API's address without a final slash. @throws InputError for what is none */
export const baseUrlOf = (given = defaultBaseUrl): string =>
  rootUrl(given, { ...words, field: 'baseUrl', example: defaultBaseUrl });

/**
 * Where deployed services answer: the organization's own host, `https://{organization}.api.abeja.io`.
 * @param given used in its place
 * @throws InputError when it is none, or when there is no such host: an address of numbers has no names below it
 */
export function serviceUrlOf(given: string | undefined, baseUrl: string, organizationId: string): string {
  const field = 'serviceBaseUrl';
  const example = 'https://1200123565071.api.abeja.io';
  if (given !== undefined) return rootUrl(given, { ...words, field, example });
  const { protocol, host } = new URL(baseUrl);
  const url = `${protocol}//${organizationId}.${host}`;
  // An ID of any other form could name a stranger's host, and the credential would go there
  if (/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/i.test(organizationId) && URL.canParse(url)) return url;
  const problem = `is not known: no host can be named after "${organizationId}" and ${host}`;
  throw new InputError([{ field, problem, remedy: `Give it, e.g., ${example}.` }]);
}
