import type { Authorizer, Transport } from '@modelferry/http';

/** How requests get a key that the user has set: an authorizer, or a transport that signs by itself (n8n). */
export type GivenKey = { readonly authorizer: Authorizer } | { readonly transport: Transport };

interface Access {
  readonly transport: Transport;
  readonly authorizer?: Authorizer;
}

/** Signs with the key the user has set and, once the vendor has refused that, with a fetched one where there is one. */
export function givenKey(given: GivenKey, plain: Transport, fetched: Authorizer | undefined): Access {
  const own: Access = 'authorizer' in given ? { transport: plain, authorizer: given.authorizer } : given;
  if (!fetched) return own;
  let refused = false;
  return {
    // A transport that signs by itself must not sign what already carries a fetched key
    transport: { send: (request) => (refused ? plain : own.transport).send(request) },
    authorizer: {
      headers: async (signal) =>
        refused ? fetched.headers(signal) : ((await own.authorizer?.headers(signal)) ?? {}),
      async renew(signal) {
        if (refused) return (await fetched.renew?.(signal)) ?? false;
        refused = true;
        return true;
      },
    },
  };
}
