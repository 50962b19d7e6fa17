import { times } from '../dates.ts';
import type { AbejaVariants } from '../variants.ts';
import type { CodeVersion } from './code-version.ts';
import type { Deployment, Endpoint } from './deployment.ts';
import type { Run } from './run.ts';
import type { Service } from './service.ts';
import type { Trigger } from './trigger.ts';

type Shown = Record<string, unknown>;

export function deploymentObject(deployment: Deployment, variants: AbejaVariants): Shown {
  const { id, name, description, services, endpoints, runs, triggers } = deployment;
  return {
    ...{ deployment_id: id, name, description, creator: {}, default_environment: {} },
    runs: [...runs.values()].map((run) => runObject(deployment, run)),
    services: [...services.values()].map((service) => serviceObject(deployment, service, variants)),
    triggers: [...triggers.values()].map((trigger) => triggerObject(deployment, trigger)),
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

export function runObject({ id: deploymentId }: Deployment, run: Run): Shown {
  const { id, version, environment, inputData, retryCount, triggerId } = run.facts;
  return {
    ...{ run_id: id, status: run.status, deployment_id: deploymentId, model_version_id: version.id },
    ...{ model_version: version.version, input_data: inputData, retry_count: retryCount },
    ...{ user_env_vars: environment, trigger_id: triggerId ?? null },
    ...times(run),
  };
}

export function triggerObject({ id: deploymentId }: Deployment, trigger: Trigger): Shown {
  const { version_id: versionId, models, environment, retry_count: retries } = trigger.fields;
  return {
    ...{ trigger_id: trigger.id, deployment_id: deploymentId, model_version_id: versionId, models },
    ...{ input_service_name: 'datalake', input_service_id: trigger.channelId },
    ...{ retry_count: retries, user_env_vars: environment },
    ...times(trigger),
  };
}

export function endpointObject({ id, alias, serviceId, outdated }: Endpoint): Shown {
  return { endpoint_id: id, custom_alias: alias, service_id: outdated?.serviceId ?? serviceId };
}

function statusOf({ status }: Service, variants: AbejaVariants): string {
  if (!variants.has('service-odd-status')) return status;
  return status === 'IN_PROGRESS' ? 'PREPARING' : status === 'STOPPED' ? 'SUSPENDED' : status;
}
