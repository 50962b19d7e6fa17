import type { ByteSource } from '@modelferry/http';

/** A source whose length is known before it is sent. */
export type SizedSource = ByteSource & { readonly length: number };

export const isSized = (source: ByteSource): source is SizedSource => source.length !== undefined;
