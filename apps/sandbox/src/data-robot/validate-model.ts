import type { Deployment } from './deployment.ts';
import { targetTypeOf } from './deployment.ts';
import type { RegisteredModel } from './registered-model.ts';

/** Whether a model may take the place of another, as the API shows it. */
export interface ModelValidation {
  readonly status: 'passing' | 'failing';
  readonly message: string;
  readonly checks: Readonly<
    Record<string, { readonly status: 'passing' | 'failing'; readonly message: string }>
  >;
}

/** Compares a model with the one that answers now. */
export function validateModel({ model: current }: Deployment, model: RegisteredModel): ModelValidation {
  const check = (isFine: boolean, message: string) => ({
    status: isFine ? ('passing' as const) : ('failing' as const),
    message: isFine ? 'The check has passed.' : message,
  });
  const missing = model.columns.filter((name) => !current.columns.includes(name));
  const classes = ({ task, table }: RegisteredModel): string => {
    const at = table.columns.indexOf(task.target);
    if (task.type === 'regression') return '';
    return [...new Set(table.rows.map((row) => row[at] ?? ''))]
      .filter((name) => name !== '')
      .sort()
      .join();
  };
  const checks = {
    target: check(model.task.target === current.task.target, 'The target is another one.'),
    targetType: check(
      targetTypeOf(model) === targetTypeOf(current),
      'The type of the target is another one.',
    ),
    targetClasses: check(classes(model) === classes(current), 'The classes of the target are others.'),
    features: check(missing.length === 0, `The model wants columns that are new: ${missing.join(', ')}`),
    notCurrentModel: check(model.packageId !== current.packageId, 'The model is the current one.'),
  };
  const failing = Object.values(checks).find(({ status }) => status === 'failing');
  return failing === undefined
    ? { status: 'passing', message: 'Model can replace the current one.', checks }
    : { status: 'failing', message: `Model cannot replace the current one. ${failing.message}`, checks };
}
