import { isApiError, isEngineError, isTransportError } from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { SavedFile } from '@modelferry/upload';
import type { PredictionOneClient } from '../client/client.ts';
import { resultName } from './result-name.ts';
import { splitHead } from './split-head.ts';

/** How often a download is begun in all; each time with a URL asked for anew. */
const maxDownloads = 3;

export interface Download {
  /** Completes "Could not ...". */
  readonly doing: string;
  /** What to call the file when nothing else names it. */
  readonly fallbackName: string;
  /** A URL fresh from the vendor, which may be good for a short while only. */
  freshUrl(): Promise<string | undefined>;
}

const isPassing = (error: unknown): boolean =>
  isTransportError(error) ||
  (isEngineError(error) && error.code === 'source-mismatch') ||
  (isApiError(error) && (error.status === 401 || error.status === 403 || error.status >= 500));

/**
 * Streams a file of the vendor's to the host, whole or not at all.
 * @returns undefined when the vendor has no file
 */
export async function saveDownload(
  context: RunContext<PredictionOneClient>,
  download: Download,
): Promise<SavedFile | undefined> {
  const { signal, progress } = context;
  for (let attempt = 1; ; attempt++) {
    const url = await download.freshUrl();
    if (url === undefined) {
      progress({
        type: 'warning',
        message: 'The vendor gave no address for the result, so no file was saved.',
      });
      return undefined;
    }
    try {
      return await saveOnce(context, download, url);
    } catch (error) {
      if (signal.aborted || attempt >= maxDownloads || !isPassing(error)) throw error;
      progress({ type: 'warning', message: `The download will be begun anew: ${(error as Error).message}` });
    }
  }
}

async function saveOnce(
  { client, signal, progress, save }: RunContext<PredictionOneClient>,
  { doing, fallbackName }: Download,
  url: string,
): Promise<SavedFile> {
  const { headers, body: answer } = await client.storage.download({ url, doing }, signal);
  const { head, body } = await splitHead(answer);
  const name = resultName({ url, disposition: headers['content-disposition'], fallback: fallbackName }, head);
  const length = exactLengthOf(headers);
  async function* counted() {
    let bytes = 0;
    for await (const chunk of body) {
      bytes += chunk.length;
      progress({ type: 'download', name, bytes, totalBytes: length });
      yield chunk;
    }
    if (bytes === 0) progress({ type: 'warning', message: `The result file "${name}" is empty.` });
  }
  return save({ name, contentType: headers['content-type'] ?? typeOf(name), length, body: counted() });
}

/** A length that speaks of the bytes as they come. */
function exactLengthOf(headers: Readonly<Record<string, string>>): number | undefined {
  const length = headers['content-length'];
  return length !== undefined && headers['content-encoding'] === undefined && /^\d+$/.test(length)
    ? Number(length)
    : undefined;
}

const typeOf = (name: string): string =>
  name.endsWith('.zip') ? 'application/zip' : name.endsWith('.csv') ? 'text/csv' : 'application/octet-stream';
