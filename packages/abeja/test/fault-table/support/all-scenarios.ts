import { dataScenarios } from './data-scenarios.ts';
import { modelScenarios } from './model-scenarios.ts';
import type { Scenario } from './scenario.ts';
import { servingScenarios } from './serving-scenarios.ts';
import { definitionScenarios, jobScenarios, versionScenarios } from './training-scenarios.ts';

/** Every operation of the catalog, as a user would run it. */
export const allScenarios: readonly Scenario[] = [
  ...[...definitionScenarios, ...versionScenarios, ...jobScenarios],
  ...[...modelScenarios, ...servingScenarios, ...dataScenarios],
];
