import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { INodeProperties } from 'n8n-workflow';
import { examples } from '../src/examples/examples.ts';
import { paths } from '../src/host/paths.ts';
import type { WorkflowFile } from '../src/n8n/n8n-rest.ts';

const predictionOne = 'n8n-nodes-prediction-one.predictionOne';
const dataRobot = 'n8n-nodes-datarobot.dataRobot';
const dataRobotTrigger = 'n8n-nodes-datarobot.dataRobotTrigger';
const abeja = 'n8n-nodes-abeja.abeja';
const abejaTrigger = 'n8n-nodes-abeja.abejaTrigger';
const ourTriggers: readonly string[] = [dataRobotTrigger, abejaTrigger];
const ours: readonly string[] = [predictionOne, dataRobot, abeja, ...ourTriggers];
const note = 'n8n-nodes-base.stickyNote';
const trigger = 'n8n-nodes-base.manualTrigger';
const schedule = 'n8n-nodes-base.scheduleTrigger';
const webhook = 'n8n-nodes-base.webhook';
const knownTypes = [
  ...ours,
  note,
  trigger,
  schedule,
  webhook,
  ...[
    'code',
    'convertToFile',
    'dataTable',
    'extractFromFile',
    'if',
    'merge',
    'noOp',
    'readWriteFile',
    'removeDuplicates',
    'set',
  ].map((name) => `n8n-nodes-base.${name}`),
  ...['switch', 'wait'].map((name) => `n8n-nodes-base.${name}`),
];
const credentialTypes = [
  'predictionOneManagementApi',
  'predictionOneRetrainApi',
  'predictionOnePredictionApi',
  'dataRobotApi',
  'abejaApi',
];

/** n8n puts it into the form of every node that polls. */
const pollTimes: INodeProperties = {
  displayName: 'Poll Times',
  name: 'pollTimes',
  type: 'fixedCollection',
  default: {},
};
const propertiesOf = (folder: string, node: string) =>
  jest.requireActual<{ readonly properties: readonly INodeProperties[] }>(
    join(paths.root, 'packages', folder, 'nodes', node, 'properties.ts'),
  ).properties;
const formOf: Readonly<Record<string, readonly INodeProperties[]>> = {
  [predictionOne]: propertiesOf('n8n-nodes-prediction-one', 'PredictionOne'),
  [dataRobot]: propertiesOf('n8n-nodes-datarobot', 'DataRobot'),
  [dataRobotTrigger]: [pollTimes, ...propertiesOf('n8n-nodes-datarobot', 'DataRobotTrigger')],
  [abeja]: propertiesOf('n8n-nodes-abeja', 'Abeja'),
  [abejaTrigger]: [pollTimes, ...propertiesOf('n8n-nodes-abeja', 'AbejaTrigger')],
};

type OurNode = Pick<WorkflowFile['nodes'][number], 'type' | 'parameters'>;

/** What n8n shows of our node for these parameters, with the choices that each leaves. */
function shown({ type, parameters }: OurNode): readonly INodeProperties[] {
  const properties = formOf[type] ?? [];
  return properties.filter(({ displayOptions }) =>
    Object.entries(displayOptions?.show ?? {}).every(([name, values]) => {
      const initial = properties.find((one) => one.name === name)?.default;
      return values?.some((value) => value === (parameters[name] ?? initial));
    }),
  );
}

const namesOf = (entries: INodeProperties['options'] = []) => entries.map(({ name }) => name);

type Links = Readonly<Record<string, { readonly main: readonly (readonly { readonly node: string }[])[] }>>;

const workflowsIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.json'));

const files = workflowsIn(paths.examples);
/** Run by `npm run e2e -- queue`. */
const queueFiles = workflowsIn(join(paths.examples, 'queue-mode')).map((name) => join('queue-mode', name));

test('the playground runs every file, and every file that it runs is there', () => {
  expect([...new Set(examples.map(({ file }) => file))].sort()).toEqual([...files].sort());
});

test('the README names every file', () => {
  const readme = readFileSync(join(paths.examples, 'README.md'), 'utf8');
  for (const file of [...files, ...queueFiles]) expect(readme).toContain(basename(file));
});

describe.each([...files, ...queueFiles])('%s', (file) => {
  const text = readFileSync(join(paths.examples, file), 'utf8');
  const workflow = JSON.parse(text) as WorkflowFile;
  const names = workflow.nodes.map(({ name }) => name);
  const ofType = (type: string) => workflow.nodes.filter((node) => node.type === type);
  const ourNodes = workflow.nodes.filter(({ type }) => ours.includes(type));

  test('its nodes are of types that n8n or we bring, and have names of their own', () => {
    for (const { type } of workflow.nodes) expect(knownTypes).toContain(type);
    expect(new Set(names).size).toBe(names.length);
  });

  test('its connections lead from node to node, and reach every node but the notes', () => {
    const links = workflow.connections as Links;
    const reached = Object.values(links).flatMap(({ main }) => main.flat().map(({ node }) => node));
    for (const name of [...Object.keys(links), ...reached]) expect(names).toContain(name);
    for (const { name, type } of workflow.nodes) {
      if (![note, webhook].includes(type) && !type.endsWith('Trigger')) expect(reached).toContain(name);
    }
  });

  test('it starts by hand, by a webhook or by our trigger, explains itself, and uses our node', () => {
    expect([trigger, webhook, ...ourTriggers].flatMap(ofType)).toHaveLength(1);
    expect(String(ofType(note)[0]?.parameters.content)).toMatch(/^## /);
    expect(ourNodes.length).toBeGreaterThan(0);
  });

  test('our nodes have no parameter that n8n would not show', () => {
    for (const node of ourNodes) {
      const { parameters } = node;
      const form = shown(node);
      for (const name of Object.keys(parameters)) expect(form.map((one) => one.name)).toContain(name);
      for (const { name, options } of form.filter(({ type }) => type === 'options')) {
        const choices = options?.map((option) => ('value' in option ? option.value : option.name));
        if (name in parameters) expect(choices).toContain(parameters[name]);
      }
      const collection = form.find(({ name }) => name === 'options');
      for (const name of Object.keys(parameters.options ?? {}))
        expect(namesOf(collection?.options)).toContain(name);
    }
  });

  test('our nodes leave out no parameter that n8n requires', () => {
    for (const node of ourNodes) {
      for (const { name, required } of shown(node))
        if (required) expect(Object.keys(node.parameters)).toContain(name);
    }
  });

  test('our nodes name their credentials by type and name alone', () => {
    for (const { credentials } of ourNodes) {
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
