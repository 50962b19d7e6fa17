import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The action that a marketplace lists. */
export const rootAction = join(import.meta.dirname, '../../../..');

/** In which each action has its folder. */
export const actionsFolder = join(rootAction, 'apps/github-action');

/** All actions but that at the root, as users name them: `prediction-one/retrain`. */
export const actionNames = (): readonly string[] =>
  globSync('*/*/action.yml', { cwd: actionsFolder })
    .map((path) => dirname(path))
    .sort();
