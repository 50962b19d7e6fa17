import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { presetCsv } from '../src/index.ts';
import { Bench } from './client.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const heapBytes = () => {
  collectGarbage();
  return process.memoryUsage().heapUsed;
};

it('keeps the models of many retrainings, and not the tables they were made from', async () => {
  const [header, ...rows] = presetCsv('cars.json').trimEnd().split('\r\n');
  const table = [header, ...Array.from({ length: 40 }, () => rows).flat()].join('\r\n');
  const bench = await Bench.start();
  try {
    await bench.retrain(table);
    const before = heapBytes();
    for (let turn = 0; turn < 4; turn += 1) {
      expect((await bench.retrain(table)).end.json.status).toBe('job_finished');
    }
    // One such table takes some 7 MB
    expect(heapBytes() - before).toBeLessThan(10_000_000);
    expect(bench.sandbox.state().predictionOne.japan.models).toHaveLength(8);
  } finally {
    await bench.sandbox.close();
  }
});
