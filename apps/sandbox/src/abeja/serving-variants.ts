/** The open points of ABEJA Platform's services, datalake and datasets. */
export const abejaServingVariants = {
  'service-fails': 'services never get READY, but FAILED',
  'service-odd-status': 'services in progress are PREPARING, stopped ones SUSPENDED',
  'service-stuck': 'services stay IN_PROGRESS',
  'service-patch-model': 'the model and the version of a service can be changed',
  'endpoint-accepts-not-ready': 'an endpoint may point to a service that is not READY',
  'endpoint-lags': 'an endpoint shows the old service for 2 looks after a change',
  'delete-in-use-ok': 'a service that an endpoint points to can be deleted',
  'conflict-returns-file': 'an upload that conflicts answers 409 with the file that is there',
  'dataset-array-object': 'items that were added together are answered as an object',
  'dataset-partial-failure': 'of items that are added together the wrong ones are left out',
} as const;

/** The name of one of {@link abejaServingVariants}. */
export type AbejaServingVariant = keyof typeof abejaServingVariants;
