import { join } from 'node:path';
import {
  limitGate,
  makeTable,
  median,
  medianRatio,
  ratioGate,
  startSink,
  type Bench,
  type BenchReport,
  type Sink,
  type TableFile,
} from '../harness/index.ts';
import { fileItem, n8nStage } from '../n8n/n8n-stage.ts';
import { aboveIdleMb, type NodeRun, type NodeToRun } from '../n8n/node-run.ts';
import { startVendor } from './vendor.ts';

const mib = 1024 * 1024;

/** The two nodes that are compared. */
const ours = 'Prediction One node';
const peer = 'HTTP Request node';

type UploadCost = Pick<NodeRun, 'wallMs' | 'idleBytes' | 'peakBytes'>;

/** A file from n8n's binary data to a presigned URL, through our node and through n8n's own HTTP Request node. */
export const n8nUploadBench: Bench = async (context) => {
  const { folder, quick, signal, log } = context;
  const rounds = quick ? 2 : 5;
  const n8n = await n8nStage(context, 'n8n-nodes-prediction-one');

  log('writing the files into the binary store of n8n');
  const large = await makeTable(join(folder, 'large.csv'), quick ? 256 * mib : 1024 * mib, signal);
  const small = await makeTable(join(folder, 'small.csv'), mib, signal);
  const [file, warmUp] = [fileItem(await n8n.store(large)), fileItem(await n8n.store(small))];

  const uploadWith = async (sink: Sink, name: string): Promise<UploadCost> => {
    const vendor = await startVendor(`${sink.url}/upload?signature=bench`);
    try {
      const node = name === ours ? ourNode(n8n.packed, vendor.url) : httpRequestNode(`${sink.url}/upload`);
      const { wallMs, idleBytes, peakBytes } = await n8n.run(node, [warmUp], [file]);
      for (const { bytes, crc } of [small, large]) {
        const received = await sink.next();
        const wrong = received.bytes !== bytes || (received.crc !== undefined && received.crc !== crc);
        if (wrong) throw new Error(`What the ${name} sent is not what it was given.`);
      }
      return { wallMs, idleBytes, peakBytes };
    } finally {
      vendor.close();
    }
  };

  const reading = await startSink(context, { crc: true });
  try {
    for (const name of [ours, peer]) await uploadWith(reading, name);
    log(`${(large.bytes / mib).toFixed(0)} MiB arrived as they were, from both nodes (CRC-32 ${large.crc})`);
  } finally {
    await reading.close();
  }

  const costs = new Map<string, UploadCost[]>([
    [ours, []],
    [peer, []],
  ]);
  const sink = await startSink(context);
  try {
    for (let round = 1; round <= rounds; round++) {
      for (const [name, found] of costs) {
        const cost = await uploadWith(sink, name);
        found.push(cost);
        const seconds = (cost.wallMs / 1e3).toFixed(2);
        log(`round ${round}/${rounds}: ${name} ${seconds} s, ${aboveIdleMb(cost).toFixed(0)} MB above idle`);
      }
    }
  } finally {
    await sink.close();
  }
  return reportOf({ version: n8n.version, rounds, large, costs });
};

const ourNode = (packed: string, vendorUrl: string): NodeToRun => ({
  nodeFile: join(packed, 'dist', 'nodes', 'PredictionOne', 'PredictionOne.node.js'),
  typeVersion: 1,
  parameters: {
    resource: 'model',
    operation: 'retrain',
    retrainKeys: 'retrainKey',
    trainingDataFrom: 'binary',
    trainingDataBinaryField: 'data',
    waitForCompletion: false,
  },
  credentials: { predictionOneRetrainApi: { region: 'custom', baseUrl: vendorUrl, apiKey: 'bench-key' } },
  headers: { 'x-api-key': 'bench-key' },
});

const httpRequestNode = (url: string): NodeToRun => ({
  nodeFile: 'n8n-nodes-base/dist/nodes/HttpRequest/HttpRequest.node.js',
  typeVersion: 4.2,
  parameters: {
    method: 'PUT',
    url,
    sendBody: true,
    contentType: 'binaryData',
    inputDataFieldName: 'data',
    options: { timeout: 3_600_000 },
  },
  credentials: {},
});

interface Found {
  readonly version: string;
  readonly rounds: number;
  readonly large: TableFile;
  readonly costs: ReadonlyMap<string, readonly UploadCost[]>;
}

function reportOf({ version, rounds, large, costs }: Found): BenchReport {
  const of = (name: string) => costs.get(name) ?? [];
  const walls = (name: string) => of(name).map(({ wallMs }) => wallMs);
  const aboveMb = (name: string) => of(name).map(aboveIdleMb);
  const size = `${(large.bytes / mib).toFixed(0)} MiB`;
  return {
    title: 'Upload from n8n binary data',
    conditions: [
      `A CSV of ${size} in n8n's binary store on the file system, by one PUT to a program in C that throws it away.`,
      `Both nodes run under the execution context of n8n ${version}, each time in a fresh process; ours as npm packs it.`,
      'Ours also asks the vendor for the upload address and looks at the head of the table; both are in its time.',
      'Memory is the highest resident set above the highest one after a first upload of 1 MiB, by the kernel.',
      `${rounds} rounds, both nodes in turn in each. Times are medians; ratios are taken in each round, then the median.`,
      `Contents are proven in a pass of their own: the CRC-32 at the receiver was that of the file (${large.crc}).`,
    ],
    tables: [
      {
        title: size,
        columns: [
          '',
          'time, s',
          `speed over the ${peer}`,
          'idle peak, MB',
          'above idle, MB (median)',
          '(highest)',
        ],
        rows: [ours, peer].map((name) => [
          name,
          (median(walls(name)) / 1e3).toFixed(2),
          medianRatio(walls(peer), walls(name)).toFixed(2),
          median(of(name).map(({ idleBytes }) => idleBytes / 1e6)).toFixed(0),
          median(aboveMb(name)).toFixed(0),
          Math.max(...aboveMb(name)).toFixed(0),
        ]),
      },
    ],
    gates: [
      limitGate(`highest memory of the ${ours} above idle, ${size}`, Math.max(...aboveMb(ours)), 120, 'MB'),
      ratioGate(`speed of the ${ours} over the ${peer}`, medianRatio(walls(peer), walls(ours)), 1),
    ],
    measurements: Object.fromEntries(costs),
  };
}
