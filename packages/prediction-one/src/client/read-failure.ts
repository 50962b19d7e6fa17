import {
  codeOfStatus,
  isApiError,
  jsonFields,
  type FailedAnswer,
  type VendorFailure,
} from '@modelferry/http';
import { knownFault, knownFaults, type PredictionOneFault } from './known-faults.ts';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;

/** Where the three words may stand: at the top, under `error`, or in the first of `errors` (specification, Q2). */
function bodies(answer: Fields | undefined): Fields[] {
  if (answer === undefined) return [];
  const first: unknown = Array.isArray(answer['errors']) ? answer['errors'][0] : undefined;
  return [answer, answer['error'], first].filter(isFields);
}

/**
 * Reads the vendor's error out of an answer of either host, whatever its status.
 * @returns undefined when there is none to be seen: a page, an empty body, an ordinary answer
 */
export function readFailure(answer: FailedAnswer): VendorFailure | undefined {
  const candidates = bodies(jsonFields(answer.text));
  const find = (name: string): string | undefined =>
    candidates.map((body) => textOf(body[name])).find((value) => value !== undefined);
  const vendorCode = find('code');
  const message = find('message');
  const word = find('error');
  const fault = knownFault(vendorCode, message) ?? knownFault(undefined, word);
  const ok = answer.status >= 200 && answer.status < 300;
  // A success that merely lacks a field has no code and no fault: its own text says more
  if (fault === undefined && vendorCode === undefined && (ok || (message ?? word) === undefined)) {
    return undefined;
  }
  // The first three digits of a code are the status it should have come with
  const hinted = ok ? Number(vendorCode?.slice(0, 3)) : answer.status;
  return {
    vendorCode,
    vendorMessage: message ?? word ?? '',
    ...(fault ? { ...knownFaults[fault], retryable: false } : {}),
    ...(!fault && ok && hinted >= 400 ? { code: codeOfStatus(hinted) } : {}),
    ...(!fault && word === 'ACCESS_DENIED' ? { remedy: accessDenied } : {}),
    ...(!fault && word !== 'ACCESS_DENIED' && codeOfStatus(hinted) === 'rejected'
      ? { remedy: undocumented }
      : {}),
  };
}

const undocumented =
  'The vendor does not document this error. Correct what its message names; if that does not help, send the message to its support.';

const accessDenied =
  'Check the key and the URL of the prediction API. A trial API stops answering after 100 requests.';

/** Which documented fault a caught error is, if it is one. */
export function faultOf(error: unknown): PredictionOneFault | undefined {
  return isApiError(error) ? knownFault(error.vendorCode, error.vendorMessage) : undefined;
}
