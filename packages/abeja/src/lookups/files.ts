import type { Lookup } from '@modelferry/operation';
import type { AbejaClient } from '../client/client.ts';
import { allFiles } from '../client/lists.ts';
import { described, enteredOf, firstChoices } from './first-choices.ts';

/** The files of a channel, the newest first, by the names in their metadata. */
export const files: Lookup<AbejaClient> = async ({ client, signal }, request) => {
  const channelId = enteredOf(request, 'channelId');
  if (channelId === undefined) return { entries: [] };
  const entries = allFiles(client, channelId, { sort: '-uploaded_at' }, signal);
  return firstChoices(entries, request, ({ fileId, metadata, contentType, uploadedAt }) => ({
    value: fileId,
    title: metadata?.['filename'] ?? fileId,
    description: described(contentType, uploadedAt),
  }));
};
