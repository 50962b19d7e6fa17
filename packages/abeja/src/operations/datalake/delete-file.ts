import * as v from 'valibot';
import { deleteFile as remove } from '../../datalake/delete-file.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { deletedOutputs } from '../shared/deleted-outputs.ts';
import { fileInputs } from '../shared/file-inputs.ts';

export const deleteFile = defineOperation({
  resource: 'datalake',
  name: 'delete',
  title: 'Delete File',
  action: 'Delete file of datalake',
  summary: 'Delete a file of a channel',
  inputs: v.object(fileInputs('delete')),
  outputs: v.object(deletedOutputs),
  async run(context, reference) {
    await remove(context, reference);
    return { deleted: true };
  },
});
