import { actionFolder } from './action/manifest-files.ts';
import { distFolder } from './bundle/dist-files.ts';
import type { NodeModule } from './n8n/node-module.ts';
import { schemaFolder } from './n8n/schema-files.ts';

/** Patterns of the places where every file is generated: what stands there and is not made any more is stale. */
export const generatedPlaces = (modules: readonly NodeModule[]): readonly string[] => [
  ...placesOfNodes(modules),
  `${actionFolder}/*/*/action{,-types}.yml`,
  `${distFolder}/**/*.{mjs,txt}`,
];

/** The same of the n8n nodes alone. */
export const placesOfNodes = (modules: readonly NodeModule[]): readonly string[] =>
  modules.map(({ nodeFolder }) => `${nodeFolder}/${schemaFolder}/**/*.json`);
