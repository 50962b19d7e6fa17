import {
  predictionQuery
} from "./chunk-SQFW6NYI.mjs";
import {
  scoringHost
} from "./chunk-3EQQVESC.mjs";
import {
  RecordScanner,
  countedTable,
  missingColumns,
  planTableParts
} from "./chunk-BFHQQK44.mjs";
import {
  bytesSource
} from "./chunk-MSOSMPB5.mjs";
import {
  TableCheck
} from "./chunk-UVIHTZFW.mjs";
import "./chunk-NXAGABYC.mjs";
import {
  maxPredictionBytes
} from "./chunk-MWFIT7WI.mjs";
import {
  watchSource
} from "./chunk-F6SUFCMP.mjs";
import "./chunk-3TW3HCV5.mjs";
import {
  readTableHead
} from "./chunk-SJZOLP6C.mjs";
import "./chunk-S2KHAVPK.mjs";
import "./chunk-EMTKIY3Y.mjs";
import {
  peekSource
} from "./chunk-DWUKSRY7.mjs";
import {
  joinBytes
} from "./chunk-42YFLU3Z.mjs";
import {
  parseRows
} from "./chunk-3OOVAMUB.mjs";
import {
  isTransportError,
  safeFileName
} from "./chunk-WTLKQS7A.mjs";
import {
  ApiError,
  CancelledError,
  EngineError,
  InputError,
  isApiError
} from "./chunk-VDHEZRE2.mjs";

// packages/datarobot/src/real-time/is-time-bound.ts
var isTimeBound = (options) => [
  options.forecastPoint,
  options.predictionsStartDate,
  options.predictionsEndDate,
  options.relaxKnownInAdvanceFeaturesCheck
].some((one) => one !== void 0);
var areForecasts = (rows) => rows.some((row) => row["forecastDistance"] !== void 0 && row["forecastDistance"] !== null);

// packages/datarobot/src/real-time/read-answer.ts
var maxHeldBytes = 16 * 1024 * 1024;
var maxTries = 3;
async function readAnswer(ask, replayable = true) {
  for (let attempt = 1; ; attempt++) {
    const { headers, body } = await ask();
    const chunks = body[Symbol.asyncIterator]();
    try {
      const { held, ended } = await hold(chunks);
      return { headers, body: ended ? given(held) : given(held, chunks), cancel: () => body.cancel() };
    } catch (error) {
      const passing = isTransportError(error) && (error.kind === "timeout" || error.kind === "network");
      if (!passing || !replayable || attempt >= maxTries) throw error;
    }
  }
}
async function hold(chunks) {
  const held = [];
  for (let bytes = 0; bytes <= maxHeldBytes; ) {
    const next = await chunks.next();
    if (next.done) return { held, ended: true };
    held.push(next.value);
    bytes += next.value.length;
  }
  return { held, ended: false };
}
async function* given(held, rest) {
  try {
    for (let chunk = held.shift(); chunk; chunk = held.shift()) yield chunk;
    if (!rest) return;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest?.return?.();
  }
}

// packages/datarobot/src/real-time/with-deployment-status.ts
var clear = /* @__PURE__ */ new Set([401, 403, 413, 429]);
async function withDeploymentStatus({ client, signal }, { host, deploymentId }, error) {
  if (!isApiError(error) || clear.has(error.status)) return error;
  if (host.kind === "portable" || deploymentId === void 0) return error;
  const { status } = await client.getDeployment(deploymentId, signal).catch(() => ({ status: void 0 }));
  if (status === void 0 || status === "active") return error;
  return new ApiError({
    ...error,
    message: `${error.message} The status of the deployment is "${status}".`,
    remedy: "Activate the deployment in DataRobot, then score again.",
    cause: error
  });
}

// packages/datarobot/src/real-time/file/begun.ts
async function begun(items) {
  const list = items[Symbol.asyncIterator]();
  let first = await list.next();
  const whole = {
    async next() {
      const next = first ?? await list.next();
      first = void 0;
      return next;
    },
    async return() {
      await list.return?.();
      return { done: true, value: void 0 };
    },
    [Symbol.asyncIterator]: () => whole
  };
  return whole;
}

// packages/datarobot/src/real-time/file/result-errors.ts
var again = "Score the file again; if it stays so, with smaller slices.";
var rowsDiffer = (sentRows, rows) => new EngineError({
  code: "unexpected-answer",
  message: `Could not match the predictions to their rows: ${sentRows} rows were sent and ${rows} came back.`,
  remedy: again
});
var columnsDiffer = () => new EngineError({
  code: "unexpected-answer",
  message: "Could not join the predictions: the columns changed from one answer to the next, as they do when the model is replaced.",
  remedy: again
});
var seriesWasSplit = () => new EngineError({
  code: "unsupported",
  message: "Could not score the file: the model is one of time series, whose rows belong into one request, and the file takes several.",
  remedy: "Raise Slice Size up to 50 MB, send less of the history, or score it as a batch."
});

// packages/datarobot/src/real-time/file/csv-result.ts
var forecastColumn = "FORECAST_DISTANCE";
var lf = 10;
var lineEnd = Uint8Array.of(13, lf);
async function* csvResult(answers, onAnswer) {
  let header;
  let lastByte = lf;
  for await (const { slice, body } of answers) {
    const check = new TableCheck("the predictions", { delimiter: ",", refuses: () => false });
    let own;
    for await (const bytes of headerFirst(body)) {
      check.see(bytes);
      const isHeader = own === void 0;
      own ??= new TextDecoder().decode(bytes);
      if (isHeader && header !== void 0) {
        if (own.trimEnd() !== header.trimEnd()) throw columnsDiffer();
        if (lastByte !== lf) yield lineEnd;
        continue;
      }
      yield bytes;
      lastByte = bytes.at(-1);
    }
    header ??= own;
    check.end();
    const sentRows = slice.sentRows();
    const isSeries = (parseRows(own ?? "", ",").rows[0] ?? []).includes(forecastColumn);
    if (isSeries && slice.index > 0) throw seriesWasSplit();
    if (!isSeries && sentRows !== void 0 && check.dataRows !== sentRows) {
      throw rowsDiffer(sentRows, check.dataRows);
    }
    onAnswer(slice, check.dataRows);
  }
}
async function* headerFirst(chunks) {
  const scanner = new RecordScanner({ delimiter: "," });
  let begun2 = [];
  for await (const chunk of chunks) {
    if (begun2 === void 0) {
      if (chunk.length > 0) yield chunk;
      continue;
    }
    const end2 = scanner.firstEnd(chunk);
    begun2.push(chunk.subarray(0, end2 ?? chunk.length));
    if (end2 === void 0) continue;
    yield joinBytes(begun2);
    begun2 = void 0;
    if (end2 < chunk.length) yield chunk.subarray(end2);
  }
  if (begun2 && begun2.length > 0) yield joinBytes(begun2);
}

// packages/datarobot/src/real-time/file/in-order.ts
async function* inOrder(items, atOnce, work) {
  const list = items[Symbol.asyncIterator]();
  const running = [];
  let ended = false;
  try {
    for (; ; ) {
      while (!ended && running.length < atOnce) {
        const next = await list.next();
        ended = next.done === true;
        if (next.done) break;
        const result = work(next.value);
        result.catch(() => void 0);
        running.push(result);
      }
      const first = running.shift();
      if (!first) return;
      yield await first;
    }
  } finally {
    await list.return?.();
  }
}

// packages/datarobot/src/real-time/check-row-ids.ts
function checkRowIds(rows, sentRows = rows.length) {
  const byId = new Map(rows.map((row) => [row.rowId, row]));
  const ordered = Array.from({ length: sentRows }, (_, rowId) => byId.get(rowId));
  const isWhole = (found) => !found.includes(void 0);
  if (rows.length === sentRows && isWhole(ordered)) return ordered;
  const missing = ordered.indexOf(void 0);
  throw new EngineError({
    code: "unexpected-answer",
    message: `Could not match the predictions to their rows: ${sentRows} rows were sent and ${rows.length} came back${missing < 0 ? "" : `, none of them for row ${missing + 1}`}.`,
    remedy: "Send the rows again; if it stays so, send fewer at a time."
  });
}

// packages/datarobot/src/real-time/file/json-result.ts
async function* jsonResult(answers, onAnswer) {
  const encoder = new TextEncoder();
  let before = 0;
  yield encoder.encode("[");
  for await (const { slice, rows } of answers) {
    const isSeries = areForecasts(rows);
    if (isSeries && slice.index > 0) throw seriesWasSplit();
    const own = isSeries ? rows : checkRowIds(rows, slice.sentRows());
    const lines = own.map((row) => JSON.stringify({ ...row, rowId: before + (row.rowId ?? 0) }));
    if (lines.length > 0) yield encoder.encode(`${before === 0 ? "" : ","}
${lines.join(",\n")}`);
    before += own.length;
    onAnswer(slice, own.length);
  }
  yield encoder.encode("\n]\n");
}

// packages/datarobot/src/real-time/file/only-slice.ts
async function* onlySlice(slices, name) {
  let only;
  for await (const slice of slices) {
    if (only) {
      const problem = `"${name}" does not fit into one request, and the rows of a time series must not be split`;
      const remedy = "Send less of its history, or score it as a batch.";
      throw new InputError([{ field: "file", problem, remedy }]);
    }
    only = slice;
  }
  if (only) yield only;
}

// packages/datarobot/src/real-time/file/check-csv.ts
async function checkCsv(file, passthroughColumns) {
  const head = await readTableHead(file, { maxRows: 20 });
  const faults = [...tableFaults(file.name, head), ...columnFaults(head, passthroughColumns)];
  if (faults.length > 0) throw new InputError(faults);
  return head;
}
function tableFaults(name, { complete, rows, delimiter, encoding, encodingLooksUtf8 }) {
  const field = "file";
  const faults = [];
  if (complete && rows.length === 0) {
    const remedy = "Pass a table with at least one row.";
    faults.push({ field, problem: `"${name}" has a header and no rows`, remedy });
  }
  if (delimiter !== ",") {
    const found = delimiter === "	" ? "tabs" : `"${delimiter}"`;
    const remedy = "Save it with commas, or score it as a batch, where Delimiter can be set. If it has one column whose name holds the mark, put the name in quotes.";
    faults.push({ field, problem: `"${name}" is delimited by ${found}, and only commas are taken`, remedy });
  }
  if (!encodingLooksUtf8) {
    const remedy = `Save it as UTF-8 (it may be ${encoding}), or score it as a batch, where Encoding can be set.`;
    faults.push({ field, problem: `"${name}" is not UTF-8`, remedy });
  }
  return faults;
}
var columnFaults = ({ columns, delimiter, encodingLooksUtf8 }, passthroughColumns) => delimiter === "," && encodingLooksUtf8 ? missingColumns(columns, passthroughColumns) : [];

// packages/datarobot/src/real-time/file/csv-slices.ts
async function* csvSlices(file, { sliceBytes: partBytes, passthroughColumns, signal, warn }) {
  const { source, columns } = await checkCsv(file, passthroughColumns);
  let warned = false;
  const warnOnce = (message) => {
    if (!warned) warn(message);
    warned = true;
  };
  for await (const part of planTableParts(source, { partBytes, delimiter: ",", signal })) {
    const rules = { delimiter: ",", readable: true, utf8: true, warn: warnOnce };
    const counted = countedTable(part.source, rules);
    yield {
      index: part.index,
      source: counted.source,
      contentType: "text/csv",
      columns,
      fromByte: part.rows.start,
      toByte: part.rows.end,
      sentRows: () => counted.sentRows()
    };
  }
}

// packages/datarobot/src/real-time/file/json-objects.ts
var [quote, backslash, comma] = [34, 92, 44];
var [openBracket, closeBracket, openBrace, closeBrace] = [91, 93, 123, 125];
var blanks = /* @__PURE__ */ new Set([32, 9, 10, 13]);
var JsonObjects = class {
  #form;
  #place = "start";
  /** Brackets that are open within an object; 0 between objects. */
  #depth = 0;
  #inText = false;
  #escaped = false;
  #position = 0;
  #begun = [];
  #begunBytes = 0;
  #start = 0;
  constructor(form) {
    this.#form = form;
  }
  /** Bytes of the object that has begun and not ended. */
  get begunBytes() {
    return this.#begunBytes;
  }
  /** Whether all that has begun has ended. */
  get isWhole() {
    return this.#depth === 0 && (this.#form === "lines" || this.#place === "end");
  }
  /** The objects that end in this piece. @throws RangeError with the place of what belongs nowhere, in bytes */
  *feed(chunk) {
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      if (this.#depth > 0) {
        this.#within(byte);
        if (this.#depth > 0) continue;
        yield this.#ended(chunk.subarray(from, at + 1));
      } else if (byte === openBrace && this.#mayBegin()) {
        this.#depth = 1;
        this.#start = this.#position + at;
        from = at;
      } else {
        this.#between(byte, this.#position + at);
      }
    }
    if (this.#depth > 0) {
      this.#begun.push(chunk.subarray(from));
      this.#begunBytes += chunk.length - from;
    }
    this.#position += chunk.length;
  }
  #within(byte) {
    if (this.#inText) {
      if (this.#escaped) this.#escaped = false;
      else if (byte === backslash) this.#escaped = true;
      else if (byte === quote) this.#inText = false;
    } else if (byte === quote) this.#inText = true;
    else if (byte === openBrace || byte === openBracket) this.#depth += 1;
    else if (byte === closeBrace || byte === closeBracket) this.#depth -= 1;
  }
  #ended(last) {
    const bytes = this.#begun.length === 0 ? last : joinBytes([...this.#begun, last]);
    this.#begun = [];
    this.#begunBytes = 0;
    this.#place = "object";
    return { bytes, start: this.#start };
  }
  #mayBegin() {
    return this.#form === "lines" || this.#place === "open" || this.#place === "comma";
  }
  #between(byte, position) {
    if (blanks.has(byte)) return;
    const next = this.#form === "list" ? placeAfter(this.#place, byte) : void 0;
    if (next === void 0) throw new RangeError(`has something that is no object at byte ${position}`);
    this.#place = next;
  }
};
function placeAfter(place, byte) {
  if (byte === openBracket && place === "start") return "open";
  if (byte === comma && place === "object") return "comma";
  return byte === closeBracket && (place === "object" || place === "open") ? "end" : void 0;
}

// packages/datarobot/src/real-time/file/json-slices.ts
var begin = Uint8Array.of(91);
var between = Uint8Array.of(44);
var end = Uint8Array.of(93);
var byteOrderMark = [239, 187, 191];
async function* jsonSlices(file, form, { sliceBytes, signal }) {
  const fault = (problem, remedy) => new InputError([{ field: "file", problem: `"${file.name}" ${problem}`, remedy }]);
  const tooLong = () => fault(
    `has an object that fits into no slice of ${sliceBytes} bytes`,
    "Use larger slices, of 50 MB at most."
  );
  const objects = new JsonObjects(form);
  let pieces = [];
  let bytes = begin.length + end.length;
  let index = 0;
  const slice = () => {
    const [first] = pieces;
    const last = pieces.at(-1);
    const rows = pieces.length;
    const list = pieces.flatMap((piece, at) => at === 0 ? [piece.bytes] : [between, piece.bytes]);
    const source = bytesSource(`rows-${index + 1}.json`, joinBytes([begin, ...list, end]));
    pieces = [];
    bytes = begin.length + end.length;
    return {
      index: index++,
      source,
      contentType: "application/json",
      fromByte: first?.start ?? 0,
      toByte: last ? last.start + last.bytes.length : 0,
      sentRows: () => rows
    };
  };
  for await (const chunk of utf8Chunks(file, () => fault("is not UTF-8", "Save it as UTF-8."))) {
    signal.throwIfAborted();
    const found = objects.feed(chunk);
    for (; ; ) {
      const next = step(found, (problem) => fault(problem, "Pass a list of objects, or one object a line."));
      if (next.done) break;
      const { length } = next.value.bytes;
      if (length + begin.length + end.length > sliceBytes) throw tooLong();
      if (pieces.length > 0 && bytes + between.length + length > sliceBytes) yield slice();
      bytes += length + (pieces.length > 0 ? between.length : 0);
      pieces.push(next.value);
    }
    if (objects.begunBytes > sliceBytes) throw tooLong();
  }
  if (!objects.isWhole) throw fault("breaks off before its end", "Pass the whole of it.");
  if (pieces.length > 0) yield slice();
  else if (index === 0) throw fault("has no rows", "Pass a list with at least one object.");
}
function step(found, fault) {
  try {
    return found.next();
  } catch (error) {
    throw error instanceof RangeError ? fault(error.message) : error;
  }
}
async function* utf8Chunks(file, fault) {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const check = (chunk) => {
    try {
      decoder.decode(chunk, { stream: chunk !== void 0 });
    } catch {
      throw fault();
    }
  };
  let beginning = new Uint8Array();
  for await (const chunk of file.open()) {
    check(chunk);
    if (beginning === void 0) {
      yield chunk;
      continue;
    }
    beginning = joinBytes([beginning, chunk]);
    if (beginning.length < byteOrderMark.length) continue;
    const hasMark = byteOrderMark.every((byte, at) => beginning?.[at] === byte);
    yield hasMark ? joinBytes([new Uint8Array(byteOrderMark.length).fill(32), beginning.subarray(3)]) : beginning;
    beginning = void 0;
  }
  check();
  if (beginning !== void 0) yield beginning;
}

// packages/datarobot/src/real-time/file/slices-of.ts
var glanceBytes = 64 * 1024;
async function* slicesOf(file, rules) {
  const { head, source } = await peekSource(file, glanceBytes);
  const beginning = new TextDecoder().decode(head).trimStart();
  if (/^\[\s*[{\]]/.test(beginning)) yield* jsonSlices(source, "list", rules);
  else if (/^\{\s*["}]/.test(beginning)) yield* jsonSlices(source, "lines", rules);
  else yield* csvSlices(source, rules);
}

// packages/datarobot/src/real-time/file/predict-to-file.ts
async function predictToFile(context, findTarget, { file, options, gzip, outputFormat, fileName, sliceBytes, concurrency }) {
  const { client, progress, save } = context;
  predictionQuery(options);
  const stop = new AbortController();
  const signal = AbortSignal.any([context.signal, stop.signal]);
  let rows = 0;
  let requests = 0;
  const slices = slicesOf(file, {
    ...{ sliceBytes, signal, passthroughColumns: options.passthroughColumns ?? [] },
    warn: (message) => progress({ type: "warning", message })
  });
  const sending = async (target, slice, send) => {
    const reading = watchSource(slice.source);
    const { contentType, columns } = slice;
    const source = { ...slice.source, ...reading.source };
    requests += 1;
    try {
      return await send({ ...target, rows: source, contentType, columns, options, gzip });
    } catch (error) {
      throw reading.failure ?? await withDeploymentStatus({ client, signal }, target, placed(error, slice, file));
    }
  };
  const onAnswer = ({ toByte }, count) => {
    rows += count;
    progress({ type: "upload", name: file.name, bytes: toByte, totalBytes: file.length });
  };
  const inCsv = (target) => async (slice) => {
    const { body } = await sending(
      target,
      slice,
      (request) => readAnswer(() => client.predictCsv(request, signal))
    );
    return { slice, body };
  };
  const inJson = (target) => async (slice) => {
    const answered = await sending(target, slice, (request) => client.predict(request, signal));
    return { slice, rows: answered };
  };
  const resultOf = (target, wanted2) => outputFormat === "csv" ? csvResult(inOrder(wanted2, concurrency, inCsv(target)), onAnswer) : jsonResult(inOrder(wanted2, concurrency, inJson(target)), onAnswer);
  let failure;
  async function* watched(body) {
    try {
      yield* body;
    } catch (error) {
      failure = error;
      throw error;
    }
  }
  let wanted;
  try {
    wanted = await begun(isTimeBound(options) ? onlySlice(slices, file.name) : slices);
    const body = resultOf(await findTarget(), wanted);
    const contentType = outputFormat === "csv" ? "text/csv" : "application/json";
    const resultFile = await save({ name: fileName, contentType, body: watched(body) });
    return { resultFile, rows, requests };
  } catch (error) {
    if (context.signal.aborted) throw new CancelledError(`score "${file.name}"`);
    throw failure ?? error;
  } finally {
    stop.abort();
    void wanted?.return?.().catch(() => void 0);
  }
}
function placed(error, { index, fromByte }, { name }) {
  if (!isApiError(error) || index === 0) return error;
  const where = `Its rows are those from byte ${fromByte} of "${name}" on.`;
  return new ApiError({ ...error, message: `${error.message} ${where}`, cause: error });
}

// packages/datarobot/src/real-time/file/result-name-of.ts
var resultNameOf = (fileName, format) => safeFileName(`${fileName.replace(/(.)\.[^.]*$/s, "$1")}-predictions.${format}`);

// packages/datarobot/src/real-time/file/slice-bytes-for.ts
var usualBytes = { csv: 8 * 1024 * 1024, json: 1024 * 1024 };
var sliceBytesFor = (given2, options) => isTimeBound(options) ? maxPredictionBytes : given2.sliceBytes ?? usualBytes[given2.outputFormat];

// packages/datarobot/src/real-time/find-host.ts
async function findHost({ client, signal }, { server, portableUrl, deploymentId }) {
  const { endpoint } = client;
  if (server === "portable") return { host: scoringHost(void 0, { endpoint, portableUrl }), deploymentId };
  const deployment = deploymentId === void 0 ? void 0 : await client.getDeployment(deploymentId, signal);
  return { host: scoringHost(deployment, { endpoint }), deploymentId };
}

// packages/datarobot/src/real-time/to-prediction-options.ts
var toPredictionOptions = (given2) => withoutUndefined({
  passthroughColumns: listOf(given2.passthroughColumns),
  passthroughColumnsSet: given2.passthroughAllColumns ? "all" : void 0,
  decimalsNumber: given2.decimals,
  predictionWarningEnabled: given2.outlierWarnings || void 0,
  excludeAdjustedPredictions: given2.includeAdjustedPredictions ? false : void 0,
  maxExplanations: countOrAll(given2.maxExplanations),
  explanationAlgorithm: given2.explanationAlgorithm,
  maxNgramExplanations: countOrAll(given2.maxNgramExplanations),
  thresholdHigh: given2.thresholdHigh,
  thresholdLow: given2.thresholdLow,
  explanationNumTopClasses: given2.explanationTopClasses,
  explanationClassNames: listOf(given2.explanationClasses),
  forecastPoint: given2.forecastPoint,
  predictionsStartDate: given2.predictionsStartDate,
  predictionsEndDate: given2.predictionsEndDate,
  relaxKnownInAdvanceFeaturesCheck: given2.relaxKnownInAdvance || void 0
});
var listOf = (names) => names.length > 0 ? names : void 0;
var countOrAll = (given2) => given2 === void 0 || given2 === "all" ? given2 : Number(given2);
var withoutUndefined = (options) => Object.fromEntries(Object.entries(options).filter(([, value]) => value !== void 0));

// run-of:packages/datarobot/src/operations/prediction/predict-file.ts
async function run(context, given2) {
  const options = toPredictionOptions(given2);
  const { deflater, crc32 } = context;
  return predictToFile(context, () => findHost(context, given2), {
    file: given2.file,
    options,
    gzip: given2.compress ? { deflater, crc32 } : void 0,
    outputFormat: given2.outputFormat,
    fileName: given2.resultFileName ?? resultNameOf(given2.file.name, given2.outputFormat),
    sliceBytes: sliceBytesFor(given2, options),
    concurrency: given2.concurrency
  });
}
export {
  run as predictFile
};
