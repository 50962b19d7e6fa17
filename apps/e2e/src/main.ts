import { openStage, progressOn, setUp, type Scene } from '@modelferry/playground';
import { Checks } from './checks.ts';
import { editorSuite } from './editor/editor-suite.ts';
import { abejaRetrySuite } from './retry/abeja-retry-suite.ts';
import { dataRobotRetrySuite } from './retry/data-robot-retry-suite.ts';
import { retrainRetrySuite } from './retry/retrain-retry-suite.ts';
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

const preferredPort = 5_678;
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in suites));
if (unknown.length > 0) {
  console.error(`There is no "${unknown.join('", "')}". Choose from: ${Object.keys(suites).join(', ')}.`);
  process.exit(2);
}

const progress = progressOn(process.stdout);
const stage = await openStage(() => progress.say('Stopping everything that was started ...'));
const checks = new Checks((line) => progress.say(line));
try {
  const scene = await setUp(stage, preferredPort, progress);
  for (const name of asked.length > 0 ? asked : Object.keys(suites))
    for (const suite of suites[name] ?? []) await suite(scene, checks);
} finally {
  await stage.close();
}
console.log(`${checks.passed} passed, ${checks.failed} failed`);
process.exitCode = checks.failed === 0 && checks.passed > 0 ? 0 : 1;
