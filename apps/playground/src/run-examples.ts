import type { Example } from './examples/example.ts';
import type { ExampleResult } from './report.ts';
import { runExample } from './run-example.ts';
import type { Scene } from './scene.ts';

/** Runs the examples one after the other, except that the patient ones wait while the others run. */
export async function runExamples(
  examples: readonly Example[],
  scene: Scene,
): Promise<readonly ExampleResult[]> {
  const results = new Map<Example, Promise<ExampleResult>>();
  const patientFirst = [...examples].sort((a, b) => Number(b.patient ?? false) - Number(a.patient ?? false));
  for (const example of patientFirst) {
    const run = runExample(example, scene);
    results.set(example, run.result);
    await (example.patient ? run.attended : run.result);
  }
  return Promise.all(examples.map((example) => results.get(example) as Promise<ExampleResult>));
}
