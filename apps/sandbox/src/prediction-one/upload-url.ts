import type { UploadGrant } from '../storage/grants.ts';
import { StorageError } from '../storage/xml-error.ts';
import type { Region } from './region.ts';

const tooLargeBytes = 100;

/** A presigned URL to PUT to. */
export function uploadUrl(region: Region, grant: Pick<UploadGrant, 'name' | 'jobId' | 'onUpload'>): string {
  const { variants, grants } = region.shared;
  return grants.issue({
    ...grant,
    kind: 'upload',
    lifetimeMs: variants.has('upload-url-short-lived') ? 1_000 : undefined,
    onArrive: (bytes) => {
      if (bytes > tooLargeBytes && variants.has('upload-too-large')) {
        throw new StorageError(
          400,
          'EntityTooLarge',
          'Your proposed upload exceeds the maximum allowed size.',
        );
      }
    },
  });
}
