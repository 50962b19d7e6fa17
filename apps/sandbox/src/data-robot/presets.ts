import type { Task } from '../models/task.ts';

/** A deployment that is there from the start, its model trained on real data that ships with `vega-datasets`. */
export interface DeploymentPreset {
  readonly label: string;
  readonly file: string;
  readonly task: Task;
  /** Deployments of the same instance queue behind each other. */
  readonly instance: 'dedicated' | 'serverless';
  /** Rows mean nothing to it. */
  readonly isUnstructured?: boolean;
}

export const deploymentPresets: readonly DeploymentPreset[] = [
  {
    label: 'cars-fuel',
    file: 'cars.json',
    task: { type: 'regression', target: 'Miles_per_Gallon' },
    instance: 'dedicated',
  },
  {
    label: 'penguins-species',
    file: 'penguins.json',
    task: { type: 'multi_classification', target: 'Species' },
    instance: 'dedicated',
  },
  {
    label: 'penguins-sex',
    file: 'penguins.json',
    task: { type: 'binary_classification', target: 'Sex', positiveValue: 'FEMALE' },
    instance: 'serverless',
  },
  {
    label: 'echo',
    file: 'cars.json',
    task: { type: 'regression', target: 'Miles_per_Gallon' },
    instance: 'dedicated',
    isUnstructured: true,
  },
  {
    label: 'echo-serverless',
    file: 'cars.json',
    task: { type: 'regression', target: 'Miles_per_Gallon' },
    instance: 'serverless',
    isUnstructured: true,
  },
];

/** Retraining policies that are there from the start; a dataset has to be set before they run. */
export const policyPresets = [
  { label: 'cars-fuel', name: 'refresh', description: 'A new version', action: 'create_model_package' },
  { label: 'cars-fuel', name: 'challenge', description: 'A challenger', action: 'create_challenger' },
  { label: 'cars-fuel', name: 'replace', description: 'A new model at once', action: 'model_replacement' },
  { label: 'penguins-sex', name: 'refresh', description: 'A new version', action: 'create_model_package' },
] as const;

/** Tables of `vega-datasets` that are in the AI Catalog from the start. */
export const datasetPresets: readonly string[] = ['cars.json', 'penguins.json'];
