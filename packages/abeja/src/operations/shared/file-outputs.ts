import { anything, moment, text } from '@modelferry/operation';
import * as v from 'valibot';
import type { DatalakeFile } from '../../client/data/datalake-file.ts';

/** A file of the datalake. Where its bytes are is a secret, and never told. */
export const fileOutputs = {
  fileId: text({ title: 'File ID', description: 'ID of the file' }),
  channelId: text({ title: 'Channel ID', description: 'ID of the channel that it is in' }),
  dataUri: text({
    title: 'Data URI',
    description: 'How datasets and runs name it: datalake://<channel ID>/<file ID>',
  }),
  name: v.optional(text({ title: 'Name', description: 'Name of the file, where its metadata has one' })),
  contentType: v.optional(text({ title: 'Content Type', description: 'What it is' })),
  metadata: v.optional(anything({ title: 'Metadata', description: 'What is told of it, by its keys' })),
  lifetime: v.optional(
    text({
      title: 'Lifetime',
      description: 'How long it is kept, where that is not for good',
      advanced: true,
    }),
  ),
  uploadedAt: v.optional(moment({ title: 'Uploaded At', description: 'When it was uploaded' })),
};

export const fileOutput = (channelId: string, file: DatalakeFile) => ({
  fileId: file.fileId,
  channelId,
  dataUri: `datalake://${channelId}/${file.fileId}`,
  name: file.metadata?.['filename'],
  contentType: file.contentType,
  metadata: file.metadata,
  lifetime: file.lifetime,
  uploadedAt: file.uploadedAt,
});
