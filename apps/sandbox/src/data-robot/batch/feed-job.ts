import { csvLine } from '../../tables/csv-line.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { newestOf } from '../catalog/dataset-object.ts';
import type { Table } from '../../tables/table.ts';
import { notFound } from '../errors.ts';
import type { BatchJob } from './batch-job.ts';

/**
 * Gives a job that reads elsewhere its data: the rows of its dataset, else those that the deployment's model was
 * trained on, and puts it into the queue.
 *
 * @throws ApiError 404 for a dataset that is not there
 */
export function feedJob(catalog: Catalog, job: BatchJob): void {
  const { columns, rows } = tableFor(catalog, job);
  feed(job, [columns, ...rows].map((row) => csvLine(row, job.spec.dialect)).join(''));
}

/** Gives a job the kept rows of another, as they came. */
export function feedFrom(job: BatchJob, source: BatchJob): void {
  const records = source.parts.flatMap(({ kept }) => kept);
  const latin1 = [source.parts[0]?.header ?? '', ...records].join('\n');
  feed(job, Buffer.from(latin1, 'latin1'));
}

function feed(job: BatchJob, data: string | Buffer): void {
  const part = job.openPart(0);
  part.push(typeof data === 'string' ? job.spec.codec.encode(data) : data);
  part.finish();
  job.uploadBegun = job.isWhole = true;
  job.deployment.instance.enter(job);
}

/** What the job's source holds. @throws ApiError 404 */
function tableFor(catalog: Catalog, { spec, model }: Pick<BatchJob, 'spec' | 'model'>): Table {
  if (spec.intake.type !== 'dataset') return model.table;
  const dataset = catalog.find(String(spec.intake.datasetId));
  const wanted = spec.intake.datasetVersionId;
  const version = dataset?.versions.find(({ id }) => id === wanted) ?? (dataset && newestOf(dataset));
  if (version?.table === undefined) throw notFound('sandbox: there is no such dataset, or it has no rows.');
  return version.table;
}
