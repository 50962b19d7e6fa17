import type { RequestHeaders } from './transport.ts';

/** Signs requests. The kinds live in `@modelferry/auth`; a host that signs by itself gives none. */
export interface Authorizer {
  /** The headers that sign a request. May fetch a key first. */
  headers(signal: AbortSignal): Promise<RequestHeaders>;
  /**
   * Called when the vendor refused the credential: gets a fresh one where that is possible.
   * @returns whether sending the request once more makes sense
   */
  renew?(signal: AbortSignal): Promise<boolean>;
}
