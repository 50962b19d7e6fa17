import {
  jsonFields,
  pageWords,
  redirectFailure,
  wordsOf,
  type FailedAnswer,
  type VendorFailure,
} from '@modelferry/http';

/**
 * Reads the vendor's error out of an answer of any form: `error`, `error_description` and `error_detail`, a list, a page,
 * nothing at all. Source: docs/vendors/abeja.md, section 4.
 */
export function readFailure({ status, headers, text }: FailedAnswer): VendorFailure | undefined {
  if (status >= 200 && status < 300) return undefined;
  if (status >= 300 && status < 400) return redirectFailure(headers['location'], 'the base URL');
  const body = jsonFields(text);
  const error = body?.['error'];
  const said = [body?.['error_description'], body?.['error_detail']].map((part) => wordsOf(part));
  const words = said.filter((part) => part !== '').join('; ');
  return {
    ...(typeof error === 'string' && { vendorCode: error }),
    vendorMessage: words !== '' ? words : body ? withoutError(body) : pageWords(text),
    remedy: remedies[status],
  };
}

const withoutError = ({ error, ...rest }: Readonly<Record<string, unknown>>): string =>
  wordsOf(typeof error === 'string' ? rest : { error, ...rest });

const remedies: Readonly<Record<number, string>> = {
  401: 'Check the credential: the ID and the secret must belong together, and to this organization.',
  403: 'Check the role in the organization: a Regular member may only look. A job that has ended cannot be stopped, either.',
  404: 'Check the name or the ID and the organization: it may have been deleted, or belong to another organization.',
  405: 'Check the base URL: the server knows the address, but not for this.',
  409: 'Look at what is there already: something of this name or with this value exists.',
  429: 'Wait, then try again with fewer requests at a time.',
};
