/** The vendor's words that matter here. Source: sections 3.3 and 6; one that may be missing stops nothing. */
export const isActive = (status: string | undefined): boolean =>
  status === undefined || status.toLowerCase() === 'active';

export const isErrored = (status: string | undefined): boolean => /error/i.test(status ?? '');

/** Words of a deployment that will be another one by itself. */
export const isPassingThrough = (status: string | undefined): boolean =>
  /^(launching|replacingModel)$/i.test(status ?? '');
