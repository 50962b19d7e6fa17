import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { examples } from '../src/examples/examples.ts';
import { paths } from '../src/host/paths.ts';
import type { WorkflowFile } from '../src/n8n/n8n-rest.ts';

const ours = 'n8n-nodes-prediction-one.predictionOne';
const note = 'n8n-nodes-base.stickyNote';
const trigger = 'n8n-nodes-base.manualTrigger';
const knownTypes = [
  ours,
  note,
  trigger,
  ...['convertToFile', 'extractFromFile', 'if', 'merge', 'noOp', 'readWriteFile', 'set', 'wait'].map(
    (name) => `n8n-nodes-base.${name}`,
  ),
];
const operations: Readonly<Record<string, readonly string[]>> = {
  model: [
    'retrain',
    'getRetraining',
    'waitForRetraining',
    'downloadResult',
    'switch',
    'train',
    'getMany',
    'delete',
  ],
  predictionApi: ['create', 'getMany', 'update', 'delete'],
  prediction: ['predict'],
};
const credentialTypes = [
  'predictionOneManagementApi',
  'predictionOneRetrainApi',
  'predictionOnePredictionApi',
];

type Links = Readonly<Record<string, { readonly main: readonly (readonly { readonly node: string }[])[] }>>;

const files = readdirSync(paths.examples).filter((name) => name.endsWith('.json'));

test('the playground runs every file, and every file that it runs is there', () => {
  expect(examples.map(({ file }) => file).sort()).toEqual([...files].sort());
});

test('the README names every file', () => {
  const readme = readFileSync(join(paths.examples, 'README.md'), 'utf8');
  for (const file of files) expect(readme).toContain(file);
});

describe.each(files)('%s', (file) => {
  const text = readFileSync(join(paths.examples, file), 'utf8');
  const workflow = JSON.parse(text) as WorkflowFile;
  const names = workflow.nodes.map(({ name }) => name);
  const ofType = (type: string) => workflow.nodes.filter((node) => node.type === type);

  test('its nodes are of types that n8n or we bring, and have names of their own', () => {
    for (const { type } of workflow.nodes) expect(knownTypes).toContain(type);
    expect(new Set(names).size).toBe(names.length);
  });

  test('its connections lead from node to node, and reach every node but the notes', () => {
    const links = workflow.connections as Links;
    const reached = Object.values(links).flatMap(({ main }) => main.flat().map(({ node }) => node));
    for (const name of [...Object.keys(links), ...reached]) expect(names).toContain(name);
    for (const { name, type } of workflow.nodes) {
      if (type !== note && type !== trigger) expect(reached).toContain(name);
    }
  });

  test('it starts by hand, explains itself, and uses our node', () => {
    expect(ofType(trigger)).toHaveLength(1);
    expect(String(ofType(note)[0]?.parameters.content)).toMatch(/^## /);
    expect(ofType(ours).length).toBeGreaterThan(0);
  });

  test('our nodes name an operation that there is, and a credential by type and name alone', () => {
    for (const { parameters, credentials } of ofType(ours)) {
      expect(operations[String(parameters.resource)]).toContain(parameters.operation);
      const entries = Object.entries(credentials ?? {});
      expect(entries.length).toBeGreaterThan(0);
      for (const [type, { id, name }] of entries) {
        expect(credentialTypes).toContain(type);
        expect({ id, name }).toEqual({ id: '', name: expect.stringMatching(/./) });
      }
    }
  });

  test('it holds no path of a machine', () => {
    expect(text).not.toMatch(/"(\/|[A-Z]:\\)[a-z]/);
  });
});
