import {
  EngineError,
  isAmbiguous,
  isApiError,
  messageOf,
  pauseBetweenSends,
  sendUntilTaken,
} from '@modelferry/http';
import type { RunContext } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';
import type { DatalakeFile } from '../client/data/datalake-file.ts';
import { sendSource } from '../uploads/send-source.ts';
import { conflict } from './conflict.ts';
import { findFile } from './find-file.ts';
import type { NewFile, UploadedFile } from './new-file.ts';

/** How often a file is sent in all. */
const maxSends = 4;

/**
 * Uploads a file in one request. After an answer that got lost it is sent again only where a rule for conflicts keeps a
 * second one out; then "it is there" is what it was for (5.2).
 * @throws EngineError with code `conflict` where another file is there, `outcome-unknown` where it may be there
 */
export async function uploadDirectly(
  context: RunContext<AbejaClient>,
  wanted: NewFile,
): Promise<UploadedFile> {
  const { channelId, file, conflictKey, onConflict, metadata } = wanted;
  const doing = `upload "${file.name}" to the channel ${channelId}`;
  for (let sends = 1; ; sends++) {
    try {
      const { replayable } = file;
      const sent = await sendUntilTaken(context, doing, () => sendOnce(context, doing, wanted), {
        replayable,
      });
      return { file: sent, alreadyThere: false };
    } catch (error) {
      const value = conflictKey === undefined ? undefined : metadata[conflictKey];
      if (conflictKey !== undefined && value !== undefined && isApiError(error) && error.status === 409) {
        const isOurs = sends > 1;
        if (!isOurs && onConflict === 'fail') throw conflict(file.name, conflictKey, value, error);
        const there = await findFile(context, channelId, [conflictKey, value]);
        if (there) return { file: there, alreadyThere: !isOurs };
      }
      if (!isAmbiguous(error)) throw error;
      if (conflictKey === undefined || !file.replayable || sends >= maxSends)
        throw unclear(file.name, channelId, error);
      await pauseBetweenSends(context, sends, doing);
    }
  }
}

const sendOnce = (
  { client, signal, progress }: RunContext<AbejaClient>,
  doing: string,
  { channelId, file, metadata, contentType, lifetime, conflictKey }: NewFile,
): Promise<DatalakeFile> =>
  sendSource({ signal, progress }, doing, file, (sending) =>
    client.uploadFile(
      channelId,
      { ...sending, metadata, contentType, lifetime, conflictTarget: conflictKey },
      signal,
    ),
  );

function unclear(name: string, channelId: string, cause: unknown): EngineError {
  const why = messageOf(cause);
  return new EngineError({
    code: 'outcome-unknown',
    message: `It is not known whether "${name}" was uploaded to the channel ${channelId}. ${why}`,
    remedy:
      'Look for a new file of this name in the channel; upload it again if there is none. With Safe Repeats or a Conflict Key, an upload is repeated by itself.',
    cause,
  });
}
