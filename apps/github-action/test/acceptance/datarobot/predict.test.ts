import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { presetCsv } from '@modelferry/sandbox';
import { logText } from '../support/log-text.ts';
import { onStage } from '../support/on-stage.ts';
import { asked, countOf, requestsOf } from '../support/requests.ts';
import { predictInputs } from './support/operations.ts';
import { resultBytes, resultRows } from '../support/result-file.ts';
import { access, carRows, cars, deployment, manyCars, platform } from './support/scoring.ts';

const fuel = 'Miles_per_Gallon_PREDICTION';

describe('scoring a file at once', () => {
  test(
    'gives a prediction for each row, in their order, and says so in every output',
    onStage({}, async (stage) => {
      const { sandbox, run, runnerTemp } = stage;
      const { main, post } = await run('datarobot/predict', {
        ...(await predictInputs(stage)),
        'passthrough-columns': 'Name\n\n  Year',
        decimals: '2',
      });
      expect([main.outcome, main.exitCode, post.outcome, logText(post)]).toEqual([
        'success',
        0,
        'success',
        '',
      ]);
      expect(asked(sandbox)).toEqual(['deployment', 'predict']);
      const { 'result-path': path, ...outputs } = main.outputs;
      expect(outputs).toEqual({
        rows: String(carRows),
        requests: '1',
        outcome: 'succeeded',
        'duration-seconds': expect.stringMatching(/^\d+$/),
      });
      expect(path).toMatch(new RegExp(`^${runnerTemp}/modelferry-[^/]+/cars-predictions\\.csv$`));
      const rows = resultRows(main);
      expect(Object.keys(rows[0] ?? {})).toEqual([fuel, 'Name', 'Year']);
      expect(rows.map(({ Name }) => Name)).toEqual(
        cars()
          .match(/(?<=\n)("[^"]*"|[^,]*)/g)
          ?.slice(0, carRows),
      );
      expect(rows.every((row) => /^\d+(\.\d{1,2})?$/.test(row[fuel] ?? ''))).toBe(true);
      expect(main.annotations).toEqual([]);
      expect(main.summary.split('\n')).toEqual(
        expect.arrayContaining([
          '### ✅ Predict rows of file succeeded',
          `| Rows | ${carRows} |`,
          `| ${fuel} | Name | Year |`,
        ]),
      );
    }),
  );

  test(
    'cuts what is too long for one request, and joins what comes back',
    onStage({}, async (stage) => {
      const given = await predictInputs(stage, manyCars(3_000));
      const whole = await stage.run('datarobot/predict', given);
      const cut = await stage.run('datarobot/predict', {
        ...given,
        ...{ 'slice-bytes': '20000', concurrency: '4', compress: 'true' },
      });
      expect(cut.main.outputs).toMatchObject({ outcome: 'succeeded', rows: '3000' });
      expect(Number(cut.main.outputs['requests'])).toBeGreaterThan(5);
      expect(resultBytes(cut.main).equals(resultBytes(whole.main))).toBe(true);
      const encodings = requestsOf(stage.sandbox, 'predict').map(
        ({ headers }) => headers['content-encoding'],
      );
      expect(new Set(encodings)).toEqual(new Set([undefined, 'gzip']));
    }),
  );

  test(
    'can be chosen at the root, and gives classes as JSON, where and under the name it is wanted',
    onStage({}, async ({ sandbox, run, file, workspace }) => {
      const { main } = await run('root', {
        operation: 'datarobot/predict',
        ...access(sandbox),
        'deployment-id': deployment(sandbox, 'penguins-sex').id,
        file: await file('penguins.csv', presetCsv('penguins.json')),
        'output-format': 'json',
        'max-explanations': '2',
        'output-dir': 'out',
        'result-file-name': 'scored.json',
      });
      const path = join(workspace, 'out/scored.json');
      expect(main.outputs).toMatchObject({ outcome: 'succeeded', 'result-path': path });
      const rows = JSON.parse(await readFile(path, 'utf8'));
      expect(rows).toHaveLength(Number(main.outputs['rows']));
      expect(rows[0]).toMatchObject({ prediction: expect.any(Number), rowId: 0 });
      expect(rows[0].predictionExplanations).toHaveLength(2);
    }),
  );
});

describe('the keys of prediction servers', () => {
  test(
    'the dedicated one gets the key of the deployment, or the one that is given',
    onStage({}, async (stage) => {
      const given = await predictInputs(stage);
      const key = 'another-server-key-0123456789';
      await stage.run('datarobot/predict', given);
      const { main } = await stage.run('datarobot/predict', { ...given, 'datarobot-key': key });
      expect(main.outputs).toMatchObject({ outcome: 'failed' });
      expect(main.masks).toContain(key);
      const sent = requestsOf(stage.sandbox, 'predict').map(({ headers }) => headers['datarobot-key']);
      expect(sent).toHaveLength(2);
      expect(sent[0]).toBeDefined();
      expect(sent[1]).toBeDefined();
      expect(logText(main)).not.toContain(key);
    }),
  );

  test(
    'a portable one gets its own token, never the API key',
    onStage({ variants: ['pps-auth'] }, async (stage) => {
      const { sandbox, run } = stage;
      const { url, token } = platform(sandbox).portableServer;
      const given = { ...(await predictInputs(stage)), server: 'portable', 'portable-url': url };
      const without = await run('datarobot/predict', given);
      expect(without.main.annotations[0]?.message).toMatch(/answered 401/);
      const { main } = await run('datarobot/predict', { ...given, 'portable-token': token });
      expect(main.outputs).toMatchObject({ outcome: 'succeeded', rows: String(carRows) });
      expect(main.masks).toContain(token);
      expect(countOf(sandbox, 'deployment')).toBe(0);
      expect(sandbox.state().credentialLeaks).toBe(0);
    }),
  );
});

test.concurrent.each<[Readonly<Record<string, string>>, RegExp]>([
  [{ file: 'empty.csv' }, /file: .*is empty/],
  [{ file: 'header.csv' }, /file: .*has a header and no rows/],
  [{ 'passthrough-columns': 'Nome' }, /passthrough-columns: "Nome" is no column/],
])('what is wrong with the file itself is told before a row is sent: %j', async (given, told) => {
  await onStage({}, async (stage) => {
    const { file, run, sandbox } = stage;
    await file('empty.csv', '');
    await file('header.csv', 'Name,Year\r\n');
    const { main } = await run('datarobot/predict', { ...(await predictInputs(stage)), ...given });
    expect(main).toMatchObject({ outcome: 'failure', outputs: { outcome: 'failed' } });
    expect(main.annotations[0]?.message).toMatch(told);
    expect(countOf(sandbox, 'predict')).toBe(0);
  })();
});
