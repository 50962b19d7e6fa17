import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { fileSink, fileSource } from '@modelferry/node-host';
import { storedZip } from '@modelferry/upload';
import { crcOfFile, makeFile, type BenchContext } from '../harness/index.ts';

/** A model to upload. */
export interface ModelFile {
  readonly path: string;
  /** Of what arrives: the archive. */
  readonly bytes: number;
  /** CRC-32 of the archive. */
  readonly crc: number;
}

/** How a model is given: ready to be sent, or as a file that is put into an archive on its way. */
export const forms = ['a ready zip', 'weights, put into a zip'] as const;
export type Form = (typeof forms)[number];

/** Writes weights that no compression shortens, and the archive that is to arrive, whichever of both is given. */
export async function makeModels(
  { folder, signal }: BenchContext,
  bytes: number,
): Promise<Readonly<Record<Form, ModelFile>>> {
  const path = join(folder, 'weights.bin');
  await makeFile(path, bytes, signal);
  const weights = await fileSource(path);
  const {
    name,
    length = 0,
    open,
  } = storedZip('model.zip', [{ path: weights.name, source: weights }], {
    crc32,
  });
  const { location } = await fileSink(folder).save(
    { name, contentType: 'application/zip', length, body: open() },
    signal,
  );
  const arriving = { bytes: length, crc: await crcOfFile(location) };
  return {
    'a ready zip': { path: location, ...arriving },
    'weights, put into a zip': { path, ...arriving },
  };
}
