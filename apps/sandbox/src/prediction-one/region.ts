import type { SandboxClock } from '../clock.ts';
import { fitModel } from '../models/fit-model.ts';
import type { FittedModel } from '../models/model.ts';
import type { Invention } from '../random.ts';
import type { SecretBook } from '../secret-book.ts';
import type { Grants } from '../storage/grants.ts';
import { presetCsv, presetTable } from '../tables/preset-table.ts';
import { Classifier } from './classifier.ts';
import type { Rule } from './classifier.ts';
import type { DataSet } from './data-set.ts';
import { KeyRing } from './key-ring.ts';
import type { Model } from './model.ts';
import { presets } from './presets.ts';
import type { RetrainJob } from './retrain-job.ts';
import { taskOf } from './train-config.ts';
import type { Training } from './training.ts';
import type { PredictionOneVariants } from './variants.ts';

export type RegionName = 'japan' | 'international';

/** What the regions of one sandbox share. */
export interface Shared {
  readonly clock: SandboxClock;
  readonly invention: Invention;
  readonly secrets: SecretBook;
  readonly variants: PredictionOneVariants;
  readonly grants: Grants;
}

type Defaulted = 'createdMs' | 'isReady' | 'hiddenPolls';
type NewModel = Omit<Model, Defaulted | 'lineage'> &
  Partial<Pick<Model, Defaulted>> & { readonly base?: Model };

/** Everything one region of the vendor knows: its keys, models, prediction APIs, data sets and jobs. */
export class Region {
  readonly name: RegionName;
  readonly shared: Shared;
  readonly keys: KeyRing;
  readonly models = new Map<number, Model>();
  readonly classifiers = new Map<string, Classifier>();
  readonly dataSets = new Map<number, DataSet>();
  readonly retrainJobs = new Map<string, RetrainJob>();
  readonly trainings = new Map<string, Training>();
  /** Ids that were in use once: an answer may tell "gone" from "never heard of". */
  readonly goneClassifiers = new Set<string>();
  /** Models whose retrain key ended with a switch. */
  readonly spentModels = new Set<number>();
  /** Calls per key and API, for the rate limit. */
  readonly calls = new Map<string, number>();
  readonly #baseUrl: () => string;
  #lastModelId = 0;
  #lastDataSetId = 0;

  constructor(name: RegionName, shared: Shared, baseUrl: () => string) {
    this.name = name;
    this.shared = shared;
    this.#baseUrl = baseUrl;
    this.keys = new KeyRing(name, shared);
  }

  /** Back to the preset state. */
  load(): void {
    const {
      keys,
      models,
      classifiers,
      dataSets,
      retrainJobs,
      trainings,
      goneClassifiers,
      spentModels,
      calls,
    } = this;
    for (const store of [keys, models, classifiers, dataSets, retrainJobs, trainings]) store.clear();
    for (const store of [goneClassifiers, spentModels, calls]) store.clear();
    this.#lastModelId = 20_400;
    this.#lastDataSetId = 70;
    for (const type of ['secret', 'train', 'deploy'] as const) keys.make(type, { preset: true });
    for (const preset of presets) {
      const table = presetTable(preset.file);
      let fitted: Promise<FittedModel> | undefined;
      const model = this.addModel({
        id: this.reserveModelId(),
        name: preset.name,
        config: preset.config,
        columns: table.columns,
        fitted: () => (fitted ??= fitModel(table, taskOf(preset.config))),
      });
      keys.make('retrain', { modelId: model.id, preset: true });
      if (preset.published) this.publish(model, [{ source: '0.0.0.0/0', order: 'allow', priority: 0 }]);
    }
    for (const file of new Set(presets.map((preset) => preset.file))) this.#addPresetDataSet(file);
  }

  /** Ids are given out when a training starts, so that they do not depend on which one ends first. */
  reserveModelId(): number {
    return ++this.#lastModelId;
  }

  /** @param model `base` is the model it was retrained from */
  addModel(model: NewModel): Model {
    const { base, ...rest } = model;
    const added: Model = {
      createdMs: this.shared.clock.now(),
      isReady: () => true,
      hiddenPolls: 0,
      ...rest,
      lineage: [...(base?.lineage ?? []), model.id],
    };
    this.models.set(added.id, added);
    return added;
  }

  addDataSet(dataSet: Omit<DataSet, 'id' | 'createdMs'>): DataSet {
    const added = { ...dataSet, id: ++this.#lastDataSetId, createdMs: this.shared.clock.now() };
    this.dataSets.set(added.id, added);
    return added;
  }

  /** A new prediction API, running; the caller may let it build first. */
  publish(model: Model, rules: readonly Rule[]): Classifier {
    const { invention, clock, variants } = this.shared;
    const id = `c-${invention.hex(`${this.name}:classifier`, 8)}`;
    const url = `${this.#baseUrl()}/v1/groups/g-${this.name}/classifiers/${id}/inference`;
    const apiKey = this.keys.make('prediction').value;
    const classifier = new Classifier({ id, url, model, apiKey, rules, clock, variants });
    this.classifiers.set(id, classifier);
    return classifier;
  }

  /** The prediction API that a retrain key's model stands behind, or once stood behind. */
  classifierOfModel(modelId: number): Classifier | undefined {
    return [...this.classifiers.values()].find(({ model }) => model.lineage.includes(modelId));
  }

  /** Model ids that descend from one another belong to one owner of a retrain key. */
  isRelated(modelId: number, otherId: number): boolean {
    if (modelId === otherId) return true;
    return [...this.models.values()].some(
      ({ lineage }) => lineage.includes(modelId) && lineage.includes(otherId),
    );
  }

  deleteClassifier(classifier: Classifier): void {
    this.classifiers.delete(classifier.id);
    this.goneClassifiers.add(classifier.id);
  }

  #addPresetDataSet(file: string): void {
    const { columns, rows } = presetTable(file);
    const body = Buffer.from(presetCsv(file));
    const name = file.replace('.json', '.csv');
    this.addDataSet({
      name,
      extension: 'csv',
      columnCount: columns.length,
      rowCount: rows.length,
      bytes: body.length,
      open: () => ({ body, contentType: 'text/csv', fileName: name }),
    });
  }
}
