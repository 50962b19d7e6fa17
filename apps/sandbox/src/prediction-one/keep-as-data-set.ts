import { parseSample } from '../tables/parse-sample.ts';
import type { ReceivedUpload } from '../storage/receive-upload.ts';
import type { Region } from './region.ts';
import type { Training } from './training.ts';

/** Lists an uploaded training file among the account's data sets. */
export async function keepAsDataSet(
  region: Region,
  training: Training,
  upload: ReceivedUpload,
): Promise<void> {
  const { extension, uploadId } = training;
  const { sample, bytes, path } = upload;
  const table =
    sample &&
    (await parseSample({ ...sample, records: sample.records.slice(0, 1) }, upload.name).catch(
      () => undefined,
    ));
  const name = `sandbox-${uploadId.slice(0, 8)}.${extension}`;
  region.addDataSet({
    name,
    extension,
    bytes,
    columnCount: table?.columns.length ?? 0,
    rowCount: sample?.recordCount ?? 0,
    open: () => ({ body: { path, bytes }, contentType: 'text/csv', fileName: name }),
  });
}
