import { EngineError, type ByteRange } from '@modelferry/http';
import { runBounded } from './run-bounded.ts';
import type { Source } from './source.ts';

/** A part of something larger, ready to be sent. */
export interface UploadPart {
  /** From 0. */
  readonly index: number;
  /** Which bytes of the whole it stands for. */
  readonly rows: ByteRange;
  readonly source: Source;
  /** Called once the vendor has confirmed it: its source is not read any more. */
  release?(): void;
}

/** What a vendor gave for a part it has. */
export interface PartReceipt<Receipt> {
  readonly index: number;
  readonly rows: ByteRange;
  readonly receipt: Receipt;
}

/** How a vendor takes a thing in parts. */
export interface PartProtocol<Receipt, Result, Part extends UploadPart = UploadPart> {
  /** Sends one part. Resolves only when the vendor has confirmed it. */
  put(part: Part, signal: AbortSignal): Promise<Receipt>;
  /** Makes the parts one. Called once, when there is a receipt for every part. */
  finish(receipts: readonly PartReceipt<Receipt>[], signal: AbortSignal): Promise<Result>;
  /** Takes back what was sent, after a failure. What it throws is not shown: the first cause is what counts. */
  abandon?(signal: AbortSignal): Promise<void>;
}

/** What to upload in parts, and how. */
export interface PartUpload<Part extends UploadPart = UploadPart> {
  readonly parts: AsyncIterable<Part> | Iterable<Part>;
  /** Completes "Could not ...": `upload "sales.csv"`. */
  readonly doing: string;
  /** Parts in flight. Two hide the search for the next one; more need more memory: `partBytes` each. @default 2 */
  readonly maxAtOnce?: number;
  readonly signal: AbortSignal;
  /** Which bytes of the whole the parts must cover, where that is known. */
  readonly covers?: ByteRange;
  /** Called with the bytes of the whole that have a receipt. */
  onConfirmed?(bytes: number): void;
}

/**
 * Sends a thing in parts and finishes it only when every part has a receipt and the receipts cover it without a gap.
 * @throws EngineError with code `source-mismatch` when they do not
 * @throws what a part threw, first of all; the other parts are stopped then
 */
export async function uploadParts<Receipt, Result, Part extends UploadPart = UploadPart>(
  upload: PartUpload<Part>,
  protocol: PartProtocol<Receipt, Result, Part>,
): Promise<Result> {
  const { parts, maxAtOnce = 2, signal } = upload;
  let confirmed = 0;
  try {
    const send = async (part: Part, _: number, stop: AbortSignal): Promise<PartReceipt<Receipt>> => {
      const { index, rows } = part;
      const receipt = await protocol.put(part, stop);
      part.release?.();
      confirmed += rows.end - rows.start;
      upload.onConfirmed?.(confirmed);
      return { index, rows, receipt };
    };
    const receipts = await runBounded(parts, maxAtOnce, send, signal);
    refuseGaps(receipts, upload);
    return await protocol.finish(receipts, signal);
  } catch (error) {
    // The caller's signal may be aborted already, and cleaning up must still be possible
    await protocol.abandon?.(new AbortController().signal).catch(() => undefined);
    throw error;
  }
}

function refuseGaps(receipts: readonly PartReceipt<unknown>[], { doing, covers }: PartUpload): void {
  const mismatch = (what: string) =>
    new EngineError({
      code: 'source-mismatch',
      message: `Could not ${doing}: ${what}.`,
      remedy: 'Make sure that nothing writes to the file while it is being sent, then try again.',
    });
  if (receipts.length === 0) throw mismatch('there is no part to send');
  let next = covers?.start ?? receipts[0]?.rows.start;
  receipts.forEach(({ index, rows }, at) => {
    if (index !== at || rows.start !== next) {
      throw mismatch(`part ${at + 1} begins at byte ${rows.start}, and byte ${next} comes next`);
    }
    next = rows.end;
  });
  if (covers && next !== covers.end)
    throw mismatch(`its parts end at byte ${next}, and it ends at ${covers.end}`);
}
