import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { leaveBodies } from '../../json-bodies.ts';
import { presetCsv } from '../../tables/preset-table.ts';
import { countBody } from '../../forms/count-body.ts';
import { drain } from '../../faults/cuts.ts';
import { newestOf } from '../catalog/dataset-object.ts';
import type { Dataset } from '../catalog/dataset.ts';
import { readCategories } from '../catalog/read-categories.ts';
import { receiveFile } from '../catalog/receive-file.ts';
import type { ReceivedFile } from '../catalog/receive-file.ts';
import { ApiError, invalid } from '../errors.ts';
import { findDataset } from '../find-dataset.ts';
import type { Platform } from '../platform.ts';
import { readFileForm } from '../read-file-form.ts';
import { accepted } from './status.ts';

/** New datasets and versions, from a file that comes in; the body is read as it comes. */
export function datasetUploadRoutes(app: FastifyInstance, platform: Platform): void {
  leaveBodies(app);
  const fromFile = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    try {
      const known = isVersion(request) ? findDataset(platform, request) : undefined;
      return await registerForm(platform, request, reply, known);
    } catch (error) {
      await drain(request);
      throw error;
    }
  };
  app.post('/datasets/fromFile/', { config: { operation: 'datasetUpload' } }, fromFile);
  app.post('/datasets/:id/versions/fromFile/', { config: { operation: 'datasetVersionUpload' } }, fromFile);
}

/** The same from a URL: nothing is fetched, only the sandbox's own tables are known, by the name of the file. */
export function datasetUrlRoutes(app: FastifyInstance, platform: Platform): void {
  const fromUrl = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const known = isVersion(request) ? findDataset(platform, request) : undefined;
    const { url } = (request.body ?? {}) as { readonly url?: unknown };
    if (typeof url !== 'string' || !URL.canParse(url)) throw invalid("'url': value is not a url");
    const name = /([^/]+)\.csv$/.exec(new URL(url).pathname)?.[1] ?? '';
    if (name !== 'cars' && name !== 'penguins')
      throw invalid('sandbox: of URLs only those that end in cars.csv and penguins.csv are known.');
    const csv = Buffer.from(presetCsv(`${name}.json`));
    const file = await receiveFile([csv] as unknown as AsyncIterable<Buffer>, url, limits(platform));
    return register(platform, request, reply, file, known);
  };
  app.post('/datasets/fromURL/', { config: { operation: 'datasetFromUrl' } }, fromUrl);
  app.post('/datasets/:id/versions/fromURL/', { config: { operation: 'datasetVersionFromUrl' } }, fromUrl);
}

async function registerForm(
  platform: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
  known: Dataset | undefined,
): Promise<FastifyReply> {
  let file: ReceivedFile | undefined;
  countBody(request);
  const type = request.headers['content-type'] ?? '';
  const fields = await readFileForm(request.raw, type, async (stream, name) => {
    file = await receiveFile(stream, name, limits(platform));
  });
  if (file === undefined || file.proof.bytes === 0) throw invalid('No file content');
  const categories = fields.get('categories')?.flatMap((text) => readCategories(text));
  return register(platform, request, reply, file, known, categories);
}

function register(
  platform: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
  file: ReceivedFile,
  known: Dataset | undefined,
  categories?: readonly string[],
): FastifyReply {
  const { variants } = platform.parts;
  if (file.isTooLarge && !variants.has('catalog-too-large-error'))
    throw new ApiError(
      variants.has('catalog-too-large-422') ? 422 : 413,
      'sandbox: the dataset is larger than the account allows.',
    );
  const version = platform.catalog.add(file, known, categories);
  const dataset = known ?? [...platform.catalog.datasets.values()].find((each) => newestOf(each) === version);
  return accepted(platform, request, reply, version.task, {
    catalogId: dataset?.id,
    catalogVersionId: version.id,
    statusId: version.task.id,
  });
}

function limits({ parts: { invention }, catalog }: Platform): { seed: number; maxBytes: number } {
  return { seed: invention.seed, maxBytes: catalog.maxBytes };
}

function isVersion({ params }: FastifyRequest): boolean {
  return (params as { readonly id?: string }).id !== undefined;
}
