import { open } from 'node:fs/promises';
import type { StoredObject } from '../storage/grants.ts';
import type { ReceivedUpload } from '../storage/receive-upload.ts';
import { Checksums } from '../storage/checksums.ts';
import { parseSample } from '../tables/parse-sample.ts';
import { BadTable } from '../tables/table.ts';
import type { Table } from '../tables/table.ts';

/** Bytes that are kept, and what proves them. */
export interface Contents {
  readonly bytes: number;
  readonly sha256: string;
  readonly crc32: number;
  readonly body: StoredObject['body'];
  /** Read as a table. @throws BadTable */
  readonly table: () => Promise<Table>;
}

/** What was uploaded. */
export function uploadedContents(upload: ReceivedUpload): Contents {
  const { path, bytes, sha256, crc32, sample, name } = upload;
  return {
    ...{ bytes, sha256, crc32, body: { path, bytes } },
    table: async () => {
      if (sample === undefined) throw new BadTable(`${name}: an archive is no table.`);
      return parseSample(sample, name);
    },
  };
}

/** What the sandbox made itself. */
export function madeContents(body: Buffer, table?: Table): Contents {
  const checksums = new Checksums();
  checksums.update(body);
  return {
    ...checksums.finish(),
    body,
    table: async () => table ?? Promise.reject(new BadTable('an archive is no table.')),
  };
}

/** Whether it begins like a ZIP or like gzip. */
export async function isArchive({ body }: Contents): Promise<boolean> {
  const start = Buffer.isBuffer(body) ? body.subarray(0, 2) : await firstBytes(body.path);
  return ['PK', '\x1f\x8b'].includes(start.toString('latin1'));
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const start = Buffer.alloc(2);
    await file.read(start, 0, 2, 0);
    return start;
  } finally {
    await file.close();
  }
}
