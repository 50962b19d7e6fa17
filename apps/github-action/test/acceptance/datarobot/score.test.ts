import { dataRobotBadCell, presetCsv } from '@modelferry/sandbox';
import { join } from 'node:path';
import { logText } from '../support/log-text.ts';
import { onStage } from '../support/on-stage.ts';
import { asked, countOf } from '../support/requests.ts';
import { resultBytes, resultRows } from '../support/result-file.ts';
import { access, carRows, cars, deployment, platform, scoreInputs, vendorState } from './support/scoring.ts';

describe('scoring a file', () => {
  test(
    'gives all rows as the vendor has scored them, and says so in every output',
    onStage({ stepByStep: true }, async (stage) => {
      const { sandbox, run, runnerTemp } = stage;
      const given = { ...(await scoreInputs(stage)), 'passthrough-columns': 'Name\nYear' };
      const { main, post } = await run('datarobot/batch-predict', given);

      expect([main.outcome, main.exitCode, post.outcome, logText(post)]).toEqual([
        'success',
        0,
        'success',
        '',
      ]);
      expect(asked(sandbox)).toEqual([
        'batchCreate',
        'batchUpload',
        'batchStatus',
        'batchStatus',
        'batchDownload',
        'batchStatus',
      ]);
      const [job] = vendorState(sandbox).batchJobs;
      const { 'result-path': path, 'resume-token': token, ...outputs } = main.outputs;
      expect(outputs).toEqual({
        'job-id': job?.id,
        status: 'COMPLETED',
        finished: 'true',
        pending: 'false',
        'scored-rows': String(carRows),
        'failed-rows': '0',
        'skipped-rows': '0',
        'result-rows': String(carRows),
        'percentage-completed': '100',
        message: expect.stringMatching(/^Job finished processing at /),
        outcome: 'succeeded',
        'duration-seconds': expect.stringMatching(/^\d+$/),
      });
      expect(path).toMatch(new RegExp(`^${runnerTemp}/modelferry-[^/]+/result-${job?.id}\\.csv$`));
      expect(token).toMatch(/^[\w-]+$/);

      const rows = resultRows(main);
      const column = `${deployment(sandbox).targetName}_PREDICTION`;
      expect(Object.keys(rows[0] ?? {})).toEqual([column, 'prediction_status', 'Name', 'Year']);
      expect(rows.map(({ Name }) => Name)).toEqual(
        cars()
          .match(/(?<=\n)("[^"]*"|[^,]*)/g)
          ?.slice(0, carRows),
      );
      expect(rows.every((row) => row['prediction_status'] === 'OK' && Number(row[column]) > 0)).toBe(true);
      const kept = await fetch(`${platform(sandbox).endpoint}/batchPredictions/${job?.id}/download/`, {
        headers: { authorization: `Bearer ${platform(sandbox).apiToken}` },
      });
      expect(resultBytes(main).equals(Buffer.from(await kept.arrayBuffer()))).toBe(true);
    }),
  );

  test(
    'tells what it does in the log, and what came of it in the summary',
    onStage({ stepByStep: true, faults: [{ kind: 'queue-busy' }] }, async (stage) => {
      const given = { ...(await scoreInputs(stage)), 'passthrough-columns': 'Name' };
      const { main } = await stage.run('datarobot/batch-predict', given);
      const shown = main.lines.map(({ text }) => text);
      expect(shown).toEqual(
        expect.arrayContaining([
          '##[group]Upload the data',
          expect.stringMatching(/^Sent all 2\d\.\d kB of "cars\.csv"/),
          '##[group]Wait for the batch prediction',
          expect.stringMatching(/INITIALIZING.*2 jobs are ahead of it/),
          expect.stringMatching(/RUNNING/),
          '##[group]Download the result',
          expect.stringMatching(/^Score file as batch prediction succeeded \(\d+s\)$/),
        ]),
      );
      expect(main.annotations).toEqual([]);
      const summary = main.summary.split('\n');
      expect(summary[0]).toBe('### ✅ Score file as batch prediction succeeded');
      const id = main.outputs['job-id'];
      expect(summary).toEqual(
        expect.arrayContaining([
          `| Job ID | \`${id}\` |`,
          '| Status | `COMPLETED` |',
          `| Scored rows | ${carRows} |`,
          expect.stringContaining(`result-${id}.csv`),
          '| Miles_per_Gallon_PREDICTION | prediction_status | Name |',
          expect.stringMatching(/^\| \d+\.\d+ \| OK \| chevrolet chevelle malibu \|$/),
        ]),
      );
    }),
  );

  test(
    'can be chosen at the root, with classes, another delimiter, and all columns repeated',
    onStage({}, async ({ sandbox, run, file }) => {
      const table = presetCsv('penguins.json').replaceAll(',', '\t');
      const { main } = await run('root', {
        operation: 'datarobot/batch-predict',
        ...access(sandbox),
        'deployment-id': deployment(sandbox, 'penguins-sex').id,
        file: await file('penguins.tsv', table),
        'passthrough-all-columns': 'true',
        'include-prediction-status': 'false',
        'max-explanations': '1',
        'score-while-uploading': 'true',
      });
      expect(main.outputs).toMatchObject({ outcome: 'succeeded', status: 'COMPLETED' });
      expect(logText(main)).toContain('is delimited by tabs');
      const rows = resultRows(main, '\t');
      expect(rows).toHaveLength(table.trimEnd().split('\r\n').length - 1);
      expect(Object.keys(rows[0] ?? {})).toEqual([
        'Sex_FEMALE_PREDICTION',
        'Sex_MALE_PREDICTION',
        'Sex_PREDICTION',
        'THRESHOLD',
        'POSITIVE_CLASS',
        'EXPLANATION_1_FEATURE_NAME',
        'EXPLANATION_1_STRENGTH',
        'EXPLANATION_1_QUALITATIVE_STRENGTH',
        'EXPLANATION_1_ACTUAL_VALUE',
        ...deployment(sandbox, 'penguins-sex').columns,
      ]);
    }),
  );

  test(
    'tells rows that could not be scored, and keeps them in the file',
    onStage({}, async (stage) => {
      const [header = '', ...lines] = cars().trimEnd().split('\r\n');
      const bad = lines[0]?.replace(/[^,]*$/, dataRobotBadCell) ?? '';
      const table = [header, bad, ...lines.slice(1, 20), bad].join('\n');
      const { main } = await stage.run('datarobot/batch-predict', await scoreInputs(stage, table));
      expect(main.outputs).toMatchObject({ outcome: 'succeeded', 'scored-rows': '19', 'failed-rows': '2' });
      expect(resultRows(main)).toHaveLength(21);
      expect(main.annotations).toEqual([
        { kind: 'warning', message: expect.stringMatching(/^2 of the rows .* could not be scored/) },
      ]);
      expect(main.summary).toContain('<summary>1 warning</summary>');
    }),
  );

  test(
    'puts the file where, and under the name, it is wanted',
    onStage({}, async (stage) => {
      const { run, workspace, files } = stage;
      const given = { ...(await scoreInputs(stage)), 'result-file-name': 'scored.csv' };
      const { main } = await run('datarobot/batch-predict', { ...given, 'output-dir': 'out/of the/way' });
      expect(main.outputs['result-path']).toBe(join(workspace, 'out/of the/way/scored.csv'));
      expect(resultRows(main)).toHaveLength(carRows);
      const again = await run('datarobot/batch-predict', { ...given, 'output-dir': 'out/of the/way' });
      expect(again.main.outputs).toMatchObject({ outcome: 'succeeded', 'result-path': expect.any(String) });
      expect(resultRows(again.main)).toHaveLength(carRows);
      const none = await run('datarobot/batch-predict', { ...given, 'download-result': 'false' });
      expect(none.main.outputs).toMatchObject({ outcome: 'succeeded', status: 'COMPLETED' });
      expect(none.main.outputs['result-path']).toBeUndefined();
      expect(await files()).toEqual(['data/cars.csv', 'out/of the/way/scored.csv']);
      expect(countOf(stage.sandbox, 'batchDownload')).toBe(2);
    }),
  );

  test(
    'runs twice at once in one workspace, each copy with a file of its own',
    onStage({ stepByStep: true }, async (stage) => {
      const { sandbox, together, file } = stage;
      const given = { ...(await scoreInputs(stage)), 'passthrough-columns': 'Name' };
      const half = await file('half.csv', cars().split('\r\n').slice(0, 101).join('\r\n'));
      const results = await together(
        ['datarobot/batch-predict', given, { stepId: 'a' }],
        [
          'datarobot/batch-predict',
          { ...given, file: half, 'result-file-name': 'half.csv' },
          { stepId: 'b' },
        ],
      );
      expect(results.map(({ main }) => main.outputs['outcome'])).toEqual(['succeeded', 'succeeded']);
      expect(results.map(({ main }) => resultRows(main).length)).toEqual([carRows, 100]);
      expect(new Set(results.map(({ main }) => main.outputs['job-id'])).size).toBe(2);
      expect(vendorState(sandbox)).toMatchObject({ jobsCreated: 2, jobsQueued: 2, deletes: 0 });
    }),
  );
});
