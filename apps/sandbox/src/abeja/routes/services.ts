import { badRequest } from '../errors.ts';
import { inOrder } from '../page.ts';
import type { AbejaPlatform } from '../platform.ts';
import { D } from '../serve-routes.ts';
import type { Call, Route } from '../call.ts';
import { createService, readModel, readSize, readVersion } from '../serving/create-service.ts';
import { findDeployment, findService } from '../serving/find.ts';
import type { Service } from '../serving/service.ts';
import { serviceObject } from '../serving/serving-objects.ts';
import { recentLogs } from './local-jobs.ts';

/** Services of a deployment. */
export function serviceRoutes(platform: AbejaPlatform): readonly Route[] {
  const { variants } = platform.parts;
  const shown = (call: Call, service: Service, isListed = false): unknown =>
    serviceObject(findDeployment(platform, call), service, variants, isListed);
  return [
    [
      `POST ${D}/services`,
      'serviceCreate',
      (call) => shown(call, createService(platform, findDeployment(platform, call), call.fields())),
    ],
    [
      `GET ${D}/services`,
      'services',
      (call) => {
        const services = [...findDeployment(platform, call).services.values()];
        for (const service of services) service.poll();
        return { entries: inOrder(services, variants).map((service) => shown(call, service, true)) };
      },
    ],
    [
      `GET ${D}/services/:service`,
      'service',
      (call) => {
        const service = findService(platform, call);
        service.poll();
        return shown(call, service);
      },
    ],
    [
      `PATCH ${D}/services/:service`,
      'serviceUpdate',
      (call) => {
        const service = findService(platform, call);
        const fields = call.fields();
        if (('models' in fields || 'version_id' in fields) && !variants.has('service-patch-model'))
          throw badRequest('the model and the version of a service cannot be changed');
        if ('models' in fields) service.model = readModel(platform, fields);
        if ('version_id' in fields) service.version = readVersion(findDeployment(platform, call), fields);
        service.size = readSize(fields, service.size);
        service.restart();
        return shown(call, service);
      },
    ],
    [
      `POST ${D}/services/:service/stop`,
      'serviceStop',
      (call) => {
        const service = findService(platform, call);
        if (service.status === 'STOPPED' || service.status === 'FAILED')
          throw badRequest('the service is not running');
        service.become('STOPPED');
        return { message: `${service.id} stopped` };
      },
    ],
    [
      `POST ${D}/services/:service/start`,
      'serviceStart',
      (call) => {
        const service = findService(platform, call);
        if (service.status !== 'STOPPED') throw badRequest('the service is already running');
        service.restart();
        return { message: `${service.id} started` };
      },
    ],
    [
      `DELETE ${D}/services/:service`,
      'serviceDelete',
      (call) => {
        const { id } = findService(platform, call);
        const { services, endpoints } = findDeployment(platform, call);
        const isUsed = [...endpoints.values()].some(({ serviceId }) => serviceId === id);
        if (isUsed && !variants.has('delete-in-use-ok'))
          throw badRequest('an endpoint points to the service');
        services.delete(id);
        return { message: `${id} deleted` };
      },
    ],
    [
      `GET ${D}/services/:service/recentlogs`,
      'serviceLogs',
      (call) => recentLogs(findService(platform, call).logs, call.query.next_backward_token),
    ],
  ];
}
