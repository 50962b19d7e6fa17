/** A file on its way out of the engine. */
export interface OutgoingFile {
  /** Base name, already free of path separators and control characters. */
  readonly name: string;
  readonly contentType: string;
  /** Exact length in bytes, where the sender told it. A body that ends elsewhere must not be kept. */
  readonly length?: number;
  /** SHA-256 of the body in hexadecimal, where the sender told it. A body with another one must not be kept. */
  readonly sha256?: string;
  readonly body: AsyncIterable<Uint8Array>;
}

/** A file as the host keeps it. */
export interface SavedFile {
  readonly name: string;
  readonly contentType: string;
  /** Bytes written. */
  readonly bytes: number;
  /** SHA-256 of what was written, in lower-case hexadecimal, from a host that was asked to count it. */
  readonly sha256?: string;
  /** Where the host put it: a path on Node.js, a binary property in n8n. */
  readonly location: string;
}

/** Keeps files. Whole or not at all: a body that breaks leaves nothing under the final name. */
export interface Sink {
  save(file: OutgoingFile, signal: AbortSignal): Promise<SavedFile>;
}
