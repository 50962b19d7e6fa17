import { onStage } from '../support/on-stage.ts';
import { retrainAccess } from '../support/prediction-one.ts';
import { asked } from '../support/requests.ts';
import { startedJob } from '../support/started-job.ts';

test.concurrent(
  'runs the operation that it is given',
  onStage({}, async ({ sandbox, run }) => {
    const jobId = await startedJob(sandbox);
    const { main } = await run('root', {
      ...retrainAccess(sandbox),
      operation: 'prediction-one/wait',
      'job-id': jobId,
      'download-result': 'false',
    });
    expect(main).toMatchObject({ outcome: 'success', exitCode: 0, warnings: [] });
    expect(main.outputs).toMatchObject({ 'job-id': jobId, finished: 'true', outcome: 'succeeded' });
  }),
);

test.concurrent(
  'names all operations when it is given none that it knows',
  onStage({}, async ({ sandbox, run }) => {
    for (const operation of ['', 'prediction-one/train', 'retrain', 'prediction-one/retrain/x', '../x']) {
      const { main } = await run('root', { ...retrainAccess(sandbox), operation });
      expect(main).toMatchObject({ outcome: 'failure', exitCode: 1, outputs: { outcome: 'failed' } });
      const [said] = main.annotations;
      expect(said?.message).toContain(operation === '' ? 'operation: is required' : `"${operation}"`);
      for (const known of ['prediction-one/retrain', 'prediction-one/predict', 'datarobot/wait'])
        expect(said?.message).toContain(known);
    }
    expect(asked(sandbox)).toEqual([]);
  }),
);
