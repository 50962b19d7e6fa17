import { runStep } from '../../src/main.ts';

/** What the tool calls. The entries of the actions themselves export nothing, and start at once. */
export const run = (): Promise<void> => runStep('prediction-one', 'retrain');
