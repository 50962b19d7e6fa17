import { onStage } from '../support/on-stage.ts';
import { asked, countOf } from '../support/requests.ts';
import { vendorState } from './support/platform.ts';
import { registerInputs, trainInputs } from './support/steps.ts';

test(
  'a file becomes a model with its figures',
  onStage({}, async (stage) => {
    const { main, post } = await stage.run('abeja/register-model', await registerInputs(stage));
    expect(main).toMatchObject({ outcome: 'success', annotations: [] });
    expect(main.outputs).toMatchObject({
      ...{ outcome: 'succeeded', 'model-id': expect.stringMatching(/^\d+$/), 'exec-env': 'none' },
      metrics: '{"acc":0.93,"loss":0.2}',
    });
    expect(asked(stage.sandbox)).toEqual(['trainingModelCreate']);
    expect(vendorState(stage.sandbox).modelsCreated).toBe(1);
    expect(post.lines.filter(({ stream }) => stream !== 'runner')).toEqual([]);
  }),
);

test(
  'the result of a training becomes a model of that job',
  onStage({ variants: ['no-auto-model'] }, async (stage) => {
    const trained = await stage.run('abeja/train', {
      ...(await trainInputs(stage)),
      ...{ 'find-model': 'false', 'output-dir': 'out' },
    });
    const { 'job-id': jobId = '', 'result-path': file = '' } = trained.main.outputs;
    const given = { ...(await registerInputs(stage)), file, 'job-id': jobId };
    const { main } = await stage.run('abeja/register-model', given);
    expect(main.outputs).toMatchObject({ outcome: 'succeeded', 'job-id': jobId });
    expect(countOf(stage.sandbox, 'trainingModelCreate')).toBe(1);
  }),
);
