import { times } from '../dates.ts';
import type { AbejaVariants } from '../variants.ts';
import type { CodeVersion, Deployment, Endpoint } from './deployment.ts';
import type { Service } from './service.ts';

type Shown = Record<string, unknown>;

export function deploymentObject(deployment: Deployment, variants: AbejaVariants): Shown {
  const { id, name, description, services, endpoints } = deployment;
  return {
    ...{ deployment_id: id, name, description, creator: {}, default_environment: {}, runs: [] },
    services: [...services.values()].map((service) => serviceObject(deployment, service, variants)),
    triggers: [],
    endpoints: [...endpoints.values()].map((endpoint) => endpointObject(endpoint)),
    ...times(deployment),
  };
}

export function codeVersionObject({ id: deploymentId }: Deployment, code: CodeVersion): Shown {
  const { id, version, handler, image, userParameters } = code;
  return {
    ...{ version_id: id, version, deployment_id: deploymentId, handler, image },
    user_parameters: userParameters,
    ...times(code),
  };
}

/** @param isListed then `models` has the other of its two shapes */
export function serviceObject(
  { id: deploymentId }: Deployment,
  service: Service,
  variants: AbejaVariants,
  isListed = false,
): Shown {
  const { model, version, size, instanceType, environment, recordChannelId } = service;
  const alias = isListed && model ? { model_id: model.id, job_definition_id: model.definitionId } : model?.id;
  return {
    service_id: service.id,
    deployment_id: deploymentId,
    models: alias === undefined ? {} : { alias },
    model_version: version.version,
    model_version_id: version.id,
    status: statusOf(service, variants),
    ...size,
    instance_type: instanceType,
    metrics_url: null,
    user_env_vars: environment,
    record_channel_id: recordChannelId,
    ...times(service),
  };
}

export function endpointObject({ id, alias, serviceId, outdated }: Endpoint): Shown {
  return { endpoint_id: id, custom_alias: alias, service_id: outdated?.serviceId ?? serviceId };
}

function statusOf({ status }: Service, variants: AbejaVariants): string {
  if (!variants.has('service-odd-status')) return status;
  return status === 'IN_PROGRESS' ? 'PREPARING' : status === 'STOPPED' ? 'SUSPENDED' : status;
}
