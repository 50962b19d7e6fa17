import { Checksums } from '../../storage/checksums.ts';
import { parseSample } from '../../tables/parse-sample.ts';
import type { Table } from '../../tables/table.ts';
import type { AsyncTask, TaskOutcome } from '../async-tasks.ts';
import type { PlatformParts } from '../platform-parts.ts';
import type { Dataset, DatasetVersion } from './dataset.ts';
import type { ReceivedFile } from './receive-file.ts';

/** Only so many versions keep their rows, so that the memory has a bound; the others keep their facts. */
const keptTables = 10;

/** What the catalog needs of the platform. */
export interface CatalogGround {
  readonly parts: PlatformParts;
  startTask(type: string, description: string, work: () => Promise<TaskOutcome>): AsyncTask;
}

/** What the AI Catalog holds. */
export class Catalog {
  readonly datasets = new Map<string, Dataset>();
  /** What an upload may have; by the vendor a setting of the account. */
  maxBytes = Number.POSITIVE_INFINITY;
  readonly #platform: CatalogGround;
  #withTable: DatasetVersion[] = [];

  constructor(platform: CatalogGround) {
    this.#platform = platform;
  }

  /** A dataset that is not deleted. */
  find(id: string): Dataset | undefined {
    const dataset = this.datasets.get(id);
    return dataset?.isDeleted === false ? dataset : undefined;
  }

  /** Registers a new version, of a new dataset unless one is given; it is ready when its task is over. */
  add(file: ReceivedFile, known?: Dataset, categories: readonly string[] = []): DatasetVersion {
    const { clock, invention } = this.#platform.parts;
    const dataset: Dataset = known ?? {
      id: invention.hex('dataRobot:dataset', 24),
      name: file.name,
      categories,
      modifiedMs: clock.now(),
      versions: [],
      isDeleted: false,
    };
    const id = invention.hex('dataRobot:datasetVersion', 24);
    const task = this.#register(file, dataset, () => version);
    const version: DatasetVersion = {
      ...{ id, task, state: 'RUNNING', error: '', createdMs: clock.now(), uri: file.name },
      ...{ proof: file.proof, rowCount: null, featureCount: null, table: undefined },
    };
    dataset.versions.push(version);
    dataset.modifiedMs = clock.now();
    this.datasets.set(dataset.id, dataset);
    return version;
  }

  /** A dataset that is there and ready from the start. */
  addPreset(name: string, csv: string, table: Table): void {
    const checksums = new Checksums();
    checksums.update(Buffer.from(csv));
    const sample = { header: '', records: [], recordCount: table.rowCount, overlong: false };
    const file = { name, proof: checksums.finish(), sample, isTooLarge: false };
    const version = this.add(file, undefined, ['TRAINING']);
    version.task.end('COMPLETED', '');
    this.#complete(version, table);
  }

  clear(): void {
    this.datasets.clear();
    this.#withTable = [];
    this.maxBytes = Number.POSITIVE_INFINITY;
  }

  #register(file: ReceivedFile, dataset: Dataset, version: () => DatasetVersion): AsyncTask {
    const { variants } = this.#platform.parts;
    const task = this.#platform.startTask('Dataset', `Registering dataset ${file.name}`, async () => {
      if (file.isTooLarge) throw new Error('sandbox: the dataset is larger than the account allows.');
      const table = await parseSample(file.sample, file.name);
      const path = `/datasets/${dataset.id}/`;
      return {
        path: variants.has('dataset-location-versions') ? `${path}versions/${version().id}/` : path,
        apply: () => this.#complete(version(), table),
      };
    });
    task.onFailure = (message) => Object.assign(version(), { state: 'ERROR', error: message });
    return task;
  }

  #complete(version: DatasetVersion, table: Table): void {
    Object.assign(version, { state: 'COMPLETED', rowCount: table.rowCount, table });
    version.featureCount = table.columns.length;
    this.#withTable.push(version);
    if (this.#withTable.length > keptTables) (this.#withTable.shift() as DatasetVersion).table = undefined;
  }
}
