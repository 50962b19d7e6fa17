import { limitGate, median, medianRatio, type BenchReport, type Measurement } from '../harness/index.ts';
import { aboveIdleMb, type NodeRun } from '../n8n/node-run.ts';
import { forms, type Form } from './models.ts';
import { action } from './register-with-action.ts';
import { curl } from './register-with-curl.ts';

/** What an upload through the node cost. */
export type NodeCost = Pick<NodeRun, 'wallMs' | 'idleBytes' | 'peakBytes'>;

/** All uploads, round by round. */
export interface ModelUploads {
  readonly node: ReadonlyMap<Form, NodeCost[]>;
  readonly action: ReadonlyMap<Form, Measurement[]>;
  readonly curl: Measurement[];
}

/** What was measured. */
export interface ModelUploadFigures {
  /** Of n8n. */
  readonly version: string;
  readonly rounds: number;
  readonly bytes: number;
  readonly uploads: ModelUploads;
}

const mostAboveIdleMb = 120;
const mostActionMb = 130;

/** The figures, and what they should be. */
export function modelUploadReport({ version, rounds, bytes, uploads }: ModelUploadFigures): BenchReport {
  const size = `${Math.round(bytes / 2 ** 20)} MiB`;
  const walls = (costs: readonly { readonly wallMs: number }[] = []) => costs.map(({ wallMs }) => wallMs);
  const row = (name: string, costs: readonly NodeCost[] | readonly Measurement[] = []) => [
    name,
    (median(walls(costs)) / 1e3).toFixed(2),
    medianRatio(walls(uploads.curl), walls(costs)).toFixed(2),
    Math.max(...costs.map(({ peakBytes }) => peakBytes / 1e6)).toFixed(0),
  ];
  const above = (form: Form) => Math.max(...(uploads.node.get(form) ?? []).map(aboveIdleMb));
  const peak = (form: Form) =>
    Math.max(...(uploads.action.get(form) ?? []).map(({ peakBytes }) => peakBytes / 1e6));
  return {
    title: 'A model to ABEJA Platform',
    conditions: [
      `A model of ${size} that no compression shortens: ready as a zip, and as a file of weights that is put into a zip on its way.`,
      `The node, as npm packs it, runs under the execution context of n8n ${version}, each time in a fresh process, with the file in n8n's binary store on the file system; the action is the committed one, started as the runner starts it.`,
      'ABEJA Platform is the sandbox, a new one for each upload, which reads every byte and writes it to the disk: it sets the pace.',
      `"${curl}" sends the ready zip, and checks nothing.`,
      'Memory of the node is the highest resident set above the highest one after a first upload of 1 MiB; that of the action and of curl is the highest one of the whole process.',
      `${rounds} rounds, all in turn in each. Times are medians; ratios are taken in each round, then the median.`,
      'After every upload, the model is fetched again: its length and its CRC-32 are those of the archive.',
    ],
    tables: [
      {
        title: size,
        columns: ['', 'time, s', `speed over ${curl}`, 'highest peak, MB', 'highest above idle, MB'],
        rows: [
          [...row(curl, uploads.curl), ''],
          ...forms.map((form) => [...row(`${action}, ${form}`, uploads.action.get(form)), '']),
          ...forms.map((form) => [...row(`node, ${form}`, uploads.node.get(form)), above(form).toFixed(0)]),
        ],
      },
    ],
    gates: [
      ...forms.map((form) =>
        limitGate(`highest memory of the node above idle, ${form}`, above(form), mostAboveIdleMb, 'MB'),
      ),
      ...forms.map((form) =>
        limitGate(`highest peak of the action, ${form}`, peak(form), mostActionMb, 'MB'),
      ),
    ],
    measurements: {
      curl: uploads.curl,
      action: Object.fromEntries(uploads.action),
      node: Object.fromEntries(uploads.node),
    },
  };
}
