import '@modelferry/testkit/n8n-env';
import 'reflect-metadata';
import { PackageDirectoryLoader } from 'n8n-core';
import type { INodeTypeDescription } from 'n8n-workflow';
import { packedFolder } from './support/packed.ts';

const load = async () => {
  const loader = new PackageDirectoryLoader(packedFolder);
  await loader.loadAll();
  return loader;
};
let loader: Awaited<ReturnType<typeof load>>;
beforeAll(async () => {
  loader = await load();
});

test('n8n finds the node and its credentials', () => {
  expect(loader.known.nodes).toEqual({
    predictionOne: {
      className: 'PredictionOne',
      sourcePath: 'dist/nodes/PredictionOne/PredictionOne.node.js',
    },
  });
  expect(Object.keys(loader.known.credentials).sort()).toEqual([
    'predictionOneManagementApi',
    'predictionOnePredictionApi',
    'predictionOneRetrainApi',
  ]);
});

test('every credential serves the node', () => {
  for (const { supportedNodes } of Object.values(loader.known.credentials)) {
    expect(supportedNodes).toEqual(['predictionOne']);
  }
});

test('icons become URLs that n8n serves', () => {
  const shown = [...loader.types.nodes, ...loader.types.credentials];
  expect(shown).toHaveLength(4);
  for (const { iconUrl } of shown) {
    expect(iconUrl).toEqual({
      light: 'icons/n8n-nodes-prediction-one/dist/icons/prediction-one.svg',
      dark: 'icons/n8n-nodes-prediction-one/dist/icons/prediction-one.dark.svg',
    });
  }
});

test('the codex is read whole', () => {
  const [node] = loader.types.nodes as readonly INodeTypeDescription[];
  expect(node?.codex).toMatchObject({
    categories: ['Analytics', 'Data & Storage'],
    alias: expect.arrayContaining(['Retrain']) as string[],
    resources: { primaryDocumentation: [{ url: expect.any(String) as string }] },
  });
});
