import { logText } from '../support/log-text.ts';
import { onStage } from '../support/on-stage.ts';
import { asked, countOf, requestsOf } from '../support/requests.ts';
import { catalogTable, uploadInputs } from './support/operations.ts';
import { access, carRows, cars, platform, vendorState } from './support/scoring.ts';

describe('uploading a dataset', () => {
  test(
    'sends the file, waits until it can be used, and gives its IDs',
    onStage({ stepByStep: true }, async (stage) => {
      const { sandbox, run } = stage;
      const { main, post } = await run('datarobot/upload-dataset', {
        ...(await uploadInputs(stage)),
        'dataset-name': 'Cars of May',
        categories: 'TRAINING\nSAMPLE\n',
      });
      expect([main.outcome, main.exitCode, logText(post)]).toEqual(['success', 0, '']);
      expect(asked(sandbox).slice(0, 3)).toEqual(['datasets', 'datasetUpload', 'asyncStatus']);
      const made = vendorState(sandbox).datasets.at(-1);
      expect(made).toMatchObject({ name: 'Cars of May', versions: [{ rows: carRows }] });
      expect(main.outputs).toEqual({
        'dataset-id': made?.id,
        'version-id': made?.versions[0]?.id,
        name: 'Cars of May',
        'processing-state': 'COMPLETED',
        'row-count': String(carRows),
        'feature-count': '9',
        'dataset-bytes': String(cars().length),
        pending: 'false',
        outcome: 'succeeded',
        'duration-seconds': expect.stringMatching(/^\d+$/),
      });
      const shown = main.lines.map(({ text }) => text);
      expect(shown).toEqual(
        expect.arrayContaining([
          '##[group]Upload the data',
          expect.stringMatching(/^Sent all 2\d\.\d kB of "cars\.csv"/),
          '##[group]Wait for the dataset',
          expect.stringMatching(/^Upload dataset succeeded/),
        ]),
      );
      expect(main.summary.split('\n')).toEqual(
        expect.arrayContaining([
          '### ✅ Upload dataset succeeded',
          `| Dataset ID | \`${made?.id}\` |`,
          `| Row count | ${carRows} |`,
        ]),
      );
    }),
  );

  test(
    'has DataRobot fetch it, and shows nobody the signature of its address',
    onStage({}, async (stage) => {
      const { sandbox, run } = stage;
      const { main } = await run('datarobot/upload-dataset', {
        ...access(sandbox),
        ...{ source: 'url', url: 'https://files.example.com/cars.csv', 'do-snapshot': 'true' },
        ...{ 'sample-rows': '100', 'poll-interval': '1s' },
      });
      expect(main.outputs).toMatchObject({ outcome: 'succeeded', 'processing-state': 'COMPLETED' });
      expect(countOf(sandbox, 'datasetUpload')).toBe(0);
      expect(countOf(sandbox, 'datasetFromUrl')).toBe(1);
    }),
  );

  test(
    'is over once the data are there with wait: false',
    onStage({}, async (stage) => {
      const { sandbox, run } = stage;
      const { main, post } = await run('datarobot/upload-dataset', {
        ...(await uploadInputs(stage)),
        wait: 'false',
      });
      expect(main.outputs).toMatchObject({ outcome: 'succeeded', pending: 'true' });
      expect(main.outputs['dataset-id']).toBe(vendorState(sandbox).datasets.at(-1)?.id);
      expect(main.summary).toMatch(/^### ✅ Upload dataset was started/);
      expect([countOf(sandbox, 'asyncStatus'), logText(post)]).toEqual([0, '']);
    }),
  );

  test(
    'can make a new version of one that is there',
    onStage({}, async (stage) => {
      const { sandbox, run } = stage;
      const id = catalogTable(sandbox);
      const given = { ...(await uploadInputs(stage)), 'dataset-id': id };
      const { main } = await run('root', { operation: 'datarobot/upload-dataset-version', ...given });
      expect(main.outputs).toMatchObject({ outcome: 'succeeded', 'dataset-id': id });
      const { versions } = vendorState(sandbox).datasets.find((one) => one.id === id) ?? {};
      expect(versions).toHaveLength(2);
      expect(main.outputs['version-id']).toBe(versions?.at(-1)?.id);
      expect(vendorState(sandbox).datasets).toHaveLength(platform(sandbox).datasets.length);
      expect(requestsOf(sandbox, 'datasetVersionUpload')).toHaveLength(1);
    }),
  );
});

describe('a dataset that takes longer', () => {
  test(
    'goes on at the vendor, and the step fails',
    onStage({ timeScale: 1 }, async (stage) => {
      const given = { ...(await uploadInputs(stage)), timeout: '1s' };
      const { main, post } = await stage.run('datarobot/upload-dataset', given);
      const id = vendorState(stage.sandbox).datasets.at(-1)?.id;
      expect(main).toMatchObject({ outcome: 'failure', exitCode: 1 });
      expect(main.outputs).toMatchObject({ outcome: 'timed-out', pending: 'true', 'dataset-id': id });
      expect(main.annotations[0]).toMatchObject({
        title: 'Upload dataset timed out',
        message: expect.stringMatching(/Waited 1s for dataset .* it goes on at the vendor\..*`timeout`/s),
      });
      expect(logText(post)).toBe('');
    }),
  );

  test(
    'is left alone when the run is cancelled, and its ID is there all the same',
    onStage({ timeScale: 1 }, async (stage) => {
      const { sandbox, run } = stage;
      const { main, post } = await run('datarobot/upload-dataset', await uploadInputs(stage), {
        cancel: { atLine: /^##\[group\]Wait for/ },
      });
      expect(main).toMatchObject({ outcome: 'cancelled', outputs: { outcome: 'cancelled' } });
      expect(main.outputs['dataset-id']).toBe(vendorState(sandbox).datasets.at(-1)?.id);
      expect(main.annotations[0]?.message).toMatch(/^Dataset .* was left alone: it goes on at the vendor\./);
      expect(logText(post)).toBe('');
      expect(countOf(sandbox, 'datasetDelete')).toBe(0);
    }),
  );

  test(
    'is named by post where main was killed',
    onStage({ timeScale: 1 }, async (stage) => {
      const { main, post } = await stage.run('datarobot/upload-dataset', await uploadInputs(stage), {
        cancel: { atLine: /^##\[group\]Wait for/, means: 'kill' },
      });
      expect(main.outputs['dataset-id']).toBe(vendorState(stage.sandbox).datasets.at(-1)?.id);
      expect(logText(post)).toMatch(
        /^Dataset \S+ was left alone: it goes on at the vendor\.\nLook for it in the AI Catalog: /,
      );
    }),
  );
});
