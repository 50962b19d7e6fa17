/** The index of 3.1: every documented endpoint. `{x}` is one segment; `{api}`, `{pred}` and `{pps}` are roots. */
export const documentedEndpoints = [
  'GET {api}/version/',
  'GET {api}/ping',
  'GET {api}/account/info/',
  'GET {api}/predictionServers/',
  'GET {api}/deployments/',
  'GET {api}/deployments/{id}/',
  'GET {api}/deployments/{id}/features/',
  'PATCH {api}/deployments/{id}/status/',
  'POST {pred}/predApi/v1.0/deployments/{id}/predictions',
  'POST {pred}/predApi/v1.0/deployments/{id}/predictionsUnstructured',
  'POST {api}/deployments/{id}/predictions',
  'POST {api}/deployments/{id}/predictionsUnstructured',
  'POST {pps}/predictions',
  'POST {pps}/deployments/{id}/predictions',
  'GET {pps}/ping',
  'GET {pps}/info',
  'GET {api}/batchPredictions/',
  'POST {api}/batchPredictions/',
  'PUT {api}/batchPredictions/{id}/csvUpload/',
  'PUT {api}/batchPredictions/{id}/csvUpload/part/{n}/',
  'POST {api}/batchPredictions/{id}/csvUpload/finalizeMultipart/',
  'GET {api}/batchPredictions/{id}/',
  'PATCH {api}/batchPredictions/{id}/',
  'DELETE {api}/batchPredictions/{id}/',
  'GET {api}/batchPredictions/{id}/download/',
  'POST {api}/batchPredictions/fromExisting/',
  'POST {api}/batchPredictions/fromJobDefinition/',
  'GET {api}/batchPredictionJobDefinitions/',
  'POST {api}/batchPredictionJobDefinitions/',
  'GET {api}/batchPredictionJobDefinitions/{id}/',
  'PATCH {api}/batchPredictionJobDefinitions/{id}/',
  'DELETE {api}/batchPredictionJobDefinitions/{id}/',
  'GET {api}/batchPredictionJobDefinitions/{id}/portable/',
  'GET {api}/status/',
  'GET {api}/status/{id}/',
  'DELETE {api}/status/{id}/',
  'POST {api}/datasets/fromFile/',
  'POST {api}/datasets/fromURL/',
  'POST {api}/datasets/{id}/versions/fromFile/',
  'POST {api}/datasets/{id}/versions/fromURL/',
  'GET {api}/datasets/',
  'GET {api}/datasets/{id}/',
  'PATCH {api}/datasets/{id}/',
  'DELETE {api}/datasets/{id}/',
  'GET {api}/datasets/{id}/versions/',
  'GET {api}/datasets/{id}/versions/{versionId}/',
  'GET {api}/deployments/{id}/retrainingPolicies/',
  'POST {api}/deployments/{id}/retrainingPolicies/',
  'GET {api}/deployments/{id}/retrainingPolicies/{pid}/',
  'PATCH {api}/deployments/{id}/retrainingPolicies/{pid}/',
  'DELETE {api}/deployments/{id}/retrainingPolicies/{pid}/',
  'GET {api}/deployments/{id}/retrainingPolicies/{pid}/runs/',
  'POST {api}/deployments/{id}/retrainingPolicies/{pid}/runs/',
  'GET {api}/deployments/{id}/retrainingPolicies/{pid}/runs/{rid}/',
  'PATCH {api}/deployments/{id}/retrainingPolicies/{pid}/runs/{rid}/',
  'GET {api}/deployments/{id}/retrainingSettings/',
  'PATCH {api}/deployments/{id}/retrainingSettings/',
  'POST {api}/deployments/{id}/model/validation/',
  'PATCH {api}/deployments/{id}/model/',
  'GET {api}/users/{userId}/rateLimitUsage/',
  'GET {api}/account/rateLimitUsage/',
  'GET {api}/quotas/',
  'POST {api}/quotas/',
  'PATCH {api}/quotas/{id}/',
  'DELETE {api}/quotas/{id}/',
] as const;

/** Endpoints that nothing of ours calls. */
export const notCalled: Readonly<Partial<Record<(typeof documentedEndpoints)[number], string>>> = {
  'GET {pps}/ping': 'a portable server is asked for predictions only',
  'GET {pps}/info': 'a portable server is asked for predictions only',
  'GET {api}/account/rateLimitUsage/': 'named by a third party only',
  'GET {api}/quotas/': 'what a deployment is allowed is its owner’s to say',
  'POST {api}/quotas/': 'what a deployment is allowed is its owner’s to say',
  'PATCH {api}/quotas/{id}/': 'what a deployment is allowed is its owner’s to say',
  'DELETE {api}/quotas/{id}/': 'what a deployment is allowed is its owner’s to say',
};

const words = new Set(
  documentedEndpoints.flatMap((one) => one.split('/').slice(1)).filter((word) => !word.startsWith('{')),
);
const nameless = (path: string): string =>
  path
    .split('/')
    .map((word) => (words.has(word) || word === '' ? word : '{}'))
    .join('/');

/** An endpoint or a request without the names of what it is about: `POST {api}/datasets/{}/versions/fromURL/`. */
export function shapeOf(request: string): string {
  const [, method = '', root = '{api}', path = ''] =
    /^(\w+) (\{\w+\}|https?:\/\/[^/]+)?([^?]*)/.exec(request) ?? [];
  const server = path.startsWith('/predApi/') ? '{pred}' : '{pps}';
  return `${method} ${root.startsWith('http') ? server : root}${nameless(path)}`;
}
