import { presetTable } from '../tables/preset-table.ts';
import { presets } from './presets.ts';
import type { Region } from './region.ts';

/** A preset model with a running prediction API. */
export interface PublishedModel {
  readonly name: string;
  readonly modelId: number;
  readonly targetColumn: string;
  readonly targetType: string;
  /** The columns of its training data, the target among them. */
  readonly columns: readonly string[];
  readonly retrainKey: string;
  readonly classifierId: string;
  readonly inferenceUrl: string;
  readonly predictionKey: string;
  /** One row to score, without the target. */
  readonly sampleRow: Readonly<Record<string, string>>;
}

/** How to reach one region, with demo credentials that work. */
export interface RegionDescription {
  /** Without the path: `/v1/external/...` comes after it. */
  readonly managementBaseUrl: string;
  readonly credentials: { readonly secretKey: string; readonly trainKey: string; readonly deployKey: string };
  readonly published: readonly PublishedModel[];
  /** Models that were trained and not published. */
  readonly unpublished: readonly Pick<PublishedModel, 'name' | 'modelId' | 'retrainKey'>[];
}

/** Taken once, right after the preset state was loaded: later changes do not belong in it. */
export function describeRegion(region: Region, managementBaseUrl: string): RegionDescription {
  const published: PublishedModel[] = [];
  const unpublished: RegionDescription['unpublished'][number][] = [];
  for (const preset of presets) {
    const model = [...region.models.values()].find(({ name }) => name === preset.name);
    if (model === undefined) continue;
    const own = { name: model.name, modelId: model.id, retrainKey: region.keys.preset('retrain', model.id) };
    const classifier = region.classifierOfModel(model.id);
    if (classifier === undefined) {
      unpublished.push(own);
      continue;
    }
    const { columns, rows } = presetTable(preset.file);
    const sample = columns.map((column, index) => [column, rows[0]?.[index] ?? ''] as const);
    published.push({
      ...own,
      targetColumn: preset.config.tc,
      targetType: preset.config.tt,
      columns,
      classifierId: classifier.id,
      inferenceUrl: classifier.url,
      predictionKey: classifier.apiKey,
      sampleRow: Object.fromEntries(sample.filter(([column]) => column !== preset.config.tc)),
    });
  }
  return {
    managementBaseUrl,
    credentials: {
      secretKey: region.keys.preset('secret'),
      trainKey: region.keys.preset('train'),
      deployKey: region.keys.preset('deploy'),
    },
    published,
    unpublished,
  };
}
