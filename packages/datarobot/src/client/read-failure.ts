import {
  jsonFields,
  pageWords,
  redirectFailure,
  type FailedAnswer,
  type VendorFailure,
} from '@modelferry/http';
import { messageText } from './message-text.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Reads the vendor's error out of an answer of any form it is known or feared to have (`error-body-forms`). */
export function readFailure({ status, headers, text }: FailedAnswer): VendorFailure | undefined {
  if (status >= 200 && status < 300) return undefined;
  if (status >= 300 && status < 400) return redirectFailure(headers['location'], 'the endpoint');
  const body = jsonFields(text);
  const said = body ? messageText(body) : pageWords(text);
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
