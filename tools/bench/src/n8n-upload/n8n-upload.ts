import { join } from 'node:path';
import {
  limitGate,
  makeTable,
  median,
  medianRatio,
  ratioGate,
  runChild,
  startSink,
  type Bench,
  type BenchContext,
  type BenchReport,
  type Sink,
  type TableFile,
} from '../harness/index.ts';
import { cachedN8n } from './cached-n8n.ts';
import type { NodeTask, UploadCost } from './node-process.ts';
import { packedNode } from './packed-node.ts';
import { startVendor } from './vendor.ts';

const mib = 1024 * 1024;
const root = join(import.meta.dirname, '..', '..', '..', '..');
const program = join(import.meta.dirname, 'node-process.ts');

/** The two nodes that are compared. */
const ours = 'Prediction One node';
const peer = 'HTTP Request node';

/** What of n8n's a node needs to be run. */
type NodeToRun = Pick<
  Extract<NodeTask, { readonly do: 'upload' }>,
  'nodeFile' | 'typeVersion' | 'parameters' | 'credentials'
>;

/** A file from n8n's binary data to a presigned URL, through our node and through n8n's own HTTP Request node. */
export const n8nUploadBench: Bench = async (context) => {
  const { folder, quick, signal, log } = context;
  const rounds = quick ? 2 : 5;
  const { version, folder: n8nFolder } = cachedN8n(root);
  log('building and packing the node');
  const packed = await packedNode(context, root, n8nFolder);

  log('writing the files into the binary store of n8n');
  const place = { n8nFolder, userFolder: join(folder, 'n8n') };
  const large = await makeTable(join(folder, 'large.csv'), quick ? 256 * mib : 1024 * mib, signal);
  const small = await makeTable(join(folder, 'small.csv'), mib, signal);
  const store = (file: TableFile) => inProcess<object>(context, { ...place, do: 'store', path: file.path });
  const [file, warmUp] = [await store(large), await store(small)];

  const uploadWith = async (sink: Sink, name: string): Promise<UploadCost> => {
    const vendor = await startVendor(`${sink.url}/upload?signature=bench`);
    try {
      const node = name === ours ? ourNode(packed, vendor.url) : httpRequestNode(`${sink.url}/upload`);
      const cost = await inProcess<UploadCost>(context, { ...place, ...node, do: 'upload', warmUp, file });
      for (const { bytes, crc } of [small, large]) {
        const received = await sink.next();
        const wrong = received.bytes !== bytes || (received.crc !== undefined && received.crc !== crc);
        if (wrong) throw new Error(`What the ${name} sent is not what it was given.`);
      }
      return cost;
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
        const aboveMb = (cost.peakBytes - cost.idleBytes) / 1e6;
        log(
          `round ${round}/${rounds}: ${name} ${(cost.wallMs / 1e3).toFixed(2)} s, ${aboveMb.toFixed(0)} MB above idle`,
        );
      }
    }
  } finally {
    await sink.close();
  }
  return reportOf({ version, rounds, large, costs });
};

async function inProcess<Found>({ signal }: BenchContext, task: NodeTask): Promise<Found> {
  const flags = ['--disable-warning=ExperimentalWarning'];
  const said = await runChild([process.execPath, ...flags, program, JSON.stringify(task)], signal);
  return JSON.parse(said.trim().split('\n').at(-1) ?? '') as Found;
}

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
  const aboveMb = (name: string) => of(name).map(({ idleBytes, peakBytes }) => (peakBytes - idleBytes) / 1e6);
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
