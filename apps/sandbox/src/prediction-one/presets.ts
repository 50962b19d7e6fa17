import type { TrainConfig } from './train-config.ts';

/** A model that is there from the start, trained on real data that ships with `vega-datasets`. */
export interface Preset {
  readonly name: string;
  readonly file: string;
  readonly config: TrainConfig;
  /** There is a running prediction API for it. */
  readonly published: boolean;
}

export const presets = [
  {
    name: 'cars-fuel',
    file: 'cars.json',
    config: { tc: 'Miles_per_Gallon', tt: 'regression', cv: 0 },
    published: true,
  },
  {
    name: 'penguins-species',
    file: 'penguins.json',
    config: { tc: 'Species', tt: 'multi_classification', cv: 0 },
    published: true,
  },
  {
    name: 'penguins-sex',
    file: 'penguins.json',
    config: { tc: 'Sex', tt: 'binary_classification', tv: 'FEMALE', cv: 0 },
    published: false,
  },
] as const satisfies readonly Preset[];
