/** The settings of a training, as inputs name them. */
export interface TrainSettings {
  readonly targetColumn: string;
  readonly targetType: 'binary_classification' | 'multi_classification' | 'regression';
  readonly positiveValue?: string;
  readonly crossValidation?: number;
  readonly correctImbalance?: boolean;
  readonly timeSeries: boolean;
  readonly timeColumn?: string;
  readonly timeUnit?: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'eom';
  readonly timeInterval?: number;
  readonly firstStep?: number;
  readonly lastStep?: number;
  readonly seriesColumn?: string;
  readonly othersKnown?: boolean;
  readonly othersKnownExcept?: readonly string[];
}

/** A rule between two settings or more; it names the one that is to be changed. */
export interface SettingsRule {
  readonly field: keyof TrainSettings;
  /** Completes the field's name. */
  readonly problem: string;
  holds(settings: TrainSettings): boolean;
}

const onlyForTimeSeries = (field: keyof TrainSettings): SettingsRule => ({
  field,
  problem: 'only goes with Time Series',
  holds: (settings) => settings.timeSeries || settings[field] === undefined,
});

const neededForTimeSeries = (field: keyof TrainSettings): SettingsRule => ({
  field,
  problem: 'is needed for a time series',
  holds: (settings) => !settings.timeSeries || settings[field] !== undefined,
});

/** Which settings go together. Source: the table of section 3.7 of the specification. */
export const trainSettingsRules: readonly SettingsRule[] = [
  {
    field: 'positiveValue',
    problem: 'is needed for binary classification',
    holds: ({ targetType, positiveValue }) =>
      targetType !== 'binary_classification' || positiveValue !== undefined,
  },
  {
    field: 'positiveValue',
    problem: 'only goes with binary classification',
    holds: ({ targetType, positiveValue }) =>
      targetType === 'binary_classification' || positiveValue === undefined,
  },
  {
    field: 'correctImbalance',
    problem: 'only goes with classification',
    holds: ({ targetType, correctImbalance }) => targetType !== 'regression' || correctImbalance !== true,
  },
  {
    field: 'timeSeries',
    problem: 'only goes with regression',
    holds: ({ targetType, timeSeries }) => targetType === 'regression' || !timeSeries,
  },
  neededForTimeSeries('timeColumn'),
  neededForTimeSeries('firstStep'),
  neededForTimeSeries('lastStep'),
  {
    field: 'lastStep',
    problem: 'must not come before First Step',
    holds: ({ firstStep, lastStep }) =>
      firstStep === undefined || lastStep === undefined || lastStep >= firstStep,
  },
  ...(
    [
      'timeColumn',
      'timeUnit',
      'timeInterval',
      'firstStep',
      'lastStep',
      'seriesColumn',
      'othersKnown',
      'othersKnownExcept',
    ] as const
  ).map(onlyForTimeSeries),
];
