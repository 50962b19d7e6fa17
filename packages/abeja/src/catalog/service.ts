import { createService } from '../operations/service/create-service.ts';
import { deleteService } from '../operations/service/delete-service.ts';
import { getService } from '../operations/service/get-service.ts';
import { getServices } from '../operations/service/get-services.ts';
import { rollBack } from '../operations/service/roll-back.ts';
import { startService } from '../operations/service/start-service.ts';
import { stopService } from '../operations/service/stop-service.ts';
import { switchModel } from '../operations/service/switch-model.ts';

/** In the order in which they are shown. */
export const serviceOperations = [
  switchModel,
  rollBack,
  createService,
  getService,
  getServices,
  startService,
  stopService,
  deleteService,
];
