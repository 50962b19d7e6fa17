/**
 * What n8n asks of its helper for credentials, over credentials that are at hand.
 * @param authenticate signs a request with one of them
 */
export const n8nCredentials = <Credential extends object, Request>(
  credentials: Readonly<Record<string, Credential>>,
  authenticate: (credential: Credential, type: string, request: Request) => Request,
) => ({
  getParentTypes: () => [],
  isCredentialUsableByNode: () => true,
  getCredentialsProperties: () => [],
  getDecrypted: async (_: unknown, __: unknown, type: string) => ({ ...credentials[type] }),
  preAuthentication: async () => undefined,
  authenticate: async (credential: Credential, type: string, request: Request) =>
    authenticate(credential, type, request),
});
