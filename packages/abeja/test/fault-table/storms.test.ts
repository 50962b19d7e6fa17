import { isEngineError } from '@modelferry/http';
import type { OperationName } from '@modelferry/sandbox';
import { Stage } from '../support/stage.ts';
import { allScenarios } from './support/all-scenarios.ts';
import { play } from './support/played.ts';

const stage = Stage.forEachTest();

test.each(allScenarios)(
  '$name sits out a storm: each of its calls is turned away twice',
  async (scenario) => {
    const inputs = await scenario.inputs(stage);
    const calls = Object.keys(scenario.calls) as OperationName[];
    for (const operation of calls) stage.plan({ kind: 'retry-after-seconds', operation, times: 2 });
    (await play(stage, scenario, inputs)).expectDone();
  },
);

const forms = ['error-array', 'error-html', 'error-empty'];
test.each(forms.flatMap((form) => allScenarios.map((scenario) => ({ form, scenario, name: scenario.name }))))(
  '$form: a refusal is an error of ours, of $name',
  async ({ form, scenario }) => {
    const inputs = await scenario.inputs(stage);
    stage.enable(form);
    for (const operation of Object.keys(scenario.calls) as OperationName[])
      stage.sandbox.faults.plan({ kind: 'vendor-error', operation, status: 403, times: 9 });
    const refused: unknown = await play(stage, scenario, inputs).then(
      ({ performance }) => performance.result,
      (error: unknown) => error,
    );
    stage.sandbox.faults.clear();
    expect(isEngineError(refused) && refused.code).toBe('forbidden');
  },
);
