import { storedZip } from '@modelferry/upload';
import { source } from '../../support/answers.ts';
import type { Stage } from '../../support/stage.ts';
import type { Inputs, Scenario } from './scenario.ts';

const definition = 'cars-fuel';
const modelId = ({ platform }: Stage): string =>
  platform.jobDefinitions.find(({ name }) => name === definition)?.modelId ?? '';
const model = async (stage: Stage): Promise<Inputs> => ({ definition, modelId: modelId(stage) });
const itself = { modelId: expect.any(String) as string };

export const modelScenarios: readonly Scenario[] = [
  {
    name: 'model.create',
    calls: { trainingModelCreate: 'create' },
    inputs: async () => ({
      ...{ definition, file: storedZip('m.zip', [{ path: 'w', source: source('w') }]) },
    }),
    gives: itself,
    done: (stage) => expect(stage.state.modelsCreated).toBe(1),
  },
  { name: 'model.get', calls: { trainingModel: 'read' }, inputs: model, gives: itself },
  {
    name: 'model.getMany',
    calls: { trainingModels: 'read' },
    inputs: async () => ({ definition }),
    gives: [itself],
  },
  {
    name: 'model.update',
    calls: { trainingModelUpdate: 'set', trainingModel: 'read' },
    inputs: async (stage) => ({ ...(await model(stage)), description: 'new' }),
    gives: { ...itself, description: 'new' },
  },
  {
    name: 'model.archive',
    calls: { trainingModelArchive: 'set', trainingModel: 'read' },
    inputs: model,
    gives: { archived: true },
  },
  {
    name: 'model.unarchive',
    calls: { trainingModelUnarchive: 'set', trainingModel: 'read' },
    inputs: model,
    gives: { archived: false },
  },
  {
    name: 'model.download',
    calls: { trainingModelDownload: 'read', download: 'download' },
    inputs: model,
    gives: itself,
    done: (_, { files }) => expect(files.size).toBe(1),
  },
];
