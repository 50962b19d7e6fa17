import { InputError } from '@modelferry/http';
import { crc32, peekSource, type Source } from '@modelferry/upload';

/** What becomes a dataset, or a version of one: a file that is sent, or one that the vendor fetches. */
export type DatasetOrigin =
  | { readonly file: Source }
  | {
      readonly url: string;
      readonly doSnapshot?: boolean;
      readonly persistDataAfterIngestion?: boolean;
      readonly sampleRows?: number;
    };

/** The inputs that say so; which of them must be given, their schema has seen to. */
export interface OriginInputs {
  readonly source: 'file' | 'url';
  readonly file?: Source;
  readonly url?: string;
  readonly doSnapshot?: boolean;
  readonly persistDataAfterIngestion?: boolean;
  readonly sampleRows?: number;
}

/** @throws InputError for an empty file, which the vendor would refuse after it was sent */
export async function datasetOrigin({
  source,
  file,
  url = '',
  ...rest
}: OriginInputs): Promise<DatasetOrigin> {
  if (source === 'url' || file === undefined) {
    const { doSnapshot, persistDataAfterIngestion, sampleRows } = rest;
    return { url, doSnapshot, persistDataAfterIngestion, sampleRows };
  }
  const { head, source: whole } = await peekSource(file, 1);
  if (head.length === 0) {
    const remedy = 'Pass a table with a header line and at least one row.';
    throw new InputError([{ field: 'file', problem: `"${file.name}" is empty`, remedy }]);
  }
  return { file: whole };
}

/** As sentences call it. A URL may carry a signature in its query. */
export const originName = (origin: DatasetOrigin): string =>
  'file' in origin ? origin.file.name : (new URL(origin.url).pathname.split('/').at(-1) ?? '');

/** Tells one origin from another; holds no secret, and so nothing of a URL but a checksum. */
export const originMark = (origin: DatasetOrigin): readonly unknown[] => {
  if ('file' in origin) return [origin.file.name, origin.file.length ?? null];
  const { url, ...settings } = origin;
  return [crc32(new TextEncoder().encode(url), 0), settings];
};
