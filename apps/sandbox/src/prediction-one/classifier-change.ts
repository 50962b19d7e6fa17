import type { Rule } from './classifier.ts';
import { badRequest } from './errors.ts';
import { isSource } from './ip-rules.ts';
import type { PredictionOneVariants } from './variants.ts';

/** What an Update Classifier asks for; absent fields stay as they are. */
export interface ClassifierChange {
  readonly rules?: readonly Rule[];
  readonly active?: boolean;
  readonly isEditable?: boolean;
}

/** @throws VendorError for a body that does not fit */
export function changeOf(body: unknown, variants: PredictionOneVariants): ClassifierChange {
  if (typeof body !== 'object' || body === null) throw badRequest('sandbox: the body is missing.');
  const { rules, active, is_editable: isEditable } = body as Readonly<Record<string, unknown>>;
  const given = [rules, active, isEditable];
  if (variants.has('patch-requires-all') && given.includes(undefined)) {
    throw badRequest('sandbox: rules, active and is_editable are all required.');
  }
  return {
    rules: rules === undefined ? undefined : checkedRules(rules),
    active: flag('active', active),
    isEditable: flag('is_editable', isEditable),
  };
}

/** @throws VendorError for a list that is none */
export function checkedRules(rules: unknown): readonly Rule[] {
  if (!Array.isArray(rules)) throw badRequest('sandbox: rules must be a list.');
  return (rules as readonly Readonly<Record<string, unknown>>[]).map(({ source, order, priority }) => {
    if (!isSource(source)) throw badRequest('sandbox: source must be an IP address or a CIDR range.');
    if (order !== 'allow' && order !== 'deny') throw badRequest('sandbox: order must be allow or deny.');
    if (!Number.isInteger(priority)) throw badRequest('sandbox: priority must be an integer.');
    return { source, order, priority: priority as number };
  });
}

function flag(name: string, value: unknown): boolean | undefined {
  if (value === undefined || typeof value === 'boolean') return value;
  throw badRequest(`sandbox: ${name} must be true or false.`);
}
