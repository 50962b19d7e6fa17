import { badRequest } from '../errors.ts';
import type { AbejaPlatform } from '../platform.ts';
import type { Call, Route } from '../call.ts';
import { answerCall } from '../serving/answer-call.ts';
import { findDeployment, findEndpoint, findService } from '../serving/find.ts';
import type { Service } from '../serving/service.ts';

/** The paths of the service host, `<organization>.<host>`, which are served on every name. */
export function serviceCallRoutes(platform: AbejaPlatform): readonly Route[] {
  const answer = (find: (call: Call) => Service) => (call: Call) => {
    checkHost(platform, call);
    return answerCall(platform, find(call), call);
  };
  const byAlias = (call: Call): Service => {
    const { serviceId } = findEndpoint(platform, call, call.params.alias ?? 'default');
    const service = findDeployment(platform, call).services.get(serviceId);
    if (service === undefined) throw platform.missing('service');
    return service;
  };
  return [
    ['POST /deployments/:deployment', 'serviceCall', answer(byAlias)],
    ['POST /deployments/:deployment/:alias', 'serviceCall', answer(byAlias)],
    [
      'POST /deployments/:deployment/services/:service',
      'serviceCall',
      answer((call) => findService(platform, call)),
    ],
  ];
}

/** A name of another organization has nothing here; an address, or a name without one, has. @throws ApiError */
function checkHost({ organization }: AbejaPlatform, { request }: Call): void {
  const labels = request.hostname.split('.');
  const isAddress = /^[\d.]+$/.test(request.hostname);
  if (isAddress || labels.length < 2) return;
  if (labels[0] !== organization.id && labels[0] !== organization.name)
    throw badRequest(`sandbox: there is no organization ${labels[0] ?? ''}.`);
}
