import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { toNumber } from '../../models/values.ts';
import type { Deployment } from '../deployment.ts';
import { ApiError, invalid } from '../errors.ts';
import type { Platform } from '../platform.ts';
import { csvAnswer, jsonAnswer } from './answer-rows.ts';
import { executionTime } from './execution-time.ts';
import { checkRows, inputRows } from './input-rows.ts';
import type { InputRows } from './input-rows.ts';
import { readOptions } from './options.ts';
import type { RealTimeOptions } from './options.ts';
import type { AnswerFacts } from './prediction-object.ts';
import { readBody } from './read-body.ts';

/** Scores the rows of one call. @throws ApiError with the vendor's texts as far as they are known */
export async function predict(
  platform: Platform,
  deployment: Deployment,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { variants } = platform.parts;
  const options = readOptions(new URL(request.url, 'http://sandbox').searchParams, variants);
  const registered = deployment.model;
  if (registered.isUnstructured)
    throw invalid('sandbox: the model is unstructured; it answers at predictionsUnstructured.');
  const input = await readInput(platform, request, reply);
  const model = await registered.fitted();
  checkColumns(input, model.columns, options);
  const at = registered.columns.indexOf(registered.task.target);
  const facts: AnswerFacts = {
    model,
    options,
    header: input.header,
    seen: rangeOf(registered.table.rows.map((row) => row[at] ?? '')),
    showsOriginalTimestamp: variants.has('ts-extra-field'),
  };
  void reply.headers(executionTime(variants)).header('x-datarobot-model-cache-hit', 'true');
  const isCsv = /\btext\/csv\b/i.test(request.headers.accept ?? '');
  void reply.type(isCsv ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8');
  const answer = isCsv ? csvAnswer(facts, input, variants) : jsonAnswer(facts, input);
  return reply.send(Readable.from(answer, { objectMode: false }));
}

/** @throws ApiError 422, or 400 as the variants ask for, for a body that cannot be scored */
async function readInput(
  platform: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<InputRows> {
  const { variants } = platform.parts;
  const body = await readBody(request, reply, variants);
  try {
    const input = await inputRows(body, request.headers['content-type']);
    checkRows(input);
    return input;
  } catch (error) {
    if (error instanceof ApiError && variants.has('bad-payload-400')) throw new ApiError(400, error.message);
    throw error;
  }
}

function checkColumns(
  { header }: InputRows,
  wanted: readonly string[],
  { passthrough }: RealTimeOptions,
): void {
  const unknown = passthrough === 'all' ? [] : passthrough.filter((name) => !header.includes(name));
  if (unknown.length > 0) {
    const names = unknown.map((name) => `u'${name}'`).join(', ');
    throw new ApiError(
      400,
      `passthroughColumns do not match columns, columns expected but not found: [${names}]`,
    );
  }
  if (!wanted.some((name) => header.includes(name)))
    throw invalid(`sandbox: none of the model's columns is in the data: ${wanted.join(', ')}`);
}

function rangeOf(targets: readonly string[]): readonly [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const number of targets.map(toNumber)) {
    if (number < least) least = number;
    if (number > most) most = number;
  }
  return [least, most];
}
