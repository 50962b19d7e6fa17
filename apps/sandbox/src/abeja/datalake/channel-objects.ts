import { isoSeconds } from '../../dates.ts';
import { withOffset } from '../dates.ts';
import type { AbejaPlatform } from '../platform.ts';
import { presignDownload } from '../presign.ts';
import type { Channel, DatalakeFile } from './channel.ts';
import { decoded } from './decoded.ts';

const hourMs = 3_600_000;

export function channelObject(channel: Channel): Record<string, unknown> {
  const { id, name, description, storageType, archived, createdMs, updatedMs } = channel;
  return {
    ...{ channel_id: id, name, description, display_name: name, storage_type: storageType, archived },
    created_at: isoSeconds(createdMs),
    updated_at: isoSeconds(updatedMs),
  };
}

/** A file as it is answered to an upload. */
export function newFileObject({
  id,
  contentType,
  metadata,
  lifetime,
}: DatalakeFile): Record<string, unknown> {
  return { file_id: id, content_type: contentType, metadata, lifetime, uploaded_at: null };
}

/** A file with the URL of its bytes. */
export function fileObject(platform: AbejaPlatform, file: DatalakeFile): Record<string, unknown> {
  const { clock } = platform.parts;
  const { id, contentType, metadata, lifetime, uploadedMs, contents } = file;
  const name = decoded(metadata['x-abeja-meta-filename'] ?? id);
  return {
    ...{ file_id: id, content_type: contentType, metadata, lifetime },
    uploaded_at: uploadedMs === null ? null : withOffset(uploadedMs),
    url_expires_on: withOffset(clock.now() + (platform.urlLifetimeMs ?? hourMs)),
    download_uri: contents === undefined ? null : presignDownload(platform, name, contents, contentType),
  };
}
