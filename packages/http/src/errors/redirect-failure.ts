import type { VendorFailure } from './from-response.ts';

/**
 * What a redirect means where none is followed: that could carry the credential elsewhere, and turns a write into a read.
 * @param setting what the user has given the address in: `the endpoint`
 */
export const redirectFailure = (location: string | undefined, setting: string): VendorFailure => ({
  code: 'unexpected-answer',
  vendorMessage: location === undefined ? 'a redirect to nowhere' : `a redirect to ${location}`,
  remedy: `Check ${setting}: redirects are not followed, so give the address that it leads to.`,
});
