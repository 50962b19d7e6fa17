import type { StoredObject } from '../storage/grants.ts';
import { expired } from '../storage/xml-error.ts';
import type { Region } from './region.ts';
import type { StoredResult } from './result-file.ts';

/** A presigned URL of a training's result; a new one at every call. */
export function resultUrl(region: Region, result: StoredResult, jobId: string): string {
  const { variants, grants } = region.shared;
  const kind = variants.has('result-csv') ? 'csv' : 'zip';
  return grants.issue({
    kind: 'download',
    name: `sandbox-result.${kind}`,
    jobId,
    open: (): StoredObject => {
      if (variants.has('download-url-expired')) throw expired();
      return {
        body: variants.has('result-empty') ? Buffer.alloc(0) : result[kind],
        contentType: kind === 'csv' ? 'text/csv; charset=utf-8' : 'application/zip',
        fileName: `sandbox-result-${jobId}.${kind}`,
        truncated: variants.has('result-truncated'),
      };
    },
  });
}
