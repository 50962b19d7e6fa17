/** Where a credential may stand in a request: masked in the transcript, and a leak at the storage. */
export const credentialHeaders: readonly string[] = [
  'x-api-key',
  'datarobot-key',
  'authorization',
  'cookie',
  'proxy-authorization',
];
