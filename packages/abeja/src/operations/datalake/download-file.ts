import { savedFile, text } from '@modelferry/operation';
import { checkFileName } from '@modelferry/upload';
import * as v from 'valibot';
import { saveFile } from '../../datalake/save-file.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { fileInputs } from '../shared/file-inputs.ts';
import { fileOutput, fileOutputs } from '../shared/file-outputs.ts';

export const downloadFile = defineOperation({
  resource: 'datalake',
  name: 'download',
  title: 'Download File',
  action: 'Download file of datalake',
  summary: 'Download a file of a channel',
  inputs: v.object({
    ...fileInputs('download'),
    fileName: v.optional(
      text({
        title: 'File Name',
        description: 'Name to save the file under; without it, the one in its metadata',
        placeholder: 'e.g. cars.csv',
        problemOf: checkFileName,
        advanced: true,
      }),
    ),
  }),
  outputs: v.object({
    ...fileOutputs,
    dataFile: savedFile({ title: 'Data File', description: 'The file' }),
  }),
  async run(context, given) {
    const { file, saved } = await saveFile(context, given);
    return { ...fileOutput(given.channelId, file), dataFile: saved };
  },
});
