export { basic, bearer, headerKey, token, twoHeaders } from './schemes.ts';
export { createSecrets, type Secrets } from './secrets.ts';
