import type { Platform } from '../platform.ts';
import type { AdmittedUpload } from './admit-upload.ts';

/** An upload ends before it is whole. A part may be sent again, unless some of it may have been scored already. */
export function breakOff(platform: Platform, { job, part }: AdmittedUpload): void {
  if (!job.spec.multipart) {
    if (platform.parts.variants.has('broken-upload-aborts')) job.abort('the upload broke off');
  } else if (!job.spec.async) {
    job.dropPart(part);
  }
}
