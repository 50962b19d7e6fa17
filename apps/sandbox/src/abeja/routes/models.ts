import { FieldError } from '../errors.ts';
import { optionalObject, optionalText } from '../fields.ts';
import type { Query } from '../page.ts';
import { envelope, inOrder, stretchOf, unarchived } from '../page.ts';
import type { AbejaPlatform } from '../platform.ts';
import { presignDownload } from '../presign.ts';
import { receiveForm } from '../receive-form.ts';
import type { ArchiveForm } from '../receive-form.ts';
import { T } from '../serve-routes.ts';
import type { Call, Route } from '../call.ts';
import { addModel } from '../training/add-model.ts';
import type { Definition } from '../training/definition.ts';
import { findDefinition, findModel } from '../training/find.ts';
import type { Model } from '../training/model.ts';
import { readDescription } from '../training/read-fields.ts';
import { modelObject } from '../training/training-objects.ts';

const usualPage = 50;

/** Training models. */
export function modelRoutes(platform: AbejaPlatform): readonly Route[] {
  const { variants, clock } = platform.parts;
  const setArchived = (archived: boolean) => (call: Call) => {
    const model = Object.assign(findModel(platform, call), { archived, modifiedMs: clock.now() });
    const { name } = findDefinition(platform, call);
    return { message: `${name}:${model.id} ${archived ? 'archived' : 'unarchived'}` };
  };
  return [
    [`GET ${T}/:name/models`, 'trainingModels', (call) => listModels(platform, call)],
    [`GET ${T}/:name/models/:model`, 'trainingModel', (call) => modelObject(findModel(platform, call))],
    [
      `PATCH ${T}/:name/models/:model`,
      'trainingModelUpdate',
      (call) => {
        const model = findModel(platform, call);
        model.description = readDescription(call.fields(), variants);
        model.modifiedMs = clock.now();
        return modelObject(model);
      },
    ],
    [
      `GET ${T}/:name/models/:model/download`,
      'trainingModelDownload',
      (call) => {
        const model = findModel(platform, call);
        return { download_uri: presignDownload(platform, `${model.id}.zip`, model.contents) };
      },
    ],
    [`POST ${T}/:name/models/:model/archive`, 'trainingModelArchive', setArchived(true)],
    [`POST ${T}/:name/models/:model/unarchive`, 'trainingModelUnarchive', setArchived(false)],
  ];
}

/** New models from an archive, whose body is read as it comes. */
export function modelUploadRoutes(platform: AbejaPlatform): readonly Route[] {
  return [
    [
      `POST ${T}/:name/models`,
      'trainingModelCreate',
      (call) => {
        const definition = findDefinition(platform, call);
        return receiveForm(platform, call.request, 'model_data', (form) =>
          modelObject(addUploaded(platform, definition, form)),
        );
      },
    ],
  ];
}

/** @throws ApiError 400 for parameters that may not be */
function addUploaded(
  platform: AbejaPlatform,
  definition: Definition,
  { contents, parameters }: ArchiveForm,
): Model {
  const { variants } = platform.parts;
  const jobId = optionalText(parameters, 'training_job_id');
  if (jobId !== null && !definition.jobs.some(({ facts }) => facts.id === jobId))
    throw new FieldError('training_job_id', 'unknown');
  return addModel(platform, definition, {
    jobId,
    execEnv: variants.has('upload-exec-env-cloud') ? 'cloud' : 'none',
    description: readDescription(parameters, variants),
    userParameters: optionalObject(parameters, 'user_parameters'),
    metrics: optionalObject(parameters, 'metrics'),
    contents: () => Promise.resolve(contents),
  });
}

function listModels(platform: AbejaPlatform, call: Call): unknown {
  const { variants } = platform.parts;
  const { models } = findDefinition(platform, call);
  const shown: Model[] = models.filter((model) => model.hiddenLooks-- <= 0);
  const kept = unarchived(shown, call.query, variants);
  const isWhole = variants.has('models-ignore-paging');
  const query: Query = isWhole ? {} : call.query;
  const page = stretchOf(kept, query, usualPage, variants);
  const items = isWhole ? inOrder(kept, variants) : page.items;
  return envelope({ ...page, items }, modelObject, variants);
}
