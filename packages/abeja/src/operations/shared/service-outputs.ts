import { anything, count, flag, moment, text, texts } from '@modelferry/operation';
import * as v from 'valibot';
import type { Service } from '../../client/serving/service.ts';
import { modelIdsOf } from '../../serving/same-service.ts';
import { isReady } from '../../serving/service-state.ts';

/** A service. */
export const serviceOutputs = {
  serviceId: text({ title: 'Service ID', description: 'ID of the service' }),
  deploymentId: text({ title: 'Deployment ID', description: 'ID of the deployment that it belongs to' }),
  status: text({
    title: 'Status',
    description: "The platform's own word: IN_PROGRESS, READY, or one that it does not document",
  }),
  ready: flag({ title: 'Ready', description: 'Whether it answers' }),
  modelIds: texts({ title: 'Model IDs', description: 'IDs of the models that it serves' }),
  versionId: v.optional(text({ title: 'Version ID', description: 'ID of the code version that it runs' })),
  version: v.optional(
    text({ title: 'Version', description: 'Name of the code version that it runs', advanced: true }),
  ),
  instanceType: v.optional(
    text({ title: 'Instance Type', description: 'The machine that it runs on', advanced: true }),
  ),
  instanceNumber: v.optional(
    count({ title: 'Instance Number', description: 'How many machines it runs on', advanced: true }),
  ),
  environment: v.optional(
    anything({ title: 'Environment', description: 'Variables that the code was given', advanced: true }),
  ),
  createdAt: v.optional(moment({ title: 'Created At', description: 'When it was created' })),
  modifiedAt: v.optional(
    moment({ title: 'Modified At', description: 'When it was changed last', advanced: true }),
  ),
};

/** @param deploymentId where the answer does not tell */
export const serviceOutput = (service: Service, deploymentId: string) => ({
  serviceId: service.serviceId,
  deploymentId: service.deploymentId ?? deploymentId,
  status: service.status,
  ready: isReady(service.status),
  modelIds: modelIdsOf(service),
  versionId: service.modelVersionId,
  version: service.modelVersion,
  instanceType: service.instanceType,
  instanceNumber: service.instanceNumber,
  environment: service.userEnvVars,
  createdAt: service.createdAt,
  modifiedAt: service.modifiedAt,
});
