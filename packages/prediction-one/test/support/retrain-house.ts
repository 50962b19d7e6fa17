import { presetCsv } from '@modelferry/sandbox';
import { bytesSource, type Source } from '@modelferry/upload';
import { sandboxHouse } from './sandbox-run.ts';

/** The table on which the published model is retrained. */
export const csv = presetCsv('cars.json');

export const cars = (name = 'cars.csv'): Source => bytesSource(name, new TextEncoder().encode(csv));

export const quick = { pollIntervalMs: 5_000 };

/** The sandbox for tests that retrain its published model. */
export function retrainHouse() {
  const house = sandboxHouse();
  const state = () => house.sandbox.state().predictionOne.japan;
  return {
    house,
    state,
    puts: () => house.sandbox.requests().filter(({ operation }) => operation === 'put'),
    published: () => house.region().published[0]!,
    /** One upload URL, one complete PUT, one training. */
    expectOneTraining() {
      expect(state().trainingsStarted).toBe(1);
      expect(state().retrainJobs.flatMap(({ uploads }) => uploads)).toHaveLength(1);
    },
  };
}
