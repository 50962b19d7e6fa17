import { flag } from '@modelferry/operation';
import * as v from 'valibot';
import { checkUnused } from '../../serving/check-unused.ts';
import { stopService as stop } from '../../serving/stop-service.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { serviceInputs } from '../shared/service-inputs.ts';

export const stopService = defineOperation({
  resource: 'service',
  name: 'stop',
  title: 'Stop',
  action: 'Stop service',
  summary: 'Stop a service, which can be started again; one that does not run stays as it is',
  inputs: v.object({
    ...serviceInputs('stop'),
    allowInUse: v.optional(
      flag({
        title: 'Allow in Use',
        description: 'Whether to stop it although an endpoint points to it, which then answers nothing',
        advanced: true,
      }),
      false,
    ),
  }),
  outputs: v.object({
    stopped: flag({ title: 'Stopped', description: 'Whether it is stopped now' }),
    alreadyStopped: flag({ title: 'Already Stopped', description: 'Whether it was stopped before' }),
  }),
  async run(context, { deploymentId, serviceId, allowInUse }) {
    if (!allowInUse) await checkUnused(context, { deploymentId, serviceId }, 'stopped');
    return { stopped: true, alreadyStopped: !(await stop(context, { deploymentId, serviceId })) };
  },
});
