import { buffer } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import { ApiError } from '../../api-error.ts';
import { badRequest } from '../errors.ts';
import { isObject } from '../fields.ts';
import type { Fields } from '../fields.ts';
import type { AbejaPlatform } from '../platform.ts';
import type { Call } from '../call.ts';
import { fitOf } from '../training/fit-of.ts';
import type { Service } from './service.ts';

/** Lets a service answer: JSON objects or a CSV with predictions, and without a model anything with its size. */
export async function answerCall(
  platform: AbejaPlatform,
  service: Service,
  { request: { raw, headers, entry } }: Call,
): Promise<unknown> {
  if (service.status !== 'READY') throw new ApiError(503, 'the service is not ready');
  const body = await buffer(raw);
  entry.bodyBytes = body.length;
  const { model } = service;
  service.log(`answers ${body.length} bytes`);
  if (model === undefined) return { sandbox_bytes: body.length, service_id: service.id };
  const fitted = await fitOf(platform, model);
  if (fitted === undefined)
    throw new ApiError(500, `sandbox: the archive of ${model.id} holds no model of the sandbox.`);
  const predictions = rowsOf(body, headers['content-type'] ?? '').map((row) => {
    const { value, probabilities } = fitted.predict((column) => String(row[column] ?? ''));
    const isNumber = fitted.task.type === 'regression';
    return { prediction: isNumber ? Number(value) : value, ...(probabilities ? { probabilities } : {}) };
  });
  return { predictions, model_id: model.id, service_id: service.id };
}

/** @throws ApiError 400 for what holds no rows */
function rowsOf(body: Buffer, contentType: string): readonly Fields[] {
  try {
    if (/^text\/csv\b/i.test(contentType)) return parse(body, { columns: true, bom: true });
    const value: unknown = JSON.parse(body.toString());
    const rows = Array.isArray(value) ? value : [value];
    if (rows.every(isObject)) return rows;
  } catch {
    // Said below
  }
  throw badRequest('sandbox: send a row or a list of rows as JSON objects, or a CSV as text/csv.');
}
