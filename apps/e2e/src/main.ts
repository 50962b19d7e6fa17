import { openStage, progressOn, setUp, type Progress, type Scene, type Stage } from '@modelferry/playground';
import { Checks } from './checks.ts';
import { editorSuite } from './editor/editor-suite.ts';
import { abejaRetrySuite } from './retry/abeja-retry-suite.ts';
import { dataRobotRetrySuite } from './retry/data-robot-retry-suite.ts';
import { retrainRetrySuite } from './retry/retrain-retry-suite.ts';
import { queueSuite } from './queue/queue-suite.ts';
import { itemsSuite } from './rows/items-suite.ts';
import { rowsSuite } from './rows/rows-suite.ts';
import { batchStopSuite } from './stop/batch-stop-suite.ts';
import { retrainStopSuite } from './stop/retrain-stop-suite.ts';
import { trainingStopSuite } from './stop/training-stop-suite.ts';
import { triggerSuite } from './trigger/trigger-suite.ts';

/** What `npm run e2e -- <name>` can run; without a name, all of it. */
const suites: Readonly<Record<string, readonly ((scene: Scene, checks: Checks) => Promise<void>)[]>> = {
  stop: [retrainStopSuite, batchStopSuite, trainingStopSuite],
  retry: [retrainRetrySuite, dataRobotRetrySuite, abejaRetrySuite],
  rows: [rowsSuite, itemsSuite],
  trigger: [triggerSuite],
  editor: [editorSuite],
};

/** What sets up an n8n of its own, takes long, and runs only where it is named. */
const apart: Readonly<Record<string, (stage: Stage, progress: Progress, checks: Checks) => Promise<void>>> = {
  queue: queueSuite,
};

const names = [...Object.keys(suites), ...Object.keys(apart)];
const preferredPort = 5_678;
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`There is no "${unknown.join('", "')}". Choose from: ${names.join(', ')}.`);
  process.exit(2);
}

const progress = progressOn(process.stdout);
const stage = await openStage(() => progress.say('Stopping everything that was started ...'));
const checks = new Checks((line) => progress.say(line));
try {
  for (const name of asked) await apart[name]?.(stage, progress, checks);
  const together = asked.length > 0 ? asked.filter((name) => name in suites) : Object.keys(suites);
  const scene = together.length > 0 ? await setUp(stage, preferredPort, progress) : undefined;
  for (const name of together) for (const suite of suites[name] ?? []) await suite(scene as Scene, checks);
} finally {
  await stage.close();
}
console.log(`${checks.passed} passed, ${checks.failed} failed`);
process.exitCode = checks.failed === 0 && checks.passed > 0 ? 0 : 1;
