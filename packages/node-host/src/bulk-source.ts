import type { ByteSource } from '@modelferry/http';

/** A source whose bytes a transport can read into buffers of its own. */
export type BulkSource = ByteSource & Required<Pick<ByteSource, 'reader'>> & { readonly length: number };

export const isBulkSource = (source: ByteSource): source is BulkSource =>
  source.reader !== undefined && source.length !== undefined;
