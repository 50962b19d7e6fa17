/** The part of archiver 8, which brings no types, that the peer uses. */
declare module 'archiver' {
  import type { Readable } from 'node:stream';

  export interface ZipArchive extends Readable {
    file(path: string, entry: { readonly name: string }): this;
    finalize(): Promise<void>;
  }
  export const ZipArchive: new (options: { readonly zlib: { readonly level: number } }) => ZipArchive;
}
