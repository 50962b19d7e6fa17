import {
  dataRobotBadCell,
  dataRobotVariants,
  type DataRobotVariant,
  type FaultRequest,
} from '@modelferry/sandbox';
import { onStage } from '../support/on-stage.ts';
import { countOf } from '../support/requests.ts';
import { resultRows } from '../support/result-file.ts';
import { carRows, cars, largeRows, manyCars, scoreInputs, vendorState } from './support/scoring.ts';

/** What a reading of the vendor's open points comes to, in a step that scores a file. */
interface Rule {
  readonly why: string;
  /** Brings the reading to bear. */
  readonly fault?: FaultRequest;
  readonly given?: Readonly<Record<string, string>>;
  /** What is scored. @default {@link cars} */
  readonly table?: () => string;
  /** Whether the job is looked at several times. @default false */
  readonly stepByStep?: boolean;
  /** What the error says. @default there is none */
  readonly told?: RegExp;
  /** How many rows the result has. @default all */
  readonly rows?: number;
}

const asEver = (why: string): Rule => ({ why });
/** As ever, also when the job takes its time. */
const inSteps = (why: string): Rule => ({ why, stepByStep: true });
/** An upload that certainly breaks off: sockets hold less than all of it. */
const brokenUpload = {
  fault: { kind: 'reset-mid-body', operation: 'batchUpload' },
  table: () => manyCars(largeRows),
  rows: largeRows,
} as const;
/** The cars, two of which cannot be scored. */
const withBadRows = (): string => {
  const lines = cars().trimEnd().split('\r\n');
  const spoil = (line: string) => line.replace(/[^,]*$/, dataRobotBadCell);
  return lines.map((line, at) => (at === 1 || at === 200 ? spoil(line) : line)).join('\r\n');
};
const unknownDeployment = { 'deployment-id': 'f'.repeat(24) };

const rules: Readonly<Partial<Record<DataRobotVariant, Rule>>> = {
  'bearer-only': asEver('Bearer is what is sent'),
  'slash-redirect': asEver('the documented form of a path is sent'),
  'links-foreign-host': asEver('links are followed on the endpoint, and the token goes nowhere else'),
  'links-no-slash': asEver('one slash joins the pieces'),
  'no-queue-position': inSteps('it is told where it is there'),
  'error-body-object': { why: 'read', given: unknownDeployment, told: /404, ".*Deployment not found/ },
  'error-body-list': { why: 'read', given: unknownDeployment, told: /404, ".*Deployment not found/ },
  'error-body-html': { why: 'its words are read', given: unknownDeployment, told: /404, "(?!.*<)/ },
  'error-body-empty': { why: 'said to be so', given: unknownDeployment, told: /404.* with an empty body/ },
  'error-body-text': { why: 'shown', given: unknownDeployment, told: /404, "[^\x20-\x7E]/ },
  'create-404': { why: 'a clear refusal', given: unknownDeployment, told: /422, "Deployment not found"/ },
  'create-400': { why: 'a clear refusal', told: /400, "Bad request"/ },
  'download-link-null': inSteps('null is as good as absent'),
  'abort-threshold': { why: 'never predicted', table: withBadRows },
  'abort-at-once': { why: 'its log says why', table: withBadRows, told: /Too many errors: [12] rows/ },
  'second-put-422': asEver('data are sent once'),
  'chunked-411': asEver('the length is told'),
  'upload-gzip-accepted': asEver('nothing is compressed'),
  'upload-waits-for-download': asEver('nothing is scored before all is there'),
  'broken-upload-aborts': { why: 'another job gets what broke off', ...brokenUpload },
  'upload-window-expiry': asEver('data are sent right away'),
  'delete-keeps-aborted': { why: 'gone and aborted both mean ended', ...brokenUpload },
  'aborted-download-partial': {
    why: 'part of a result is not kept',
    fault: { kind: 'download-ends-short' },
    told: /ended as ABORTED/,
  },
  'download-range': { why: 'a result is begun anew from its first byte', fault: { kind: 'download-cut' } },
  'single-download': {
    why: 'a result that broke off is there no more, which is said',
    fault: { kind: 'download-cut' },
    told: /was fetched already/,
  },
  'gc-410': asEver('a result is fetched right away'),
  'failed-rows-omitted': {
    why: 'scored rows, or scored and failed ones',
    table: withBadRows,
    rows: carRows - 2,
  },
  'row-order-shuffled': asEver('rows are joined by a key'),
  'serverless-parallel-jobs': asEver('nothing relies on the queue'),
  'keepalive-short': inSteps('what finds a closed connection is sent again'),
  'multipart-flag-off': asEver('one body, no parts'),
  'multipart-flag-ignored': asEver('one body, no parts'),
  'part-reput-409': asEver('one body, no parts'),
  'parts-any-order': asEver('one body, no parts'),
  'finalize-202-message': asEver('one body, nothing to finalize'),
};

/** Those that say nothing about batch jobs. */
const elsewhere: readonly DataRobotVariant[] = ['ping-needs-auth', 'platform-missing', 'limit-over-100'];

test('every reading of the sandbox has its rule', () => {
  expect([...Object.keys(rules), ...elsewhere].sort()).toEqual(Object.keys(dataRobotVariants).sort());
});

test.concurrent.each(Object.entries(rules).map(([variant, rule]) => ({ variant, ...rule })))(
  'with $variant: $why',
  async ({ variant, ...rule }) => {
    const { fault, given, table = cars, told, rows = carRows, stepByStep } = rule;
    await onStage({ variants: [variant], faults: fault && [fault], stepByStep }, async (stage) => {
      const { sandbox, run } = stage;
      const usual = await scoreInputs(stage, table());
      const { main } = await run('datarobot/batch-predict', {
        ...usual,
        ...given,
        ...{ 'passthrough-columns': 'Name' },
      });
      const [error] = main.annotations.filter(({ kind }) => kind === 'error');
      if (told) {
        expect(error?.message).toMatch(told);
        expect(main.outputs['outcome']).toBe('failed');
      } else {
        expect(error).toBeUndefined();
        expect(main.outputs['outcome']).toBe('succeeded');
        const names = resultRows(main).map(({ Name }) => Name);
        expect(names).toHaveLength(rows);
        if (variant === 'row-order-shuffled') expect(names[0]).not.toBe('chevrolet chevelle malibu');
      }
      expect(vendorState(sandbox).jobsOpen).toBe(0);
      expect(countOf(sandbox, 'unknown')).toBe(0);
    })();
  },
);
