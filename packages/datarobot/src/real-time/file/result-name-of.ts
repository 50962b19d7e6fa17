import { safeFileName } from '@modelferry/upload';

/** `people.csv` becomes `people-predictions.csv`. */
export const resultNameOf = (fileName: string, format: 'csv' | 'json'): string =>
  safeFileName(`${fileName.replace(/(.)\.[^.]*$/s, '$1')}-predictions.${format}`);
