import { archiveModel } from '../operations/model/archive-model.ts';
import { createModel } from '../operations/model/create-model.ts';
import { downloadModel } from '../operations/model/download-model.ts';
import { getModel } from '../operations/model/get-model.ts';
import { getModels } from '../operations/model/get-models.ts';
import { unarchiveModel } from '../operations/model/unarchive-model.ts';
import { updateModel } from '../operations/model/update-model.ts';

/** In the order in which they are shown. */
export const modelOperations = [
  createModel,
  getModel,
  getModels,
  updateModel,
  archiveModel,
  unarchiveModel,
  downloadModel,
];
