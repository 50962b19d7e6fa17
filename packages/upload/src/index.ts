export { concatSource } from './concat-source.ts';
export { csvField, csvRow, csvTable, type CsvValue } from './csv/csv-row.ts';
export { delimiters, detectDelimiter, type Delimiter } from './csv/delimiter.ts';
export { guessEncoding, type TableEncoding } from './csv/encoding.ts';
export { parseRows, type ParsedRows } from './csv/parse-rows.ts';
export { planTableParts, type PartOptions, type TablePart } from './csv/part-plan.ts';
export { readTableHead, type TableHead, type TableHeadOptions } from './csv/read-table-head.ts';
export { RecordScanner, type RecordFormat } from './csv/record-scanner.ts';
export { checkedTable, TableCheck, type TableCheckOptions, type TableFinding } from './csv/table-check.ts';
export {
  kernelInput,
  rowKernelBytes,
  startKernel,
  runKernel,
  type RowBytes,
  type RowKernel,
} from './csv/row-kernel.ts';
export { rowBytes } from './csv/row-counter.ts';
export type { CountedRow, RowState } from './csv/row-state.ts';
export type { Scanned, ScannerOf, TableScanner } from './csv/table-scanner.ts';
export { exactLength, sizedSource } from './exact-length.ts';
export { checkFileName, safeFileName } from './file-name.ts';
export { encodeForm, formBoundary, type EncodedForm } from './form.ts';
export { gzipStream, type GzipStreamOptions } from './gzip-stream.ts';
export { gzipBody, type GzipBodyOptions, type GzippedBody } from './gzip.ts';
export { joinBytes } from './join-bytes.ts';
export { extensionFor, sniffType, typeMismatch, type SniffedType } from './magic-bytes.ts';
export {
  uploadParts,
  type PartProtocol,
  type PartReceipt,
  type PartUpload,
  type UploadPart,
} from './part-upload.ts';
export { peekSource, type Peeked } from './peek-source.ts';
export { putPresigned, type PresignedPut } from './presigned-put.ts';
export { rangeSource } from './range-source.ts';
export { runBounded } from './run-bounded.ts';
export type { ScratchFile, ScratchStore } from './scratch.ts';
export type { OutgoingFile, SavedFile, Sink } from './sink.ts';
export { sourceMismatch } from './source-mismatch.ts';
export { bytesSource, type Source } from './source.ts';
export { storageCalls, type StorageCalls } from './storage-calls.ts';
export { storageClient } from './storage-client.ts';
export { readStorageError } from './storage-error.ts';
export { tapSource, type Tap } from './tap-source.ts';
export {
  isUploadOutcomeUnknown,
  isUploadUrlExpired,
  UploadOutcomeUnknownError,
  UploadUrlExpiredError,
} from './upload-errors.ts';
export { watchSource, type WatchedSource } from './watch-source.ts';
export { crc32, type Crc32 } from './zip/crc32.ts';
export { deflatedZip, type DeflatedZipOptions } from './zip/deflated-zip.ts';
export { platformDeflater, type Deflater } from './zip/deflater.ts';
export { entryName } from './zip/entry-name.ts';
export { dosTime, earliestDosTime, type DosTime } from './zip/dos-time.ts';
export { storedZip, storedZipBytes } from './zip/stored-zip-source.ts';
export { zipContentType, type ZipEntry } from './zip/zip-entry.ts';
export type { ZipStreamOptions } from './zip/zip-stream.ts';
export { zipForUpload, type ZipForUpload } from './zip/zip-for-upload.ts';
