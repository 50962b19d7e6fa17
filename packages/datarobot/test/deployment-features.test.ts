import { dataRobot } from '../src/index.ts';
import { endpoint, scriptedRun } from './support/scripted-run.ts';

const columnsOf = dataRobot.columnLookups['deploymentFeatures']!;
const feature = (name: string, featureType: string | null, dateFormat: string | null = null) => ({
  ...{ name, featureType, dateFormat },
});

test('columns have the types of the features, page after page, and none must be there', async () => {
  const { context, transport } = scriptedRun([
    {
      status: 200,
      json: {
        data: [feature('age', 'Numeric'), feature('share', 'Percentage'), feature('is new', 'Boolean')],
        next: 'https://elsewhere.example/more',
      },
    },
    {
      status: 200,
      json: {
        data: [feature('day', 'Date'), feature('own day', 'Date', '%d.%m.%Y'), feature('x', null)],
        next: null,
      },
    },
  ]);
  expect(await columnsOf(context, { deploymentId: ' d1 ' })).toEqual([
    { name: 'age', type: 'number', required: false },
    { name: 'share', type: 'number', required: false },
    { name: 'is new', type: 'boolean', required: false },
    { name: 'day', type: 'date', required: false },
    { name: 'own day', type: 'text', required: false },
    { name: 'x', type: 'text', required: false },
  ]);
  expect(transport.requests.map(({ url }) => url)).toEqual([
    `${endpoint}/deployments/d1/features/?offset=0&limit=100`,
    `${endpoint}/deployments/d1/features/?offset=3&limit=100`,
  ]);
});

test('without a deployment there are none', async () => {
  const { context } = scriptedRun([]);
  expect(await columnsOf(context, { deploymentId: '' })).toEqual([]);
  expect(await columnsOf(context, {})).toEqual([]);
});
