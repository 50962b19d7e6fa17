import { choice, file, flag, text } from '@modelferry/operation';
import * as v from 'valibot';
import { metadataKeys, toMetadata } from '../../datalake/read-metadata.ts';
import { uploadFile as upload } from '../../datalake/upload-file.ts';
import { nameValuesProblem } from '../../training/grammar/name-values.ts';
import { channelInput } from '../shared/channel-input.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { fileOutput, fileOutputs } from '../shared/file-outputs.ts';

const inputs = v.pipe(
  v.object({
    channelId: channelInput('The channel that gets the file'),
    file: file({
      title: 'File',
      description: 'The file to upload, of any kind and size',
      textName: 'data.csv',
    }),
    metadata: v.optional(
      text({
        title: 'Metadata',
        description:
          'What is told of the file: one key=value per line, or a JSON object; its name is told as filename in any case',
        placeholder: 'e.g. source=camera-7',
        multiline: true,
        problemOf: (given) => nameValuesProblem(given, metadataKeys),
      }),
    ),
    conflictKey: v.optional(
      text({
        title: 'Conflict Key',
        description:
          'A key of the metadata, such as filename: a file whose value for it is there already is not uploaded',
        placeholder: 'e.g. filename',
      }),
    ),
    onConflict: v.optional(
      choice({
        title: 'On Conflict',
        description: 'What to do when such a file is there already',
        choices: {
          fail: { title: 'Fail', description: 'End with an error' },
          skip: { title: 'Skip', description: 'Take the file that is there' },
        },
      }),
      'fail',
    ),
    lifetime: v.optional(
      choice({
        title: 'Lifetime',
        description: 'How long the file is kept; without it, for good',
        choices: {
          '1day': { title: '1 Day' },
          '1week': { title: '1 Week' },
          '1month': { title: '1 Month' },
          '6months': { title: '6 Months' },
          '1year': { title: '1 Year' },
        },
        advanced: true,
      }),
    ),
    contentType: v.optional(
      text({
        title: 'Content Type',
        description: 'What the file is; without it, what is known of it',
        placeholder: 'e.g. image/jpeg',
        pattern: /^[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+(\s*;.*)?$/,
        patternHint: 'a media type',
        advanced: true,
      }),
    ),
    way: v.optional(
      choice({
        title: 'Upload Method',
        description: 'How the file travels',
        choices: {
          direct: { title: 'Direct', description: 'In one request to the platform' },
          presigned: {
            title: 'Presigned',
            description: 'To an address of the storage, which the platform hands out',
          },
        },
        advanced: true,
      }),
      'direct',
    ),
    safeRepeats: v.optional(
      flag({
        title: 'Safe Repeats',
        description:
          'Whether to put a mark into the metadata of a direct upload without Conflict Key, by which it can be repeated when an answer gets lost',
        advanced: true,
      }),
      true,
    ),
  }),
  v.forward(
    v.partialCheck(
      [['conflictKey'], ['metadata']],
      ({ conflictKey, metadata }) => conflictKey === undefined || conflictKey in toMetadata('', metadata),
      'must be filename or a key of the metadata',
    ),
    ['conflictKey'],
  ),
);

export const uploadFile = defineOperation({
  resource: 'datalake',
  name: 'upload',
  title: 'Upload File',
  action: 'Upload file to datalake',
  summary: 'Upload a file of any size to a channel of the datalake',
  ciStep: 'upload-data',
  inputs,
  outputs: v.object({
    ...fileOutputs,
    alreadyThere: flag({
      title: 'Already There',
      description: 'Whether such a file was there before, and nothing was uploaded',
    }),
  }),
  async run(context, { metadata, ...given }) {
    const wanted = { ...given, metadata: toMetadata(given.file.name, metadata) };
    const { file: uploaded, alreadyThere } = await upload(context, wanted);
    return { ...fileOutput(given.channelId, uploaded), alreadyThere };
  },
});
