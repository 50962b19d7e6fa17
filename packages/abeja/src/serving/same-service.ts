import type { Service } from '../client/serving/service.ts';
import type { ServiceSettings } from '../client/serving/services.ts';

/** The models of a service, by their IDs. */
export const modelIdsOf = ({ models }: Service): readonly string[] =>
  Object.values(models ?? {}).map(({ modelId }) => modelId);

/** Whether a service has this model, or none where none is wanted. */
export const servesModel = (service: Service, modelId: string | undefined): boolean =>
  modelId === undefined ? modelIdsOf(service).length === 0 : modelIdsOf(service).includes(modelId);

/** Whether a service is as it was asked for: of this code, with this model, on such a machine (5.2). */
export const isSameService = (service: Service, wanted: ServiceSettings): boolean =>
  service.modelVersionId === wanted.versionId &&
  servesModel(service, wanted.modelId) &&
  (wanted.instanceType === undefined ||
    service.instanceType === undefined ||
    service.instanceType === wanted.instanceType);
