import { crc32 } from 'node:zlib';
import { deflatedZip, zipContentType } from '@modelferry/upload';
import { parallelDeflater } from '../parallel-deflate.ts';
import type { ArchiveFormat } from './archive-format.ts';

/** ZIP. */
export const zipFormat: ArchiveFormat = {
  extension: 'zip',
  contentType: zipContentType,
  pack: (entries, { level, signal }) =>
    deflatedZip(entries, { deflater: parallelDeflater({ level }), crc32, signal }),
};
