import { parseJson, type FailedAnswer, type VendorFailure } from '@modelferry/http';
import { messageText } from './message-text.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Reads the vendor's error out of an answer of any form it is known or feared to have (`error-body-forms`). */
export function readFailure({ status, headers, text }: FailedAnswer): VendorFailure | undefined {
  if (status >= 200 && status < 300) return undefined;
  if (status >= 300 && status < 400) return redirected(headers['location']);
  const body = parsed(text);
  const said = body ? messageText(body) : withoutTags(text);
  const errorName = body?.['errorName'];
  return {
    vendorMessage: said,
    ...(typeof errorName === 'string' && { vendorCode: errorName }),
    ...rulesOf(status, headers),
    ...(isOldKeyRefusal(status, body) && { code: 'unauthorized', remedy: badKey }),
    ...(status === 401 && said.includes('datarobot-key') && { remedy: badServerKey }),
  };
}

const badKey =
  'Check the API key and that it belongs to this endpoint: each region and each installation has keys of its own.';

/** Absent, empty and wrong are told in the same words. Source: section 4.1. */
const badServerKey =
  'Check the key of the prediction server (datarobot-key): the deployment has the right one where its owner may see it.';

/** What a status asks for, where that is not the same for every vendor. Source: sections 4 and 5.2. */
function rulesOf(status: number, headers: FailedAnswer['headers']): VendorFailure {
  switch (status) {
    case 401:
      return { remedy: badKey };
    case 403:
      return { remedy: 'Check that the owner of the API key may use this deployment.' };
    case 404:
      return {
        remedy:
          'Check the ID: it may have been deleted, belong to another endpoint, or not be shared with the owner of the API key.',
      };
    case 411:
      return { remedy: 'The server wants to know the length first: pass the data as a file.' };
    case 413:
      return { retryable: headers['retry-after'] !== undefined };
    case 429:
      return { remedy: 'The quota of the deployment or the account is used up: wait, or have it raised.' };
    case 500:
    case 513:
      return { retryable: false };
    default:
      return {};
  }
}

/** Older servers said so with 403. Source: section 4.1. */
const isOldKeyRefusal = (status: number, body: Fields | undefined): boolean =>
  status === 403 && body?.['status'] === 'API token not valid';

/** Following a redirect could carry the token elsewhere, and turns a write into a read. */
const redirected = (location: string | undefined): VendorFailure => ({
  code: 'unexpected-answer',
  vendorMessage: location === undefined ? 'a redirect to nowhere' : `a redirect to ${location}`,
  remedy: 'Check the endpoint: redirects are not followed, so give the address that it leads to.',
});

function parsed(text: string): Fields | undefined {
  try {
    const value = parseJson(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Fields)
      : undefined;
  } catch {
    return undefined;
  }
}

/** A gateway's page as its words. The bounds keep a hostile page from taking long. */
const withoutTags = (text: string): string =>
  text
    .slice(0, 20_000)
    .replace(/<(style|script)\b[^<]{0,5000}<\/\1>/gi, ' ')
    .replace(/<[^<>]{0,2000}>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
