/** The part of archiver 8 that we use; it brings no types. */
declare module 'archiver' {
  import type { Readable } from 'node:stream';

  interface Archive extends Readable {
    /** Says `entry` when it has taken the whole of it. Of `stats` only the size is read, when date and mode are given. */
    append(
      source: Readable,
      entry: {
        readonly name: string;
        readonly date: Date;
        readonly mode: number;
        readonly stats: { readonly size: number };
      },
    ): this;
    finalize(): Promise<void>;
  }
  export const TarArchive: new () => Archive;
}
