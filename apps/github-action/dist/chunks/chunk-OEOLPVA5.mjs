import {
  ApiError,
  EngineError,
  isApiError,
  isEngineError
} from "./chunk-VDHEZRE2.mjs";

// packages/upload/src/upload-errors.ts
var UploadOutcomeUnknownError = class extends EngineError {
  /** Bytes that had left when the answer went missing. */
  sentBytes;
  constructor(options) {
    super({ code: "outcome-unknown", ...options });
    this.name = "UploadOutcomeUnknownError";
    this.sentBytes = options.sentBytes;
  }
};
function isUploadOutcomeUnknown(value) {
  return isEngineError(value) && value.code === "outcome-unknown" && "sentBytes" in value;
}
var UploadUrlExpiredError = class extends ApiError {
  uploadUrlRefused = true;
  constructor(options) {
    super(options);
    this.name = "UploadUrlExpiredError";
  }
};
function isUploadUrlExpired(value) {
  return isApiError(value) && "uploadUrlRefused" in value;
}

export {
  UploadOutcomeUnknownError,
  isUploadOutcomeUnknown,
  UploadUrlExpiredError,
  isUploadUrlExpired
};
