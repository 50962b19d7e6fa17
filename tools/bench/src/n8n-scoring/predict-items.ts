import { presetCsv } from '@modelferry/sandbox';
import type { InputItem, NodeRun, NodeToRun } from '../n8n/node-run.ts';
import { predictCars, predictionRoute } from './predict-cars.ts';
import type { ScoringStage } from './scoring-stage.ts';

export const ours = 'DataRobot node';
export const peer = 'HTTP Request node';

/** Items that were scored at once. */
export interface ItemsPrediction extends Pick<NodeRun, 'wallMs' | 'idleBytes' | 'peakBytes'> {
  readonly requests: number;
}

/** How many items a run is warmed up with. */
const warmUpItems = 10;

/** Scores items with our node. @throws Error when one of them has not its own prediction, or stands elsewhere */
export async function predictItems(stage: ScoringStage, count: number): Promise<ItemsPrediction> {
  const node = stage.node({
    ...{ resource: 'prediction', operation: 'predict', server: 'deployment', simplify: false },
    rows: { mappingMode: 'autoMapInputData', value: null },
    options: { passthroughColumns: 'id' },
  });
  return run(stage, node, count, 1, ({ prediction, passthroughValues }) => ({
    id: (passthroughValues as { readonly id?: unknown }).id,
    prediction,
  }));
}

/** The same with n8n's HTTP Request node, as it is set up by hand: a request for each item. */
export async function predictItemsByHttpRequest(
  stage: ScoringStage,
  count: number,
): Promise<ItemsPrediction> {
  const { url, headers } = predictionRoute(stage);
  const node: NodeToRun = {
    nodeFile: 'n8n-nodes-base/dist/nodes/HttpRequest/HttpRequest.node.js',
    typeVersion: 4.2,
    parameters: {
      ...{ method: 'POST', url: `${url}?passthroughColumns=id`, authentication: 'none' },
      sendHeaders: true,
      headerParameters: {
        parameters: Object.entries(headers).map(([name, value]) => ({ name, value })),
      },
      ...{ sendBody: true, contentType: 'json', specifyBody: 'json' },
      jsonBody: '={{ JSON.stringify([$json]) }}',
      options: {},
    },
    credentials: {},
  };
  return run(stage, node, count, warmUpItems, ({ data }) => {
    const [first] = data as readonly { prediction: unknown; passthroughValues: { id: unknown } }[];
    return { id: first?.passthroughValues.id, prediction: first?.prediction };
  });
}

async function run(
  stage: ScoringStage,
  node: NodeToRun,
  count: number,
  warmUpRequests: number,
  read: (json: Readonly<Record<string, unknown>>) => { readonly id: unknown; readonly prediction: unknown },
): Promise<ItemsPrediction> {
  const { lines } = await predictCars(stage);
  const before = await stage.lastRequest();
  const { output, files: _, ...cost } = await stage.n8n.run(node, carItems(warmUpItems), carItems(count));
  const requests = (await stage.predictRequestsAfter(before)) - warmUpRequests;
  if (output.length !== count) throw new Error(`${count} items became ${output.length}.`);
  for (const [index, { json, pairedItem }] of output.entries()) {
    const { id, prediction } = read(json);
    const right = Number(lines[index % lines.length]) === Number(prediction);
    if (!right || Number(id) !== index || pairedItem?.item !== index) {
      throw new Error(`Item ${index} has not its own prediction: ${JSON.stringify(json)}`);
    }
  }
  return { ...cost, requests };
}

/** Items of cars, over and over, each with a number of its own. */
function carItems(count: number): readonly InputItem[] {
  const [head = [], ...rows] = presetCsv('cars.json')
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
  return Array.from({ length: count }, (_, id) => {
    const cells = rows[id % rows.length] ?? [];
    return { json: { id, ...Object.fromEntries(head.map((name, column) => [name, cells[column]])) } };
  });
}
