import { dataRobotVariants, type DataRobotVariant } from '@modelferry/sandbox';
import { errorOf } from '@modelferry/testkit';
import { Stage } from './fault-table/support/stage.ts';
import { create, expectStarted, startInputs } from './support/start-scenarios.ts';

const stage = Stage.forFile();

/** What a reading of the vendor's open points keeps from being done; all else is as ever. */
const refusals: Readonly<Partial<Record<DataRobotVariant, readonly string[]>>> = {
  'create-400': [create],
};
const variants = Object.keys(dataRobotVariants) as DataRobotVariant[];

describe.each(Object.keys(startInputs))('%s', (operation) => {
  test.each(variants)('%s', async (variant) => {
    await stage.reset();
    const inputs = await startInputs[operation]!(stage);
    const jobsBefore = stage.state.batchJobs.length;
    stage.sandbox.variants.change({ enable: [variant] });
    const performance = await stage.perform(operation, inputs);
    expect(stage.sandbox.state().credentialLeaks).toBe(0);
    if (refusals[variant]?.includes(operation)) {
      expect(errorOf(performance).code).toBe('rejected');
      expect(stage.state.batchJobs).toHaveLength(jobsBefore);
      return;
    }
    expectStarted(stage, { operation, inputs, jobsBefore }, performance);
  });
});
