import { rootUrl } from '@modelferry/http';

/** The public cloud's endpoint, in the United States. */
export const defaultEndpoint = 'https://app.datarobot.com/api/v2';

/**
 * The one form of an endpoint, from all that users have at hand: with or without `/api/v2`, with or without a final slash.
 * Source: docs/vendors/datarobot.md, section 2.
 * @returns the root of the API without a final slash: `https://app.datarobot.com/api/v2`
 * @throws InputError when it is no http(s) URL, or has a user, a query or a fragment
 */
export function normalEndpoint(given: string): string {
  const root = rootUrl(given, {
    field: 'endpoint',
    example: defaultEndpoint,
    credentialRemedy: 'Give the key as the API token.',
  });
  return /\/api\/v2$/i.test(root) ? root : `${root}/api/v2`;
}
