import * as v from 'valibot';
import { deleteService as remove } from '../../serving/delete-service.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { deletedOutputs } from '../shared/deleted-outputs.ts';
import { serviceInputs } from '../shared/service-inputs.ts';

export const deleteService = defineOperation({
  resource: 'service',
  name: 'delete',
  title: 'Delete',
  action: 'Delete service',
  summary: 'Delete a service that no endpoint points to',
  inputs: v.object(serviceInputs('delete')),
  outputs: v.object(deletedOutputs),
  async run(context, reference) {
    await remove(context, reference);
    return { deleted: true };
  },
});
