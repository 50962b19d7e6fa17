import { isApiError, isEngineError, isTransportError } from '@modelferry/http';
import type { SavedFile, StorageCalls } from '@modelferry/upload';
import type { RunContext } from './run-context.ts';
import { splitHead } from './split-head.ts';

/** How often a download is begun in all; each time with a URL asked for anew. */
const maxDownloads = 3;

/** The beginning of an answer. */
export interface DownloadBeginning {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** At most the first 16 bytes. */
  readonly head: Uint8Array;
}

/** A file that a URL of the vendor's hands out. */
export interface Download {
  /** Completes "Could not ...". */
  readonly doing: string;
  /** A URL fresh from the vendor, which may be good for a short while only. */
  freshUrl(): Promise<string | undefined>;
  /** What to call the file. @throws what keeps it from being kept; an `unexpected-answer` is asked for anew */
  nameOf(beginning: DownloadBeginning): string;
}

type Host = Pick<RunContext<{ readonly storage: StorageCalls }>, 'client' | 'signal' | 'progress' | 'save'>;

const passingCodes: ReadonlySet<string> = new Set(['source-mismatch', 'unexpected-answer']);

/** A refusal passes where a URL of its own may be good for it: a redirect does not. */
const isPassing = (error: unknown): boolean =>
  isApiError(error)
    ? error.status === 401 || error.status === 403 || error.status >= 500
    : isTransportError(error) || (isEngineError(error) && passingCodes.has(error.code));

/**
 * Streams a file of the vendor's to the host, whole or not at all.
 * @returns undefined when the vendor has no URL for it
 */
export async function saveDownload(host: Host, download: Download): Promise<SavedFile | undefined> {
  const { signal, progress } = host;
  for (let attempt = 1; ; attempt++) {
    const url = await download.freshUrl();
    if (url === undefined) return undefined;
    try {
      return await saveOnce(host, download, url);
    } catch (error) {
      if (signal.aborted || attempt >= maxDownloads || !isPassing(error)) throw error;
      progress({ type: 'warning', message: `The download will be begun anew: ${(error as Error).message}` });
    }
  }
}

async function saveOnce(
  { client, signal, progress, save }: Host,
  { doing, nameOf }: Download,
  url: string,
): Promise<SavedFile> {
  const { headers, body: answer } = await client.storage.download({ url, doing }, signal);
  try {
    const { head, body } = await splitHead(answer);
    const name = nameOf({ url, headers, head });
    const length = exactLengthOf(headers);
    async function* counted() {
      let bytes = 0;
      for await (const chunk of body) {
        bytes += chunk.length;
        progress({ type: 'download', name, bytes, totalBytes: length });
        yield chunk;
      }
      if (bytes === 0) progress({ type: 'warning', message: `The file "${name}" is empty.` });
    }
    return await save({
      name,
      contentType: headers['content-type'] ?? typeOf(name),
      length,
      body: counted(),
    });
  } catch (error) {
    answer.cancel(); // What nobody reads would hold its connection
    throw error;
  }
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
