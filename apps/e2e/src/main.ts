import { openStage, progressOn, setUp, type Scene } from '@modelferry/playground';
import { Checks } from './checks.ts';
import { editorSuite } from './editor/editor-suite.ts';
import { retrySuite } from './retry/retry-suite.ts';
import { stopSuite } from './stop/stop-suite.ts';

/** What `npm run e2e -- <name>` can run; without a name, all of it. */
const suites: Readonly<Record<string, (scene: Scene, checks: Checks) => Promise<void>>> = {
  stop: stopSuite,
  retry: retrySuite,
  editor: editorSuite,
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
  for (const name of asked.length > 0 ? asked : Object.keys(suites)) await suites[name]?.(scene, checks);
} finally {
  await stage.close();
}
console.log(`${checks.passed} passed, ${checks.failed} failed`);
process.exitCode = checks.failed === 0 && checks.passed > 0 ? 0 : 1;
