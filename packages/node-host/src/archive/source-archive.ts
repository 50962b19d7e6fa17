import type { ScratchFile, ScratchStore } from '@modelferry/upload';
import { tempScratch } from '../temp-scratch.ts';
import { folderSource, type FolderSourceOptions } from './folder-source.ts';
import { tarFormat } from './tar-format.ts';
import { zipFormat } from './zip-format.ts';

const formats = { zip: zipFormat, 'tar.gz': tarFormat } as const;

/** What of a folder to pack, how, and where to keep it. */
export interface SourceArchiveOptions extends Omit<FolderSourceOptions, 'format'> {
  readonly format: keyof typeof formats;
  /** Where the archive is kept until it has been sent. @default a temporary file */
  readonly scratch?: ScratchStore;
}

/**
 * Packs the files of a folder, as {@link folderSource} does, into a file whose length is known before it is sent. Dispose of
 * it when it has been sent, also when that failed.
 * @throws EngineError as {@link folderSource}, and `source-mismatch` when a file changes while it is packed
 */
export async function sourceArchive(options: SourceArchiveOptions): Promise<ScratchFile> {
  const { scratch = tempScratch(), signal } = options;
  const source = await folderSource({ ...options, format: formats[options.format] });
  return scratch.write({ ...source, body: source.open() }, signal);
}
