import { chosenExamples } from './examples/chosen-examples.ts';
import { runGithubExample } from './github/run-github-example.ts';
import { progressOn } from './host/progress.ts';
import { missingTools, missingToolsMessage, unpackers } from './host/system-tools.ts';
import { keepOpen } from './keep-open.ts';
import type { Options } from './options.ts';
import { report, summaries, tally } from './report.ts';
import { runExamples } from './run-examples.ts';
import { setUp } from './set-up.ts';
import { openStage } from './stage.ts';
import { UserError } from './user-error.ts';

/** Everything that `npm start` does. Gives the exit code. */
export async function play(options: Options): Promise<number> {
  const chosen = chosenExamples(options.only);
  const missing = missingTools(unpackers);
  if (missing.length > 0) throw new UserError(missingToolsMessage(missing));
  const progress = progressOn(process.stdout);
  const stage = await openStage(() => progress.say('Stopping everything that was started ...'));
  try {
    const scene = await setUp(stage, options.port, progress);
    const results = [...(await runExamples(chosen.n8n, scene))];
    for (const example of chosen.github) results.push(await runGithubExample(example, scene));
    console.log(`\n${[summaries(results), report(results)].filter((text) => text !== '').join('\n\n')}\n`);
    if (!options.once) await keepOpen(scene);
    await stage.close();
    console.log(tally(results));
    return results.every(({ passed }) => passed) ? 0 : 1;
  } catch (error) {
    if (stage.signal.aborted) return 130;
    throw error;
  } finally {
    await stage.close();
  }
}
