import type { Sandbox } from '@modelferry/sandbox';
import { cars, publishedModel, retrainAccess } from './prediction-one.ts';

/** A retraining that somebody has started before, by hand. @returns its ID */
export async function startedJob(sandbox: Sandbox, data: string = cars()): Promise<string> {
  const { retrainKey } = publishedModel(sandbox);
  const address = `${retrainAccess(sandbox)['management-url']}/v1/external/retrain_jobs/upload_url?filename=cars.csv`;
  const made = await fetch(address, { headers: { 'x-api-key': retrainKey } });
  const { retrain_job_id: id, upload_url: url } = (await made.json()) as Record<string, string>;
  if (id === undefined || url === undefined) throw new Error('The sandbox has made no retraining.');
  const sent = await fetch(url, { method: 'PUT', body: new TextEncoder().encode(data) });
  if (!sent.ok) throw new Error(`The sandbox has refused the data: ${sent.status}.`);
  return id;
}
