import type { AbejaPlatform } from '../platform.ts';
import type { Contents } from '../contents.ts';
import type { Channel, DatalakeFile } from './channel.ts';

/**
 * Makes a file known, with its bytes or without them yet.
 *
 * @param now its time, which stands in its id
 */
export function addFile(
  { ids, parts: { clock } }: AbejaPlatform,
  channel: Channel,
  facts: Pick<DatalakeFile, 'contentType' | 'metadata' | 'lifetime'>,
  contents?: Contents,
  now = clock.now(),
): DatalakeFile {
  const file: DatalakeFile = {
    ...facts,
    ...{ id: ids.file(now), channelId: channel.id, createdMs: now, contents },
    uploadedMs: contents === undefined ? null : now,
  };
  channel.files.set(file.id, file);
  return file;
}
