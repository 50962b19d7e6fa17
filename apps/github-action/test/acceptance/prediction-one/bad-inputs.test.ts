import { cleanFailure } from '../support/clean-failure.ts';
import { onStage, type OnStage } from '../support/on-stage.ts';
import { cars, retrainAccess, rowsToScore, scoringAccess } from '../support/prediction-one.ts';
import { asked } from '../support/requests.ts';

interface BadInput {
  readonly title: string;
  readonly step: keyof typeof right;
  /** What is wrong about inputs that are right otherwise. */
  readonly given: Readonly<Record<string, string>>;
  readonly says: readonly (string | RegExp)[];
}

/** Inputs that work. */
const right = {
  retrain: ({ sandbox }: OnStage) => ({ ...retrainAccess(sandbox), 'training-data': 'cars.csv' }),
  wait: ({ sandbox }: OnStage) => ({ ...retrainAccess(sandbox), 'job-id': '0f5a2c7e-31b4-4c0e-9d55' }),
  'switch-model': ({ sandbox }: OnStage) => ({ ...retrainAccess(sandbox), 'job-id': '0f5a2c7e-31b4-4c0e' }),
  predict: ({ sandbox }: OnStage) => ({ ...scoringAccess(sandbox), file: 'rows.csv' }),
};

const badInputs: readonly BadInput[] = [
  {
    title: 'every kind of fault at once',
    step: 'retrain',
    given: {
      'retrain-key': 'abc',
      region: 'mars',
      'training-data': 'missing.csv',
      'evaluation-data': 'data/',
      wait: 'perhaps',
      timeout: '5 parsecs',
      'poll-interval': '1s',
      compression: 'zstd',
      'on-cancel': 'abort',
      'on-timeout': 'explode',
      'if-no-files-found': 'panic',
      'output-dir': '../../elsewhere',
    },
    says: [
      /^\d\d? inputs are wrong\./,
      /retrain-key: must have at least 4 characters/,
      /region: must be one of japan, international/,
      /training-data: "missing\.csv" matches no file/,
      /evaluation-data: "data\/" is a folder/,
      /wait: /,
      /timeout: /,
      /poll-interval: must be between 5 s and 1 h/,
      /compression: .*stored/,
      /on-cancel: can only be detach: the vendor documents no way to end a job/,
      /on-timeout: can only be detach/,
      /if-no-files-found: must be one of error, warn, ignore/,
      /output-dir: "\.\.\/\.\.\/elsewhere" leads outside of the workspace/,
    ],
  },
  {
    title: 'what is required',
    step: 'retrain',
    given: { 'training-data': '' },
    says: [/^An input is wrong\./, /training-data: is required/],
  },
  {
    title: 'a glob that matches several files',
    step: 'retrain',
    given: { 'training-data': '*.csv' },
    says: [/training-data: matches 3 files \(cars\.csv, empty\.csv, rows\.csv\)/, /matrix/],
  },
  {
    title: 'a file of the wrong kind',
    step: 'retrain',
    given: { 'training-data': 'notes.txt' },
    says: [/training-data: .*does not end with \.csv or \.tsv/, /`file-name`/],
  },
  {
    title: 'a switch without a wait',
    step: 'retrain',
    given: { wait: 'false', 'switch-model': 'true' },
    says: [/switch-model: needs `?wait/],
  },
  {
    title: 'an abort that the vendor cannot do',
    step: 'wait',
    given: { 'on-cancel': 'abort' },
    says: [/on-cancel: can only be detach/, /Leave out `on-cancel`; the job goes on/],
  },
  {
    title: 'a job ID that is missing',
    step: 'switch-model',
    given: { 'job-id': '' },
    says: [/job-id: is required/],
  },
  {
    title: 'numbers out of bounds',
    step: 'predict',
    given: { concurrency: '33', 'max-requests': 'many' },
    says: [/concurrency: .*32/, /max-requests: /],
  },
  {
    title: 'a table without rows',
    step: 'predict',
    given: { file: 'empty.csv' },
    says: [/file: cannot be used: .*no rows/],
  },
  {
    title: 'bytes that are no table',
    step: 'predict',
    given: { file: 'picture.bin' },
    says: [/file: /],
  },
  {
    title: 'an address that is none',
    step: 'predict',
    given: { 'scoring-url': 'not a url' },
    says: [/scoring-url: /],
  },
];

const setting = async ({ file, sandbox }: OnStage) => {
  await file('cars.csv', cars());
  await file('rows.csv', rowsToScore(sandbox, 3));
  await file('empty.csv', 'a,b\n');
  await file('notes.txt', 'Hello');
  await file('picture.bin', new Uint8Array([0x89, 0x50, 0xff, 0xfe, 0x00]));
  await file('data/one.csv', cars());
};

test.concurrent.each(badInputs)('$step names $title, and sends nothing', ({ step, given, says }) =>
  onStage({}, async (stage) => {
    await setting(stage);
    const before = await stage.files();
    const result = await stage.run(`prediction-one/${step}`, { ...right[step](stage), ...given });
    const said = cleanFailure(result);
    for (const part of says) expect(said).toMatch(part);
    expect(said).not.toMatch(/Key|undefined|invalid-input|[a-z]Ms\b/);
    expect(asked(stage.sandbox)).toEqual([]);
    expect(await stage.files()).toEqual(before);
  })(),
);

test.concurrent(
  'a key in the place of something else is not repeated',
  onStage({}, async ({ sandbox, run, file }) => {
    const key = retrainAccess(sandbox)['retrain-key'];
    await file('cars.csv', cars());
    const result = await run('prediction-one/retrain', {
      ...retrainAccess(sandbox),
      'training-data': 'cars.csv',
      region: key,
      timeout: key,
    });
    cleanFailure(result);
    expect(asked(sandbox)).toEqual([]);
  }),
);

test.concurrent(
  'more rows than requests are allowed: none is sent',
  onStage({}, async (stage) => {
    const { run, file, sandbox } = stage;
    await file('rows.csv', rowsToScore(sandbox, 12));
    const given = { ...right.predict(stage), 'max-requests': '11', 'output-dir': 'out' };
    const { main } = await run('prediction-one/predict', given);
    expect(main).toMatchObject({ outcome: 'failure', exitCode: 1, outputs: { outcome: 'failed' } });
    expect(main.annotations[0]?.message).toMatch(
      /file: has 12 rows, and no more than 11 requests are allowed\. .*`max-requests`/,
    );
    expect(asked(sandbox)).toEqual([]);
  }),
);

test.concurrent(
  'without any key nothing is asked, and the inputs that could carry it are named',
  onStage({}, async ({ sandbox, run, file }) => {
    await file('cars.csv', cars());
    const { 'management-url': url } = retrainAccess(sandbox);
    const { main } = await run('prediction-one/retrain', {
      'management-url': url,
      'training-data': 'cars.csv',
    });
    expect(main).toMatchObject({ outcome: 'failure', exitCode: 1, outputs: { outcome: 'failed' } });
    expect(main.annotations[0]?.message).toMatch(/retrain key|retrain-key/);
    expect(asked(sandbox)).toEqual([]);
  }),
);

describe('if-no-files-found', () => {
  test.concurrent.each(['retrain', 'predict'] as const)('%s', (step) =>
    onStage({}, async (stage) => {
      const { run, sandbox, files } = stage;
      const name = step === 'retrain' ? 'training-data' : 'file';
      const given = { ...right[step](stage), [name]: 'data/*.csv', 'output-dir': 'out' };

      const failed = await run(`prediction-one/${step}`, { ...given, 'if-no-files-found': 'error' });
      expect(cleanFailure(failed)).toContain(`${name}: "data/*.csv" matches no file`);

      for (const [word, annotations] of [
        ['warn', [expect.objectContaining({ kind: 'warning', message: expect.stringContaining(name) })]],
        ['ignore', []],
      ] as const) {
        const { main, post } = await run(`prediction-one/${step}`, { ...given, 'if-no-files-found': word });
        expect(main).toMatchObject({ outcome: 'success', exitCode: 0 });
        expect(main.outputs).toEqual({ outcome: 'skipped', 'duration-seconds': '0' });
        expect(main.annotations).toEqual(annotations);
        expect(main.summary).toMatch(/^### ⏭️ [\w ]+ skipped/);
        expect(post.outcome).toBe('success');
      }
      expect(asked(sandbox)).toEqual([]);
      expect(await files()).toEqual([]);
    })(),
  );
});
