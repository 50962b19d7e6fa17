import type { StoredObject } from '../storage/grants.ts';
import { uploadedContents } from './contents.ts';
import type { Contents } from './contents.ts';
import type { AbejaPlatform } from './platform.ts';

/** A URL from which bytes can be had. */
export function presignDownload(
  platform: AbejaPlatform,
  name: string,
  contents: Contents | (() => Promise<Contents>),
  contentType = 'application/zip',
): string {
  const open = async (): Promise<StoredObject> => {
    const { body } = typeof contents === 'function' ? await contents() : contents;
    return { body, contentType };
  };
  return platform.parts.grants.issue({
    ...{ kind: 'download', name, open },
    lifetimeMs: platform.urlLifetimeMs,
  });
}

/** A URL to which bytes can be sent. */
export function presignUpload(
  platform: AbejaPlatform,
  name: string,
  onUpload: (contents: Contents) => void,
  contentType?: string,
): string {
  return platform.parts.grants.issue({
    ...{ kind: 'upload', name, contentType },
    onUpload: (upload) => onUpload(uploadedContents(upload)),
    lifetimeMs: platform.urlLifetimeMs,
  });
}
