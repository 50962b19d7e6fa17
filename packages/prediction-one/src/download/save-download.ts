import { saveDownload as saveFresh, type RunContext } from '@modelferry/operation';
import type { SavedFile } from '@modelferry/upload';
import type { PredictionOneClient } from '../client/client.ts';
import { resultName } from './result-name.ts';

export interface Download {
  /** Completes "Could not ...". */
  readonly doing: string;
  /** What to call the file when nothing else names it. */
  readonly fallbackName: string;
  /** A URL fresh from the vendor, which may be good for a short while only. */
  freshUrl(): Promise<string | undefined>;
}

/**
 * Streams a result of the vendor's to the host, whole or not at all.
 * @returns undefined when the vendor has no file
 */
export async function saveDownload(
  context: RunContext<PredictionOneClient>,
  { doing, fallbackName: fallback, freshUrl }: Download,
): Promise<SavedFile | undefined> {
  const file = await saveFresh(context, {
    ...{ doing, freshUrl },
    nameOf: ({ url, headers, head }) =>
      resultName({ url, disposition: headers['content-disposition'], fallback }, head),
  });
  if (file === undefined) {
    const message = 'The vendor gave no address for the result, so no file was saved.';
    context.progress({ type: 'warning', message });
  }
  return file;
}
