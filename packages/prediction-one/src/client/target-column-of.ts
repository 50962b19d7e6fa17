import type { Model } from './models.ts';

/** The column a model predicts, from the settings it was trained with. */
export function targetColumnOf({ config }: Pick<Model, 'config'>): string | undefined {
  const target = config?.['tc'];
  return typeof target === 'string' ? target : undefined;
}
