import { valueOf } from '@modelferry/testkit';
import { source } from '../../support/answers.ts';
import type { Stage } from '../../support/stage.ts';
import type { Inputs, Scenario } from './scenario.ts';

const deploymentId = ({ platform }: Stage): string => platform.deployment.id;

/** A model that no service serves yet. */
function otherModel({ platform }: Stage): Inputs {
  const [, other] = platform.jobDefinitions;
  return { definition: other?.name, modelId: other?.modelId };
}

/** A service that no endpoint points to. */
async function service(stage: Stage): Promise<Inputs> {
  const { id, versionId } = stage.platform.deployment;
  const { modelId } = otherModel(stage);
  const given = { deploymentId: id, versionId, modelId };
  return {
    deploymentId: id,
    serviceId: valueOf(await stage.perform('service.create', given))['serviceId'],
  };
}

const ready = { status: 'READY', ready: true };

export const servingScenarios: readonly Scenario[] = [
  {
    name: 'service.switchModel',
    calls: {
      ...{ trainingModel: 'read', services: 'read', serviceCreate: 'create', service: 'lookup' },
      endpoint: 'lookup',
      ...{ serviceCall: 'ask', endpointUpdate: 'set', endpoints: 'read', serviceStop: 'set' },
    },
    inputs: async (stage) => ({
      ...{ deploymentId: deploymentId(stage), ...otherModel(stage), stopPrevious: true },
      sampleFile: source('row.json', '{"Beak Length (mm)": 39}'),
    }),
    gives: { switched: true, previousStopped: true, status: 'READY' },
    done: (stage) => expect(stage.state).toMatchObject({ servicesCreated: 1, switches: 1 }),
  },
  {
    name: 'service.rollBack',
    calls: { service: 'read', endpoint: 'lookup', endpointUpdate: 'set' },
    inputs: service,
    gives: { switched: true },
    done: (stage) => expect(stage.state.switches).toBe(1),
  },
  {
    name: 'service.create',
    calls: { services: 'read', serviceCreate: 'create', service: 'poll' },
    inputs: async (stage) => ({
      deploymentId: deploymentId(stage),
      versionId: stage.platform.deployment.versionId,
    }),
    gives: ready,
    done: (stage) => expect(stage.state.servicesCreated).toBe(1),
  },
  { name: 'service.get', calls: { service: 'read' }, inputs: service, gives: ready },
  {
    name: 'service.getMany',
    calls: { services: 'read' },
    inputs: async (stage) => ({ deploymentId: deploymentId(stage) }),
    gives: [ready],
  },
  {
    name: 'service.start',
    calls: { service: 'read', serviceStart: 'set' },
    async inputs(stage) {
      const given = await service(stage);
      await stage.perform('service.stop', given);
      return given;
    },
    gives: ready,
  },
  {
    name: 'service.stop',
    calls: { endpoints: 'read', service: 'read', serviceStop: 'set' },
    inputs: service,
    gives: { stopped: true },
  },
  {
    name: 'service.delete',
    calls: { endpoints: 'read', serviceDelete: 'set' },
    inputs: service,
    gives: { deleted: true },
  },
];
