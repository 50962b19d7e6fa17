import type { AbejaPlatform } from './platform.ts';

/** How to reach ABEJA Platform, with credentials that work, and what is there from the start. */
export interface AbejaDescription {
  /** Of the API, of presigned URLs, and of the service host's paths. */
  readonly baseUrl: string;
  readonly serviceBaseUrl: string;
  readonly organization: { readonly id: string; readonly name: string };
  readonly user: { readonly id: string; readonly token: string };
  /** May read and call, and not change. */
  readonly regularUser: { readonly id: string; readonly token: string };
  readonly bearerToken: string;
  /** May upload to the channel. */
  readonly datasource: { readonly id: string; readonly secret: string };
  readonly channel: {
    readonly id: string;
    readonly name: string;
    readonly files: readonly { readonly id: string; readonly name: string }[];
  };
  readonly datasets: readonly { readonly id: string; readonly name: string }[];
  /** Each with one version and one model. */
  readonly jobDefinitions: readonly {
    readonly id: string;
    readonly name: string;
    readonly version: number;
    readonly modelId: string;
    /** The column that its jobs learn to predict. */
    readonly target: string;
  }[];
  readonly deployment: {
    readonly id: string;
    readonly name: string;
    readonly versionId: string;
    readonly serviceId: string;
    readonly endpointId: string;
    readonly endpointAlias: string;
  };
}

/** Taken once, right after the preset state was loaded: later changes do not belong in it. */
export function describeAbeja(platform: AbejaPlatform, baseUrl: string): AbejaDescription {
  const { organization, bearerToken } = platform;
  const [user, regularUser] = platform.users.map(({ id, token }) => ({ id, token }));
  const [datasource] = platform.datasources.values();
  const [channel] = platform.channels.values();
  const [deployment] = platform.deployments.values();
  const [version] = deployment?.versions.values() ?? [];
  const [endpoint] = deployment?.endpoints.values() ?? [];
  if (!user || !regularUser || !datasource || !channel || !deployment || !version || !endpoint)
    throw new Error('The preset state is not loaded.');
  return {
    ...{ baseUrl, serviceBaseUrl: baseUrl, organization: { ...organization } },
    ...{ user, regularUser, bearerToken },
    datasource: { id: datasource.id, secret: datasource.secret },
    channel: {
      ...{ id: channel.id, name: channel.name },
      files: [...channel.files.values()].map(({ id, metadata }) => ({
        id,
        name: metadata['x-abeja-meta-filename'] ?? '',
      })),
    },
    datasets: [...platform.datasets.values()].map(({ id, name }) => ({ id, name })),
    jobDefinitions: [...platform.definitions.values()].map(({ id, name, versions, models }) => ({
      ...{ id, name, version: versions[0]?.number ?? 0, modelId: models[0]?.id ?? '' },
      target: String(versions[0]?.environment.TARGET),
    })),
    deployment: {
      ...{ id: deployment.id, name: deployment.name, versionId: version.id },
      ...{ serviceId: endpoint.serviceId, endpointId: endpoint.id, endpointAlias: endpoint.alias },
    },
  };
}
