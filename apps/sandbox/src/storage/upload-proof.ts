import type { ReceivedUpload } from './receive-upload.ts';

/** A complete upload, by what proves its contents. */
export type UploadProof = Pick<ReceivedUpload, 'name' | 'bytes' | 'sha256' | 'crc32'>;

export function uploadProof({ name, bytes, sha256, crc32 }: ReceivedUpload): UploadProof {
  return { name, bytes, sha256, crc32 };
}
