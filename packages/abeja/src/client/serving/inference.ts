import type { RequestBody, TransportResponse } from '@modelferry/http';
import type { CallPort } from '@modelferry/operation';
import { deploymentPath } from './deployments.ts';

/** Who is asked: an endpoint by its alias, or a service directly. */
export interface InferenceTarget {
  readonly deploymentId: string;
  /** @default the endpoint `default` */
  readonly alias?: string;
  /** Asked directly, whatever the endpoints point to. */
  readonly serviceId?: string;
}

/** What is asked, in whatever form the service's code takes. */
export interface InferenceRequest {
  readonly body: RequestBody;
  /** Media type of the body. */
  readonly contentType: string;
  onBytesTaken?(totalBytes: number): void;
}

/** The calls of the service host (docs/vendors/abeja.md, 3.6). */
export interface InferenceCalls {
  /** 3.6. Never repeated. @returns whatever the service's code answers; its body is still to be read */
  callService(
    target: InferenceTarget,
    request: InferenceRequest,
    signal: AbortSignal,
  ): Promise<TransportResponse>;
}

/** @param portOf asked at the first call: there may be no service host until somebody wants one */
export const inferenceCalls = (portOf: () => CallPort): InferenceCalls => ({
  async callService({ deploymentId, alias, serviceId }, { body, contentType, onBytesTaken }, signal) {
    const below = serviceId === undefined ? (alias === undefined ? [] : [alias]) : ['services', serviceId];
    return portOf().download({
      doing: `call ${serviceId === undefined ? `the deployment ${deploymentId}` : `the service ${serviceId}`}`,
      method: 'POST',
      path: deploymentPath(deploymentId, ...below),
      headers: { accept: '*/*', 'content-type': contentType },
      body,
      signal,
      onBytesTaken,
    });
  },
});
