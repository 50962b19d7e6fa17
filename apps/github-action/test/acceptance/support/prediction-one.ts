import { presetCsv, type PublishedModel, type RegionState, type Sandbox } from '@modelferry/sandbox';
import { csvOf, linesOf } from './table.ts';

/** The model whose keys are used. */
export const publishedModel = (sandbox: Sandbox): PublishedModel =>
  sandbox.describe().predictionOne.japan.published[0] as PublishedModel;

/** What has become of everything at the vendor. */
export const vendorState = (sandbox: Sandbox): RegionState => sandbox.state().predictionOne.japan;

const managementUrl = (sandbox: Sandbox): string => sandbox.describe().predictionOne.japan.managementBaseUrl;

/** The inputs that let retrain, wait and switch-model in. */
export const retrainAccess = (sandbox: Sandbox) => ({
  'retrain-key': publishedModel(sandbox).retrainKey,
  'management-url': managementUrl(sandbox),
});

/** The inputs that let predict in. */
export const scoringAccess = (sandbox: Sandbox) => ({
  'prediction-key': publishedModel(sandbox).predictionKey,
  'management-url': managementUrl(sandbox),
  'scoring-url': publishedModel(sandbox).inferenceUrl,
});

/** The table that the model was trained on. */
export const cars = (): string => presetCsv('cars.json');

/**
 * The same many times over.
 * @param copies @default 700, some 16 MB: more than fits between the two ends of a connection
 */
export function muchData(copies = 700): string {
  const [header = '', ...lines] = cars().split(/(?<=\r\n)/);
  return header + lines.join('').repeat(copies);
}

/** Some of its rows, to be scored: without what is to be predicted. */
export function rowsToScore(sandbox: Sandbox, count: number): string {
  const { targetColumn } = publishedModel(sandbox);
  return csvOf(
    linesOf(cars())
      .slice(0, count)
      .map((line) => Object.fromEntries(Object.entries(line).filter(([column]) => column !== targetColumn))),
  );
}
