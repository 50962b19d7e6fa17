import type { FailedAnswer, VendorFailure } from '@modelferry/http';
import { readStorageError } from '@modelferry/upload';

const refused =
  'The address of the file was refused: it may be too old, or the clock of this machine wrong. Run it again, with which a new address is asked for.';

/** Reads the error of the storage behind the URLs. No key goes there, so that no key is to blame. */
export function readStorageFailure(answer: FailedAnswer): VendorFailure | undefined {
  const said = readStorageError(answer);
  if (answer.status !== 401 && answer.status !== 403) return said;
  return { vendorMessage: said ? undefined : answer.text, ...said, code: 'forbidden', remedy: refused };
}
