import { endpoint, fileUrl, said, service } from '../support/answers.ts';
import { bare, isJson, like, noEntries, O, type Row } from './row.ts';

const D = `${O}/deployments/1111111111111`;
const deployment = { deployment_id: '1111111111111', name: 'd', services: [], creator: {} };
const codeVersion = { version_id: 'ver-a', version: '0.0.1', deployment_id: '1111111111111' };
const id = '1111111111111';
const host = 'https://1200123565071.abeja.example';

export const serviceRows: readonly Row[] = [
  {
    call: '3.5 create a deployment',
    send: (client, signal) => client.createDeployment({ name: 'd' }, signal),
    answer: { status: 200, json: deployment },
    request: `POST ${O}/deployments`,
    json: { name: 'd', description: '' },
    headers: isJson,
    gives: like({ deploymentId: id, name: 'd' }),
  },
  {
    call: '3.5 list the deployments',
    send: (client, signal) => client.getDeployments(signal),
    answer: { status: 200, json: { entries: [deployment] } },
    request: `GET ${O}/deployments`,
    gives: { entries: [like({ deploymentId: id })], total: undefined },
  },
  {
    call: '3.5 read a deployment',
    send: (client, signal) => client.getDeployment(id, signal),
    answer: { status: 200, json: deployment },
    request: `GET ${D}`,
  },
  {
    call: '3.5 rename a deployment',
    send: (client, signal) => client.updateDeployment(id, { name: 'd2' }, signal),
    answer: { status: 200, json: { ...deployment, name: 'd2' } },
    request: `PATCH ${D}`,
    json: { name: 'd2' },
    headers: isJson,
    gives: like({ name: 'd2' }),
  },
  {
    call: '3.5 delete a deployment',
    send: (client, signal) => client.deleteDeployment(id, signal),
    answer: { status: 200, json: { message: '1111111111111 deleted' } },
    request: `DELETE ${D}`,
    headers: bare,
    gives: undefined,
  },
  {
    call: '3.5 create a code version',
    send: (client, signal) =>
      client.createCodeVersion(
        id,
        { version: '0.0.1', handler: 'main:handler', image: 'abeja-inc/all-cpu:18.10', userParameters: {} },
        signal,
      ),
    answer: { status: 200, json: { ...codeVersion, upload_url: fileUrl } },
    request: `POST ${D}/versions`,
    json: {
      version: '0.0.1',
      handler: 'main:handler',
      image: 'abeja-inc/all-cpu:18.10',
      user_parameters: {},
    },
    headers: isJson,
    gives: like({ versionId: 'ver-a', uploadUrl: fileUrl }),
  },
  {
    call: '3.5 create a code version from git',
    send: (client, signal) =>
      client.createCodeVersionFromGit(
        id,
        { gitUrl: 'https://git.example/a.git', gitBranch: 'main', version: '0.0.1', image: 'a/b:1' },
        signal,
      ),
    answer: { status: 200, json: codeVersion },
    request: `POST ${D}/git/versions`,
    json: { git_url: 'https://git.example/a.git', git_branch: 'main', version: '0.0.1', image: 'a/b:1' },
    headers: isJson,
    gives: like({ versionId: 'ver-a' }),
  },
  {
    call: '3.5 list the code versions',
    send: (client, signal) => client.getCodeVersions(id, signal),
    answer: { status: 200, json: { entries: [] } },
    request: `GET ${D}/versions`,
    gives: { ...noEntries, total: undefined },
  },
  {
    call: '3.5 read a code version',
    send: (client, signal) => client.getCodeVersion(id, 'ver-a', signal),
    answer: { status: 200, json: codeVersion },
    request: `GET ${D}/versions/ver-a`,
  },
  {
    call: '3.5 delete a code version',
    send: (client, signal) => client.deleteCodeVersion(id, 'ver-a', signal),
    answer: said,
    request: `DELETE ${D}/versions/ver-a`,
    headers: bare,
  },
  {
    call: '3.5 get the code of a version',
    send: (client, signal) => client.getCodeVersionUrl(id, 'ver-a', signal),
    answer: { status: 200, json: { download_uri: fileUrl } },
    request: `GET ${D}/versions/ver-a/download`,
    gives: fileUrl,
  },
  {
    call: '3.6 create a service',
    send: (client, signal) =>
      client.createService(
        id,
        {
          versionId: 'ver-a',
          instanceType: 'cpu-0.25',
          instanceNumber: 1,
          modelId: '3333333333333',
          environment: { A: 'b', N: 0 },
          minInstanceNumber: 1,
          maxInstanceNumber: 2,
          enableAutoscale: true,
          recordChannelId: '5678901234567',
        },
        signal,
      ),
    answer: { status: 200, json: service },
    request: `POST ${D}/services`,
    json: {
      version_id: 'ver-a',
      instance_type: 'cpu-0.25',
      instance_number: 1,
      models: { alias: '3333333333333' },
      environment: { A: 'b', N: '0' },
      min_instance_number: 1,
      max_instance_number: 2,
      enable_autoscale: true,
      record_channel_id: '5678901234567',
    },
    headers: isJson,
    gives: like({
      serviceId: 'ser-a',
      status: 'IN_PROGRESS',
      models: { alias: { modelId: '3333333333333', jobDefinitionId: undefined } },
    }),
  },
  {
    call: '3.6 create a service with nothing but its version',
    send: (client, signal) => client.createService(id, { versionId: 'ver-a' }, signal),
    answer: { status: 200, json: service },
    request: `POST ${D}/services`,
    json: { version_id: 'ver-a' },
  },
  {
    call: '3.6 list the services',
    send: (client, signal) => client.getServices(id, signal),
    answer: { status: 200, json: { entries: [service], total: 1 } },
    request: `GET ${D}/services`,
    gives: { entries: [like({ serviceId: 'ser-a' })], total: 1 },
  },
  {
    call: '3.6 read a service, with its models in the other shape',
    send: (client, signal) => client.getService(id, 'ser-a', signal),
    answer: {
      status: 200,
      json: { ...service, models: { alias: { model_id: 33, job_definition_id: '44' } }, metrics_url: null },
    },
    request: `GET ${D}/services/ser-a`,
    gives: like({ models: { alias: { modelId: '33', jobDefinitionId: '44' } } }),
  },
  {
    call: '3.6 scale a service',
    send: (client, signal) =>
      client.updateService(
        id,
        'ser-a',
        { instanceNumber: 4, minInstanceNumber: 2, maxInstanceNumber: 6, enableAutoscale: true },
        signal,
      ),
    answer: { status: 200, json: service },
    request: `PATCH ${D}/services/ser-a`,
    json: { instance_number: 4, min_instance_number: 2, max_instance_number: 6, enable_autoscale: true },
    headers: isJson,
  },
  {
    call: '3.6 stop a service',
    send: (client, signal) => client.stopService(id, 'ser-a', signal),
    answer: { status: 200, json: { message: 'ser-a stopped' } },
    request: `POST ${D}/services/ser-a/stop`,
    headers: bare,
    gives: undefined,
  },
  {
    call: '3.6 start a service',
    send: (client, signal) => client.startService(id, 'ser-a', signal),
    answer: said,
    request: `POST ${D}/services/ser-a/start`,
    headers: bare,
  },
  {
    call: '3.6 delete a service',
    send: (client, signal) => client.deleteService(id, 'ser-a', signal),
    answer: said,
    request: `DELETE ${D}/services/ser-a`,
    headers: bare,
  },
  {
    call: '3.6 read the log of a service',
    send: (client, signal) =>
      client.getServiceLogs(
        id,
        'ser-a',
        { nextBackwardToken: 'b1', startTime: '2018-01-01T00:00:00', endTime: '2018-01-02T00:00:00' },
        signal,
      ),
    answer: {
      status: 200,
      json: {
        events: [{ message: 'line', timestamp: '2018-01-01T00:00:00.000000Z' }],
        next_backward_token: 'b2',
        next_forward_token: 'f2',
      },
    },
    request: `GET ${D}/services/ser-a/recentlogs?next_backward_token=b1&start_time=2018-01-01T00%3A00%3A00&end_time=2018-01-02T00%3A00%3A00`,
    gives: {
      events: [{ message: 'line', timestamp: '2018-01-01T00:00:00.000000Z' }],
      nextBackwardToken: 'b2',
      nextForwardToken: 'f2',
    },
  },
  {
    call: '3.6 create an endpoint',
    send: (client, signal) =>
      client.createEndpoint(id, { serviceId: 'ser-a', customAlias: 'default' }, signal),
    answer: { status: 200, json: endpoint },
    request: `POST ${D}/endpoints`,
    json: { service_id: 'ser-a', custom_alias: 'default' },
    headers: isJson,
    gives: { endpointId: 'pnt-a', customAlias: 'default', serviceId: 'ser-a' },
  },
  {
    call: '3.6 list the endpoints',
    send: (client, signal) => client.getEndpoints(id, signal),
    answer: { status: 200, json: { entries: [endpoint] } },
    request: `GET ${D}/endpoints`,
  },
  {
    call: '3.6 read an endpoint',
    send: (client, signal) => client.getEndpoint(id, 'default', signal),
    answer: { status: 200, json: endpoint },
    request: `GET ${D}/endpoints/default`,
  },
  {
    call: '3.6 switch',
    send: (client, signal) => client.pointEndpoint(id, 'default', { serviceId: 'ser-b' }, signal),
    answer: { status: 200, json: { message: 'pnt-a updated' } },
    request: `PATCH ${D}/endpoints/default`,
    json: { service_id: 'ser-b' },
    headers: isJson,
    gives: undefined,
  },
  {
    call: '3.6 delete an endpoint',
    send: (client, signal) => client.deleteEndpoint(id, 'pnt-a', signal),
    answer: said,
    request: `DELETE ${D}/endpoints/pnt-a`,
    headers: bare,
  },
  ...(
    [
      [{}, ''],
      [{ alias: 'blue' }, '/blue'],
      [{ serviceId: 'ser-a' }, '/services/ser-a'],
    ] as const
  ).map(([target, path]): Row => ({
    call: `3.6 call a service at ${path || 'its deployment'}`,
    send: async (client, signal) => {
      const body = { kind: 'bytes', bytes: new TextEncoder().encode('{"x":1}') } as const;
      const call = { body, contentType: 'application/json' };
      (await client.callService({ deploymentId: id, ...target }, call, signal)).body.cancel();
    },
    answer: { status: 200, text: 'anything' },
    request: `POST ${host}/deployments/${id}${path}`,
    json: { x: 1 },
    headers: { ...isJson, accept: '*/*' },
  })),
];
