import {
  EngineError,
  isEngineError
} from "./chunk-SPUPTFJP.mjs";

// packages/http/src/abortable.ts
async function abortable(promise, signal) {
  if (signal.aborted) {
    Promise.resolve(promise).catch(() => void 0);
    throw signal.reason;
  }
  let stop = () => void 0;
  const aborted = new Promise((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener("abort", stop);
    aborted.catch(() => void 0);
    Promise.resolve(promise).catch(() => void 0);
  }
}

// packages/http/src/errors/transport-error.ts
var TransportError = class extends EngineError {
  kind;
  bodyTaken;
  constructor(options) {
    super({
      code: {
        timeout: "timeout",
        network: "network",
        aborted: "cancelled",
        fatal: "network",
        "source-mismatch": "source-mismatch"
      }[options.kind],
      message: options.message,
      remedy: options.remedy,
      cause: options.cause
    });
    this.name = "TransportError";
    this.kind = options.kind;
    this.bodyTaken = options.bodyTaken;
  }
};
function isTransportError(value) {
  return isEngineError(value) && "bodyTaken" in value;
}

export {
  abortable,
  TransportError,
  isTransportError
};
