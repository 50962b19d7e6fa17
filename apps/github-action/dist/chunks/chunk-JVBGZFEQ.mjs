import {
  EngineError,
  isEngineError
} from "./chunk-L7ICSBA5.mjs";

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
  TransportError,
  isTransportError
};
