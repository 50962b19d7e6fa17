import { flag, patienceOf } from '@modelferry/operation';
import * as v from 'valibot';
import { startService as start } from '../../serving/start-service.ts';
import { waitUntilReady } from '../../serving/wait-until-ready.ts';
import { defineOperation } from '../shared/define-operation.ts';
import { serviceInputs } from '../shared/service-inputs.ts';
import { serviceOutput, serviceOutputs } from '../shared/service-outputs.ts';
import { serviceWaitingInputs } from '../shared/service-waiting-inputs.ts';
import { waitForCompletion } from '../shared/wait-for-completion.ts';

export const startService = defineOperation({
  resource: 'service',
  name: 'start',
  title: 'Start',
  action: 'Start service',
  summary: 'Start a service that was stopped, and wait until it is ready; one that runs stays as it is',
  inputs: v.object({
    ...serviceInputs('start'),
    waitForCompletion: waitForCompletion('Whether to wait until the service is ready'),
    ...serviceWaitingInputs,
  }),
  outputs: v.object({
    ...serviceOutputs,
    pending: flag({
      title: 'Pending',
      description: 'Whether the service was not ready yet when last looked at',
    }),
  }),
  async run(context, { deploymentId, serviceId, waitForCompletion, ...waiting }) {
    const { client, clock, signal } = context;
    const reference = { deploymentId, serviceId };
    await start(context, reference);
    const ready = waitForCompletion
      ? await waitUntilReady(context, reference, patienceOf(clock, waiting))
      : undefined;
    const output = serviceOutput(
      ready ?? (await client.getService(deploymentId, serviceId, signal)),
      deploymentId,
    );
    return { ...output, pending: !output.ready };
  },
});
